//! What the origin keeps on both sides, localStorage and `IndexedDB`: read, put back, wiped.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::drive::{Page, Site};

/// A page of the same origin without the widget: from here one looks at what is kept.
pub(crate) const ELSEWHERE: &str = "/pages/elsewhere.html";

/// The functions that work on both sides, for a script to call.
const BOTH: &str = include_str!("kept.js");

/// Everything that is kept.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Kept {
    pub(crate) local: BTreeMap<String, String>,
    /// Each as `{ database, store, key, value }`; bytes are told as `{ $bytes: [1, 2], $view }`.
    pub(crate) indexed: Vec<Value>,
}

impl Kept {
    /// Leaves the widget's page and reads both sides.
    pub(crate) async fn read(site: &Site, page: &Page) -> Self {
        page.open_bare(&site.url(ELSEWHERE)).await;
        let local = run(page, "return { ...localStorage };", Value::Null).await;
        let indexed = run(page, "return await keptIndexed();", Value::Null).await;
        let local = serde_json::from_value(local).expect("localStorage holds texts by name");
        Self { local, indexed: indexed.as_array().cloned().unwrap_or_default() }
    }

    /// Puts both sides back to what they were.
    pub(crate) async fn put_back(&self, site: &Site, page: &Page) {
        page.open_bare(&site.url(ELSEWHERE)).await;
        let both = "restoreLocal(args[0]); await restoreIndexed(args[1]);";
        run(page, both, json!([self.local, self.indexed])).await;
    }

    /// Whether words stand in some value of localStorage.
    pub(crate) fn local_has(&self, words: &str) -> bool {
        self.local.values().any(|value| value.contains(words))
    }

    /// Whether words stand in some record of a database.
    pub(crate) fn indexed_has(&self, words: &str) -> bool {
        self.indexed.iter().any(|record| text_of(&record["value"]).contains(words))
    }
}

/// Wipes localStorage, as a user or a host may, while the widget is closed.
pub(crate) async fn wipe_local(site: &Site, page: &Page) {
    page.open_bare(&site.url(ELSEWHERE)).await;
    run(page, "localStorage.clear();", Value::Null).await;
}

/// Deletes every database of the origin while the widget is closed.
pub(crate) async fn wipe_indexed(site: &Site, page: &Page) {
    page.open_bare(&site.url(ELSEWHERE)).await;
    run(page, "await deleteDatabases();", Value::Null).await;
}

/// The texts in a value, bytes read as text too.
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
    let js = format!("const args = arguments[0] ?? [];\n{BOTH}\n{js}");
    page.eval_async(&js, vec![args]).await
}

#[tokio::test]
async fn both_sides_are_read_wiped_and_put_back_as_they_were() {
    let site = Site::dist();
    let page = crate::drive::Browser::new().open(&site.url(crate::scene::PLAIN)).await;
    let fill = "
        localStorage.setItem('host', 'words');
        const open = (name, make) => new Promise((resolve) => {
          const request = indexedDB.open(name, 1);
          request.onupgradeneeded = () => make(request.result);
          request.onsuccess = () => resolve(request.result);
        });
        const one = await open('one', (db) => {
          db.createObjectStore('by-path', { keyPath: 'id' }).put({ id: 'a', words: 'by path' });
          db.createObjectStore('loose').put(new TextEncoder().encode('as bytes'), ['a', 1]);
        });
        const two = await open('two', (db) => db.createObjectStore('empty'));";
    page.eval_async(fill, vec![]).await;
    let mut kept = Kept::read(&site, &page).await;
    kept.indexed.retain(|record| record["database"] == "one");
    assert_eq!(kept.indexed.len(), 2);
    assert!(kept.local_has("words") && kept.indexed_has("by path") && kept.indexed_has("as bytes"));

    let mut other = kept.clone();
    other.local.clear();
    other.indexed[0]["value"]["words"] = json!("damaged");
    other.indexed[1]["value"]["$bytes"][0] = json!(255);
    other.put_back(&site, &page).await;
    assert_eq!(Kept::read(&site, &page).await, other);
    kept.put_back(&site, &page).await;
    assert_eq!(Kept::read(&site, &page).await, kept);
    wipe_local(&site, &page).await;
    wipe_indexed(&site, &page).await;
    let wiped = Kept::read(&site, &page).await;
    assert!(wiped.local.is_empty() && wiped.indexed.is_empty(), "{wiped:?}");

    // A database that never answers is out of the way once its page is left.
    page.open_bare(&site.url("/pages/blocked.html?mode=open-silent")).await;
    let open = "
        const request = indexedDB.open('never', 1);
        request.onsuccess = request.onerror = request.onblocked = () => { window.answered = true; };
        await new Promise((resolve) => setTimeout(resolve, 100));
        return window.answered ?? false;";
    assert_eq!(page.eval_async(open, vec![]).await, false);
    assert!(Kept::read(&site, &page).await.indexed.is_empty());
    page.open_bare(&site.url("/pages/blocked.html?mode=open-errors")).await;
    let open = "
        const request = indexedDB.open('never', 1);
        return new Promise((resolve) => {
          request.onupgradeneeded = request.onsuccess = () => resolve('opened');
          request.onerror = () => resolve(request.error.name);
        });";
    assert_eq!(page.eval_async(open, vec![]).await, "AbortError");
}
