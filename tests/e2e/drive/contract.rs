//! The element's public interface, as a host's script uses it.

use serde_json::{Value, json};

use super::page::Page;
use super::script::Rejected;

impl Page {
    /// Calls a method of the element and awaits it. An array is spread over the method's arguments, `null` means no
    /// arguments, and any other value is the only argument.
    pub(crate) async fn call(&self, method: &str, args: Value) -> Result<Value, Rejected> {
        let args = match args {
            Value::Array(args) => args,
            Value::Null => Vec::new(),
            one => vec![one],
        };
        self.ask("return w[args[0]](...args[1]);", json!([method, args])).await
    }

    /// Reads a property of the element.
    pub(crate) async fn prop(&self, name: &str) -> Value {
        self.widget_with("return w[args[0]];", json!([name])).await
    }

    /// Waits until everything is saved durably and rendered.
    pub(crate) async fn flush(&self) {
        let flushed = self.call("flush", Value::Null).await;
        flushed.unwrap_or_else(|refused| panic!("flush was refused: {refused}"));
    }

    /// Records an event of the element from now on; see [`Page::events`].
    pub(crate) async fn listen(&self, event: &str) {
        let js = "
            w.e2eEvents ??= [];
            w.addEventListener(args[0], ({ type, detail }) => w.e2eEvents.push({ type, detail }));";
        self.widget_with(js, json!([event])).await;
    }

    /// Takes the events recorded since the last call, in order, each as `{ type, detail }`.
    pub(crate) async fn events(&self) -> Vec<Value> {
        match self.widget("return (w.e2eEvents ?? []).splice(0);").await {
            Value::Array(events) => events,
            other => panic!("expected a list of events, got {other}"),
        }
    }
}
