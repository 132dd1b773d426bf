//! Loops: every issue and every promise, in the client's words, until the client closes it.
//!
//! What may live here says where a loop stands, which step leads on from there, and for how long they have had no word.
//! Nothing is kept of a loop but the capture that began it and the steps taken since: the rest is a fold, as everywhere.

mod brought;
mod gather;
mod handle;
mod likeness;
mod one;
mod query;
mod seed;
mod shelf;
mod step;

pub use handle::{
    Acknowledged, Closed, Doing, Done, Handle, Heard, NotDoing, Open, Standing, Unsettled,
    Unstarted,
};
pub use likeness::{ALIKE_PERCENT, likeness_percent};
pub use one::{Entry, Loop, LoopKind, Raise, State, Told};
pub use query::{Query, StateKind, Whose};
pub use shelf::{Found, Shelf, Shelved};
pub use step::{Phrase, Step, StepKind, Stepped};

pub(crate) use brought::{loop_id, read as read_brought};
pub(crate) use gather::{Loops, gather};
pub(crate) use seed::{Seeds, seeds};
