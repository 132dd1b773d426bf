//! What somebody looks for among the loops.

use std::rc::Rc;

use crate::event::id::EventId;
use crate::loops::model::{Loop, LoopKind};
use crate::loops::state::StateKind;
use crate::time::Day;

/// A promised day is near from so many days before it on.
const SOON_DAYS: i64 = 7;

/// Whose are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Whose<T> {
    /// All, whosever they are.
    #[default]
    Any,
    /// Those that are nobody's.
    Nobodys,
    /// Those of one.
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

/// What somebody looks for: everything that is said of it has to fit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Of which client.
    pub client: Whose<EventId>,
    /// Who of us sees to it.
    pub owner: Whose<Rc<str>>,
    /// Where it stands.
    pub state: Option<StateKind>,
    /// What it is of.
    pub kind: Option<LoopKind>,
    /// What was typed: each word has to occur, the case of ASCII letters aside.
    pub words: String,
    /// Whether what the client closed is wanted too.
    pub closed: bool,
}

impl Query {
    /// Whether nothing is said of what is looked for, whose it is and the closed ones aside.
    pub fn is_open(&self) -> bool {
        let Self { owner, state, kind, words, .. } = self;
        let is_any = *owner == Whose::Any && state.is_none() && kind.is_none();
        is_any && words.trim().is_empty()
    }

    /// Whether a loop fits, the typed words and the closed ones aside.
    pub(super) fn fits(&self, one: &Loop) -> bool {
        self.client.fits(one.client, |client, of| *client == of)
            && self.owner.fits(one.owner.as_deref(), |owner, of| &**owner == of)
            && self.state.is_none_or(|state| state == StateKind::of(&one.state))
            && self.kind.is_none_or(|kind| kind == one.kind)
    }
}

impl Loop {
    /// How many days from now its promised day is, below nought where it has passed; none, where no day was promised or what
    /// was promised is settled.
    pub fn due_in_days(&self, today: Day) -> Option<i64> {
        let is_open = self.closed.is_none() && !self.state.is_settled();
        self.promised_by.filter(|_| is_open).map(|day| day.days_since(today))
    }

    /// Whether its promised day is near, or has passed.
    pub fn is_due(&self, today: Day) -> bool {
        self.due_in_days(today).is_some_and(|days| days <= SOON_DAYS)
    }
}
