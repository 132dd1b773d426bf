//! Runs JavaScript in the page and returns its result.

use std::fmt;

use serde_json::{Value, json};

use super::page::Page;

/// Runs a body as an async function and reports its result. The inner function keeps the meaning of `return`, `await`
/// and `arguments` in the body.
const ASYNC: &str = r"
const report = arguments[arguments.length - 1];
const given = Array.prototype.slice.call(arguments, 0, -1);
(async function () { BODY }).apply(null, given).then(
  (value) => report({ value: value === undefined ? null : value }),
  (error) => report({
    code: String((error && error.code) ?? ''),
    message: String((error && error.message) ?? error),
  }),
);";

/// Binds `w` to the widget and `s` to its shadow root; the first argument is the widget's selector. `s` is the
/// element itself if it has no shadow root, such as a page's body.
const BOUND: &str = r"
const w = document.querySelector(arguments[0]);
const s = w && (w.shadowRoot ?? w);
const args = Array.prototype.slice.call(arguments, 1);
";

/// A rejection: the `code` and the `message` of the error, as in the contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rejected {
    /// The stable error code, empty if the error has none.
    pub(crate) code: String,
    /// The human-readable message.
    pub(crate) message: String,
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let between = if self.code.is_empty() { "" } else { ": " };
        write!(f, "{}{between}{}", self.code, self.message)
    }
}

impl Page {
    /// Runs `js`, the body of a function, in the page and returns its result.
    pub(crate) async fn eval(&self, js: &str, args: Vec<Value>) -> Value {
        let client = self.client().await;
        client.execute(js, args).await.unwrap_or_else(|error| panic!("{error}\nin `{js}`"))
    }

    /// Like `eval`, for the body of an async function: it may `await`, and a returned promise is awaited.
    pub(crate) async fn eval_async(&self, js: &str, args: Vec<Value>) -> Value {
        self.attempt(js, args).await.unwrap_or_else(|refused| panic!("{refused}\nin `{js}`"))
    }

    /// Runs `js`, the body of an async function, with `w` bound to the widget and `s` to its shadow
    /// root.
    pub(crate) async fn widget(&self, js: &str) -> Value {
        self.widget_with(js, json!([])).await
    }

    /// Like `widget`, with `args` bound to a list of values.
    pub(crate) async fn widget_with(&self, js: &str, args: Value) -> Value {
        self.ask(js, args).await.unwrap_or_else(|refused| panic!("{refused}\nin `{js}`"))
    }

    /// Like `widget_with`, but returns a rejection as an error.
    pub(super) async fn ask(&self, js: &str, args: Value) -> Result<Value, Rejected> {
        let mut given = vec![Value::from(self.widget.as_str())];
        match args {
            Value::Array(args) => given.extend(args),
            one => given.push(one),
        }
        self.attempt(&format!("{BOUND}{js}"), given).await
    }

    pub(super) async fn attempt(&self, js: &str, args: Vec<Value>) -> Result<Value, Rejected> {
        // The newline keeps a comment at the end of `js` from hiding the rest.
        let script = ASYNC.replace("BODY", &format!("{js}\n"));
        let client = self.client().await;
        let mut answer = client
            .execute_async(&script, args)
            .await
            .unwrap_or_else(|error| panic!("{error}\nin `{js}`"));
        match answer["message"].take() {
            Value::String(message) => {
                Err(Rejected { code: answer["code"].as_str().unwrap_or_default().into(), message })
            }
            _ => Ok(answer["value"].take()),
        }
    }
}
