//! What a page said it had done before it died.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::drive::Report;

/// One act whose promise the page has seen fulfilled.
#[derive(Debug)]
pub(super) struct Shown {
    /// Its place in the meeting, from 0.
    pub(super) n: u64,
    /// Which kind of act.
    pub(super) act: String,
    /// What else was told of it: the words, the id.
    pub(super) told: Value,
    /// When the word of it came, by the clock of the test.
    pub(super) at: Instant,
}

/// All acts of a trial in their order, and which of them were promised to be kept.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    pub(super) shown: Vec<Shown>,
    kept: BTreeMap<u64, Instant>,
    /// What should not have been told at all.
    pub(super) complaints: Vec<String>,
}

impl Ledger {
    pub(super) fn of(reports: Vec<Report>) -> Self {
        let mut ledger = Self::default();
        for Report { at, told } in reports {
            let n = told["n"].as_u64().unwrap_or_default();
            match told["what"].as_str() {
                Some("shown") => {
                    let act = told["act"].as_str().unwrap_or_default().to_owned();
                    ledger.shown.push(Shown { n, act, told, at });
                }
                Some("kept") => drop(ledger.kept.insert(n, at)),
                Some("read") => {}
                _ => ledger.complaints.push(format!("the page said {told}")),
            }
        }
        // Reports of one page travel side by side.
        ledger.shown.sort_by_key(|shown| shown.n);
        ledger
    }

    /// Whether `flush` promised this act: asked after it, or after a later one.
    pub(super) fn is_kept(&self, n: u64) -> bool {
        self.kept.range(n..).next().is_some()
    }

    /// How long it took from the act to the promise that was asked for with it.
    pub(super) fn wait(&self, shown: &Shown) -> Option<Duration> {
        Some(self.kept.get(&shown.n)?.saturating_duration_since(shown.at))
    }
}
