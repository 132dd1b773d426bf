//! Queries in the widget's shadow root.

use fantoccini::elements::Element;
use serde_json::{Value, json};

use super::page::Page;

/// The key under which `WebDriver` returns elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Finds the element, or fails with an excerpt of the shadow root.
const FIND: &str = "
const el = s && s.querySelector(args[0]);
if (!el) {
  const there = s ? s.innerHTML.slice(0, 600) : 'no shadow root';
  throw new Error(`nothing matches ${args[0]} in: ${there}`);
}
";

/// The rendered text of `el`. SVG elements have only `textContent`.
const TEXT: &str = "(el.innerText ?? el.textContent).trim()";

impl Page {
    /// The first element that matches in the shadow root.
    pub(crate) async fn find(&self, css: &str) -> Element {
        self.element(css, "return el;").await
    }

    /// The rendered text of the first match.
    pub(crate) async fn text(&self, css: &str) -> String {
        string(self.found(&format!("return {TEXT};"), json!([css])).await)
    }

    /// An attribute of the first match. `None` if it is absent.
    pub(crate) async fn attr(&self, css: &str, name: &str) -> Option<String> {
        match self.found("return el.getAttribute(args[1]);", json!([css, name])).await {
            Value::Null => None,
            value => Some(string(value)),
        }
    }

    /// Whether any element matches.
    pub(crate) async fn exists(&self, css: &str) -> bool {
        let js = "return Boolean(s && s.querySelector(args[0]));";
        self.widget_with(js, json!([css])).await == true
    }

    /// The texts of all matches, in document order.
    pub(crate) async fn all_texts(&self, css: &str) -> Vec<String> {
        let js = format!("return s ? [...s.querySelectorAll(args[0])].map((el) => {TEXT}) : [];");
        match self.widget_with(&js, json!([css])).await {
            Value::Array(texts) => texts.into_iter().map(string).collect(),
            other => panic!("expected a list of texts, got {other}"),
        }
    }

    /// The first match, scrolled into view.
    pub(super) async fn find_in_view(&self, css: &str) -> Element {
        self.element(css, "el.scrollIntoView({ block: 'center', behavior: 'instant' }); return el;")
            .await
    }

    async fn element(&self, css: &str, js: &str) -> Element {
        let found = self.found(js, json!([css])).await;
        let id = string(found[ELEMENT].clone());
        Element::from_element_id(self.client().await.clone(), id.into())
    }

    /// Runs `js` with `el` bound to the first match of the selector in `args[0]`.
    async fn found(&self, js: &str, args: Value) -> Value {
        let found = self.ask(&format!("{FIND}{js}"), args).await;
        found.unwrap_or_else(|refused| panic!("{refused}"))
    }
}

fn string(value: Value) -> String {
    match value {
        Value::String(text) => text,
        other => panic!("expected a text, got {other}"),
    }
}
