//! Running JavaScript in the page, and how its answers come back.

use std::fmt;

use serde_json::{Value, json};

use super::page::Page;

/// Runs a body as an async function and reports how it ended. Twice a function, so that the body's
/// `return`, `await` and `arguments` mean what they say.
const ASYNC: &str = r"
const told = arguments[arguments.length - 1];
const given = Array.prototype.slice.call(arguments, 0, -1);
(async function () { BODY }).apply(null, given).then(
  (value) => told({ value: value === undefined ? null : value }),
  (error) => told({
    code: String((error && error.code) ?? ''),
    message: String((error && error.message) ?? error),
  }),
);";

/// Binds `w` to the widget and `s` to its shadow root; the widget's selector is the first argument. What has no such root
/// is looked into itself: a page's own body, say.
const BOUND: &str = r"
const w = document.querySelector(arguments[0]);
const s = w && (w.shadowRoot ?? w);
const args = Array.prototype.slice.call(arguments, 1);
";

/// A rejection: the `code` and the `message` of the error, as the contract promises them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refused {
    /// The stable word, or nothing where the error carried none.
    pub(crate) code: String,
    /// What is meant to help.
    pub(crate) message: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let between = if self.code.is_empty() { "" } else { ": " };
        write!(f, "{}{between}{}", self.code, self.message)
    }
}

impl Page {
    /// Runs `js`, a function's body, in the page and gives what it returns.
    pub(crate) async fn eval(&self, js: &str, args: Vec<Value>) -> Value {
        let client = self.client().await;
        client.execute(js, args).await.unwrap_or_else(|error| panic!("{error}\nin `{js}`"))
    }

    /// Like `eval`, for the body of an async function: it may `await`, and a returned promise is
    /// awaited.
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

    /// Like `widget_with`, where a rejection is an answer too.
    pub(super) async fn ask(&self, js: &str, args: Value) -> Result<Value, Refused> {
        let mut given = vec![Value::from(self.widget.as_str())];
        match args {
            Value::Array(args) => given.extend(args),
            one => given.push(one),
        }
        self.attempt(&format!("{BOUND}{js}"), given).await
    }

    pub(super) async fn attempt(&self, js: &str, args: Vec<Value>) -> Result<Value, Refused> {
        // A line of its own, so that a comment at the end of `js` does not swallow the rest.
        let script = ASYNC.replace("BODY", &format!("{js}\n"));
        let client = self.client().await;
        let mut answer = client
            .execute_async(&script, args)
            .await
            .unwrap_or_else(|error| panic!("{error}\nin `{js}`"));
        match answer["message"].take() {
            Value::String(message) => {
                Err(Refused { code: answer["code"].as_str().unwrap_or_default().into(), message })
            }
            _ => Ok(answer["value"].take()),
        }
    }
}
