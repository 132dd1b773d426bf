//! A database in a real browser: changes are stored once their transaction is complete, all of them or none.

use js_sys::Function;
use wasm_bindgen_test::wasm_bindgen_test;

use super::*;
use crate::page::window;

/// An empty database for one test.
async fn open(name: &str) -> Database {
    let database = Database::open(name).await.unwrap();
    database.clear().unwrap().await.unwrap();
    database
}

fn texts(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

fn changes(pairs: &[(&str, Option<&str>)]) -> Vec<Change> {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), text.map(str::to_owned))).collect()
}

/// A joined text that shows both texts.
fn both(name: &str, stored: &str, text: &str) -> String {
    format!("{name}: {stored}+{text}")
}

#[wasm_bindgen_test]
async fn entries_written_can_be_read_and_are_still_there_after_reopening() {
    let database = open("written").await;
    let words = "“zwei” \\ 👋🏽\n\u{0}";
    database.write(&changes(&[("a", Some(words)), ("b", Some(""))])).unwrap().await.unwrap();
    database.write(&changes(&[("b", None), ("c", Some("c"))])).unwrap().await.unwrap();
    database.write_relaxed(&changes(&[("d", Some("d"))])).unwrap().await.unwrap();
    drop(database);
    let database = Database::open("written").await.unwrap();
    let all = texts(&[("a", words), ("c", "c"), ("d", "d")]);
    assert_eq!(database.all().await.unwrap(), all);
    assert_eq!(database.names().await.unwrap(), ["a", "c", "d"]);
    let several = ["d".to_owned(), "none".to_owned(), "a".to_owned()];
    assert_eq!(database.several(&several).await.unwrap(), [all[2].clone(), all[0].clone()]);
    database.clear().unwrap().await.unwrap();
    assert_eq!(database.all().await.unwrap(), []);
}

#[wasm_bindgen_test]
async fn a_transaction_completes_before_a_later_one() {
    let database = open("in-order").await;
    let first = database.write(&changes(&[("a", Some("1"))])).unwrap();
    let second = database.write(&changes(&[("a", Some("2"))])).unwrap();
    second.await.unwrap();
    assert_eq!(database.all().await.unwrap(), texts(&[("a", "2")]));
    first.await.unwrap();
}

#[wasm_bindgen_test]
async fn a_join_merges_with_stored_texts_and_removes_names() {
    let database = open("joined").await;
    let before = changes(&[("a", Some("1")), ("same", Some("s")), ("gone", Some("g"))]);
    database.write(&before).unwrap().await.unwrap();
    let new = texts(&[("a", "2"), ("b", "3"), ("same", "s")]);
    database.join(&new, both, &["gone".to_owned()]).await.unwrap();
    let all = texts(&[("a", "a: 1+2"), ("b", "3"), ("same", "s")]);
    assert_eq!(database.all().await.unwrap(), all);
    database.join(&[], both, &["b".to_owned()]).await.unwrap();
    assert_eq!(database.names().await.unwrap(), ["a", "same"]);
}

#[wasm_bindgen_test]
async fn two_joins_at_once_lose_no_text_of_each_other() {
    let database = open("at-once").await;
    let other = Database::open("at-once").await.unwrap();
    let [one, two] = ["1", "2"].map(|text| texts(&[("a", text)]));
    let (left, right) = (database.join(&one, both, &[]), other.join(&two, both, &[]));
    let (left, right) = (Box::pin(left), Box::pin(right));
    let (left, right) = futures_of(left, right).await;
    left.unwrap();
    right.unwrap();
    let joined = database.all().await.unwrap().remove(0).1;
    assert!(["a: 1+2", "a: 2+1"].contains(&joined.as_str()), "{joined}");
}

/// Runs both until both have ended.
async fn futures_of<T>(
    mut one: impl Future<Output = T> + Unpin,
    mut other: impl Future<Output = T> + Unpin,
) -> (T, T) {
    let (mut ended, mut other_ended) = (None, None);
    std::future::poll_fn(move |context| {
        use std::task::Poll;
        if ended.is_none()
            && let Poll::Ready(value) = std::pin::Pin::new(&mut one).poll(context)
        {
            ended = Some(value);
        }
        if other_ended.is_none()
            && let Poll::Ready(value) = std::pin::Pin::new(&mut other).poll(context)
        {
            other_ended = Some(value);
        }
        match (ended.take(), other_ended.take()) {
            (Some(value), Some(other)) => Poll::Ready((value, other)),
            (value, other) => {
                (ended, other_ended) = (value, other);
                Poll::Pending
            }
        }
    })
    .await
}

#[wasm_bindgen_test]
async fn a_join_that_fails_changes_nothing() {
    let database = open("no-room").await;
    database.write(&changes(&[("a", Some("1")), ("b", Some("2"))])).unwrap().await.unwrap();
    let before = database.all().await.unwrap();
    // As where the disk fills up in the middle of it.
    let fill_up = "
        const { put } = IDBObjectStore.prototype;
        let writes = 0;
        IDBObjectStore.prototype.put = function (...given) {
          const request = put.apply(this, given);
          writes += 1;
          if (writes === 2) {
            IDBObjectStore.prototype.put = put;
            this.transaction.abort();
          }
          return request;
        };";
    Function::new_no_args(fill_up).call0(&window()).unwrap();
    let new = texts(&[("a", "x"), ("c", "y")]);
    assert!(database.join(&new, both, &["b".to_owned()]).await.is_err());
    assert_eq!(database.all().await.unwrap(), before);
    database.join(&new, both, &["b".to_owned()]).await.unwrap();
    assert_eq!(database.names().await.unwrap(), ["a", "c"]);
}

#[wasm_bindgen_test]
async fn an_open_database_can_be_deleted() {
    let database = open("deleted").await;
    let factory = window().indexed_db().unwrap().unwrap();
    JsFuture::from(answer(&factory.delete_database("deleted").unwrap())).await.unwrap();
    assert!(database.write(&changes(&[("a", Some("1"))])).is_err(), "it is closed, and says so");
}
