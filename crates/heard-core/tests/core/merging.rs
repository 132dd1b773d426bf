//! Tabs and notebooks merge by union: neither the order nor the number of times an event comes matters.

use heard_core::event::kind::Act;
use heard_core::{Boot, Desk, Event, Party};
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

fn merged(events: &[Event]) -> Desk {
    events.iter().fold(Desk::default(), |desk, event| desk.merged(event))
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn any_order_and_any_repetition_give_the_same_desk(
        (events, mixed) in any_events().prop_flat_map(shuffled),
    ) {
        let desk = Desk::gather(events.clone());
        prop_assert_eq!(&merged(&events), &desk, "one by one, in order");
        prop_assert_eq!(&Desk::gather(mixed.clone()), &desk, "at once, mixed");
        prop_assert_eq!(&merged(&mixed), &desk, "one by one, mixed");
    }

    #[test]
    fn what_was_kept_gives_the_desk_that_was_seen(steps in any_steps()) {
        let scene = lived(&steps, |_, _, _| {});
        let backwards = scene.events.iter().rev().cloned();
        prop_assert_eq!(&Desk::gather(backwards), &scene.desk);
    }

    #[test]
    fn two_notebooks_come_to_the_same_whichever_is_merged_into_which(
        (events, mine) in any_events().prop_flat_map(|events| {
            let most = events.len();
            (Just(events.clone()), proptest::sample::subsequence(events, 0..=most))
        }),
    ) {
        let theirs: Vec<_> = events.iter().filter(|event| !mine.contains(event)).cloned().collect();
        let into = |desk: Desk, events: &[Event]| events.iter().fold(desk, |d, e| d.merged(e));
        prop_assert_eq!(into(merged(&mine), &theirs), into(merged(&theirs), &mine));
    }

    #[test]
    fn the_next_number_is_above_all_that_were_seen(events in any_events()) {
        let next_n = Desk::gather(events.clone()).next_n();
        prop_assert!(events.iter().all(|event| event.n < next_n));
    }
}

#[test]
fn two_tabs_that_touch_at_once_agree_on_who_has_the_floor() {
    let mut scene = Scene::opened();
    scene.wait(1_000);
    let mine = scene.stamped(taken(Party::Consultant));
    let mut theirs = scene.stamped(Act::BreakTaken);
    theirs.at.boot = Boot::from_random(2);
    let one = scene.desk.merged(&mine).merged(&theirs);
    let other = scene.desk.merged(&theirs).merged(&mine);
    assert_eq!(one, other);
    let meeting = one.meeting(scene.meeting).unwrap();
    assert_eq!(meeting.floor(), None);
    assert_eq!(told(meeting, theirs.at).measures.elapsed_ms(), 1_000);
}

#[test]
fn a_turn_that_arrives_before_its_meeting_waits_for_it() {
    let mut scene = Scene::opened();
    scene.wait(400).takes(Party::Consultant);
    let early = Desk::default().merged(&scene.events[1]);
    assert!(early.meeting(scene.meeting).is_none());
    assert_eq!(early.merged(&scene.events[0]), scene.desk);
}

#[test]
fn of_two_running_meetings_the_last_opened_is_at_hand() {
    let scene = Scene::opened();
    let mut other = Scene::opened();
    other.now.boot = Boot::from_random(2);
    let mut second = other.events[0].clone();
    second.at.boot = Boot::from_random(2);
    second.of = heard_core::Record::Begun(second.id());
    let desk = scene.desk.merged(&second);
    assert_eq!(desk.running().map(|meeting| meeting.id), Some(second.id()));
}

#[test]
fn a_turn_taken_in_another_tab_after_the_end_does_not_count() {
    let mut scene = Scene::opened();
    scene.wait(1_000).takes(Party::Consultant);
    let ended = scene.wait(1_000).stamped(Act::MeetingEnded);
    let mut late = scene.wait(1_000).stamped(taken(Party::Client));
    late.at.boot = Boot::from_random(2);
    let desk = scene.desk.merged(&late).merged(&ended);
    let meeting = desk.meeting(scene.meeting).unwrap();
    assert_eq!(meeting.floor(), Some(heard_core::Floor::Consultant));
    assert_eq!(told(meeting, late.at).measures.talk_ms, 1_000);
}

#[test]
fn a_meeting_ended_in_two_tabs_ended_when_the_first_said_so() {
    let mut scene = Scene::opened();
    let first = scene.wait(1_000).stamped(Act::MeetingEnded);
    let mut second = scene.wait(1_000).stamped(Act::MeetingEnded);
    second.at.boot = Boot::from_random(2);
    let desk = scene.desk.merged(&second).merged(&first);
    assert_eq!(desk.meeting(scene.meeting).unwrap().ended_ms, Some(1_000));
}

#[test]
fn a_desk_knows_each_event_that_lies_on_it_and_no_other() {
    let mut scene = crate::years::lived(2, 1);
    scene.says(Act::SettingChanged(heard_core::event::settings::Setting::Aim(Some(40))));
    for event in &scene.events {
        assert!(scene.desk.knows(event), "{event:?}");
        assert!(!Desk::default().knows(event), "{event:?}");
        let other = heard_core::Event { n: event.n + 1_000, ..event.clone() };
        assert!(!scene.desk.knows(&other), "{other:?}");
    }
}
