//! What waits is carried to a real database, and counts as kept when it has landed there.

use wasm_bindgen_test::wasm_bindgen_test;

use super::*;

/// A notebook on both ropes, and what its database holds, which is nothing yet.
async fn open(own: &Own) -> Notebook {
    let (mut notebook, _) = Notebook::open(own.0, true, true);
    assert_eq!(
        (notebook.mode(), notebook.is_settled()),
        (Mode::Durable, false),
        "nobody knows yet"
    );
    let database = Database::open(notebook.name()).await.unwrap();
    database.clear().unwrap().await.unwrap();
    notebook.opened(Some(database));
    notebook
}

async fn durable(notebook: &Notebook) -> Vec<(String, String)> {
    notebook.database().unwrap().all().await.unwrap()
}

/// Carries all that waits, and says that it landed well.
async fn carry(notebook: &mut Notebook) {
    let Flight { cargo, done } = notebook.launch().unwrap();
    done.await.unwrap();
    notebook.landed(&cargo, true);
}

#[wasm_bindgen_test]
async fn an_event_is_in_local_storage_at_once_and_saving_until_the_database_has_it() {
    let own = Own::new("carried");
    let mut notebook = open(&own).await;
    let event = client(1, "a");
    notebook.keep(&event);
    assert_eq!(own.kept(), [kept(&event)]);
    assert!(notebook.is_saving() && !notebook.is_settled());
    let Flight { cargo, done } = notebook.launch().unwrap();
    assert!(notebook.is_saving() && notebook.launch().is_none(), "it flies once");
    done.await.unwrap();
    assert!(notebook.is_saving(), "until somebody says that it landed");
    notebook.landed(&cargo, true);
    assert!(!notebook.is_saving() && notebook.is_settled());
    assert_eq!(durable(&notebook).await, [kept(&event)]);
    assert_eq!(notebook.lengths().get(&"t:beef:1".to_owned()), Some(&codec::write(&event).len()));
}

#[wasm_bindgen_test]
async fn what_is_written_anew_during_a_flight_waits_for_its_own() {
    let own = Own::new("rewritten");
    let mut notebook = open(&own).await;
    notebook.keep_draft("w".to_owned(), false);
    let Flight { cargo, done } = notebook.launch().unwrap();
    notebook.keep_draft("we".to_owned(), false);
    done.await.unwrap();
    notebook.landed(&cargo, true);
    assert!(!notebook.is_settled() && !notebook.is_saving(), "a draft is on its way, but no event");
    carry(&mut notebook).await;
    assert!(notebook.is_settled());
    assert_eq!(durable(&notebook).await[0].1, "we");
}

#[wasm_bindgen_test]
async fn a_draft_that_was_emptied_is_gone_from_both_when_the_database_has_let_go() {
    let own = Own::new("let-go");
    let mut notebook = open(&own).await;
    notebook.keep_draft("we".to_owned(), false);
    carry(&mut notebook).await;
    notebook.keep_draft("blank".to_owned(), true);
    assert_eq!(own.kept()[0].1, "blank", "a reload now must not find the words again");
    carry(&mut notebook).await;
    assert_eq!((own.kept(), durable(&notebook).await), (vec![], vec![]));
}

#[wasm_bindgen_test]
async fn what_did_not_land_is_carried_again() {
    let own = Own::new("failed");
    let mut notebook = open(&own).await;
    notebook.keep(&client(1, "a"));
    let Flight { cargo, done } = notebook.launch().unwrap();
    done.await.unwrap();
    notebook.landed(&cargo, false);
    assert_eq!((notebook.mode(), notebook.is_saving()), (Mode::Local, false));
    assert!(notebook.is_settled(), "as safe as it can be");
    notebook.keep(&client(2, "b"));
    carry(&mut notebook).await;
    assert_eq!((notebook.mode(), durable(&notebook).await.len()), (Mode::Durable, 2));
}

#[wasm_bindgen_test]
async fn without_a_database_what_local_storage_has_is_kept() {
    let own = Own::new("none");
    let (mut notebook, _) = Notebook::open(own.0, true, true);
    notebook.keep(&client(1, "a"));
    assert!(notebook.is_saving());
    notebook.opened(None);
    assert_eq!((notebook.mode(), notebook.is_settled()), (Mode::Local, true));
    assert!(notebook.launch().is_none());
}
