//! The actions that a page reported before it was terminated.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::drive::Report;

/// An action whose promise has resolved in the page.
#[derive(Debug)]
pub(super) struct Action {
    /// Its index in the meeting.
    pub(super) n: u64,
    /// The kind of action.
    pub(super) act: String,
    /// The report: words, id and other details.
    pub(super) value: Value,
    /// The time of arrival by the test's clock.
    pub(super) at: Instant,
}

/// All actions of a trial in order, and which of them are flushed.
#[derive(Debug, Default)]
pub(super) struct ActionLog {
    pub(super) actions: Vec<Action>,
    flushed: BTreeMap<u64, Instant>,
    /// Unexpected reports.
    pub(super) unexpected: Vec<String>,
}

impl ActionLog {
    pub(super) fn of(reports: Vec<Report>) -> Self {
        let mut log = Self::default();
        for Report { at, value } in reports {
            let n = value["n"].as_u64().unwrap_or_default();
            match value["what"].as_str() {
                Some("done") => {
                    let act = value["act"].as_str().unwrap_or_default().to_owned();
                    log.actions.push(Action { n, act, value, at });
                }
                Some("flushed") => drop(log.flushed.insert(n, at)),
                Some("read") => {}
                _ => log.unexpected.push(format!("the page reported {value}")),
            }
        }
        // Reports may arrive out of order.
        log.actions.sort_by_key(|action| action.n);
        log
    }

    /// Whether a `flush` after this action has resolved.
    pub(super) fn is_flushed(&self, n: u64) -> bool {
        self.flushed.range(n..).next().is_some()
    }

    /// The time from the action to the resolution of the `flush` that was called with it.
    pub(super) fn wait(&self, action: &Action) -> Option<Duration> {
        Some(self.flushed.get(&action.n)?.saturating_duration_since(action.at))
    }
}
