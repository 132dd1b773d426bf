//! One automatic meeting that is terminated.

use std::time::{Duration, Instant};

use serde_json::Value;

use super::action_log::ActionLog;
use super::summary::Summary;
use super::verify::missing;
use crate::drive::Site;

/// The longest time that a browser takes to start on a busy machine.
const STARTING: Duration = Duration::from_secs(120);
/// The age up to which an action that is not flushed may be missing.
const RECENT: Duration = Duration::from_millis(300);

/// An automatic meeting with a name.
pub(crate) struct Trial<'a> {
    site: &'a Site,
    name: String,
    seed: u64,
}

impl<'a> Trial<'a> {
    /// A trial whose reports are identified by `name`.
    pub(crate) fn new(site: &'a Site, name: String, seed: u64) -> Self {
        Self { site, name, seed }
    }

    /// The URL of the page that runs the meeting.
    pub(crate) fn run_url(&self) -> String {
        self.url("run")
    }

    /// The URL of the page that reports the saved data.
    pub(crate) fn read_url(&self) -> String {
        self.url("read")
    }

    /// Waits until the meeting has started, and then lets it run for this long.
    pub(crate) fn run_for(&self, time: Duration) {
        self.wait_for_report("done");
        self.site.reports().listen_for(time);
    }

    /// Waits for the report of the saved data after the termination at `terminated_at`, and compares it with the reported
    /// actions.
    pub(crate) fn check(&self, terminated_at: Instant, summary: &mut Summary) {
        let left = self.wait_for_report("read");
        let file = left["file"].as_str().unwrap_or_default();
        let file = serde_json::from_str(file).unwrap_or(Value::Null);
        let log = ActionLog::of(self.site.reports().all(|value| self.is_mine(value)));
        let (missing, wrong) = missing(&log, &file);

        summary.trials += 1;
        summary.reported += log.actions.len();
        summary.flushed += log.actions.iter().filter(|action| log.is_flushed(action.n)).count();
        summary.waits.extend(log.actions.iter().filter_map(|action| log.wait(action)));
        let name = &self.name;
        summary.faults.extend(log.unexpected.iter().map(|what| format!("{name}: {what}")));
        summary.faults.extend(wrong.into_iter().map(|what| format!("{name}: {what}")));
        for action in missing {
            let age = terminated_at.saturating_duration_since(action.at);
            let (n, act, ms) = (action.n, &action.act, age.as_millis());
            if log.is_flushed(n) {
                summary.lost.push((age, format!("{name}: {act} {n}, flushed, {ms} ms old")));
            } else if age > RECENT {
                summary.lost.push((age, format!("{name}: {act} {n}, not saved within {ms} ms")));
            } else {
                summary.missing += 1;
                summary.oldest_missing = summary.oldest_missing.max(age);
            }
        }
    }

    fn wait_for_report(&self, what: &str) -> Value {
        let wanted = |value: &Value| {
            self.is_mine(value) && (value["what"] == what || value["what"] == "broken")
        };
        let report = self.site.reports().first(STARTING, wanted);
        let report = report.unwrap_or_else(|| panic!("{}: no page reported “{what}”", self.name));
        assert_eq!(report["what"], what, "{}: {report}", self.name);
        report
    }

    fn is_mine(&self, value: &Value) -> bool {
        value["trial"] == self.name.as_str()
    }

    fn url(&self, action: &str) -> String {
        let (name, seed) = (&self.name, self.seed);
        let query = format!("action={action}&seed={seed}&trial={name}");
        self.site.url(&format!("/pages/automatic_meeting.html?{query}"))
    }
}
