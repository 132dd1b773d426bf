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
