//! Tests of totals: the parts sum to the whole, intervals do not overlap, and the figures equal the reference.

use heard_core::meeting::{Interval, State};
use heard_core::{DocumentId, Meeting, Notebook, Party, Timestamp};
use proptest::prelude::*;

use crate::events::any_events;
use crate::random_actions::{Action, Step, any_steps, config, live_steps, perform_all};
use crate::reference::{BREAK, CLIENT, OPEN, Strip, cell};
use crate::scene::{EVENING, Scene};

/// Checks what holds of every meeting at every moment.
pub(crate) fn assert_tiled(meeting: &Meeting, now: Timestamp) -> Result<(), TestCaseError> {
    let until_ms = meeting.position(now);
    let intervals = meeting.intervals(until_ms);
    let mut end_ms = 0;
    for Interval { start_ms, end_ms: next_ms, .. } in &intervals {
        prop_assert_eq!(*start_ms, end_ms, "a gap or an overlap");
        prop_assert!(next_ms > start_ms, "an empty interval");
        end_ms = *next_ms;
    }
    prop_assert_eq!(end_ms, until_ms, "the end is not reached");
    for pair in intervals.windows(2) {
        let what = |interval: &Interval| (interval.state, interval.away);
        prop_assert_ne!(what(&pair[0]), what(&pair[1]), "equal neighbours");
    }
    let sum = |of: &dyn Fn(&Interval) -> bool| -> u64 {
        intervals.iter().filter(|interval| of(interval)).map(Interval::ms).sum()
    };
    let measures = meeting.measures(until_ms);
    prop_assert_eq!(measures.elapsed_ms(), until_ms);
    prop_assert_eq!(measures.break_ms, sum(&|interval| interval.state == State::Break));
    prop_assert_eq!(measures.left_out_ms, sum(&Interval::is_left_out));
    prop_assert_eq!(measures.talk_ms, sum(&|interval| interval.party() == Some(Party::Consultant)));
    prop_assert_eq!(measures.listen_ms, sum(&|interval| interval.party() == Some(Party::Client)));
    prop_assert!(measures.longest_talk_ms <= measures.talk_ms);
    prop_assert!(measures.longest_story_ms <= measures.listen_ms);
    prop_assert!(measures.opening_story_ms <= Some(measures.listen_ms));
    prop_assert!(
        intervals.iter().all(|interval| interval.away.is_none() || interval.state != State::Break)
    );
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

fn noted(scene: &Scene, action: &Action) -> Noted {
    let at_ms = scene.passed_ms;
    match *action {
        Action::Take(by) => Noted::Cell(at_ms, cell(by)),
        Action::Leave => Noted::Cell(at_ms, OPEN),
        Action::Rest => Noted::Cell(at_ms, BREAK),
        Action::Resume => Noted::Cell(at_ms, CLIENT),
        Action::End => Noted::End(at_ms),
        _ => Noted::Nothing,
    }
}

fn reference_until(notes: &[Noted], now_ms: u64) -> Strip {
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
    let scene = perform_all(steps, |scene, action, outcome| {
        if outcome.is_err() {
            return;
        }
        match action {
            Action::Undo => undone.extend(notes.pop()),
            Action::Redo => notes.extend(undone.pop()),
            _ => {
                notes.push(noted(scene, action));
                undone.clear();
            }
        }
    });
    let strip = reference_until(&notes, scene.passed_ms);
    (scene, strip)
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn the_figures_equal_those_of_the_naive_reference(steps in live_steps()) {
        let (scene, strip) = both_ways(&steps);
        if scene.notebook.meeting(scene.meeting).is_some() {
            prop_assert_eq!(scene.summary().intervals, strip.intervals());
            prop_assert_eq!(scene.summary().measures, strip.measures());
        }
    }

    #[test]
    fn the_parts_sum_to_the_whole_after_any_accepted_events(
        steps in any_steps(),
        now in any_now(),
    ) {
        let scene = perform_all(&steps, |_, _, _| {});
        for meeting in scene.notebook.meetings() {
            assert_tiled(meeting, scene.now)?;
            assert_tiled(meeting, now)?;
        }
    }

    #[test]
    fn the_parts_sum_to_the_whole_for_any_log(
        events in any_events(),
        now in any_now(),
    ) {
        for meeting in Notebook::from_events(events).meetings() {
            assert_tiled(meeting, now)?;
        }
    }
}
