//! Tests of away time in the log: refusals, undo, and two tabs that record the same gap.

use heard_core::codec;
use heard_core::event::kind::EventKind;
use heard_core::meeting::away::Counted;
use heard_core::meeting::gap_detection::Wake;
use heard_core::transfer::export::{Wanted, json};
use heard_core::{DocumentId, Event, EventId, Notebook, Party, Refusal, Timestamp};
use serde_json::{Value, json};

use crate::scene::{Scene, summary};

const GOLDEN: &str = include_str!("../golden/events-v1-away.jsonl");

#[test]
fn every_golden_line_about_time_away_is_written_as_it_was_read() {
    let read: Vec<Event> = GOLDEN.lines().map(|line| codec::read(line).unwrap()).collect();
    let written: Vec<_> = read.iter().map(codec::write).collect();
    assert_eq!(written, GOLDEN.lines().collect::<Vec<_>>());
    let notebook = Notebook::from_events(read.clone());
    let summary = summary(notebook.meetings().next().unwrap(), read[0].at);
    assert_eq!(summary.aways, [(15_000, 610_000, Counted::Listen, false)]);
    let measures = summary.measures;
    assert_eq!((measures.listen_ms, measures.talk_ms, measures.left_out_ms), (606_000, 9_000, 0));
}

#[test]
fn away_time_is_recorded_only_while_a_meeting_runs() {
    let mut scene = Scene::opened();
    let found = EventKind::AwayFound { since: scene.now };
    scene.wait(600_000);
    assert_eq!(scene.refusal(found.clone()), None);
    scene.end_meeting();
    assert_eq!(scene.refusal(found.clone()), Some(Refusal::NoMeeting));
    let withdrawn = {
        scene.undo().unwrap();
        scene.undo().unwrap();
        scene
    };
    assert_eq!(withdrawn.refusal(found), Some(Refusal::NoMeeting));
}

#[test]
fn only_recorded_away_time_can_be_counted() {
    let mut scene = Scene::opened();
    let away = scene.take_floor(Party::Consultant);
    scene.sleep(600_000, 0);
    for away in [away, EventId { n: 99, ..away }] {
        let counted = EventKind::AwayCounted { away, counted: Counted::Talk };
        assert_eq!(scene.refusal(counted), Some(Refusal::Unknown));
    }
}

#[test]
fn undo_skips_away_time_and_redo_remains_available_after_it() {
    let mut scene = Scene::opened();
    let taken = scene.wait(1_000).take_floor(Party::Consultant);
    let away = scene.wait(1_000).sleep(600_000, 0).unwrap();
    assert_eq!(scene.refusal(EventKind::Undone { event: away }), Some(Refusal::NothingToUndo));
    let (_, kind) = scene.notebook.undoing(None).unwrap();
    assert_eq!(kind, EventKind::Undone { event: taken });
    scene.record(kind);
    scene.sleep(600_000, 0).unwrap();
    assert_eq!(scene.summary().measures.left_out_ms, 1_200_000);
    scene.redo().unwrap();
    assert_eq!(scene.summary().measures.talk_ms, 1_000);
    let log = scene.notebook.log(scene.meeting).unwrap();
    assert!(log.history().is_in_effect(away) && !log.history().may_be_undone(away));
}

#[test]
fn away_time_stays_even_if_a_merged_log_undoes_it() {
    let mut scene = Scene::opened();
    let away = scene.wait(1_000).sleep(600_000, 0).unwrap();
    let undone = scene.stamped(EventKind::Undone { event: away });
    let notebook = scene.notebook.merged(&undone);
    let meeting = notebook.meeting(scene.meeting).unwrap();
    assert_eq!(summary(meeting, scene.now), scene.summary());
}

#[test]
fn the_turn_after_away_time_keeps_its_start_after_any_undo() {
    let mut scene = Scene::opened();
    scene.wait(1_000).take_floor(Party::Consultant);
    scene.wait(1_000).sleep(600_000, 0);
    scene.wait(1_000).take_floor(Party::Client);
    scene.wait(1_000);
    assert_eq!(scene.meeting().since_ms(), 603_000);
    scene.undo().unwrap();
    assert_eq!(scene.meeting().since_ms(), 1_000);
    scene.undo().unwrap();
    let measures = scene.summary().measures;
    assert_eq!((measures.listen_ms, measures.left_out_ms), (4_000, 600_000));
}

#[test]
fn a_sleep_recorded_twice_counts_once() {
    for (wall_ms, mono_ms) in [(600_000, 1), (600_000, 600_000)] {
        let mut scene = Scene::opened();
        let last = scene.wait(1_000).now;
        scene.sleep(wall_ms, mono_ms).unwrap();
        let once = scene.summary();
        scene.wake(last, Wake::Pulse).unwrap();
        assert_eq!(scene.summary(), once);
        scene.wait(2_000).wake(last, Wake::Pulse).unwrap();
        scene.wait(1_000);
        assert_eq!(scene.summary().measures.left_out_ms, once.measures.left_out_ms);
        assert_eq!(scene.summary().measures.elapsed_ms(), 604_000);
    }
}

/// A second tab beside the scene's, awake at the same time.
fn beside(scene: &Scene) -> Timestamp {
    Timestamp { boot: DocumentId::from_random(77), mono_ms: 40, ..scene.now }
}

/// Both tabs sleep, with a turn of ours begun 10 s before. One notices a second after the other, and 30 s later is touched.
fn both_sleep(wall_ms: i64, mono_ms: u64, known: bool, first: bool) -> Scene {
    let mut scene = Scene::opened();
    let other = beside(&scene);
    if known {
        let own = std::mem::replace(&mut scene.now, other);
        scene.record(EventKind::MomentMarked);
        scene.now = own;
    }
    scene.wait(20_000).take_floor(Party::Consultant);
    scene.wait(10_000);
    let awake = |tab: Timestamp, passed: u64| Timestamp {
        wall_ms: tab.wall_ms + i64::try_from(passed).unwrap(),
        mono_ms: tab.mono_ms + passed,
        ..tab
    };
    let slept = |tab: Timestamp| Timestamp {
        wall_ms: tab.wall_ms + wall_ms,
        mono_ms: tab.mono_ms + mono_ms,
        ..tab
    };
    let (one, two) = (scene.now, awake(other, 30_000));
    // The one has been awake until the sleep; the other, held back, not for its last twenty seconds.
    let tabs = [(one, slept(one)), (awake(other, 10_000), slept(two))];
    let [early, late] = if first { tabs } else { [tabs[1], tabs[0]] };
    scene.now = early.1;
    scene.wake(early.0, Wake::Pulse).unwrap();
    let touched = awake(early.1, 15_000);
    scene.now = awake(late.1, 1_000);
    scene.wake(late.0, Wake::Pulse).unwrap();
    let late = awake(late.1, 31_000);
    scene.now = touched;
    scene.record(EventKind::MomentMarked);
    scene.now = late;
    scene.take_floor(Party::Client);
    scene.wait(5_000);
    scene
}

#[test]
fn two_tabs_that_record_the_same_sleep_count_it_once() {
    for (known, first) in [(false, false), (false, true), (true, false), (true, true)] {
        let summary = both_sleep(600_000, 0, known, first).summary();
        assert_eq!(summary.measures.left_out_ms, 600_000, "{known} {first}");
        assert_eq!((summary.measures.talk_ms, summary.measures.listen_ms), (41_000, 25_000));
        assert_eq!(summary.aways, [(30_000, 630_000, Counted::LeftOut, true)]);
        // The touches lie where they were made: 15 s and 31 s after waking.
        assert_eq!(summary.marks.last().map(|mark| mark.0), Some(645_000));
        assert_eq!(summary.intervals.last().map(|interval| interval.0), Some(661_000));
    }
}

#[test]
fn a_freeze_of_two_tabs_is_credited_once() {
    for (known, first) in [(false, false), (false, true), (true, false), (true, true)] {
        let summary = both_sleep(600_000, 600_000, known, first).summary();
        assert_eq!(summary.measures.talk_ms, 641_000, "{known} {first}");
        assert_eq!(summary.measures.elapsed_ms(), 666_000);
        let from_ms = if first { 30_000 } else { 20_000 };
        assert_eq!(summary.aways, [(from_ms, 630_000, Counted::Talk, true)]);
        assert_eq!(summary.intervals.last().map(|interval| interval.0), Some(661_000));
    }
}

#[test]
fn two_tabs_restored_after_a_crash_record_one_away_interval() {
    let mut scene = Scene::opened();
    scene.wait(30_000);
    let last = scene.now;
    scene.reload();
    scene.now.wall_ms += 600_000;
    let mut other = beside(&scene);
    scene.wake(last, Wake::Pulse).unwrap();
    other.wall_ms += 2_000;
    scene.now = other;
    // It did not know what the first had found.
    scene.wake(last, Wake::Pulse).unwrap();
    scene.wait(1_000);
    let summary = scene.summary();
    assert_eq!(summary.aways, [(30_000, 630_000, Counted::LeftOut, true)]);
    assert_eq!((summary.measures.listen_ms, summary.measures.left_out_ms), (33_000, 600_000));
}

#[test]
fn an_active_tab_covers_the_time_another_tab_was_frozen() {
    let mut scene = Scene::opened();
    let other = beside(&scene);
    scene.wait(300_000).take_floor(Party::Consultant);
    scene.wait(295_000).record(EventKind::MomentMarked);
    let own = scene.wait(5_000).now;
    scene.now =
        Timestamp { wall_ms: other.wall_ms + 600_000, mono_ms: other.mono_ms + 600_000, ..other };
    scene.wake(other, Wake::Pulse).unwrap();
    scene.now = own;
    assert_eq!(scene.summary().aways, []);
    assert_eq!(scene.summary().measures.talk_ms, 300_000);
}

#[test]
fn the_export_lists_away_time_and_divides_turns_by_it() {
    let mut scene = Scene::opened();
    scene.wait(10_000).take_floor(Party::Consultant);
    let away = scene.wait(5_000).sleep(595_000, 0).unwrap();
    scene.wait(5_000).end_meeting();
    let text = json(&scene.notebook, Wanted::default(), scene.now, 60);
    let file: Value = serde_json::from_str(&text).unwrap();
    let meeting = &file["meetings"][0];
    let turn = |party: &str, start_ms: u64, end_ms: u64| json!({"party": party, "start_ms": start_ms, "end_ms": end_ms, "source": "touch"});
    let turns = [
        turn("client", 0, 10_000),
        turn("consultant", 10_000, 15_000),
        turn("consultant", 610_000, 615_000),
    ];
    assert_eq!(meeting["turns"], Value::from(turns.to_vec()));
    let summary = json!([{
        "id": away.to_string(), "start_ms": 15_000, "end_ms": 610_000, "counted_as": "left-out"
    }]);
    assert_eq!(meeting["away"], summary);
    assert_eq!(meeting["measures"]["talk_ms"], 10_000);
    assert_eq!(meeting["measures"]["longest_talk_ms"], 10_000);
    assert_eq!(meeting["measures"]["floor_changes"], 1);
    scene.count_as(away, Counted::Talk);
    let text = json(&scene.notebook, Wanted::default(), scene.now, 60);
    let stretch =
        format!(r#"{{"id":"{away}","start_ms":15000,"end_ms":610000,"counted_as":"talk"}}"#);
    assert!(text.contains(&stretch), "{text}");
    assert!(text.contains(r#""talk_ms":605000"#), "{text}");
}
