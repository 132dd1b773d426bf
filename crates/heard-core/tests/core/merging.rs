//! Tests that merging is a union: the order and repetition of events do not matter.

use heard_core::event::kind::EventKind;
use heard_core::{DocumentId, Event, Notebook, Party};
use proptest::prelude::*;

use crate::events::any_events;
use crate::random_actions::{any_steps, config, perform_all};
use crate::scene::{Scene, summary, taken};

/// Events in any order, some of them more than once.
fn shuffled(events: Vec<Event>) -> impl Strategy<Value = (Vec<Event>, Vec<Event>)> {
    let twice = proptest::sample::subsequence(events.clone(), 0..=events.len());
    let all = twice.prop_map({
        let events = events.clone();
        move |again| [events.clone(), again].concat()
    });
    (Just(events), all.prop_shuffle())
}

fn merged(events: &[Event]) -> Notebook {
    events.iter().fold(Notebook::default(), |notebook, event| notebook.merged(event))
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn events_in_any_order_and_repeated_give_the_same_notebook(
        (events, mixed) in any_events().prop_flat_map(shuffled),
    ) {
        let notebook = Notebook::from_events(events.clone());
        prop_assert_eq!(&merged(&events), &notebook, "one by one, in order");
        prop_assert_eq!(&Notebook::from_events(mixed.clone()), &notebook, "at once, mixed");
        prop_assert_eq!(&merged(&mixed), &notebook, "one by one, mixed");
    }

    #[test]
    fn the_stored_events_give_the_same_notebook(steps in any_steps()) {
        let scene = perform_all(&steps, |_, _, _| {});
        let backwards = scene.events.iter().rev().cloned();
        prop_assert_eq!(&Notebook::from_events(backwards), &scene.notebook);
    }

    #[test]
    fn merging_two_notebooks_is_commutative(
        (events, mine) in any_events().prop_flat_map(|events| {
            let most = events.len();
            (Just(events.clone()), proptest::sample::subsequence(events, 0..=most))
        }),
    ) {
        let theirs: Vec<_> = events.iter().filter(|event| !mine.contains(event)).cloned().collect();
        let into = |notebook: Notebook, events: &[Event]| events.iter().fold(notebook, |d, e| d.merged(e));
        prop_assert_eq!(into(merged(&mine), &theirs), into(merged(&theirs), &mine));
    }

    #[test]
    fn the_next_number_is_greater_than_any_known_one(events in any_events()) {
        let next_n = Notebook::from_events(events.clone()).next_n();
        prop_assert!(events.iter().all(|event| event.n < next_n));
    }
}

#[test]
fn two_tabs_that_touch_at_once_agree_on_who_has_the_floor() {
    let mut scene = Scene::opened();
    scene.wait(1_000);
    let mine = scene.stamped(taken(Party::Consultant));
    let mut theirs = scene.stamped(EventKind::BreakTaken);
    theirs.at.boot = DocumentId::from_random(2);
    let one = scene.notebook.merged(&mine).merged(&theirs);
    let other = scene.notebook.merged(&theirs).merged(&mine);
    assert_eq!(one, other);
    let meeting = one.meeting(scene.meeting).unwrap();
    assert_eq!(meeting.floor(), None);
    assert_eq!(summary(meeting, theirs.at).measures.elapsed_ms(), 1_000);
}

#[test]
fn a_turn_that_arrives_before_its_meeting_waits_for_it() {
    let mut scene = Scene::opened();
    scene.wait(400).take_floor(Party::Consultant);
    let early = Notebook::default().merged(&scene.events[1]);
    assert!(early.meeting(scene.meeting).is_none());
    assert_eq!(early.merged(&scene.events[0]), scene.notebook);
}

#[test]
fn the_current_meeting_is_the_last_opened_of_two_running_ones() {
    let scene = Scene::opened();
    let mut other = Scene::opened();
    other.now.boot = DocumentId::from_random(2);
    let mut second = other.events[0].clone();
    second.at.boot = DocumentId::from_random(2);
    second.of = heard_core::Record::Begun(second.id());
    let notebook = scene.notebook.merged(&second);
    assert_eq!(notebook.running().map(|meeting| meeting.id), Some(second.id()));
}

#[test]
fn a_turn_taken_in_another_tab_after_the_end_does_not_count() {
    let mut scene = Scene::opened();
    scene.wait(1_000).take_floor(Party::Consultant);
    let ended = scene.wait(1_000).stamped(EventKind::MeetingEnded);
    let mut late = scene.wait(1_000).stamped(taken(Party::Client));
    late.at.boot = DocumentId::from_random(2);
    let notebook = scene.notebook.merged(&late).merged(&ended);
    let meeting = notebook.meeting(scene.meeting).unwrap();
    assert_eq!(meeting.floor(), Some(heard_core::Floor::Consultant));
    assert_eq!(summary(meeting, late.at).measures.talk_ms, 1_000);
}

#[test]
fn a_meeting_ended_in_two_tabs_ends_at_the_first_event() {
    let mut scene = Scene::opened();
    let first = scene.wait(1_000).stamped(EventKind::MeetingEnded);
    let mut second = scene.wait(1_000).stamped(EventKind::MeetingEnded);
    second.at.boot = DocumentId::from_random(2);
    let notebook = scene.notebook.merged(&second).merged(&first);
    assert_eq!(notebook.meeting(scene.meeting).unwrap().ended_ms, Some(1_000));
}

#[test]
fn a_notebook_contains_exactly_its_own_events() {
    let mut scene = crate::archived_meetings::closed_meetings(2, 1);
    scene.record(EventKind::SettingChanged(heard_core::event::settings::Setting::Aim(Some(40))));
    for event in &scene.events {
        assert!(scene.notebook.knows(event), "{event:?}");
        assert!(!Notebook::default().knows(event), "{event:?}");
        let other = heard_core::Event { n: event.n + 1_000, ..event.clone() };
        assert!(!scene.notebook.knows(&other), "{other:?}");
    }
}
