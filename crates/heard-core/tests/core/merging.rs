//! Tabs and notebooks merge by union: neither the order nor the number of times an event comes matters.

use heard_core::event::kind::EventKind;
use heard_core::{DocumentId, Event, Notebook, Party};
use proptest::prelude::*;

use crate::deeds::{any_steps, config, lived};
use crate::events::any_events;
use crate::scene::{Scene, taken, told};

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
    fn any_order_and_any_repetition_give_the_same_desk(
        (events, mixed) in any_events().prop_flat_map(shuffled),
    ) {
        let notebook = Notebook::from_events(events.clone());
        prop_assert_eq!(&merged(&events), &notebook, "one by one, in order");
        prop_assert_eq!(&Notebook::from_events(mixed.clone()), &notebook, "at once, mixed");
        prop_assert_eq!(&merged(&mixed), &notebook, "one by one, mixed");
    }

    #[test]
    fn what_was_kept_gives_the_desk_that_was_seen(steps in any_steps()) {
        let scene = lived(&steps, |_, _, _| {});
        let backwards = scene.events.iter().rev().cloned();
        prop_assert_eq!(&Notebook::from_events(backwards), &scene.notebook);
    }

    #[test]
    fn two_notebooks_come_to_the_same_whichever_is_merged_into_which(
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
    fn the_next_number_is_above_all_that_were_seen(events in any_events()) {
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
    assert_eq!(told(meeting, theirs.at).measures.elapsed_ms(), 1_000);
}

#[test]
fn a_turn_that_arrives_before_its_meeting_waits_for_it() {
    let mut scene = Scene::opened();
    scene.wait(400).takes(Party::Consultant);
    let early = Notebook::default().merged(&scene.events[1]);
    assert!(early.meeting(scene.meeting).is_none());
    assert_eq!(early.merged(&scene.events[0]), scene.notebook);
}

#[test]
fn of_two_running_meetings_the_last_opened_is_at_hand() {
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
    scene.wait(1_000).takes(Party::Consultant);
    let ended = scene.wait(1_000).stamped(EventKind::MeetingEnded);
    let mut late = scene.wait(1_000).stamped(taken(Party::Client));
    late.at.boot = DocumentId::from_random(2);
    let notebook = scene.notebook.merged(&late).merged(&ended);
    let meeting = notebook.meeting(scene.meeting).unwrap();
    assert_eq!(meeting.floor(), Some(heard_core::Floor::Consultant));
    assert_eq!(told(meeting, late.at).measures.talk_ms, 1_000);
}

#[test]
fn a_meeting_ended_in_two_tabs_ended_when_the_first_said_so() {
    let mut scene = Scene::opened();
    let first = scene.wait(1_000).stamped(EventKind::MeetingEnded);
    let mut second = scene.wait(1_000).stamped(EventKind::MeetingEnded);
    second.at.boot = DocumentId::from_random(2);
    let notebook = scene.notebook.merged(&second).merged(&first);
    assert_eq!(notebook.meeting(scene.meeting).unwrap().ended_ms, Some(1_000));
}

#[test]
fn a_desk_knows_each_event_that_lies_on_it_and_no_other() {
    let mut scene = crate::years::lived(2, 1);
    scene.says(EventKind::SettingChanged(heard_core::event::settings::Setting::Aim(Some(40))));
    for event in &scene.events {
        assert!(scene.notebook.knows(event), "{event:?}");
        assert!(!Notebook::default().knows(event), "{event:?}");
        let other = heard_core::Event { n: event.n + 1_000, ..event.clone() };
        assert!(!scene.notebook.knows(&other), "{other:?}");
    }
}
