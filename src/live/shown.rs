//! What a widget shows of the live notebook, as Yew's reducible.

use std::rc::Rc;

use heard_core::{Desk, EventId};
use yew::prelude::*;

use crate::live::{Draft, Live};
use crate::shell::notebook::Mode;

/// A picture of the notebook at one version. Compared by its parts' pointers, so that nothing unchanged is drawn.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Counts the changes.
    pub version: u64,
    /// What is kept, folded.
    pub desk: Rc<Desk>,
    /// The meeting that lies on the desk for review.
    pub review: Option<EventId>,
    /// How safely things are kept.
    pub mode: Mode,
    /// How many entries could not be read.
    pub unread: usize,
    /// The capture line as it was when the notebook was opened, or as a reload found it.
    pub draft: Rc<Draft>,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        self.version == other.version
    }
}

/// The one reducible: the latest picture wins, and the same one draws nothing.
#[derive(PartialEq)]
struct Latest(Rc<Shown>);

impl Reducible for Latest {
    type Action = Rc<Shown>;

    fn reduce(self: Rc<Self>, next: Rc<Shown>) -> Rc<Self> {
        if next.version == self.0.version { self } else { Rc::new(Self(next)) }
    }
}

/// The latest picture of a live notebook; draws anew when it changes.
#[hook]
pub(crate) fn use_live(live: &Rc<Live>) -> Rc<Shown> {
    let latest = use_reducer(|| Latest(live.shown()));
    let dispatcher = latest.dispatcher();
    use_effect_with(Rc::as_ptr(live), {
        let live = Rc::clone(live);
        move |_| {
            dispatcher.dispatch(live.shown());
            let weak = Rc::downgrade(&live);
            let watch = live.watch(move |_, _| {
                if let Some(live) = weak.upgrade() {
                    dispatcher.dispatch(live.shown());
                }
            });
            move || drop(watch)
        }
    });
    Rc::clone(&latest.0)
}
