//! Tests of the trend over the last months.

use heard_core::loops::{Loop, StepKind};
use heard_core::report::trends::{ENOUGH, MONTHS, Months, Silence, months, silence_on};
use heard_core::time::{Day, Month};
use proptest::prelude::*;

use crate::random_actions::config;
use crate::scene::Scene;

/// The figures of a month.
type Figures = (u64, u64, Option<(u64, u64)>);

fn of(scene: &Scene, today: Day) -> Months {
    let loops: Vec<&Loop> = scene.notebook.loops().iter().map(|one| &**one).collect();
    months(&loops, today)
}

/// Of the last months: what was raised, what was closed, and the middle and the longest silence.
fn last(months: &Months, count: usize) -> Vec<Figures> {
    let silent = |one: Silence| (one.middle_days, one.longest_days);
    let summary = months.all.iter().map(|one| (one.raised, one.closed, one.silence.map(silent)));
    summary.skip(MONTHS - count).collect()
}

#[test]
fn a_month_counts_loops_raised_and_closed_and_the_silence_at_its_end() {
    // It begins on 21 November 2026.
    let mut scene = Scene::opened();
    let [slow, loud, dark] = ["slow", "loud", "dark"].map(|words| scene.raise_issue(words));
    scene.end_meeting();
    scene.later(20);
    scene.take_step(slow, StepKind::TellBack, "in person");
    scene.take_step(loud, StepKind::Close, "");
    scene.later(30);
    scene.take_step(loud, StepKind::RaiseAgain, "");
    let today = scene.later(3);
    assert_eq!(today.to_string(), "2027-01-13");
    let summary = of(&scene, today);
    // The last of the old year is 20 days after the word of the eleventh, and 40 days after it began.
    assert_eq!(
        last(&summary, 4),
        [(0, 0, None), (3, 0, Some((9, 9))), (0, 1, Some((20, 40))), (1, 0, Some((53, 53))),]
    );
    assert_eq!((summary.all.len(), summary.waited, summary.moved), (MONTHS, 3, 3));
    assert_eq!(summary.all[MONTHS - 1].month, Month::of(today));
    assert_eq!(summary.all[MONTHS - 1].silence.map(|silence| silence.waiting), Some(3));
    assert!(summary.moved >= ENOUGH);
    scene.take_step(dark, StepKind::Close, "");
    let later = of(&scene, scene.notebook.loops()[0].raised[0].at.day());
    assert_eq!(last(&later, 1), [(3, 0, Some((0, 0)))], "what comes later is no part of it");
}

#[test]
fn old_loops_change_no_recent_count_and_their_silence_is_included() {
    let mut scene = Scene::opened();
    scene.raise_issue("The lift is slow");
    scene.end_meeting();
    let summary = of(&scene, scene.here().day());
    assert_eq!((summary.waited, summary.moved), (1, 1));
    let today = scene.later(600);
    let summary = of(&scene, today);
    assert_eq!((summary.waited, summary.moved), (1, 0));
    assert_eq!(last(&summary, 1), [(0, 0, Some((600, 600)))]);
}

#[test]
fn without_loops_every_month_is_empty() {
    let summary = months(&[], Day::parse("2026-11-21").unwrap());
    assert_eq!((summary.all.len(), summary.waited, summary.moved), (MONTHS, 0, 0));
    assert!(summary.all.iter().all(|one| one.silence.is_none()));
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn the_longest_silence_is_the_maximum_and_the_median_is_not_greater(
        raised in prop::collection::vec((0..40_u64, any::<bool>()), 1..20),
    ) {
        let mut scene = Scene::opened();
        for (wait, closes) in raised {
            scene.later(wait);
            let id = scene.raise_issue("Nobody calls back");
            if closes {
                scene.take_step(id, StepKind::Close, "");
            }
        }
        let today = scene.here().day();
        let summary = of(&scene, today);
        for one in summary.all {
            let end = one.month.last_day().min(today);
            let silent = scene.notebook.loops().iter().filter_map(|one| silence_on(one, end));
            let silent: Vec<u64> = silent.collect();
            prop_assert_eq!(one.silence.map(|summary| summary.longest_days), silent.iter().copied().max());
            let middle = one.silence.map_or(0, |summary| summary.middle_days);
            let below = silent.iter().filter(|days| **days <= middle).count();
            prop_assert!(below * 2 >= silent.len());
            prop_assert_eq!(one.silence.map_or(0, |summary| summary.waiting), silent.len());
        }
    }
}
