//! Both ropes of the notebook as they are, and what a mishap or another build writes there past the widget.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::drive::{Page, Site};
use crate::scene::{PLAIN, storage};

/// Texts by name, the names without what all of them begin with.
pub(crate) type Texts = BTreeMap<String, String>;

/// A page of the same origin without the widget: from here one may write without being overwritten.
const ELSEWHERE: &str = "/pages/elsewhere.html";
const PREFIX: &str = "heard:default:";

/// What both ropes hold of the notebook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ropes {
    /// In localStorage.
    pub(crate) local: Texts,
    /// In `IndexedDB`.
    pub(crate) durable: Texts,
}

impl Ropes {
    /// What they hold now.
    pub(crate) async fn of(page: &Page) -> Self {
        let local = storage(page).await.into_iter();
        let local = local.filter_map(|(key, text)| Some((key.strip_prefix(PREFIX)?.into(), text)));
        let durable = run(page, "return durableTexts('heard:default');", Value::Null).await;
        let durable = serde_json::from_value(durable).expect("IndexedDB holds texts by name");
        Self { local: local.collect(), durable }
    }

    /// What they hold of something, whichever rope it lies on.
    pub(crate) fn texts_with(&self, words: &str) -> Vec<&str> {
        let all = self.local.values().chain(self.durable.values());
        all.map(String::as_str).filter(|text| text.contains(words)).collect()
    }

    /// The name under which these words were caught, which is the same on both.
    pub(crate) fn name_of(&self, words: &str) -> String {
        let quoted = format!("\"words\":{}", json!(words));
        let found = self.durable.iter().find(|(_, text)| text.contains(&quoted));
        found.unwrap_or_else(|| panic!("{quoted} is kept")).0.clone()
    }

    /// The bytes that were set aside, each with where it was found.
    pub(crate) fn quarantine(&self) -> Vec<Value> {
        let set_aside = self.durable.iter().filter(|(name, _)| name.starts_with("q:"));
        set_aside.map(|(_, label)| serde_json::from_str(label).expect("a label is JSON")).collect()
    }
}

/// Leaves the widget, all being kept, and gives what both ropes hold then.
pub(crate) async fn leave(site: &Site, page: &Page) -> Ropes {
    page.flush().await;
    page.open_bare(&site.url(ELSEWHERE)).await;
    Ropes::of(page).await
}

/// Comes back to the widget.
pub(crate) async fn come_back(site: &Site, page: &Page) {
    page.open(&site.url(PLAIN)).await;
}

/// Writes these texts to localStorage over what stands there.
pub(crate) async fn put_local(page: &Page, texts: &Texts) {
    let js = "for (const [name, text] of Object.entries(args[1])) localStorage.setItem(args[0] + name, text);";
    run(page, js, json!([PREFIX, texts])).await;
}

/// Writes these texts to `IndexedDB` over what stands there.
pub(crate) async fn put_durable(page: &Page, texts: &Texts) {
    run(page, "await putDurable('heard:default', args[0]);", json!([texts])).await;
}

/// Clears localStorage, as a user or a host may.
pub(crate) async fn clear_local(page: &Page) {
    run(page, "localStorage.clear();", Value::Null).await;
}

/// Clears `IndexedDB`, as a browser in need of room may.
pub(crate) async fn clear_durable(page: &Page) {
    run(page, "await clearDurable('heard:default');", Value::Null).await;
}

async fn run(page: &Page, js: &str, args: Value) -> Value {
    let both = include_str!("ropes.js");
    page.eval_async(&format!("const args = arguments[0] ?? [];\n{both}\n{js}"), vec![args]).await
}
