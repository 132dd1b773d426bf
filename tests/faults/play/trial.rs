//! One meeting under one fault.

use std::time::{Duration, Instant};

use serde_json::Value;

use super::back::missing;
use super::ledger::Ledger;
use super::tally::Tally;
use crate::drive::Site;

/// Longer than a browser takes to start on a busy machine.
const STARTING: Duration = Duration::from_secs(120);
/// An act not yet kept may be missing if it is no older than this.
const YOUNG: Duration = Duration::from_millis(300);

/// A meeting that plays itself, by its name.
pub(crate) struct Trial<'a> {
    site: &'a Site,
    name: String,
    seed: u64,
}

impl<'a> Trial<'a> {
    /// A trial whose reports the site tells apart by `name`.
    pub(crate) fn new(site: &'a Site, name: String, seed: u64) -> Self {
        Self { site, name, seed }
    }

    /// The page on which the meeting plays.
    pub(crate) fn run_url(&self) -> String {
        self.url("run")
    }

    /// The page that tells what is left of it.
    pub(crate) fn read_url(&self) -> String {
        self.url("read")
    }

    /// Waits until the meeting has begun, and then lets it play for so long.
    pub(crate) fn play_for(&self, time: Duration) {
        self.hear("shown");
        self.site.reports().listen_for(time);
    }

    /// Waits for what is left after the page died at `died`, and holds it against what was shown.
    pub(crate) fn judge(&self, died: Instant, tally: &mut Tally) {
        let left = self.hear("read");
        let file = left["file"].as_str().unwrap_or_default();
        let file = serde_json::from_str(file).unwrap_or(Value::Null);
        let ledger = Ledger::of(self.site.reports().all(|told| self.is_mine(told)));
        let (missing, wrong) = missing(&ledger, &file);

        tally.trials += 1;
        tally.shown += ledger.shown.len();
        tally.kept += ledger.shown.iter().filter(|shown| ledger.is_kept(shown.n)).count();
        tally.waits.extend(ledger.shown.iter().filter_map(|shown| ledger.wait(shown)));
        let name = &self.name;
        tally.faults.extend(ledger.complaints.iter().map(|what| format!("{name}: {what}")));
        tally.faults.extend(wrong.into_iter().map(|what| format!("{name}: {what}")));
        for shown in missing {
            let age = died.saturating_duration_since(shown.at);
            let (n, act, ms) = (shown.n, &shown.act, age.as_millis());
            if ledger.is_kept(n) {
                tally.lost.push((age, format!("{name}: {act} {n}, shown as kept, {ms} ms old")));
            } else if age > YOUNG {
                tally.lost.push((age, format!("{name}: {act} {n}, not kept in all of {ms} ms")));
            } else {
                tally.missing += 1;
                tally.oldest_missing = tally.oldest_missing.max(age);
            }
        }
    }

    fn hear(&self, what: &str) -> Value {
        let wanted =
            |told: &Value| self.is_mine(told) && (told["what"] == what || told["what"] == "broken");
        let heard = self.site.reports().first(STARTING, wanted);
        let heard = heard.unwrap_or_else(|| panic!("{}: no page told “{what}”", self.name));
        assert_eq!(heard["what"], what, "{}: {heard}", self.name);
        heard
    }

    fn is_mine(&self, told: &Value) -> bool {
        told["trial"] == self.name.as_str()
    }

    fn url(&self, action: &str) -> String {
        let (name, seed) = (&self.name, self.seed);
        let query = format!("action={action}&seed={seed}&trial={name}");
        self.site.url(&format!("/pages/playing.html?{query}"))
    }
}
