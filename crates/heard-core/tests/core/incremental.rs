//! A notebook to which events were added one by one is in the same state as one made from all events at once.

use heard_core::event::capture::{Kind, Tally};
use heard_core::event::review::{Answer, ChainText};
use heard_core::meeting::away::Counted;
use heard_core::meeting::undo::History;
use heard_core::{Event, EventId, EventKind, Floor, Notebook, Party};
use proptest::prelude::*;

use crate::import::{FOREIGN, imported};
use crate::random_actions::{any_steps, config, perform_all};
use crate::scene::{Scene, captured, taken};

/// Compares every meeting, what can be undone in it, and the loops, with a notebook made from the same events at once.
fn assert_same_as_from_all_events(notebook: &Notebook) -> Result<(), TestCaseError> {
    let settings = notebook.events_of(heard_core::Record::Settings);
    let in_logs = notebook.logs().iter().flat_map(|log| log.events());
    let all: Vec<Event> =
        settings.chain(notebook.client_events()).chain(in_logs).cloned().collect();
    let expected = Notebook::from_events(all);
    prop_assert_eq!(notebook.logs().len(), expected.logs().len());
    for (log, expected) in notebook.logs().iter().zip(expected.logs()) {
        prop_assert_eq!(log.events(), expected.events());
        prop_assert_eq!(log.meeting(), expected.meeting());
        prop_assert_eq!(log.history(), expected.history());
    }
    prop_assert_eq!(notebook.loops(), expected.loops());
    Ok(())
}

/// Events of every kind that a meeting can have, about the captures, marks and turns of this one.
fn events_about(notebook: &Notebook, meeting: EventId) -> Vec<EventKind> {
    let Some(known) = notebook.meeting(meeting) else { return vec![EventKind::MomentMarked] };
    let mut kinds = vec![
        captured(Kind::Issue, "The printer jams"),
        EventKind::MomentMarked,
        taken(Party::Consultant),
        EventKind::Tallied(Tally::Asked),
        EventKind::MeetingEnded,
        EventKind::Guessed { percent: 40 },
    ];
    for capture in &known.captures {
        let id = capture.id;
        let links = ChainText { steps: vec!["One step".to_owned()], hurts: None };
        kinds.extend([
            EventKind::Amended { capture: id, words: "Other words".to_owned() },
            EventKind::Struck { what: id },
            EventKind::KindChanged { capture: id, to: Kind::Promise },
            EventKind::ReadBack { capture: id, answer: Answer::Yes },
            EventKind::Ranked { captures: vec![id] },
            EventKind::ChainDrawn { outcome: id, chain: None, links },
            EventKind::Likened { capture: id, to: None },
        ]);
        kinds.extend(capture.chains.iter().map(|chain| EventKind::Struck { what: chain.id }));
    }
    kinds.extend(known.marks.iter().map(|mark| EventKind::Struck { what: mark.id }));
    for interval in known.intervals(known.ended_ms.unwrap_or(10_000)) {
        kinds.extend([
            EventKind::TurnGiven { turn: interval.id, to: Floor::Open },
            EventKind::TurnMoved { turn: interval.id, to_ms: interval.start_ms / 2 },
            EventKind::TurnSplit { at_ms: interval.end_ms / 2, to: Floor::Consultant },
        ]);
        let counted = Counted::Talk;
        kinds.extend(interval.away.map(|(away, _)| EventKind::AwayCounted { away, counted }));
    }
    let history = notebook.log(meeting).map(|log| log.history());
    let (undo, redo) = (history.and_then(History::undoable), history.and_then(History::redoable));
    kinds.extend(undo.filter(|id| *id != meeting).map(|event| EventKind::Undone { event }));
    kinds.extend(redo.map(|event| EventKind::Redone { event }));
    kinds
}

/// Adds events about a meeting, whether or not the notebook would accept them, and compares after each.
fn add_and_compare(mut scene: Scene, choices: &[(usize, u64)]) -> Result<(), TestCaseError> {
    for (choice, wait_ms) in choices {
        scene.wait(*wait_ms);
        let kinds = events_about(&scene.notebook, scene.meeting);
        let event = scene.stamped(kinds[choice % kinds.len()].clone());
        scene.notebook = scene.notebook.merged(&event);
        assert_same_as_from_all_events(&scene.notebook)?;
    }
    Ok(())
}

fn choices() -> impl Strategy<Value = Vec<(usize, u64)>> {
    prop::collection::vec((any::<usize>(), 0_u64..3_000), 0..60)
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn a_meeting_with_undo_corrections_and_clock_skew_is_the_same_after_each_event(steps in any_steps()) {
        let mut compared = Ok(());
        perform_all(&steps, |scene, _, _| {
            if compared.is_ok() {
                compared = assert_same_as_from_all_events(&scene.notebook);
            }
        });
        compared?;
    }

    #[test]
    fn events_about_captures_and_turns_are_the_same_added_one_by_one(choices in choices()) {
        add_and_compare(Scene::opened(), &choices)?;
    }

    #[test]
    fn an_imported_meeting_is_the_same_with_events_added_one_by_one(choices in choices()) {
        let mut scene = Scene::empty();
        scene.notebook = imported(FOREIGN);
        scene.meeting = scene.notebook.meetings().next().unwrap().id;
        add_and_compare(scene, &choices)?;
    }

    #[test]
    fn events_that_arrive_in_any_order_are_the_same_after_each(
        steps in any_steps(),
        order in prop::collection::vec(any::<u32>(), 60),
    ) {
        let events = perform_all(&steps, |_, _, _| {}).events;
        let mut arriving: Vec<(u32, Event)> = order.iter().copied().cycle().zip(events).collect();
        arriving.sort_by_key(|(place, event)| (*place, event.id()));
        let mut notebook = Notebook::default();
        for (_, event) in arriving {
            notebook = notebook.merged(&event);
            assert_same_as_from_all_events(&notebook)?;
        }
    }
}

#[test]
fn a_notebook_keeps_its_state_when_an_event_is_added_to_a_copy() {
    let mut scene = Scene::opened();
    for _ in 0..100 {
        scene.wait(1_000).capture_outcome("Quiet Mondays");
    }
    let (before, meeting) = (scene.notebook.clone(), scene.meeting().clone());
    let first = meeting.captures[0].id;
    scene.record(EventKind::Amended { capture: first, words: "Quiet weeks".to_owned() });
    scene.record(EventKind::Struck { what: meeting.captures[50].id });
    assert_eq!(&**before.meeting(scene.meeting).unwrap(), &meeting);
    assert_eq!(scene.meeting().captures.len(), 99);
    assert_eq!(scene.meeting().captures[0].words, "Quiet weeks");
}
