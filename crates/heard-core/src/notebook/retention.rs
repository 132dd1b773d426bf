//! Queries on when meetings ended: for the reminder to save a file, and for the retention time.

use crate::event::Event;
use crate::event::id::EventId;
use crate::event::kind::EventKind;
use crate::meeting::log::Log;
use crate::notebook::Notebook;

/// A month of the retention time, in milliseconds: 30.44 days, a twelfth of the mean Gregorian year.
const MONTH_MS: i64 = 2_629_746_000;

impl Notebook {
    /// The number of meetings that ended after all data was last saved as a file, or of all ended meetings if it never
    /// was.
    pub fn ended_since_file(&self) -> usize {
        let saved = |event: &&Event| matches!(event.kind, EventKind::FileSaved);
        let saved = self.settings_events.iter().rev().find(saved).map(Event::id);
        let endings = self.logs().iter().filter_map(|log| log.ending());
        endings.filter(|ending| Some(ending.id) > saved).count()
    }

    /// The meetings that ended more than the retention time before `now_wall_ms`, in milliseconds since 1970 by the
    /// wall clock. Empty if meetings are kept without a limit. Packed meetings are not parsed.
    pub fn expired(&self, now_wall_ms: i64) -> Vec<EventId> {
        let Some(months) = self.settings.retention_months else { return Vec::new() };
        let until_ms = now_wall_ms.saturating_sub(i64::from(months) * MONTH_MS);
        let is_over = |log: &Log| log.ending().is_some_and(|ending| ending.wall_ms < until_ms);
        self.logs().iter().filter(|log| is_over(log)).map(|log| log.id).collect()
    }
}
