//! Tests of a scripted meeting, exact to the millisecond, with reloads and undo at every step.

use heard_core::event::capture::{Kind, Tallies, Tally};
use heard_core::event::kind::EventKind;
use heard_core::{Floor, Party};

use crate::random_actions::share;
use crate::reference::{BREAK, CLIENT, CONSULTANT};
use crate::scene::{Scene, amended, captured, floor_left, taken};
use crate::scripted_meeting::{CHANGES_MS, END_MS, played, reference_until};

fn is_any(_: usize) -> bool {
    true
}

#[test]
fn turns_and_measures_are_exact_to_the_millisecond() {
    let summary = played(|_, _| {}).summary();
    let reference = reference_until(END_MS, is_any);
    assert_eq!(summary.intervals, reference.intervals());
    assert_eq!(summary.measures, reference.measures());
    assert_eq!(summary.ended_ms, Some(2_820_000));
    assert_eq!(summary.measures.floor_changes, 40);
    assert_eq!(summary.measures.opening_story_ms, Some(412_350));
}

#[test]
fn the_share_is_talk_over_talk_and_listening() {
    let measures = played(|_, _| {}).summary().measures;
    let turns = CHANGES_MS.chunks(2);
    let talk_ms: u64 = turns.map(|turn| turn[1] - turn[0]).sum();
    let rounded = (talk_ms * 10_000 + END_MS / 2) / END_MS;
    assert_eq!(measures.talk_ms, talk_ms);
    assert_eq!(measures.share_of_speech(Party::Consultant, 10_000), Some(rounded));
    assert_eq!(measures.share_of_speech(Party::Client, 10_000), Some(10_000 - rounded));
}

#[test]
fn at_every_step_the_parts_sum_to_the_elapsed_time() {
    let mut checked = 0;
    played(|step, scene| {
        // Never more than a millisecond: two of the changes are no further apart.
        scene.wait(1);
        let at_ms = CHANGES_MS[step] + 1;
        let summary = scene.summary();
        assert_eq!(summary.measures.elapsed_ms(), at_ms);
        assert_eq!(summary.intervals, reference_until(at_ms, |other| other <= step).intervals());
        checked += 1;
    });
    assert_eq!(checked, 40);
}

#[test]
fn a_reload_at_any_step_changes_no_figure() {
    let undisturbed = played(|_, _| {}).summary();
    for at in 0..CHANGES_MS.len() {
        let reloaded = played(|step, scene| {
            if step == at {
                scene.reload();
            }
        });
        assert_eq!(reloaded.summary(), undisturbed, "reloaded after step {at}");
    }
}

#[test]
fn a_reload_at_every_step_changes_no_figure() {
    let reloaded = played(|_, scene| scene.reload());
    assert_eq!(reloaded.summary(), played(|_, _| {}).summary());
}

#[test]
fn undoing_and_redoing_any_step_changes_no_figure() {
    let undisturbed = played(|_, _| {}).summary();
    for at in 0..CHANGES_MS.len() {
        let hesitant = played(|step, scene| {
            if step == at {
                scene.undo().unwrap();
                scene.redo().unwrap();
            }
        });
        assert_eq!(hesitant.summary(), undisturbed, "undone and redone after step {at}");
    }
}

#[test]
fn a_step_undone_afterwards_leaves_the_meeting_without_it() {
    let whole = played(|_, _| {}).summary();
    for at in (0..CHANGES_MS.len()).step_by(share() as usize) {
        let mut scene = played(|_, _| {});
        let event = scene.events[at + 1].id();
        scene.wait(5_000).record(EventKind::Undone { event });
        let reference = reference_until(END_MS, |step| step != at);
        assert_eq!(scene.summary().intervals, reference.intervals(), "without step {at}");
        assert_eq!(scene.summary().measures, reference.measures(), "without step {at}");
        scene.wait(5_000).record(EventKind::Redone { event });
        assert_eq!(scene.summary(), whole, "with step {at} again");
    }
}

/// The script with two breaks (one without length), marks, captures and tallies; `between` comes after each step.
pub(crate) fn eventful(mut between: impl FnMut(&mut Scene)) -> Scene {
    played(|step, scene| {
        let acts = match step {
            4 => vec![EventKind::MomentMarked],
            7 => vec![captured(Kind::Outcome, "No more Monday surprises")],
            8 => vec![captured(Kind::Held, "")],
            9 => vec![amended(nth_capture(scene, 0), "No surprises on Mondays")],
            12 => {
                scene.wait_until(910_000).record(EventKind::BreakTaken);
                scene.record(EventKind::MomentMarked);
                scene.wait_until(940_000).record(EventKind::BreakEnded);
                scene.record(EventKind::BreakTaken);
                scene.record(EventKind::BreakEnded);
                scene.wait_until(945_000);
                vec![taken(Party::Consultant)]
            }
            20 => vec![EventKind::Struck { what: nth_capture(scene, 1) }],
            21 => vec![captured(Kind::Issue, "Tickets vanish")],
            30 => Tally::ALL.into_iter().map(EventKind::Tallied).collect(),
            31 => vec![EventKind::Tallied(Tally::Asked)],
            _ => vec![],
        };
        for kind in acts {
            scene.record(kind);
        }
        between(scene);
    })
}

fn nth_capture(scene: &Scene, n: usize) -> heard_core::EventId {
    scene.meeting().captures[n].id
}

fn assert_eventful(scene: &Scene, when: &str) {
    let mut reference = reference_until(END_MS, is_any);
    reference.paint_between(910_000, 940_000, BREAK);
    reference.paint_between(940_000, 945_000, CLIENT);
    reference.paint_between(945_000, 960_000, CONSULTANT);
    let summary = scene.summary();
    assert_eq!(summary.intervals, reference.intervals(), "{when}");
    assert_eq!(summary.measures, reference.measures(), "{when}");
    assert_eq!(summary.marks, [(611_111, Some(Floor::Consultant)), (910_000, None)], "{when}");
    let outcome = (
        702_001,
        Some(Floor::Client),
        "No surprises on Mondays".to_owned(),
        vec!["No more Monday surprises".to_owned()],
    );
    let issue = (1_399_999, Some(Floor::Client), "Tickets vanish".to_owned(), vec![]);
    assert_eq!(summary.captures, [outcome, issue], "{when}");
    assert_eq!(summary.tallies, Tallies { asked: 2, played_back: 1, jumped_in: 1 }, "{when}");
}

#[test]
fn breaks_marks_captures_and_tallies_are_recorded_exactly() {
    assert_eventful(&eventful(|_| {}), "undisturbed");
}

#[test]
fn an_eventful_meeting_survives_a_reload_at_every_step() {
    assert_eventful(&eventful(Scene::reload), "reloaded");
}

#[test]
fn an_eventful_meeting_survives_undo_and_redo_at_every_step() {
    let hesitant = eventful(|scene| {
        scene.undo().unwrap();
        scene.redo().unwrap();
    });
    assert_eventful(&hesitant, "undone and redone");
}

#[test]
fn an_open_floor_counts_for_neither_party() {
    let mut scene = Scene::opened();
    scene.wait(1_000).take_floor(Party::Consultant);
    scene.wait(500).record(floor_left());
    scene.wait(250).take_floor(Party::Consultant);
    scene.wait(125).end_meeting();
    let measures = scene.summary().measures;
    assert_eq!((measures.talk_ms, measures.listen_ms, measures.open_ms), (625, 1_000, 250));
    assert_eq!((measures.longest_talk_ms, measures.floor_changes), (500, 1));
}
