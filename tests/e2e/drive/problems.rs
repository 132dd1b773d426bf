//! Checks of every run: no network request after the widget is ready, and no error and no policy violation at any
//! time.

use std::fmt;
use std::sync::Mutex;

use fantoccini::Client;
use serde_json::Value;

use super::command::take_log;

/// Runs first in every document and writes policy violations to the browser's log.
pub(super) const SCRIPT: &str = include_str!("policy_violations.js");

/// Waits for two tasks of the event loop, so that the effects of the last input are in the log before it is read.
const BARRIER: &str = "
const done = arguments[0];
setTimeout(() => setTimeout(done));
";

/// An event that fails the test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Problem {
    /// A network request after the widget was ready.
    Request(String),
    /// A console error, an uncaught exception or rejection, or a policy violation, in the browser's words.
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

/// The problems in one browser, from all its tabs.
#[derive(Debug, Default)]
pub(super) struct ProblemLog(Mutex<LoggedProblems>);

#[derive(Debug, Default)]
struct LoggedProblems {
    /// Whether the widget is ready, so that a request is a problem.
    ready: bool,
    problems: Vec<Problem>,
}

impl ProblemLog {
    /// The page has loaded: requests are problems from now on.
    pub(super) async fn start_watching_requests(&self, client: &Client) {
        self.read_logs(client).await;
        self.0.lock().unwrap().ready = true;
    }

    /// The page is about to load: requests are not problems from now on.
    pub(super) async fn stop_watching_requests(&self, client: &Client) {
        self.read_logs(client).await;
        self.0.lock().unwrap().ready = false;
    }

    /// Takes all problems so far.
    pub(super) async fn take(&self, client: &Client) -> Vec<Problem> {
        self.read_logs(client).await;
        std::mem::take(&mut self.0.lock().unwrap().problems)
    }

    /// Reads what the browser has logged since the last time.
    pub(super) async fn read_logs(&self, client: &Client) {
        client.execute_async(BARRIER, Vec::new()).await.expect("the page runs scripts");
        let errors = take_log(client, "browser").await;
        let traffic = take_log(client, "performance").await;

        let mut log = self.0.lock().unwrap();
        log.problems.extend(errors.iter().filter_map(error_in).map(Problem::Error));
        if log.ready {
            log.problems.extend(traffic.iter().filter_map(request_in).map(Problem::Request));
        }
    }
}

fn error_in(entry: &Value) -> Option<String> {
    let severe = entry["level"] == "SEVERE";
    severe.then(|| entry["message"].as_str().unwrap_or_default().into())
}

fn request_in(entry: &Value) -> Option<String> {
    let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
    let event = &message["message"];
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
