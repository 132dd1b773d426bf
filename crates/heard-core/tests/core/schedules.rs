//! Any tick schedule, the same totals: a timer only notices, it never counts.
//!
//! What holds for which faults, whatever the schedule, be it none at all:
//!
//! - *always*: stretches tile the meeting, its parts sum to the whole, nothing is negative and nothing counts twice;
//! - *no new document*: talk and listening are those of a stopwatch that goes by the monotonic clock, to the
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

use crate::deeds::{any_party, config};
use crate::page::{Beat, Fault, Parts, Play, Schedule};
use crate::scene::{left, taken, told};
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
fn lives_ms() -> impl Strategy<Value = u64> {
    prop_oneof![1 => Just(0), 4 => 1_u64..30_000, 1 => 30_000_u64..200_000]
}

fn freeze() -> impl Strategy<Value = Fault> {
    prop_oneof![1_u64..90_000, 90_001_u64..4_000_000].prop_map(Fault::Freeze)
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
    proptest::collection::vec((lives_ms(), of), 0..4)
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
        2 => Just(left()),
        2 => Just(EventKind::BreakTaken),
        2 => Just(EventKind::BreakEnded),
        1 => Just(EventKind::MomentMarked),
    ]
}

/// A meeting of a few touches; the last one lets Heard see what came before it.
fn meeting(faults: impl Strategy<Value = Vec<(u64, Fault)>>) -> impl Strategy<Value = Vec<Beat>> {
    let beat = (faults, lives_ms(), touch(), 0..2_usize)
        .prop_map(|(faults, lives_ms, touch, tab)| Beat { faults, lives_ms, touch, tab });
    proptest::collection::vec(beat, 1..10)
}

fn total(beats: &[Beat], ms: impl Fn(Fault) -> u64) -> u64 {
    beats.iter().flat_map(|beat| &beat.faults).map(|(_, fault)| ms(*fault)).sum()
}

/// What every schedule agrees on: what is open or left out is one part.
fn agreed(parts: Parts) -> [u64; 4] {
    [parts.talk_ms, parts.listen_ms, parts.break_ms, parts.open_ms + parts.left_out_ms]
}

/// What holds of every meeting, whatever happened to the clocks.
fn assert_sound(play: &Play) -> Result<(), TestCaseError> {
    let scene = &play.scene;
    assert_tiled(scene.meeting(), scene.now)?;
    let again = Notebook::from_events(scene.events.iter().rev().cloned());
    prop_assert_eq!(told(again.meeting(scene.meeting).unwrap(), scene.now), scene.told());
    Ok(())
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn any_schedule_gives_the_totals_of_a_stopwatch(
        beats in meeting(one_wall_fault()),
        schedule in any_schedule(),
    ) {
        let play = Play::of(&beats, &[schedule]);
        assert_sound(&play)?;
        prop_assert_eq!(agreed(play.parts()), agreed(play.truth));
    }

    #[test]
    fn any_schedule_leaves_out_the_same_where_the_floor_is_never_open(
        beats in meeting(one_wall_fault()),
        schedules in (any_schedule(), any_schedule()),
    ) {
        let mut beats = beats;
        beats.retain(|beat| !matches!(beat.touch, EventKind::FloorLeft { .. }));
        let one = Play::of(&beats, &[schedules.0]);
        let other = Play::of(&beats, &[schedules.1]);
        prop_assert_eq!(one.parts(), other.parts());
        prop_assert_eq!(one.parts(), one.truth);
    }

    #[test]
    fn any_schedule_credits_the_same_however_often_the_wall_clock_fails(
        beats in meeting(faults(prop_oneof![freeze(), any_wall_fault()])),
        schedule in any_schedule(),
    ) {
        let play = Play::of(&beats, &[schedule]);
        assert_sound(&play)?;
        let (parts, truth) = (play.parts(), play.truth);
        prop_assert_eq!((parts.talk_ms, parts.listen_ms), (truth.talk_ms, truth.listen_ms));
        prop_assert!(parts.open_ms + parts.left_out_ms >= truth.open_ms);
    }

    #[test]
    fn two_tabs_under_any_schedules_give_the_totals_of_a_stopwatch(
        beats in meeting(faults(prop_oneof![freeze(), ahead()])),
        schedules in (any_schedule(), any_schedule()),
    ) {
        let play = Play::of(&beats, &[schedules.0, schedules.1]);
        assert_sound(&play)?;
        prop_assert_eq!(agreed(play.parts()), agreed(play.truth));
    }

    #[test]
    fn a_page_that_comes_and_goes_leaves_out_what_it_missed_and_an_interval_at_most(
        beats in meeting(faults(prop_oneof![
            freeze(), gone(), (10_001_u64..4_000_000).prop_map(Fault::Stop),
        ])),
        schedule in any_schedule(),
    ) {
        let play = Play::of(&beats, std::slice::from_ref(&schedule));
        assert_sound(&play)?;
        let (parts, truth) = (play.parts(), play.truth);
        let whole = |parts: Parts| agreed(parts).iter().sum::<u64>();
        prop_assert_eq!(parts.break_ms, truth.break_ms);
        prop_assert_eq!(whole(parts), whole(truth));
        prop_assert!(parts.talk_ms <= truth.talk_ms && parts.listen_ms <= truth.listen_ms);
        if let Some(interval_ms) = schedule.every_ms.iter().max() {
            let missed_ms = total(&beats, |fault| match fault {
                Fault::Freeze(ms) | Fault::Stop(ms) => ms,
                Fault::Gone(ms) => ms + interval_ms + schedule.lag_ms,
                Fault::Set(_) => 0,
            });
            // What a late timer found while nobody had the floor is left out, and was open.
            prop_assert!(parts.left_out_ms <= missed_ms + truth.open_ms);
        }
    }

    #[test]
    fn whatever_befalls_the_clocks_the_parts_are_the_whole(
        beats in meeting(faults(prop_oneof![freeze(), any_wall_fault(), gone()])),
        schedules in proptest::collection::vec(any_schedule(), 1..3),
    ) {
        assert_sound(&Play::of(&beats, &schedules))?;
    }
}

#[test]
fn the_stopwatch_itself_counts_as_one_does_by_hand() {
    let schedule = Schedule { every_ms: vec![5_000], lag_ms: 100 };
    let beat = |faults, lives_ms, touch| Beat { faults, lives_ms, touch, tab: 0 };
    let beats = [
        beat(vec![], 20_000, taken(Party::Consultant)),
        beat(vec![(10_000, Fault::Freeze(100_000))], 10_000, EventKind::BreakTaken),
        beat(vec![(1_000, Fault::Stop(60_000))], 1_000, EventKind::BreakEnded),
        beat(vec![(2_000, Fault::Set(-99_000))], 2_000, left()),
        beat(vec![(3_000, Fault::Stop(30_000))], 3_000, EventKind::MomentMarked),
    ];
    let play = Play::of(&beats, &[schedule]);
    let by_hand = Parts {
        talk_ms: 120_000,
        listen_ms: 24_000,
        open_ms: 6_000,
        break_ms: 62_000,
        left_out_ms: 30_000,
    };
    assert_eq!((play.truth, play.parts()), (by_hand, by_hand));
}
