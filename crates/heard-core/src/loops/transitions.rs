//! The allowed steps of a loop, and the state that each step leads to.

use crate::event::loop_step::StepKind;
use crate::loops::state::StateKind;

use StateKind::{Acknowledged, Doing, Done, Heard, NotDoing};

/// The state after a step of an open loop; `None` if the state does not allow the step.
///
/// There is a row for each state in the order of [`StateKind`], and a column for each step in the order of
/// [`StepKind`]. Closing leaves the state unchanged: whether the client closed a loop is stored separately.
const TRANSITIONS: [[Option<StateKind>; 7]; 5] = {
    const NO: Option<StateKind> = None;
    const HEARD: Option<StateKind> = Some(Heard);
    const ACKNOWLEDGED: Option<StateKind> = Some(Acknowledged);
    const DOING: Option<StateKind> = Some(Doing);
    const DONE: Option<StateKind> = Some(Done);
    const NOT_DOING: Option<StateKind> = Some(NotDoing);
    [
        // Columns: raise again, acknowledge, start, finish, decline, tell back, close.
        [HEARD, ACKNOWLEDGED, DOING, DONE, NOT_DOING, HEARD, HEARD],
        [ACKNOWLEDGED, NO, DOING, DONE, NOT_DOING, ACKNOWLEDGED, ACKNOWLEDGED],
        [DOING, NO, NO, DONE, NOT_DOING, DOING, DOING],
        [HEARD, NO, NO, NO, NO, DONE, DONE],
        [HEARD, NO, DOING, NO, NO, NOT_DOING, NOT_DOING],
    ]
};

/// The state that a step leads to; `None` if the step is not allowed. A loop that the client closed can only be raised
/// again, which opens it.
pub const fn next_state(state: StateKind, is_closed: bool, step: StepKind) -> Option<StateKind> {
    if is_closed && !matches!(step, StepKind::RaiseAgain) {
        return None;
    }
    TRANSITIONS[state as usize][step as usize]
}
