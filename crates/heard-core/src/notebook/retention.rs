//! Queries on when meetings ended: for the reminder to save a file, and for the retention time.

use crate::event::Event;
use crate::event::id::EventId;
use crate::event::kind::EventKind;
use crate::meeting::log::Log;
use crate::notebook::Notebook;
use crate::sorted_map;

/// A month of the retention time, in milliseconds: 30.44 days, a twelfth of the mean Gregorian year.
const MONTH_MS: i64 = 2_629_746_000;

/// Meetings that are older than a retention time, each list in the order in which they began.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expiring {
    /// Those in which no loop was raised that is still open.
    pub settled: Vec<EventId>,
    /// Those in which a loop was raised that the client has not closed.
    pub with_open_loops: Vec<EventId>,
}

impl Notebook {
    /// The number of meetings that ended after all data was last saved as a file, or of all ended meetings if it never
    /// was.
    pub fn ended_since_file(&self) -> usize {
        let saved = |event: &&Event| matches!(event.kind, EventKind::FileSaved);
        let saved = self.settings_events.iter().rev().find(saved).map(Event::id);
        let endings = self.logs().iter().filter_map(|log| log.ending());
        endings.filter(|ending| Some(ending.id) > saved).count()
    }

    /// The meetings that the settings no longer keep at `now_wall_ms`, in milliseconds since 1970 by the wall clock.
    /// Empty if meetings are kept without a limit. Packed meetings are not parsed.
    pub fn expired(&self, now_wall_ms: i64) -> Vec<EventId> {
        let Some(months) = self.settings.retention_months else { return Vec::new() };
        let Expiring { mut settled, with_open_loops } = self.expiring(months, now_wall_ms);
        if !self.settings.keep_open_loops {
            settled.extend(with_open_loops);
            sorted_map::sort(&mut settled, &Ord::cmp);
        }
        settled
    }

    /// The meetings that ended more than a retention time in months before `now_wall_ms`, in milliseconds since 1970 by
    /// the wall clock. Packed meetings are not parsed.
    pub fn expiring(&self, months: u16, now_wall_ms: i64) -> Expiring {
        let until_ms = now_wall_ms.saturating_sub(i64::from(months) * MONTH_MS);
        let is_over = |log: &Log| log.ending().is_some_and(|ending| ending.wall_ms < until_ms);
        let mut expiring = Expiring::default();
        for log in self.logs().iter().filter(|log| is_over(log)) {
            let has_open_loop = self.loops().iter().any(|one| {
                one.closed.is_none() && one.raised.iter().any(|raise| raise.meeting == Some(log.id))
            });
            let list =
                if has_open_loop { &mut expiring.with_open_loops } else { &mut expiring.settled };
            list.push(log.id);
        }
        expiring
    }
}
