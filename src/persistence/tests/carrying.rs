//! What waits is carried to a real database, and counts as kept when it has landed there.

use wasm_bindgen_test::wasm_bindgen_test;

use super::*;

/// A notebook on both ropes, and what its database holds, which is nothing yet.
async fn open(own: &Own) -> BothStores {
    let (mut stores, _) = BothStores::open(own.0, true, true);
    assert_eq!((stores.mode(), stores.is_settled()), (Mode::Durable, false), "nobody knows yet");
    let database = Database::open(stores.name()).await.unwrap();
    database.clear().unwrap().await.unwrap();
    stores.opened(Some(database));
    stores
}

async fn durable(stores: &BothStores) -> Vec<(String, String)> {
    stores.database().unwrap().all().await.unwrap()
}

/// Carries all that waits, and says that it landed well.
async fn carry(stores: &mut BothStores) {
    let WriteBatch { cargo, done } = stores.launch().unwrap();
    done.await.unwrap();
    stores.landed(&cargo, true);
}

#[wasm_bindgen_test]
async fn an_event_is_in_local_storage_at_once_and_saving_until_the_database_has_it() {
    let own = Own::new("carried");
    let mut stores = open(&own).await;
    let event = client(1, "a");
    stores.keep(&event);
    assert_eq!(own.kept(), [kept(&event)]);
    assert!(stores.is_saving() && !stores.is_settled());
    let WriteBatch { cargo, done } = stores.launch().unwrap();
    assert!(stores.is_saving() && stores.launch().is_none(), "it flies once");
    done.await.unwrap();
    assert!(stores.is_saving(), "until somebody says that it landed");
    stores.landed(&cargo, true);
    assert!(!stores.is_saving() && stores.is_settled());
    assert_eq!(durable(&stores).await, [kept(&event)]);
    assert_eq!(stores.lengths().get(&"t:beef:1".to_owned()), Some(&codec::write(&event).len()));
}

#[wasm_bindgen_test]
async fn what_is_written_anew_during_a_flight_waits_for_its_own() {
    let own = Own::new("rewritten");
    let mut stores = open(&own).await;
    stores.keep_draft("w".to_owned(), false);
    let WriteBatch { cargo, done } = stores.launch().unwrap();
    stores.keep_draft("we".to_owned(), false);
    done.await.unwrap();
    stores.landed(&cargo, true);
    assert!(!stores.is_settled() && !stores.is_saving(), "a draft is on its way, but no event");
    carry(&mut stores).await;
    assert!(stores.is_settled());
    assert_eq!(durable(&stores).await[0].1, "we");
}

#[wasm_bindgen_test]
async fn a_draft_that_was_emptied_is_gone_from_both_when_the_database_has_let_go() {
    let own = Own::new("let-go");
    let mut stores = open(&own).await;
    stores.keep_draft("we".to_owned(), false);
    carry(&mut stores).await;
    stores.keep_draft("blank".to_owned(), true);
    assert_eq!(own.kept()[0].1, "blank", "a reload now must not find the words again");
    carry(&mut stores).await;
    assert_eq!((own.kept(), durable(&stores).await), (vec![], vec![]));
}

#[wasm_bindgen_test]
async fn what_did_not_land_is_carried_again() {
    let own = Own::new("failed");
    let mut stores = open(&own).await;
    stores.keep(&client(1, "a"));
    let WriteBatch { cargo, done } = stores.launch().unwrap();
    done.await.unwrap();
    stores.landed(&cargo, false);
    assert_eq!((stores.mode(), stores.is_saving()), (Mode::Local, false));
    assert!(stores.is_settled(), "as safe as it can be");
    stores.keep(&client(2, "b"));
    carry(&mut stores).await;
    assert_eq!((stores.mode(), durable(&stores).await.len()), (Mode::Durable, 2));
}

#[wasm_bindgen_test]
async fn without_a_database_what_local_storage_has_is_kept() {
    let own = Own::new("none");
    let (mut stores, _) = BothStores::open(own.0, true, true);
    stores.keep(&client(1, "a"));
    assert!(stores.is_saving());
    stores.opened(None);
    assert_eq!((stores.mode(), stores.is_settled()), (Mode::Local, true));
    assert!(stores.launch().is_none());
}
