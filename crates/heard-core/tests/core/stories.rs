//! Where the stories lie: in their place, and as long as the figures say.

use heard_core::event::kind::EventKind;
use heard_core::meeting::Interval;
use heard_core::meeting::stories::Stories;
use heard_core::{Meeting, Notebook, Party, Timestamp};
use proptest::prelude::*;

use crate::deeds::{any_steps, config, lived};
use crate::events::any_events;
use crate::scene::{Scene, left};
use crate::totals::any_now;

fn stories(scene: &Scene) -> Stories {
    scene.meeting().stories(scene.passed_ms)
}

/// What counts as theirs between two places.
fn theirs_ms(tiles: &[Interval], place: Option<(u64, u64)>) -> u64 {
    let (start_ms, end_ms) = place.unwrap_or((0, 0));
    let inside = |tile: &&Interval| tile.start_ms >= start_ms && tile.end_ms <= end_ms;
    let theirs = tiles.iter().filter(inside).filter(|tile| tile.party() == Some(Party::Client));
    theirs.map(Interval::ms).sum()
}

fn assert_placed(meeting: &Meeting, now: Timestamp) -> Result<(), TestCaseError> {
    let until_ms = meeting.position(now);
    let (tiles, measures) = (meeting.intervals(until_ms), meeting.measures(until_ms));
    let Stories { opening, longest } = meeting.stories(until_ms);
    prop_assert_eq!(theirs_ms(&tiles, opening), measures.opening_story_ms.unwrap_or(0));
    prop_assert_eq!(theirs_ms(&tiles, longest), measures.longest_story_ms);
    let edges = |(start_ms, end_ms): (u64, u64)| {
        let theirs = |tile: &&Interval| tile.party() == Some(Party::Client);
        let mut theirs = tiles.iter().filter(theirs);
        let starts = theirs.clone().any(|tile| tile.start_ms == start_ms);
        starts && theirs.any(|tile| tile.end_ms == end_ms)
    };
    prop_assert!(opening.into_iter().chain(longest).all(edges), "they begin and end with words");
    let others = |tile: &Interval| tile.party() == Some(Party::Consultant);
    let (from_ms, to_ms) = longest.unwrap_or_default();
    let inside = |tile: &&Interval| tile.start_ms >= from_ms && tile.end_ms <= to_ms;
    prop_assert!(!tiles.iter().filter(inside).any(others), "nobody else spoke in it");
    Ok(())
}

#[test]
fn the_opening_story_ends_where_we_first_took_the_floor_and_the_longest_may_come_later() {
    let mut scene = Scene::opened();
    scene.wait(300).takes(Party::Consultant);
    scene.wait(100).takes(Party::Client);
    scene.wait(900).takes(Party::Consultant);
    scene.wait(5_000).takes(Party::Client);
    scene.wait(899).ends();
    assert_eq!(stories(&scene), Stories { opening: Some((0, 300)), longest: Some((400, 1_300)) });
}

#[test]
fn of_two_stories_that_are_as_long_the_first_is_shown() {
    let mut scene = Scene::opened();
    scene.wait(300).takes(Party::Consultant);
    scene.wait(100).takes(Party::Client);
    scene.wait(300).takes(Party::Consultant);
    assert_eq!(stories(&scene).longest, Some((0, 300)));
}

#[test]
fn an_opening_story_goes_on_after_a_break_and_a_turn_does_not() {
    let mut scene = Scene::opened();
    scene.wait(200).says(EventKind::BreakTaken);
    scene.wait(50).says(EventKind::BreakEnded);
    scene.wait(300).says(left());
    scene.wait(20).takes(Party::Consultant);
    scene.wait(1);
    assert_eq!(stories(&scene), Stories { opening: Some((0, 550)), longest: Some((250, 550)) });
}

#[test]
fn who_was_never_answered_told_no_opening_story() {
    let mut scene = Scene::opened();
    scene.wait(200).ends();
    assert_eq!(stories(&scene), Stories { opening: None, longest: Some((0, 200)) });
}

#[test]
fn a_meeting_that_we_began_with_has_no_opening_story() {
    let mut scene = Scene::opened();
    scene.takes(Party::Consultant);
    scene.wait(200).takes(Party::Client);
    scene.wait(100).takes(Party::Consultant);
    assert_eq!(stories(&scene), Stories { opening: None, longest: Some((200, 300)) });
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn a_story_is_as_long_as_the_figures_say_whatever_is_admitted(
        steps in any_steps(),
        now in any_now(),
    ) {
        for meeting in lived(&steps, |_, _, _| {}).notebook.meetings() {
            assert_placed(meeting, now)?;
        }
    }

    #[test]
    fn a_story_is_as_long_as_the_figures_say_in_a_log_that_nobody_admitted(
        events in any_events(),
        now in any_now(),
    ) {
        for meeting in Notebook::from_events(events).meetings() {
            assert_placed(meeting, now)?;
        }
    }
}
