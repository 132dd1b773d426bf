//! Pending changes are written to a real database, and are stored once the transaction has completed.

use wasm_bindgen_test::wasm_bindgen_test;

use super::*;
use crate::browser::indexed_db::Database;
use crate::page::Own;
use crate::persistence::both_stores::BothStores;
use crate::persistence::mode::Mode;
use crate::persistence::write_queue::WriteBatch;

/// A notebook in both stores, with an empty database.
async fn open(own: &Own) -> BothStores {
    let (mut stores, _) = BothStores::open(own.0, true, true);
    assert_eq!(
        (stores.mode(), stores.is_settled()),
        (Mode::Durable, false),
        "before the database has opened"
    );
    let database = Database::open(stores.name()).await.unwrap();
    database.clear().unwrap().await.unwrap();
    stores.opened(Some(database));
    stores
}

async fn durable(stores: &BothStores) -> Vec<(String, String)> {
    stores.database().unwrap().all().await.unwrap()
}

/// Writes all pending changes, and waits until they are committed.
async fn write(stores: &mut BothStores) {
    let WriteBatch { changes, done } = stores.write_pending().unwrap();
    done.await.unwrap();
    stores.committed(&changes);
}

#[wasm_bindgen_test]
async fn an_event_is_in_local_storage_at_once_and_saving_until_the_database_has_it() {
    let own = Own::new("written");
    let mut stores = open(&own).await;
    let event = client(1, "a");
    stores.save_event(&event);
    assert_eq!(own.stored(), [entry(&event)]);
    assert!(stores.is_saving() && !stores.is_settled());
    let WriteBatch { changes, done } = stores.write_pending().unwrap();
    assert!(
        stores.is_saving() && stores.write_pending().is_none(),
        "a change is in one transaction at a time"
    );
    done.await.unwrap();
    assert!(stores.is_saving(), "until the commit has been noted");
    stores.committed(&changes);
    assert!(!stores.is_saving() && stores.is_settled());
    assert_eq!(durable(&stores).await, [entry(&event)]);
    assert_eq!(stores.lengths().get(&"t:beef:1".to_owned()), Some(&codec::write(&event).len()));
}

#[wasm_bindgen_test]
async fn an_entry_changed_during_a_transaction_stays_pending() {
    let own = Own::new("rewritten");
    let mut stores = open(&own).await;
    stores.save_draft("w".to_owned(), false);
    let WriteBatch { changes, done } = stores.write_pending().unwrap();
    stores.save_draft("we".to_owned(), false);
    done.await.unwrap();
    stores.committed(&changes);
    assert!(!stores.is_settled() && !stores.is_saving(), "a draft is pending, but no event");
    write(&mut stores).await;
    assert!(stores.is_settled());
    assert_eq!(durable(&stores).await[0].1, "we");
}

#[wasm_bindgen_test]
async fn a_blank_draft_is_gone_from_both_stores_once_the_database_has_removed_it() {
    let own = Own::new("blank");
    let mut stores = open(&own).await;
    stores.save_draft("we".to_owned(), false);
    write(&mut stores).await;
    stores.save_draft("empty".to_owned(), true);
    assert_eq!(own.stored()[0].1, "empty", "a reload now must not restore the words");
    write(&mut stores).await;
    assert_eq!((own.stored(), durable(&stores).await), (vec![], vec![]));
}

#[wasm_bindgen_test]
async fn changes_of_a_failed_transaction_are_written_again() {
    let own = Own::new("failed");
    let mut stores = open(&own).await;
    stores.save_event(&client(1, "a"));
    let WriteBatch { changes, done } = stores.write_pending().unwrap();
    done.await.unwrap();
    stores.failed(&changes);
    assert_eq!((stores.mode(), stores.is_saving()), (Mode::Local, false));
    assert!(stores.is_settled(), "as safe as this browser allows");
    stores.save_event(&client(2, "b"));
    write(&mut stores).await;
    assert_eq!((stores.mode(), durable(&stores).await.len()), (Mode::Durable, 2));
}

#[wasm_bindgen_test]
fn without_a_database_localstorage_is_enough() {
    let own = Own::new("none");
    let (mut stores, _) = BothStores::open(own.0, true, true);
    stores.save_event(&client(1, "a"));
    assert!(stores.is_saving());
    stores.opened(None);
    assert_eq!((stores.mode(), stores.is_settled()), (Mode::Local, true));
    assert!(stores.write_pending().is_none());
}
