//! What pages tell the site by themselves, and when it came: for browsers that no driver speaks to.

use std::sync::{Condvar, Mutex};
use std::time::{Duration, Instant};

use serde_json::Value;

/// A page posts to this path whatever it has to say, as JSON.
pub(super) const PATH: &str = "/report";

/// Something that a page has told.
#[derive(Debug, Clone)]
pub(crate) struct Report {
    /// When it came, by the clock of the test.
    pub(crate) at: Instant,
    pub(crate) told: Value,
}

/// Everything told so far, in the order in which it came.
#[derive(Debug, Default)]
pub(crate) struct Reports {
    came: Mutex<Vec<Report>>,
    more: Condvar,
}

impl Reports {
    pub(super) fn add(&self, at: Instant, body: &str) {
        let told = serde_json::from_str(body).unwrap_or_else(|_| Value::String(body.into()));
        self.came.lock().unwrap().push(Report { at, told });
        self.more.notify_all();
    }

    /// All that `wanted` says yes to.
    pub(crate) fn all(&self, wanted: impl Fn(&Value) -> bool) -> Vec<Report> {
        self.came.lock().unwrap().iter().filter(|report| wanted(&report.told)).cloned().collect()
    }

    /// Waits for the first that `wanted` says yes to.
    pub(crate) fn first(&self, within: Duration, wanted: impl Fn(&Value) -> bool) -> Option<Value> {
        let came = self.came.lock().unwrap();
        let found = |came: &Vec<Report>| came.iter().find(|r| wanted(&r.told)).cloned();
        let (came, _) = self
            .more
            .wait_timeout_while(came, within, |came| found(came).is_none())
            .expect("no thread has died over the reports");
        found(&came).map(|report| report.told)
    }

    /// Lets reports come in for so long.
    pub(crate) fn listen_for(&self, time: Duration) {
        let came = self.came.lock().unwrap();
        drop(self.more.wait_timeout_while(came, time, |_| true));
    }
}
