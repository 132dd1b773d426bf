//! Tests of the positions and lengths of stories.

use heard_core::event::kind::EventKind;
use heard_core::meeting::Interval;
use heard_core::meeting::stories::Stories;
use heard_core::{Meeting, Notebook, Party, Timestamp};
use proptest::prelude::*;

use crate::events::any_events;
use crate::random_actions::{any_steps, config, perform_all};
use crate::scene::{Scene, floor_left};
use crate::totals::any_now;

fn stories(scene: &Scene) -> Stories {
    scene.meeting().stories(scene.passed_ms)
}

/// What counts as theirs between two places.
fn theirs_ms(intervals: &[Interval], place: Option<(u64, u64)>) -> u64 {
    let (start_ms, end_ms) = place.unwrap_or((0, 0));
    let inside = |interval: &&Interval| interval.start_ms >= start_ms && interval.end_ms <= end_ms;
    let theirs =
        intervals.iter().filter(inside).filter(|interval| interval.party() == Some(Party::Client));
    theirs.map(Interval::ms).sum()
}

fn assert_placed(meeting: &Meeting, now: Timestamp) -> Result<(), TestCaseError> {
    let until_ms = meeting.position(now);
    let (intervals, measures) = (meeting.intervals(until_ms), meeting.measures(until_ms));
    let Stories { opening, longest } = meeting.stories(until_ms);
    prop_assert_eq!(theirs_ms(&intervals, opening), measures.opening_story_ms.unwrap_or(0));
    prop_assert_eq!(theirs_ms(&intervals, longest), measures.longest_story_ms);
    let edges = |(start_ms, end_ms): (u64, u64)| {
        let theirs = |interval: &&Interval| interval.party() == Some(Party::Client);
        let mut theirs = intervals.iter().filter(theirs);
        let starts = theirs.clone().any(|interval| interval.start_ms == start_ms);
        starts && theirs.any(|interval| interval.end_ms == end_ms)
    };
    prop_assert!(opening.into_iter().chain(longest).all(edges), "they begin and end with words");
    let others = |interval: &Interval| interval.party() == Some(Party::Consultant);
    let (from_ms, to_ms) = longest.unwrap_or_default();
    let inside = |interval: &&Interval| interval.start_ms >= from_ms && interval.end_ms <= to_ms;
    prop_assert!(!intervals.iter().filter(inside).any(others), "another party spoke in it");
    Ok(())
}

#[test]
fn the_opening_story_ends_at_our_first_turn_and_the_longest_story_may_follow() {
    let mut scene = Scene::opened();
    scene.wait(300).take_floor(Party::Consultant);
    scene.wait(100).take_floor(Party::Client);
    scene.wait(900).take_floor(Party::Consultant);
    scene.wait(5_000).take_floor(Party::Client);
    scene.wait(899).end_meeting();
    assert_eq!(stories(&scene), Stories { opening: Some((0, 300)), longest: Some((400, 1_300)) });
}

#[test]
fn the_first_of_two_equally_long_stories_is_chosen() {
    let mut scene = Scene::opened();
    scene.wait(300).take_floor(Party::Consultant);
    scene.wait(100).take_floor(Party::Client);
    scene.wait(300).take_floor(Party::Consultant);
    assert_eq!(stories(&scene).longest, Some((0, 300)));
}

#[test]
fn an_opening_story_goes_on_after_a_break_and_a_turn_does_not() {
    let mut scene = Scene::opened();
    scene.wait(200).record(EventKind::BreakTaken);
    scene.wait(50).record(EventKind::BreakEnded);
    scene.wait(300).record(floor_left());
    scene.wait(20).take_floor(Party::Consultant);
    scene.wait(1);
    assert_eq!(stories(&scene), Stories { opening: Some((0, 550)), longest: Some((250, 550)) });
}

#[test]
fn without_a_turn_of_ours_there_is_no_opening_story() {
    let mut scene = Scene::opened();
    scene.wait(200).end_meeting();
    assert_eq!(stories(&scene), Stories { opening: None, longest: Some((0, 200)) });
}

#[test]
fn a_meeting_that_we_began_with_has_no_opening_story() {
    let mut scene = Scene::opened();
    scene.take_floor(Party::Consultant);
    scene.wait(200).take_floor(Party::Client);
    scene.wait(100).take_floor(Party::Consultant);
    assert_eq!(stories(&scene), Stories { opening: None, longest: Some((200, 300)) });
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn stories_have_the_lengths_of_the_figures_for_accepted_events(
        steps in any_steps(),
        now in any_now(),
    ) {
        for meeting in perform_all(&steps, |_, _, _| {}).notebook.meetings() {
            assert_placed(meeting, now)?;
        }
    }

    #[test]
    fn stories_have_the_lengths_of_the_figures_for_any_log(
        events in any_events(),
        now in any_now(),
    ) {
        for meeting in Notebook::from_events(events).meetings() {
            assert_placed(meeting, now)?;
        }
    }
}
