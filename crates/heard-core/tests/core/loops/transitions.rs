//! Every pair of a state and a step, against a list of the allowed ones.

use heard_core::Refusal;
use heard_core::loops::{Loop, State, StateKind, StepKind, next_state};

use crate::loops::model::TABLE;
use crate::scene::Scene;

/// The name of a step in the list.
fn name(step: StepKind) -> &'static str {
    step.with_text("a reason").expect("a step with a text").as_str()
}

/// The state after a step by the list, and whether the loop is closed then.
fn listed(state: StateKind, is_closed: bool, step: StepKind) -> Option<(&'static str, bool)> {
    let from = [state.as_str(), if is_closed { ", closed" } else { "" }].concat();
    let row = TABLE.iter().find(|(known, by, _)| *known == from && *by == name(step));
    row.map(|(.., to)| to.strip_suffix(", closed").map_or((*to, false), |state| (state, true)))
}

/// Every state, open and closed.
fn all_states() -> impl Iterator<Item = (StateKind, bool)> {
    StateKind::ALL.into_iter().flat_map(|state| [(state, false), (state, true)])
}

/// A loop in a state.
fn loop_in(state: StateKind, is_closed: bool) -> Loop {
    let mut scene = Scene::opened();
    let id = scene.raise_issue("The printer jams");
    let mut one = scene.the_loop(id);
    one.state = State::parse(state.as_str(), Some("too dear")).expect("a state");
    one.closed = is_closed.then(|| scene.here());
    one
}

#[test]
fn the_table_allows_the_listed_pairs_and_no_others() {
    for (state, is_closed) in all_states() {
        for step in StepKind::ALL {
            let next = next_state(state, is_closed, step).map(StateKind::as_str);
            let expected = listed(state, is_closed, step).map(|(to, _)| to);
            assert_eq!(next, expected, "{state:?}, closed: {is_closed}, {step:?}");
        }
    }
}

#[test]
fn a_loop_accepts_a_step_exactly_where_the_table_allows_it() {
    let at = Scene::opened().here();
    for (state, is_closed) in all_states() {
        let one = loop_in(state, is_closed);
        for step in StepKind::ALL {
            let tried = one.try_step(step.with_text("by mail").expect("a step"), at);
            let is_allowed = listed(state, is_closed, step).is_some();
            assert_eq!(tried.is_ok(), is_allowed, "{state:?}, closed: {is_closed}, {step:?}");
            if let Err(refusal) = tried {
                assert_eq!(refusal, Refusal::OutOfStep);
            }
            assert_eq!(one.allowed_steps().contains(&step), is_allowed);
        }
    }
}

#[test]
fn a_step_that_is_taken_leads_to_the_state_of_the_table() {
    let ways: [&[StepKind]; 5] = [
        &[],
        &[StepKind::Acknowledge],
        &[StepKind::Start],
        &[StepKind::Finish],
        &[StepKind::Decline],
    ];
    for (state, way) in StateKind::ALL.into_iter().zip(ways) {
        for close in [&[][..], &[StepKind::Close][..]] {
            for step in StepKind::ALL {
                let Some(expected) = listed(state, !close.is_empty(), step) else { continue };
                let mut scene = Scene::opened();
                let id = scene.raise_issue("The printer jams");
                for before in way.iter().chain(close).chain(&[step]) {
                    scene.take_step(id, *before, "too dear");
                }
                let one = scene.the_loop(id);
                let reached = (one.state.as_str(), one.closed.is_some());
                assert_eq!(reached, expected, "{state:?}, {close:?}, {step:?}");
            }
        }
    }
}
