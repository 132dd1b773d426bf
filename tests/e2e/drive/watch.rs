//! What every run proves: once ready, not one request; at any time, no error and no policy
//! violation.

use std::fmt;
use std::sync::Mutex;

use fantoccini::Client;
use serde_json::Value;

use super::command::take_log;

/// Runs first in every document, and tells policy violations to the browser's log.
pub(super) const SCRIPT: &str = include_str!("watch.js");

/// Gives the page two turns of the event loop, so that what a touch has set off is in the log
/// before it is read.
const BARRIER: &str = "
const told = arguments[0];
setTimeout(() => setTimeout(told));
";

/// Something that must not happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Problem {
    /// A network request after the widget was ready.
    Request(String),
    /// A console error, an uncaught exception or rejection, a policy violation, as the browser
    /// words it.
    Error(String),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Request(what) => write!(f, "a request after ready: {what}"),
            Self::Error(what) => write!(f, "an error: {what}"),
        }
    }
}

/// The problems noticed in one browser, in all its tabs.
#[derive(Debug, Default)]
pub(super) struct Watch(Mutex<Noticed>);

#[derive(Debug, Default)]
struct Noticed {
    /// Whether the widget is ready, so that a request is a problem.
    settled: bool,
    problems: Vec<Problem>,
}

impl Watch {
    /// The page has finished loading: requests count from here.
    pub(super) async fn settle(&self, client: &Client) {
        self.notice(client).await;
        self.0.lock().unwrap().settled = true;
    }

    /// The page is about to load: requests do not count from here.
    pub(super) async fn unsettle(&self, client: &Client) {
        self.notice(client).await;
        self.0.lock().unwrap().settled = false;
    }

    /// All problems so far, which are then forgotten.
    pub(super) async fn take(&self, client: &Client) -> Vec<Problem> {
        self.notice(client).await;
        std::mem::take(&mut self.0.lock().unwrap().problems)
    }

    /// Reads what the browser has logged since the last time.
    pub(super) async fn notice(&self, client: &Client) {
        client.execute_async(BARRIER, Vec::new()).await.expect("the page still answers");
        let errors = take_log(client, "browser").await;
        let traffic = take_log(client, "performance").await;

        let mut noticed = self.0.lock().unwrap();
        noticed.problems.extend(errors.iter().filter_map(error_in).map(Problem::Error));
        if noticed.settled {
            noticed.problems.extend(traffic.iter().filter_map(request_in).map(Problem::Request));
        }
    }
}

fn error_in(entry: &Value) -> Option<String> {
    let severe = entry["level"] == "SEVERE";
    severe.then(|| entry["message"].as_str().unwrap_or_default().into())
}

fn request_in(entry: &Value) -> Option<String> {
    let told: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
    let event = &told["message"];
    let params = &event["params"];
    let (method, url) = match event["method"].as_str()? {
        "Network.requestWillBeSent" => (&params["request"]["method"], &params["request"]["url"]),
        kind @ ("Network.webSocketCreated" | "Network.webTransportCreated") => {
            return Some(format!("{kind} {}", params["url"].as_str()?));
        }
        _ => return None,
    };
    let url = url.as_str()?;
    let stays_inside = url.starts_with("data:") || url.starts_with("blob:");
    (!stays_inside).then(|| format!("{} {url}", method.as_str().unwrap_or("?")))
}
