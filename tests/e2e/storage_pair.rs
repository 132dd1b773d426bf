//! The contents of localStorage and `IndexedDB`, and functions that modify them without the widget.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::drive::{Page, Site};
use crate::fixtures::{PLAIN, local_storage};

/// Texts by name, without the common prefix of the names.
pub(crate) type Texts = BTreeMap<String, String>;

/// A page of the same origin without the widget, which therefore overwrites nothing.
const WITHOUT_WIDGET: &str = "/pages/without_widget.html";
const PREFIX: &str = "heard:default:";

/// The notebook's entries in both storages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct StoragePair {
    /// In localStorage.
    pub(crate) local: Texts,
    /// In `IndexedDB`.
    pub(crate) durable: Texts,
}

impl StoragePair {
    /// Reads both storages.
    pub(crate) async fn of(page: &Page) -> Self {
        let local = local_storage(page).await.into_iter();
        let local = local.filter_map(|(key, text)| Some((key.strip_prefix(PREFIX)?.into(), text)));
        let durable = run(page, "return durableTexts('heard:default');", Value::Null).await;
        let durable = serde_json::from_value(durable).expect("IndexedDB holds texts by name");
        Self { local: local.collect(), durable }
    }

    /// The texts that contain `words`, from both storages.
    pub(crate) fn texts_with(&self, words: &str) -> Vec<&str> {
        let all = self.local.values().chain(self.durable.values());
        all.map(String::as_str).filter(|text| text.contains(words)).collect()
    }

    /// The name of the entry that contains a capture with these words. It is the same in both storages.
    pub(crate) fn name_of(&self, words: &str) -> String {
        let quoted = format!("\"words\":{}", json!(words));
        let found = self.durable.iter().find(|(_, text)| text.contains(&quoted));
        found.unwrap_or_else(|| panic!("{quoted} is kept")).0.clone()
    }

    /// The labels of the quarantined texts, each with the storage in which it was found.
    pub(crate) fn quarantine(&self) -> Vec<Value> {
        let set_aside = self.durable.iter().filter(|(name, _)| name.starts_with("q:"));
        set_aside.map(|(_, label)| serde_json::from_str(label).expect("a label is JSON")).collect()
    }
}

/// Waits until everything is saved, navigates away from the widget, and returns what is stored.
pub(crate) async fn leave(site: &Site, page: &Page) -> StoragePair {
    page.flush().await;
    page.open_bare(&site.url(WITHOUT_WIDGET)).await;
    StoragePair::of(page).await
}

/// Navigates back to the widget.
pub(crate) async fn come_back(site: &Site, page: &Page) {
    page.open(&site.url(PLAIN)).await;
}

/// Writes texts to localStorage, replacing those of the same names.
pub(crate) async fn put_local(page: &Page, texts: &Texts) {
    let js = "for (const [name, text] of Object.entries(args[1])) localStorage.setItem(args[0] + name, text);";
    run(page, js, json!([PREFIX, texts])).await;
}

/// Writes texts to `IndexedDB`, replacing those of the same names.
pub(crate) async fn put_durable(page: &Page, texts: &Texts) {
    run(page, "await putDurable('heard:default', args[0]);", json!([texts])).await;
}

/// Clears localStorage, as a user or a host may.
pub(crate) async fn clear_local(page: &Page) {
    run(page, "localStorage.clear();", Value::Null).await;
}

/// Clears `IndexedDB`, as a browser may when storage runs short.
pub(crate) async fn clear_durable(page: &Page) {
    run(page, "await clearDurable('heard:default');", Value::Null).await;
}

async fn run(page: &Page, js: &str, args: Value) -> Value {
    let helpers = include_str!("storage_pair.js");
    page.eval_async(&format!("const args = arguments[0] ?? [];\n{helpers}\n{js}"), vec![args]).await
}
