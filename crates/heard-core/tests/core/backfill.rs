//! Tests of back-filled meetings and of words recorded after they were said.

use heard_core::event::capture::Kind;
use heard_core::event::kind::{EventKind, NewCapture, Opening};
use heard_core::meeting::State;
use heard_core::{Floor, Party};

use crate::scene::{EVENING, Scene, opening};

fn going_on_for(began_ms_ago: u64) -> Scene {
    let mut scene = Scene::empty();
    scene.record(EventKind::MeetingOpened(Opening { began_ms_ago, ..opening() }));
    scene
}

fn said(words: &str, ago_ms: u64) -> EventKind {
    let catch = NewCapture {
        kind: Kind::Outcome,
        words: words.to_owned(),
        said_by: None,
        ago_ms,
        mark: None,
    };
    EventKind::Captured(catch)
}

#[test]
fn a_meeting_already_in_progress_starts_before_the_touch() {
    let scene = going_on_for(600_000);
    assert_eq!(scene.meeting().started_wall_ms, EVENING - 600_000);
    assert_eq!(scene.meeting().position(scene.now), 600_000);
}

#[test]
fn the_time_before_the_touch_is_the_clients_turn() {
    let mut scene = going_on_for(600_000);
    let client = State::Floor(Floor::Client);
    assert_eq!(scene.summary().intervals, [(0, 600_000, client)]);
    scene.wait(1_000).take_floor(Party::Consultant);
    scene.wait(1_000);
    let measures = scene.summary().measures;
    assert_eq!((measures.listen_ms, measures.talk_ms), (601_000, 1_000));
    assert_eq!(measures.opening_story_ms, Some(601_000));
}

#[test]
fn a_back_filled_meeting_keeps_its_time_over_a_reload() {
    let mut scene = going_on_for(600_000);
    scene.wait(5_000).reload();
    scene.wait(5_000).take_floor(Party::Consultant);
    assert_eq!(scene.summary().measures.listen_ms, 610_000);
}

#[test]
fn words_written_late_are_placed_at_the_time_they_were_said() {
    let mut scene = Scene::opened();
    scene.wait(10_000).take_floor(Party::Consultant);
    scene.wait(20_000).record(said("We sleep badly", 25_000));
    let captured = &scene.summary().captures[0];
    assert_eq!((captured.0, captured.1), (5_000, Some(Floor::Client)));
}

#[test]
fn words_said_before_the_meeting_are_placed_at_its_start() {
    let mut scene = Scene::opened();
    scene.wait(10_000).record(said("In the lift", 60_000));
    assert_eq!(scene.summary().captures[0].0, 0);
}

#[test]
fn words_saved_after_the_end_are_placed_at_the_time_they_were_said() {
    let mut scene = Scene::opened();
    scene.wait(10_000).take_floor(Party::Consultant);
    scene.wait(20_000).end_meeting();
    scene.wait(5_000).record(said("Half written when it ended", 8_000));
    assert_eq!(scene.summary().captures[0].0, 27_000);
    scene.record(said("Said on the way out", 1_000));
    assert_eq!(scene.summary().captures[1].0, 30_000);
}

#[test]
fn times_in_a_back_filled_meeting_are_relative_to_its_start() {
    let mut scene = going_on_for(60_000);
    scene.wait(1_000).record(said("Before you came", 30_000));
    assert_eq!(scene.summary().captures[0].0, 31_000);
}
