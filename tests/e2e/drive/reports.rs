//! Messages that pages post to the site, with their time, for browsers without a driver.

use std::sync::{Condvar, Mutex};
use std::time::{Duration, Instant};

use serde_json::Value;

/// Pages post any JSON value to this path.
pub(super) const PATH: &str = "/report";

/// A posted message.
#[derive(Debug, Clone)]
pub(crate) struct Report {
    /// The time of arrival by the test's clock.
    pub(crate) at: Instant,
    pub(crate) value: Value,
}

/// All messages so far, in the order of arrival.
#[derive(Debug, Default)]
pub(crate) struct Reports {
    received: Mutex<Vec<Report>>,
    arrival: Condvar,
}

impl Reports {
    pub(super) fn add(&self, at: Instant, body: &str) {
        let value = serde_json::from_str(body).unwrap_or_else(|_| Value::String(body.into()));
        self.received.lock().unwrap().push(Report { at, value });
        self.arrival.notify_all();
    }

    /// All messages that satisfy `wanted`.
    pub(crate) fn all(&self, wanted: impl Fn(&Value) -> bool) -> Vec<Report> {
        self.received
            .lock()
            .unwrap()
            .iter()
            .filter(|report| wanted(&report.value))
            .cloned()
            .collect()
    }

    /// Waits for the first message that satisfies `wanted`. `None` if none arrives within this time.
    pub(crate) fn first(&self, within: Duration, wanted: impl Fn(&Value) -> bool) -> Option<Value> {
        let received = self.received.lock().unwrap();
        let found = |received: &Vec<Report>| received.iter().find(|r| wanted(&r.value)).cloned();
        let (received, _) = self
            .arrival
            .wait_timeout_while(received, within, |received| found(received).is_none())
            .expect("no thread has panicked with the lock");
        found(&received).map(|report| report.value)
    }

    /// Blocks for this long while further messages arrive.
    pub(crate) fn listen_for(&self, time: Duration) {
        let received = self.received.lock().unwrap();
        drop(self.arrival.wait_timeout_while(received, time, |_| true));
    }
}
