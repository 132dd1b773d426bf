//! The origin's data in localStorage and `IndexedDB`: reading, restoring and deleting it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::drive::{Page, Site};

/// A page of the same origin without the widget, from which storage can be inspected.
pub(crate) const WITHOUT_WIDGET: &str = "/pages/without_widget.html";

/// JavaScript functions for both storages.
const HELPERS: &str = include_str!("stored.js");

/// The contents of both storages.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct StoredData {
    pub(crate) local: BTreeMap<String, String>,
    /// Records as `{ database, store, key, value }`, with bytes as `{ $bytes: [1, 2], $view }`.
    pub(crate) indexed: Vec<Value>,
}

impl StoredData {
    /// Leaves the widget's page and reads both storages.
    pub(crate) async fn read(site: &Site, page: &Page) -> Self {
        page.open_bare(&site.url(WITHOUT_WIDGET)).await;
        let local = run(page, "return { ...localStorage };", Value::Null).await;
        let indexed = run(page, "return await storedIndexed();", Value::Null).await;
        let local = serde_json::from_value(local).expect("localStorage holds texts by name");
        Self { local, indexed: indexed.as_array().cloned().unwrap_or_default() }
    }

    /// Restores both storages to this content.
    pub(crate) async fn restore(&self, site: &Site, page: &Page) {
        page.open_bare(&site.url(WITHOUT_WIDGET)).await;
        let both = "restoreLocal(args[0]); await restoreIndexed(args[1]);";
        run(page, both, json!([self.local, self.indexed])).await;
    }

    /// Whether a value in localStorage contains these words.
    pub(crate) fn local_has(&self, words: &str) -> bool {
        self.local.values().any(|value| value.contains(words))
    }

    /// Whether a database record contains these words.
    pub(crate) fn indexed_has(&self, words: &str) -> bool {
        self.indexed.iter().any(|record| text_of(&record["value"]).contains(words))
    }
}

/// Clears localStorage while the widget is closed, as a user or a host may.
pub(crate) async fn clear_local(site: &Site, page: &Page) {
    page.open_bare(&site.url(WITHOUT_WIDGET)).await;
    run(page, "localStorage.clear();", Value::Null).await;
}

/// Deletes every database of the origin while the widget is closed.
pub(crate) async fn delete_databases(site: &Site, page: &Page) {
    page.open_bare(&site.url(WITHOUT_WIDGET)).await;
    run(page, "await deleteDatabases();", Value::Null).await;
}

/// All strings in a value, with bytes decoded as text.
pub(crate) fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(text_of).collect::<Vec<_>>().join("\n"),
        Value::Object(fields) => match fields.get("$bytes").and_then(Value::as_array) {
            Some(bytes) => {
                let bytes = bytes.iter().filter_map(Value::as_u64);
                let bytes: Vec<u8> = bytes.filter_map(|byte| u8::try_from(byte).ok()).collect();
                String::from_utf8_lossy(&bytes).into_owned()
            }
            None => fields.values().map(text_of).collect::<Vec<_>>().join("\n"),
        },
        other => other.to_string(),
    }
}

async fn run(page: &Page, js: &str, args: Value) -> Value {
    let js = format!("const args = arguments[0] ?? [];\n{HELPERS}\n{js}");
    page.eval_async(&js, vec![args]).await
}

#[tokio::test]
async fn both_storages_can_be_read_cleared_and_restored() {
    let site = Site::dist();
    let page = crate::drive::Browser::new().open(&site.url(crate::fixtures::PLAIN)).await;
    let fill = "
        localStorage.setItem('host', 'words');
        const open = (name, create) => new Promise((resolve) => {
          const request = indexedDB.open(name, 1);
          request.onupgradeneeded = () => create(request.result);
          request.onsuccess = () => resolve(request.result);
        });
        const one = await open('one', (db) => {
          db.createObjectStore('by-path', { keyPath: 'id' }).put({ id: 'a', words: 'by path' });
          db.createObjectStore('loose').put(new TextEncoder().encode('as bytes'), ['a', 1]);
        });
        const two = await open('two', (db) => db.createObjectStore('empty'));";
    page.eval_async(fill, vec![]).await;
    let mut kept = StoredData::read(&site, &page).await;
    kept.indexed.retain(|record| record["database"] == "one");
    assert_eq!(kept.indexed.len(), 2);
    assert!(kept.local_has("words") && kept.indexed_has("by path") && kept.indexed_has("as bytes"));

    let mut other = kept.clone();
    other.local.clear();
    other.indexed[0]["value"]["words"] = json!("damaged");
    other.indexed[1]["value"]["$bytes"][0] = json!(255);
    other.restore(&site, &page).await;
    assert_eq!(StoredData::read(&site, &page).await, other);
    kept.restore(&site, &page).await;
    assert_eq!(StoredData::read(&site, &page).await, kept);
    clear_local(&site, &page).await;
    delete_databases(&site, &page).await;
    let wiped = StoredData::read(&site, &page).await;
    assert!(wiped.local.is_empty() && wiped.indexed.is_empty(), "{wiped:?}");

    // Leaving a page ends a request that never completes.
    page.open_bare(&site.url("/pages/blocked.html?mode=open-silent")).await;
    let open = "
        const request = indexedDB.open('never', 1);
        request.onsuccess = request.onerror = request.onblocked = () => { window.answered = true; };
        await new Promise((resolve) => setTimeout(resolve, 100));
        return window.answered ?? false;";
    assert_eq!(page.eval_async(open, vec![]).await, false);
    assert!(StoredData::read(&site, &page).await.indexed.is_empty());
    page.open_bare(&site.url("/pages/blocked.html?mode=open-errors")).await;
    let open = "
        const request = indexedDB.open('never', 1);
        return new Promise((resolve) => {
          request.onupgradeneeded = request.onsuccess = () => resolve('opened');
          request.onerror = () => resolve(request.error.name);
        });";
    assert_eq!(page.eval_async(open, vec![]).await, "AbortError");
}
