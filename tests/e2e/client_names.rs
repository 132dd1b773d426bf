//! One client under different spellings of the same name.

use serde_json::{Value, json};

use crate::drive::Page;
use crate::fixtures::{call_ok, open_plain, text};

/// Holds an empty meeting with a client.
async fn meet(page: &Page, client: &str) {
    call_ok(page, "start", json!({ "client": client })).await;
    call_ok(page, "end", Value::Null).await;
}

async fn client_names(page: &Page) -> Vec<String> {
    let export = text(&call_ok(page, "exportText", json!("json")).await);
    let file: Value = serde_json::from_str(&export).expect("JSON");
    let clients = file["clients"].as_array().expect("a list").iter();
    clients.map(|client| text(&client["name"])).collect()
}

#[tokio::test]
async fn a_name_is_one_client_however_its_accents_and_blanks_are_encoded() {
    let (_site, page) = open_plain().await;
    for name in [
        "Cafe\u{301} Zürich",
        "Café Zu\u{308}rich",
        "Café\u{a0}Zürich",
        " café  Zürich ",
        "Café\u{2009}Zürich",
    ] {
        meet(&page, name).await;
    }
    assert_eq!(client_names(&page).await, ["Café Zürich"]);
    meet(&page, "Cafe Zürich").await;
    assert_eq!(client_names(&page).await.len(), 2, "an accent makes another name");
    page.finish().await;
}

#[tokio::test]
async fn an_imported_name_in_another_form_is_the_same_client() {
    let (_site, page) = open_plain().await;
    let file = json!({
        "heard": 1,
        "clients": [{ "id": "c1", "name": "Mu\u{308}hle" }],
        "loops": [{ "id": "l1", "client": "c1", "words": "The gate squeaks" }],
    });
    call_ok(&page, "import", json!(file.to_string())).await;
    assert_eq!(client_names(&page).await.len(), 1);
    meet(&page, "Mühle").await;
    assert_eq!(client_names(&page).await, ["Mu\u{308}hle"]);
    page.finish().await;
}
