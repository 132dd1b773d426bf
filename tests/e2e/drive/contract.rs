//! The element's own API, as a host's script uses it.

use serde_json::{Value, json};

use super::page::Page;
use super::script::Refused;

impl Page {
    /// Calls a method of the element and awaits it. A list is spread over the method's arguments,
    /// anything else is the one argument, and `null` is none.
    pub(crate) async fn call(&self, method: &str, args: Value) -> Result<Value, Refused> {
        let args = match args {
            Value::Array(args) => args,
            Value::Null => Vec::new(),
            one => vec![one],
        };
        self.ask("return w[args[0]](...args[1]);", json!([method, args])).await
    }

    /// A property of the element.
    pub(crate) async fn prop(&self, name: &str) -> Value {
        self.widget_with("return w[args[0]];", json!([name])).await
    }

    /// Waits until everything is kept durably and drawn.
    pub(crate) async fn flush(&self) {
        let flushed = self.call("flush", Value::Null).await;
        flushed.unwrap_or_else(|refused| panic!("flush was refused: {refused}"));
    }

    /// Listens for an event of the element from now on; `events` tells what came.
    pub(crate) async fn listen(&self, event: &str) {
        let js = "
            w.e2eEvents ??= [];
            w.addEventListener(args[0], ({ type, detail }) => w.e2eEvents.push({ type, detail }));";
        self.widget_with(js, json!([event])).await;
    }

    /// The events that came since `listen` and were not yet taken, in order, each as `{ type,
    /// detail }`.
    pub(crate) async fn events(&self) -> Vec<Value> {
        match self.widget("return (w.e2eEvents ?? []).splice(0);").await {
            Value::Array(events) => events,
            other => panic!("events are a list, not {other}"),
        }
    }
}
