//! Loops: all issues and promises, in the client's words, until the client closes them.
//!
//! The modules define the states, the allowed steps and the time without an update. Only the capture that began a loop
//! and its steps are stored; everything else is computed from these events.

pub(crate) mod collect;
pub(crate) mod extract;
pub(crate) mod imported;
pub(crate) mod list;
pub(crate) mod model;
mod query;
pub(crate) mod similarity;
mod state;
mod transitions;

pub use crate::event::loop_step::{Phrase, Step, StepKind, Stepped};
pub use list::{Found, ListedLoop, LoopList};
pub use model::{Entry, Loop, LoopKind, Raise, Update};
pub use query::{Query, Whose};
pub use similarity::{ALIKE_PERCENT, likeness_percent};
pub use state::{State, StateKind};
pub use transitions::next_state;

pub(crate) use collect::{Loops, Sources, collect};
pub(crate) use extract::{Extract, extract};
pub(crate) use imported::{loop_id, read as read_imported};
