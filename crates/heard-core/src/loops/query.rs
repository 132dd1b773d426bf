//! Search queries on loops.

use std::rc::Rc;

use crate::event::id::EventId;
use crate::loops::model::{Loop, LoopKind};
use crate::loops::state::StateKind;
use crate::time::Day;

/// The number of days before a promised day from which the day counts as near.
const SOON_DAYS: i64 = 7;

/// A filter on the client or the owner of a loop.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Whose<T> {
    /// Matches every loop.
    #[default]
    Any,
    /// Matches loops without one.
    Nobodys,
    /// Matches loops with this one.
    Of(T),
}

impl<T> Whose<T> {
    fn fits<U>(&self, of: Option<U>, is: impl Fn(&T, U) -> bool) -> bool {
        match (self, of) {
            (Self::Any, _) | (Self::Nobodys, None) => true,
            (Self::Of(one), Some(other)) => is(one, other),
            _ => false,
        }
    }
}

/// A search query. A loop has to match every part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The client.
    pub client: Whose<EventId>,
    /// The owner: the person on the consultant's side who is responsible.
    pub owner: Whose<Rc<str>>,
    /// The state; `None` for any.
    pub state: Option<StateKind>,
    /// The kind; `None` for any.
    pub kind: Option<LoopKind>,
    /// The search words, separated by white space. Each has to occur in the loop's text, ignoring the case of ASCII
    /// letters.
    pub words: String,
    /// Whether loops that the client closed are included.
    pub closed: bool,
}

impl Query {
    /// Returns whether the query has no restriction other than the client and the inclusion of closed loops.
    pub fn is_open(&self) -> bool {
        let Self { owner, state, kind, words, .. } = self;
        let is_any = *owner == Whose::Any && state.is_none() && kind.is_none();
        is_any && words.trim().is_empty()
    }

    /// Returns whether a loop matches the query, except for the search words and the inclusion of closed loops.
    pub(super) fn fits(&self, one: &Loop) -> bool {
        self.client.fits(one.client, |client, of| *client == of)
            && self.owner.fits(one.owner.as_deref(), |owner, of| &**owner == of)
            && self.state.is_none_or(|state| state == StateKind::of(&one.state))
            && self.kind.is_none_or(|kind| kind == one.kind)
    }
}

impl Loop {
    /// The number of days until the promised day, negative if it is past. `None` if no day was promised, or the loop is
    /// settled or closed.
    pub fn due_in_days(&self, today: Day) -> Option<i64> {
        let is_open = self.closed.is_none() && !self.state.is_settled();
        self.promised_by.filter(|_| is_open).map(|day| day.days_since(today))
    }

    /// Returns whether the promised day is past, or at most seven days away.
    pub fn is_due(&self, today: Day) -> bool {
        self.due_in_days(today).is_some_and(|days| days <= SOON_DAYS)
    }
}
