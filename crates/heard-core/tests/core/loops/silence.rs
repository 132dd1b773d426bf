//! Tests of counting silent days across time zones, summer time and clock changes.

use heard_core::loops::StepKind;
use heard_core::time::{Day, Local};
use proptest::prelude::*;

use crate::loops::scene_steps::DAY_MS;
use crate::random_actions::config;
use crate::scene::{EVENING, Scene};

/// The zones that there are, in minutes ahead of UTC.
fn any_zone() -> impl Strategy<Value = i16> {
    (-48_i16..=56).prop_map(|quarters| quarters * 15)
}

/// A loop that began at [`EVENING`] in Berlin, with the time of its update, if any.
fn one(actual: Option<Local>) -> heard_core::loops::Loop {
    let mut scene = Scene::opened();
    let id = scene.raise_issue("Nobody calls back");
    if let Some(at) = actual {
        let one = scene.the_loop(id);
        scene.now.wall_ms = at.wall_ms;
        let stepped = one.try_step(StepKind::TellBack.with_text("by mail").unwrap(), at).unwrap();
        scene.record(heard_core::event::kind::EventKind::LoopStepped(stepped));
    }
    scene.the_loop(id)
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn silence_counts_calendar_days_in_any_time_zones(
        told_after_ms in 0_i64..40_000_000_000,
        there in any_zone(),
        days in 0_i64..2_000,
        today_ms in 0_i64..86_400_000,
        here in any_zone(),
    ) {
        let actual = Local { wall_ms: EVENING + told_after_ms, utc_offset_min: there };
        let one = one(Some(actual));
        let day = |local: Local| (local.wall_ms + i64::from(local.utc_offset_min) * 60_000).div_euclid(86_400_000);
        let now = Local { wall_ms: actual.wall_ms + days * 86_400_000 + today_ms, utc_offset_min: here };
        let expected = (day(now) - day(actual)).max(0);
        prop_assert_eq!(i64::try_from(one.silence_days(now.day())).unwrap(), expected);
    }

    #[test]
    fn silence_grows_by_one_at_midnight_on_days_of_23_and_25_hours_too(
        after_ms in 0_i64..60_000_000_000,
        before in any_zone(),
        change in prop_oneof![Just(-60_i16), Just(60), Just(0), Just(30)],
    ) {
        let one = one(None);
        let evening = Local { wall_ms: EVENING + after_ms, utc_offset_min: before };
        let today = evening.day();
        let midnight_ms = today.next().utc_ms() - i64::from(before) * 60_000;
        let last = Local { wall_ms: midnight_ms - 1, utc_offset_min: before };
        // The clock is put forward or back in the night; by noon of the next day it shows the other time.
        let noon = Local { wall_ms: midnight_ms + 43_200_000, utc_offset_min: before + change };
        prop_assert_eq!((last.day(), noon.day()), (today, today.next()));
        let since = one.silent_since();
        let age = u64::try_from(today.days_since(since).max(0)).unwrap();
        prop_assert_eq!(one.silence_days(last.day()), age);
        let next = if today.next().days_since(since) > 0 { u64::try_from(today.next().days_since(since)).unwrap() } else { 0 };
        prop_assert_eq!(one.silence_days(noon.day()), next);
    }

    #[test]
    fn a_clock_set_back_gives_zero_days_and_never_fewer(back_ms in 0_i64..EVENING, zone in any_zone()) {
        let one = one(None);
        let now = Local { wall_ms: EVENING - back_ms, utc_offset_min: zone };
        let age = one.silence_days(now.day());
        prop_assert!(age == 0 || now.day() > one.silent_since());
    }

    #[test]
    fn an_update_recorded_late_keeps_its_own_time(first in 0_u64..400, second in 0_u64..400) {
        let mut scene = Scene::opened();
        let id = scene.raise_issue("Nobody calls back");
        scene.wait(400 * DAY_MS);
        let at = |days: u64| Local {
            wall_ms: EVENING + i64::try_from(days * DAY_MS).unwrap(),
            utc_offset_min: 60,
        };
        for days in [first, second] {
            let how = StepKind::TellBack.with_text("by telephone").unwrap();
            let one = scene.the_loop(id);
            scene.record(heard_core::event::kind::EventKind::LoopStepped(one.try_step(how, at(days)).unwrap()));
        }
        prop_assert_eq!(scene.the_loop(id).silence_days(scene.here().day()), 400 - first.max(second));
    }
}

#[test]
fn the_black_hole_begins_after_fourteen_days_of_silence() {
    let mut scene = Scene::opened();
    let id = scene.raise_issue("The lift is slow");
    let hole = |scene: &Scene| scene.the_loop(id).is_in_black_hole(scene.here().day(), 14);
    scene.wait(13 * DAY_MS);
    assert!(!hole(&scene));
    scene.wait(DAY_MS);
    assert!(hole(&scene));
    scene.take_step(id, StepKind::Finish, "");
    assert!(hole(&scene), "a finished loop without an update is silent");
    scene.take_step(id, StepKind::TellBack, "in person");
    scene.wait(60 * DAY_MS);
    assert!(!hole(&scene), "the client was told");
    scene.take_step(id, StepKind::RaiseAgain, "");
    assert!(hole(&scene));
}

#[test]
fn a_step_dated_more_than_a_day_ahead_is_refused() {
    let mut scene = Scene::opened();
    let id = scene.raise_issue("The lift is slow");
    let ahead = |ms: i64| Local { wall_ms: EVENING + ms, utc_offset_min: 0 };
    let actual = |at| {
        let how = StepKind::TellBack.with_text("by mail").unwrap();
        heard_core::event::kind::EventKind::LoopStepped(
            scene.the_loop(id).try_step(how, at).unwrap(),
        )
    };
    assert_eq!(scene.refusal(actual(ahead(86_400_000))), None);
    assert_eq!(scene.refusal(actual(ahead(86_400_001))), Some(heard_core::Refusal::OutOfRange));
    assert_eq!(Day::of(EVENING, 0), ahead(0).day());
}
