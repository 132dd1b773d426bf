//! Whatever happens: the parts are the whole, the stretches tile it, and the figures are those of the reference.

use heard_core::meeting::{Interval, State};
use heard_core::{DocumentId, Meeting, Notebook, Party, Timestamp};
use proptest::prelude::*;

use crate::deeds::{Deed, Step, any_steps, config, live_steps, lived};
use crate::events::any_events;
use crate::reference::{BREAK, CLIENT, OPEN, Strip, cell};
use crate::scene::{EVENING, Scene};

/// Checks what holds of every meeting at every moment.
pub(crate) fn assert_tiled(meeting: &Meeting, now: Timestamp) -> Result<(), TestCaseError> {
    let until_ms = meeting.position(now);
    let tiles = meeting.intervals(until_ms);
    let mut end_ms = 0;
    for Interval { start_ms, end_ms: next_ms, .. } in &tiles {
        prop_assert_eq!(*start_ms, end_ms, "a gap or an overlap");
        prop_assert!(next_ms > start_ms, "an empty stretch");
        end_ms = *next_ms;
    }
    prop_assert_eq!(end_ms, until_ms, "the end is not reached");
    for pair in tiles.windows(2) {
        let what = |tile: &Interval| (tile.state, tile.away);
        prop_assert_ne!(what(&pair[0]), what(&pair[1]), "equal neighbours");
    }
    let sum = |of: &dyn Fn(&Interval) -> bool| -> u64 {
        tiles.iter().filter(|tile| of(tile)).map(Interval::ms).sum()
    };
    let measures = meeting.measures(until_ms);
    prop_assert_eq!(measures.elapsed_ms(), until_ms);
    prop_assert_eq!(measures.break_ms, sum(&|tile| tile.state == State::Break));
    prop_assert_eq!(measures.left_out_ms, sum(&Interval::is_left_out));
    prop_assert_eq!(measures.talk_ms, sum(&|tile| tile.party() == Some(Party::Consultant)));
    prop_assert_eq!(measures.listen_ms, sum(&|tile| tile.party() == Some(Party::Client)));
    prop_assert!(measures.longest_talk_ms <= measures.talk_ms);
    prop_assert!(measures.longest_story_ms <= measures.listen_ms);
    prop_assert!(measures.opening_story_ms <= Some(measures.listen_ms));
    prop_assert!(tiles.iter().all(|tile| tile.away.is_none() || tile.state != State::Break));
    if meeting.ended_ms.is_none() {
        prop_assert!(meeting.turn_ms(until_ms) <= until_ms - meeting.since_ms().min(until_ms));
    }
    Ok(())
}

/// Any moment of any document, plausible or not.
pub(crate) fn any_now() -> impl Strategy<Value = Timestamp> {
    let wall = prop_oneof![any::<i64>(), EVENING - 10_000..EVENING + 20_000];
    let mono = prop_oneof![any::<u64>(), 0_u64..20_000];
    (0_u64..4, wall, mono).prop_map(|(boot, wall_ms, mono_ms)| Timestamp {
        boot: DocumentId::from_random(boot),
        wall_ms,
        mono_ms,
    })
}

/// One thing that a naive notebook would remember: when, and the cell that holds from then on, or the end.
#[derive(Clone, Copy)]
enum Noted {
    Cell(u64, u8),
    End(u64),
    Nothing,
}

fn noted(scene: &Scene, deed: &Deed) -> Noted {
    let at_ms = scene.passed_ms;
    match *deed {
        Deed::Take(by) => Noted::Cell(at_ms, cell(by)),
        Deed::Leave => Noted::Cell(at_ms, OPEN),
        Deed::Rest => Noted::Cell(at_ms, BREAK),
        Deed::Resume => Noted::Cell(at_ms, CLIENT),
        Deed::End => Noted::End(at_ms),
        _ => Noted::Nothing,
    }
}

fn painted(notes: &[Noted], now_ms: u64) -> Strip {
    let end =
        notes.iter().find_map(|note| if let Noted::End(at) = note { Some(*at) } else { None });
    let mut strip = Strip::of(end.unwrap_or(now_ms));
    for note in notes {
        if let Noted::Cell(at_ms, what) = *note {
            strip.paint(at_ms, what);
        }
    }
    strip
}

/// Plays steps on the notebook and on a list with two stacks, the way an editor remembers what was undone.
fn both_ways(steps: &[Step]) -> (Scene, Strip) {
    let mut notes = vec![Noted::Nothing];
    let mut undone = Vec::new();
    let scene = lived(steps, |scene, deed, outcome| {
        if outcome.is_err() {
            return;
        }
        match deed {
            Deed::Undo => undone.extend(notes.pop()),
            Deed::Redo => notes.extend(undone.pop()),
            _ => {
                notes.push(noted(scene, deed));
                undone.clear();
            }
        }
    });
    let strip = painted(&notes, scene.passed_ms);
    (scene, strip)
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn the_figures_are_those_of_a_strip_painted_cell_by_cell(steps in live_steps()) {
        let (scene, strip) = both_ways(&steps);
        if scene.notebook.meeting(scene.meeting).is_some() {
            prop_assert_eq!(scene.told().tiles, strip.tiles());
            prop_assert_eq!(scene.told().measures, strip.measures());
        }
    }

    #[test]
    fn the_parts_are_the_whole_after_whatever_is_admitted_at_any_moment(
        steps in any_steps(),
        now in any_now(),
    ) {
        let scene = lived(&steps, |_, _, _| {});
        for meeting in scene.notebook.meetings() {
            assert_tiled(meeting, scene.now)?;
            assert_tiled(meeting, now)?;
        }
    }

    #[test]
    fn the_parts_are_the_whole_in_a_log_that_nobody_admitted(
        events in any_events(),
        now in any_now(),
    ) {
        for meeting in Notebook::from_events(events).meetings() {
            assert_tiled(meeting, now)?;
        }
    }
}
