//! The opening card: a client's open loops and unconfirmed outcomes, shown before a meeting with the client.

use std::rc::Rc;

use crate::event::capture::{Capture, Kind};
use crate::event::id::EventId;
use crate::loops::Loop;
use crate::meeting::Meeting;
use crate::notebook::Notebook;
use crate::sorted_map;
use crate::time::Day;

/// A summary of what is open with a client.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// The open loops whose client waits for an update, the longest silence first.
    pub waiting: Vec<Rc<Loop>>,
    /// The open loops with a promised day that are not settled, the earliest day first.
    pub promised: Vec<Rc<Loop>>,
    /// The outcomes of the last meeting that the client has not confirmed.
    pub unconfirmed: Vec<Rc<Capture>>,
    /// The last meeting with the client; `None` if there was none.
    pub last: Option<Rc<Meeting>>,
}

impl Notebook {
    /// Creates the opening card of a client. `today` is the local day.
    pub fn opening_card(&self, client: EventId, today: Day) -> Card {
        let open = |one: &&Rc<Loop>| one.closed.is_none();
        let theirs: Vec<Rc<Loop>> = self.loops_of(Some(client)).filter(open).cloned().collect();
        let mut waiting: Vec<_> = theirs.iter().filter(|one| one.awaits_word()).cloned().collect();
        sorted_map::sort(&mut waiting, &|one, other| {
            other.silence_days(today).cmp(&one.silence_days(today))
        });
        let is_promised = |one: &Loop| one.promised_by.is_some() && !one.state.is_settled();
        let mut promised = theirs;
        promised.retain(|one| is_promised(one));
        sorted_map::sort(&mut promised, &|one, other| one.promised_by.cmp(&other.promised_by));
        let last = self.meetings_with(client).next_back().cloned();
        let unconfirmed =
            |capture: &&Rc<Capture>| capture.kind == Kind::Outcome && !capture.is_confirmed();
        let captures = last.iter().flat_map(|meeting| &meeting.captures);
        let unconfirmed = captures.filter(unconfirmed).cloned().collect();
        Card { waiting, promised, unconfirmed, last }
    }
}
