//! Tests that totals do not depend on when timers fire.
//!
//! The guarantees for each class of faults, with any schedule or no timer:
//!
//! - *always*: intervals cover the meeting without overlap, and its parts sum to the whole;
//! - *no new document, and no freeze longer than a plausible turn*: talk and listening are those of a stopwatch that goes by the monotonic clock, to the
//!   millisecond;
//! - *no new document, and between two touches the wall clock fails once at most*: breaks and the whole are exact, too,
//!   and so is what is open or left out. Which of the two it is, the schedule may decide: a page that stood still while
//!   nobody had the floor is left out if a timer proves it. (Where the wall clock goes forward and back between two
//!   touches, only a timer between the two can see it.)
//! - *new documents under a wall clock that is right*: the whole and the breaks are exact; a turn is credited no more
//!   than its own, and what is left out is no more than what was missed and, for each time that the page was gone, one
//!   interval of the timer.

use heard_core::{EventKind, Notebook, Party};
use proptest::prelude::*;

use crate::random_actions::{any_party, config};
use crate::scene::{floor_left, summary, taken};
use crate::simulated_page::{Fault, Parts, Phase, Schedule, Simulation};
use crate::totals::assert_tiled;

/// The timers that there are: every second, every five, once a minute, in bursts, none; and any other.
fn any_schedule() -> impl Strategy<Value = Schedule> {
    let every_ms = prop_oneof![
        Just(vec![1_000]),
        Just(vec![5_000]),
        Just(vec![60_000]),
        Just(vec![1, 1, 250, 80_000, 5_000, 200_000]),
        Just(vec![]),
        proptest::collection::vec(1_u64..150_000, 1..9),
    ];
    (every_ms, prop_oneof![Just(0), 0_u64..3_000])
        .prop_map(|(every_ms, lag_ms)| Schedule { every_ms, lag_ms })
}

/// An awake time, longer than any timer waits in one case of six.
fn runs_ms() -> impl Strategy<Value = u64> {
    prop_oneof![1 => Just(0), 4 => 1_u64..30_000, 1 => 30_000_u64..200_000]
}

/// A freeze that counts as the turn around it: with the times awake, at most 20 minutes pass between two touches.
fn freeze() -> impl Strategy<Value = Fault> {
    prop_oneof![1_u64..90_000, 90_001_u64..130_000].prop_map(Fault::Freeze)
}

/// A freeze that may be longer than a plausible turn.
fn long_freeze() -> impl Strategy<Value = Fault> {
    (90_001_u64..4_000_000).prop_map(Fault::Freeze)
}

/// The wall clock runs ahead by more than drift.
fn ahead() -> impl Strategy<Value = Fault> {
    prop_oneof![
        (10_001_u64..4_000_000).prop_map(Fault::Stop),
        (10_001_i64..4_000_000).prop_map(Fault::Set),
    ]
}

fn any_wall_fault() -> impl Strategy<Value = Fault> {
    let edge = prop_oneof![Just(10_000_i64), Just(10_001), Just(-10_001), -20_000_i64..20_000];
    prop_oneof![
        2 => ahead(),
        1 => edge.prop_map(Fault::Set),
        1 => (-4_000_000_i64..0).prop_map(Fault::Set),
        1 => (1_u64..20_000).prop_map(Fault::Stop),
    ]
}

fn gone() -> impl Strategy<Value = Fault> {
    prop_oneof![0_u64..9_999, 10_000_u64..4_000_000].prop_map(Fault::Gone)
}

fn faults(of: impl Strategy<Value = Fault>) -> impl Strategy<Value = Vec<(u64, Fault)>> {
    proptest::collection::vec((runs_ms(), of), 0..4)
}

/// Freezes, and one fault of the wall clock somewhere among them.
fn one_wall_fault() -> impl Strategy<Value = Vec<(u64, Fault)>> {
    (faults(freeze()), faults(any_wall_fault()), any::<usize>()).prop_map(
        |(mut all, mut wall, place)| {
            wall.truncate(1);
            let place = place % (all.len() + 1);
            all.splice(place..place, wall);
            all
        },
    )
}

fn touch() -> impl Strategy<Value = EventKind> {
    prop_oneof![
        6 => any_party().prop_map(taken),
        2 => Just(floor_left()),
        2 => Just(EventKind::BreakTaken),
        2 => Just(EventKind::BreakEnded),
        1 => Just(EventKind::MomentMarked),
    ]
}

/// A meeting of a few touches; the last one lets Heard see what came before it.
fn meeting(faults: impl Strategy<Value = Vec<(u64, Fault)>>) -> impl Strategy<Value = Vec<Phase>> {
    let phase = (faults, runs_ms(), touch(), 0..2_usize)
        .prop_map(|(faults, runs_ms, touch, tab)| Phase { faults, runs_ms, touch, tab });
    proptest::collection::vec(phase, 1..10)
}

fn total(phases: &[Phase], ms: impl Fn(Fault) -> u64) -> u64 {
    phases.iter().flat_map(|phase| &phase.faults).map(|(_, fault)| ms(*fault)).sum()
}

/// What every schedule agrees on: what is open or left out is one part.
fn agreed(parts: Parts) -> [u64; 4] {
    [parts.talk_ms, parts.listen_ms, parts.break_ms, parts.open_ms + parts.left_out_ms]
}

/// Asserts what holds for every meeting with any clock faults.
fn assert_sound(play: &Simulation) -> Result<(), TestCaseError> {
    let scene = &play.scene;
    assert_tiled(scene.meeting(), scene.now)?;
    let again = Notebook::from_events(scene.events.iter().rev().cloned());
    prop_assert_eq!(summary(again.meeting(scene.meeting).unwrap(), scene.now), scene.summary());
    Ok(())
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn any_timer_schedule_gives_the_stopwatch_totals(
        phases in meeting(one_wall_fault()),
        schedule in any_schedule(),
    ) {
        let play = Simulation::of(&phases, &[schedule]);
        assert_sound(&play)?;
        prop_assert_eq!(agreed(play.parts()), agreed(play.expected));
    }

    #[test]
    fn any_schedule_leaves_out_the_same_where_the_floor_is_never_open(
        phases in meeting(one_wall_fault()),
        schedules in (any_schedule(), any_schedule()),
    ) {
        let mut phases = phases;
        phases.retain(|phase| !matches!(phase.touch, EventKind::FloorLeft { .. }));
        let one = Simulation::of(&phases, &[schedules.0]);
        let other = Simulation::of(&phases, &[schedules.1]);
        prop_assert_eq!(one.parts(), other.parts());
        prop_assert_eq!(one.parts(), one.expected);
    }

    #[test]
    fn any_schedule_credits_the_same_however_often_the_wall_clock_fails(
        phases in meeting(faults(prop_oneof![freeze(), any_wall_fault()])),
        schedule in any_schedule(),
    ) {
        let play = Simulation::of(&phases, &[schedule]);
        assert_sound(&play)?;
        let (parts, expected) = (play.parts(), play.expected);
        prop_assert_eq!((parts.talk_ms, parts.listen_ms), (expected.talk_ms, expected.listen_ms));
        prop_assert!(parts.open_ms + parts.left_out_ms >= expected.open_ms);
    }

    #[test]
    fn two_tabs_with_any_timer_schedules_give_the_stopwatch_totals(
        phases in meeting(faults(prop_oneof![freeze(), ahead()])),
        schedules in (any_schedule(), any_schedule()),
    ) {
        let play = Simulation::of(&phases, &[schedules.0, schedules.1]);
        assert_sound(&play)?;
        prop_assert_eq!(agreed(play.parts()), agreed(play.expected));
    }

    #[test]
    fn reloads_leave_out_at_most_the_missed_time_and_one_timer_interval_each(
        phases in meeting(faults(prop_oneof![
            freeze(), gone(), (10_001_u64..4_000_000).prop_map(Fault::Stop),
        ])),
        schedule in any_schedule(),
    ) {
        let play = Simulation::of(&phases, std::slice::from_ref(&schedule));
        assert_sound(&play)?;
        let (parts, expected) = (play.parts(), play.expected);
        let whole = |parts: Parts| agreed(parts).iter().sum::<u64>();
        prop_assert_eq!(parts.break_ms, expected.break_ms);
        prop_assert_eq!(whole(parts), whole(expected));
        prop_assert!(parts.talk_ms <= expected.talk_ms && parts.listen_ms <= expected.listen_ms);
        if let Some(interval_ms) = schedule.every_ms.iter().max() {
            let missed_ms = total(&phases, |fault| match fault {
                Fault::Freeze(ms) | Fault::Stop(ms) => ms,
                Fault::Gone(ms) => ms + interval_ms + schedule.lag_ms,
                Fault::Set(_) => 0,
            });
            // Open time that a late timer detected is left out.
            prop_assert!(parts.left_out_ms <= missed_ms + expected.open_ms);
        }
    }

    #[test]
    fn with_any_clock_faults_the_parts_sum_to_the_whole(
        phases in meeting(faults(prop_oneof![freeze(), long_freeze(), any_wall_fault(), gone()])),
        schedules in proptest::collection::vec(any_schedule(), 1..3),
    ) {
        assert_sound(&Simulation::of(&phases, &schedules))?;
    }
}

#[test]
fn the_stopwatch_agrees_with_a_manual_count() {
    let schedule = Schedule { every_ms: vec![5_000], lag_ms: 100 };
    let phase = |faults, runs_ms, touch| Phase { faults, runs_ms, touch, tab: 0 };
    let phases = [
        phase(vec![], 20_000, taken(Party::Consultant)),
        phase(vec![(10_000, Fault::Freeze(100_000))], 10_000, EventKind::BreakTaken),
        phase(vec![(1_000, Fault::Stop(60_000))], 1_000, EventKind::BreakEnded),
        phase(vec![(2_000, Fault::Set(-99_000))], 2_000, floor_left()),
        phase(vec![(3_000, Fault::Stop(30_000))], 3_000, EventKind::MomentMarked),
    ];
    let play = Simulation::of(&phases, &[schedule]);
    let by_hand = Parts {
        talk_ms: 120_000,
        listen_ms: 24_000,
        open_ms: 6_000,
        break_ms: 62_000,
        left_out_ms: 30_000,
    };
    assert_eq!((play.expected, play.parts()), (by_hand, by_hand));
}
