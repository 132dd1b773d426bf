//! Commands that Chromium adds to the `WebDriver` protocol: its debugging protocol and its logs.

use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

#[derive(Debug)]
struct Vendor {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Vendor {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let session = session.expect("a vendor command needs an open session");
        base.join(&format!("session/{session}/{}", self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

/// Sends one command of the debugging protocol to the current tab.
pub(super) async fn cdp(client: &Client, command: &str, params: Value) -> Value {
    let body = json!({ "cmd": command, "params": params });
    client
        .issue_cmd(Vendor { path: "goog/cdp/execute", body })
        .await
        .unwrap_or_else(|error| panic!("the browser refused {command}: {error}"))
}

/// Registers a script that runs in every document of the current tab before the document's own scripts.
pub(super) async fn run_first(client: &Client, source: String) {
    cdp(client, "Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await;
}

/// Takes the entries logged under `kind` since the last call.
pub(super) async fn take_log(client: &Client, kind: &str) -> Vec<Value> {
    let entries = client
        .issue_cmd(Vendor { path: "se/log", body: json!({ "type": kind }) })
        .await
        .unwrap_or_else(|error| panic!("the browser gave no {kind} log: {error}"));
    match entries {
        Value::Array(entries) => entries,
        other => panic!("the {kind} log should be a list, not {other}"),
    }
}
