//! A whole meeting, exact to the millisecond: played, reloaded, undone and redone at every step.

use heard_core::event::capture::{Kind, Tallies, Tally};
use heard_core::event::kind::EventKind;
use heard_core::{Floor, Party};

use crate::deeds::share;
use crate::reference::{BREAK, CLIENT, CONSULTANT};
use crate::scene::{Scene, amended, caught, left, taken};
use crate::script::{CHANGES_MS, END_MS, painted, played};

fn is_any(_: usize) -> bool {
    true
}

#[test]
fn turns_and_measures_are_exact_to_the_millisecond() {
    let told = played(|_, _| {}).told();
    let reference = painted(END_MS, is_any);
    assert_eq!(told.tiles, reference.tiles());
    assert_eq!(told.measures, reference.measures());
    assert_eq!(told.ended_ms, Some(2_820_000));
    assert_eq!(told.measures.floor_changes, 40);
    assert_eq!(told.measures.opening_story_ms, Some(412_350));
}

#[test]
fn the_share_is_talk_over_talk_and_listening() {
    let measures = played(|_, _| {}).told().measures;
    let turns = CHANGES_MS.chunks(2);
    let talk_ms: u64 = turns.map(|turn| turn[1] - turn[0]).sum();
    let rounded = (talk_ms * 10_000 + END_MS / 2) / END_MS;
    assert_eq!(measures.talk_ms, talk_ms);
    assert_eq!(measures.share_of_speech(Party::Consultant, 10_000), Some(rounded));
    assert_eq!(measures.share_of_speech(Party::Client, 10_000), Some(10_000 - rounded));
}

#[test]
fn at_every_step_the_parts_are_the_whole() {
    let mut checked = 0;
    played(|step, scene| {
        // Never more than a millisecond: two of the changes are no further apart.
        scene.wait(1);
        let at_ms = CHANGES_MS[step] + 1;
        let told = scene.told();
        assert_eq!(told.measures.elapsed_ms(), at_ms);
        assert_eq!(told.tiles, painted(at_ms, |other| other <= step).tiles());
        checked += 1;
    });
    assert_eq!(checked, 40);
}

#[test]
fn a_reload_at_any_step_changes_no_figure() {
    let undisturbed = played(|_, _| {}).told();
    for at in 0..CHANGES_MS.len() {
        let reloaded = played(|step, scene| {
            if step == at {
                scene.reloads();
            }
        });
        assert_eq!(reloaded.told(), undisturbed, "reloaded after step {at}");
    }
}

#[test]
fn a_reload_at_every_step_changes_no_figure() {
    let reloaded = played(|_, scene| scene.reloads());
    assert_eq!(reloaded.told(), played(|_, _| {}).told());
}

#[test]
fn undoing_and_redoing_any_step_changes_no_figure() {
    let undisturbed = played(|_, _| {}).told();
    for at in 0..CHANGES_MS.len() {
        let hesitant = played(|step, scene| {
            if step == at {
                scene.undoes().unwrap();
                scene.redoes().unwrap();
            }
        });
        assert_eq!(hesitant.told(), undisturbed, "undone and redone after step {at}");
    }
}

#[test]
fn a_step_undone_afterwards_leaves_the_meeting_without_it() {
    let whole = played(|_, _| {}).told();
    for at in (0..CHANGES_MS.len()).step_by(share() as usize) {
        let mut scene = played(|_, _| {});
        let event = scene.events[at + 1].id();
        scene.wait(5_000).says(EventKind::Undone { event });
        let reference = painted(END_MS, |step| step != at);
        assert_eq!(scene.told().tiles, reference.tiles(), "without step {at}");
        assert_eq!(scene.told().measures, reference.measures(), "without step {at}");
        scene.wait(5_000).says(EventKind::Redone { event });
        assert_eq!(scene.told(), whole, "with step {at} again");
    }
}

/// The script with two breaks (one without length), marks, captures and tallies; `between` comes after each step.
pub(crate) fn eventful(mut between: impl FnMut(&mut Scene)) -> Scene {
    played(|step, scene| {
        let acts = match step {
            4 => vec![EventKind::MomentMarked],
            7 => vec![caught(Kind::Outcome, "No more Monday surprises")],
            8 => vec![caught(Kind::Held, "")],
            9 => vec![amended(nth_capture(scene, 0), "No surprises on Mondays")],
            12 => {
                scene.wait_until(910_000).says(EventKind::BreakTaken);
                scene.says(EventKind::MomentMarked);
                scene.wait_until(940_000).says(EventKind::BreakEnded);
                scene.says(EventKind::BreakTaken);
                scene.says(EventKind::BreakEnded);
                scene.wait_until(945_000);
                vec![taken(Party::Consultant)]
            }
            20 => vec![EventKind::Struck { what: nth_capture(scene, 1) }],
            21 => vec![caught(Kind::Issue, "Tickets vanish")],
            30 => Tally::ALL.into_iter().map(EventKind::Tallied).collect(),
            31 => vec![EventKind::Tallied(Tally::Asked)],
            _ => vec![],
        };
        for kind in acts {
            scene.says(kind);
        }
        between(scene);
    })
}

fn nth_capture(scene: &Scene, n: usize) -> heard_core::EventId {
    scene.meeting().captures[n].id
}

fn assert_eventful(scene: &Scene, when: &str) {
    let mut reference = painted(END_MS, is_any);
    reference.paint_between(910_000, 940_000, BREAK);
    reference.paint_between(940_000, 945_000, CLIENT);
    reference.paint_between(945_000, 960_000, CONSULTANT);
    let told = scene.told();
    assert_eq!(told.tiles, reference.tiles(), "{when}");
    assert_eq!(told.measures, reference.measures(), "{when}");
    assert_eq!(told.marks, [(611_111, Some(Floor::Consultant)), (910_000, None)], "{when}");
    let outcome = (
        702_001,
        Some(Floor::Client),
        "No surprises on Mondays".to_owned(),
        vec!["No more Monday surprises".to_owned()],
    );
    let issue = (1_399_999, Some(Floor::Client), "Tickets vanish".to_owned(), vec![]);
    assert_eq!(told.captures, [outcome, issue], "{when}");
    assert_eq!(told.tallies, Tallies { asked: 2, played_back: 1, jumped_in: 1 }, "{when}");
}

#[test]
fn a_break_marks_captures_and_tallies_are_told_as_they_were() {
    assert_eventful(&eventful(|_| {}), "undisturbed");
}

#[test]
fn an_eventful_meeting_survives_a_reload_at_every_step() {
    assert_eventful(&eventful(Scene::reloads), "reloaded");
}

#[test]
fn an_eventful_meeting_survives_undo_and_redo_at_every_step() {
    let hesitant = eventful(|scene| {
        scene.undoes().unwrap();
        scene.redoes().unwrap();
    });
    assert_eventful(&hesitant, "undone and redone");
}

#[test]
fn an_open_floor_is_nobodys_time() {
    let mut scene = Scene::opened();
    scene.wait(1_000).takes(Party::Consultant);
    scene.wait(500).says(left());
    scene.wait(250).takes(Party::Consultant);
    scene.wait(125).ends();
    let measures = scene.told().measures;
    assert_eq!((measures.talk_ms, measures.listen_ms, measures.open_ms), (625, 1_000, 250));
    assert_eq!((measures.longest_talk_ms, measures.floor_changes), (500, 1));
}
