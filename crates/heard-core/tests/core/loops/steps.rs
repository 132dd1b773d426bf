//! Tests of the steps of a loop from its issue to its closing.

use heard_core::event::kind::EventKind;
use heard_core::loops::{LoopKind, State, StepKind};
use heard_core::{Record, Refusal};

use crate::loops::scene_steps::DAY_MS;
use crate::scene::Scene;

#[test]
fn an_issue_becomes_a_loop_and_passes_through_every_state() {
    let mut scene = Scene::opened();
    let id = scene.raise_issue("The printer eats every second page");
    let one = scene.the_loop(id);
    assert_eq!((one.kind, one.home), (LoopKind::Issue, Record::Begun(scene.meeting)));
    assert_eq!((one.words.as_str(), one.times_raised), ("The printer eats every second page", 1));
    scene.end_meeting();
    scene.wait(3 * DAY_MS);
    let today = scene.here().day();
    assert_eq!(scene.the_loop(id).silence_days(today), 3);
    scene.take_step(id, StepKind::Acknowledge, "");
    scene.take_step(id, StepKind::Start, "");
    assert_eq!(scene.the_loop(id).silence_days(today), 3, "unreported work is silence");
    scene.take_step(id, StepKind::TellBack, "by telephone");
    assert_eq!(scene.the_loop(id).silence_days(today), 0);
    scene.take_step(id, StepKind::Finish, "");
    scene.take_step(id, StepKind::Close, "");
    scene.reload();
    let one = scene.the_loop(id);
    assert_eq!((one.state, one.closed), (State::Done, Some(scene.here())));
    assert_eq!(scene.try_step(id, StepKind::TellBack, "by mail"), Err(Refusal::OutOfStep));
}

#[test]
fn a_step_is_undone_from_its_loop_and_not_from_the_meeting() {
    let mut scene = Scene::opened();
    let id = scene.raise_issue("The lift is slow");
    let ended = scene.end_meeting();
    let step = scene.take_step(id, StepKind::Acknowledge, "");
    assert_eq!(
        scene.notebook.undoing(Some(scene.meeting)),
        Ok((Record::Begun(scene.meeting), EventKind::Undone { event: ended }))
    );
    assert_eq!(scene.the_loop(id).undoable(), Some(step));
    scene.record(EventKind::Undone { event: step });
    scene.reload();
    assert_eq!(scene.the_loop(id).state, State::Heard);
}
