//! The opening card: what a client still waits for, and was not asked to confirm, before a meeting with them.

use std::rc::Rc;

use crate::event::capture::{Capture, Kind};
use crate::event::id::EventId;
use crate::loops::Loop;
use crate::meeting::Meeting;
use crate::notebook::Notebook;
use crate::sorted_map;
use crate::time::Day;

/// What one should know before going in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// What word from us is due on, the longest silence first.
    pub waiting: Vec<Rc<Loop>>,
    /// What is promised by a day and not settled, the nearest day first.
    pub promised: Vec<Rc<Loop>>,
    /// The outcomes of the last meeting to which the client has not said yes.
    pub unconfirmed: Vec<Rc<Capture>>,
    /// The last meeting with them, if there was one.
    pub last: Option<Rc<Meeting>>,
}

impl Notebook {
    /// The opening card of a client.
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
