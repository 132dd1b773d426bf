//! Looking up: a touch, a key or the pointer brings the details back for a while.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// How long the details stay after the last sign of interest, in milliseconds.
const STAY_MS: u32 = 3_000;

/// Whether the details are called up, and how to call them up or send them away.
#[derive(Clone, PartialEq)]
pub(crate) struct Peek {
    /// Whether they are called up now.
    pub(crate) awake: bool,
    /// Call with `true` for interest, with `false` to rest at once.
    pub(crate) set: Callback<bool>,
}

/// Keeps the details awake for a few seconds after each sign of interest.
#[hook]
pub(crate) fn use_peek() -> Peek {
    let awake = use_state_eq(|| false);
    let lapse = use_mut_ref(|| None::<Timeout>);
    let set = use_callback(awake.setter(), move |interest: bool, awake| {
        awake.set(interest);
        let later = awake.clone();
        let rest = interest.then(|| Timeout::new(STAY_MS, move || later.set(false)));
        lapse.replace(rest);
    });
    Peek { awake: *awake, set }
}
