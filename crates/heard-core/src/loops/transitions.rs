//! Which step leads on from where a loop stands. One that does not fit can not be written down:
//!
//! ```compile_fail
//! # use heard_core::{time::Local, loops::{Done, Handle}};
//! fn again(done: Handle<Done>, at: Local) { done.finish(at); } // What is done is not done once more.
//! ```
//! ```compile_fail
//! # use heard_core::{time::Local, loops::{Closed, Handle}};
//! fn late(closed: Handle<Closed>, at: Local) { closed.acknowledge(at); } // The client has closed it.
//! ```
//! ```compile_fail
//! # use heard_core::{time::Local, loops::{Doing, Handle}};
//! fn curt(doing: Handle<Doing>, at: Local) { doing.decline(at); } // Not doing it takes a reason.
//! ```
//! ```
//! # use heard_core::{time::Local, loops::{Doing, Handle}};
//! fn well(doing: Handle<Doing>, at: Local) { doing.finish(at); }
//! ```

use std::marker::PhantomData;

use crate::event::id::EventId;
use crate::event::loop_step::{Phrase, Step, StepKind, Stepped};
use crate::time::Local;
use crate::validate::refusal::Refusal;

/// They told us, and that is all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard;
/// They know that it reached us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Acknowledged;
/// We work on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doing;
/// We say that it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done;
/// We will not do it, and said why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotDoing;
/// The client closed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closed;

/// The client has not closed it.
pub trait Open {}
/// Nobody works on it, and it is not done.
pub trait Unstarted: Open {}
/// It is neither done nor declined.
pub trait Unsettled: Open {}

impl Open for Heard {}
impl Open for Acknowledged {}
impl Open for Doing {}
impl Open for Done {}
impl Open for NotDoing {}
impl Unstarted for Heard {}
impl Unstarted for Acknowledged {}
// One may think better of it.
impl Unstarted for NotDoing {}
impl Unsettled for Heard {}
impl Unsettled for Acknowledged {}
impl Unsettled for Doing {}

/// A loop that stands somewhere. Its methods are the steps that lead on from there, and there are no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handle<S> {
    which: EventId,
    state: PhantomData<S>,
}

impl<S> Handle<S> {
    pub(super) const fn of(which: EventId) -> Self {
        Self { which, state: PhantomData }
    }

    const fn stepped(self, step: Step, at: Local) -> Stepped {
        Stepped { which: self.which, step, at }
    }

    /// The client raised it again. What was done, declined or closed is heard anew.
    pub const fn raise_again(self, at: Local) -> Stepped {
        self.stepped(Step::RaisedAgain, at)
    }
}

impl Handle<Heard> {
    /// We let them know that it reached us.
    pub const fn acknowledge(self, at: Local) -> Stepped {
        self.stepped(Step::Acknowledged, at)
    }
}

impl<S: Unstarted> Handle<S> {
    /// We began to work on it.
    pub const fn start(self, at: Local) -> Stepped {
        self.stepped(Step::Started, at)
    }
}

impl<S: Unsettled> Handle<S> {
    /// We have done it.
    pub const fn finish(self, at: Local) -> Stepped {
        self.stepped(Step::Finished, at)
    }

    /// We will not do it.
    pub const fn decline(self, because: Phrase, at: Local) -> Stepped {
        self.stepped(Step::Declined { because }, at)
    }
}

impl<S: Open> Handle<S> {
    /// They had word from us.
    pub const fn tell_back(self, how: Phrase, at: Local) -> Stepped {
        self.stepped(Step::ToldBack { how }, at)
    }

    /// The client closed it.
    pub const fn close(self, at: Local) -> Stepped {
        self.stepped(Step::Closed, at)
    }
}

/// Where a loop stands, for whoever does not know it beforehand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Heard.
    Heard(Handle<Heard>),
    /// Acknowledged.
    Acknowledged(Handle<Acknowledged>),
    /// Worked on.
    Doing(Handle<Doing>),
    /// Done, as we say.
    Done(Handle<Done>),
    /// Declined.
    NotDoing(Handle<NotDoing>),
    /// Closed by the client.
    Closed(Handle<Closed>),
}

impl Standing {
    /// The step, where it leads on from here.
    pub fn take(self, step: Step, at: Local) -> Result<Stepped, Refusal> {
        if let Step::RaisedAgain = step {
            return Ok(match self {
                Self::Heard(it) => it.raise_again(at),
                Self::Acknowledged(it) => it.raise_again(at),
                Self::Doing(it) => it.raise_again(at),
                Self::Done(it) => it.raise_again(at),
                Self::NotDoing(it) => it.raise_again(at),
                Self::Closed(it) => it.raise_again(at),
            });
        }
        match self {
            Self::Heard(it) if step == Step::Acknowledged => Ok(it.acknowledge(at)),
            Self::Heard(it) => unstarted(it, step, at)
                .or_else(|step| unsettled(it, step, at))
                .or_else(|step| open(it, step, at)),
            Self::Acknowledged(it) => unstarted(it, step, at)
                .or_else(|step| unsettled(it, step, at))
                .or_else(|step| open(it, step, at)),
            Self::Doing(it) => unsettled(it, step, at).or_else(|step| open(it, step, at)),
            Self::Done(it) => open(it, step, at),
            Self::NotDoing(it) => unstarted(it, step, at).or_else(|step| open(it, step, at)),
            Self::Closed(_) => Err(step),
        }
        .map_err(|_| Refusal::OutOfStep)
    }

    /// The kinds of step that lead on from here, in the order in which they are offered.
    pub fn offers(self) -> Vec<StepKind> {
        let at = Local { wall_ms: 0, utc_offset_min: 0 };
        let fits = |kind: &StepKind| kind.saying("-").is_ok_and(|step| self.take(step, at).is_ok());
        StepKind::ALL.into_iter().filter(fits).collect()
    }
}

fn unstarted<S: Unstarted>(it: Handle<S>, step: Step, at: Local) -> Result<Stepped, Step> {
    if step == Step::Started { Ok(it.start(at)) } else { Err(step) }
}

fn unsettled<S: Unsettled>(it: Handle<S>, step: Step, at: Local) -> Result<Stepped, Step> {
    match step {
        Step::Finished => Ok(it.finish(at)),
        Step::Declined { because } => Ok(it.decline(because, at)),
        step => Err(step),
    }
}

fn open<S: Open>(it: Handle<S>, step: Step, at: Local) -> Result<Stepped, Step> {
    match step {
        Step::ToldBack { how } => Ok(it.tell_back(how, at)),
        Step::Closed => Ok(it.close(at)),
        step => Err(step),
    }
}
