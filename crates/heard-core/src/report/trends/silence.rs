//! The number of days without an update to the client, on a past day.

use crate::loops::{Loop, Step};
use crate::time::{Day, Local};

/// The number of days without an update to the client, at the end of `day`. `None` if no update was due on that day: the
/// loop was not raised yet, the client had closed it, or it was settled and the client had been told.
///
/// Entries are dated by when they happened, not by when they were noted. The past of an imported loop is known only from
/// its history.
pub fn silence_on(one: &Loop, day: Day) -> Option<u64> {
    let by_then = |at: &Local| at.day() <= day;
    let raised = one.raised.first().filter(|raise| by_then(&raise.at))?;
    let updated = one.last_update.as_ref().map(|updated| updated.at);
    let happened = one.raised.iter().map(|raise| raise.at);
    let happened = happened.chain(one.history.iter().map(|entry| entry.at));
    if happened.chain(updated).chain(one.closed).all(|at| by_then(&at)) {
        return one.awaits_word().then(|| one.silence_days(day));
    }
    let mut then = Then { updated: updated.filter(by_then).map(Local::day), ..Then::default() };
    // Both lists are in the order of their events.
    let again = one.raised.iter().filter(|raise| by_then(&raise.at)).skip(1);
    let mut again = again.filter_map(|raise| raise.capture).peekable();
    for entry in &one.history {
        while again.next_if(|capture| Some(*capture) < entry.event).is_some() {
            then.raise();
        }
        if by_then(&entry.at) {
            then.take(&entry.step, entry.at.day());
        }
    }
    again.for_each(|_| then.raise());
    let since = then.updated.unwrap_or_else(|| raised.at.day());
    then.awaits_word().then(|| u64::try_from(day.days_since(since)).unwrap_or(0))
}

/// The state of a loop while its history is replayed.
#[derive(Default)]
struct Then {
    updated: Option<Day>,
    is_closed: bool,
    is_settled: bool,
    /// Whether the client had an update since the loop was settled.
    know: bool,
}

impl Then {
    fn raise(&mut self) {
        (self.is_closed, self.is_settled) = (false, false);
    }

    fn take(&mut self, step: &Step, on: Day) {
        match step {
            Step::RaisedAgain => self.raise(),
            Step::Acknowledged | Step::Started => self.is_settled = false,
            Step::Finished | Step::Declined { .. } => (self.is_settled, self.know) = (true, false),
            Step::ToldBack { .. } => {
                self.updated = self.updated.max(Some(on));
                self.know = self.is_settled;
            }
            Step::Closed => self.is_closed = true,
        }
    }

    const fn awaits_word(&self) -> bool {
        !(self.is_closed || self.is_settled && self.know)
    }
}
