//! Tests of quartiles and scales.

use heard_core::report::trends::{Scale, Spread};
use heard_core::time::{Day, Month};
use proptest::prelude::*;

use crate::random_actions::config;

#[test]
fn quartiles_are_figures_of_the_data() {
    let of = |figures: &[i64]| {
        let spread = Spread::of(figures.to_vec()).unwrap();
        [spread.least, spread.low, spread.middle, spread.high, spread.most]
    };
    assert_eq!(Spread::of(Vec::new()), None);
    assert_eq!(of(&[7]), [7; 5]);
    assert_eq!(of(&[9, -3, 4]), [-3, -3, 4, 9, 9]);
    assert_eq!(of(&[40, 10, 30, 20]), [10, 10, 20, 30, 40]);
    assert_eq!(of(&[8, 1, 7, 2, 6, 3, 5, 4]), [1, 2, 4, 6, 8]);
}

#[test]
fn scale_steps_are_ones_twos_and_fives_or_round_times() {
    let scale = |most| (Scale::of(most).step, Scale::of(most).top);
    let scales = [0, 1, 4, 5, 9, 21, 100, 401].map(scale);
    assert_eq!(scales, [(1, 1), (1, 1), (1, 4), (2, 6), (5, 10), (10, 30), (50, 100), (200, 600)]);
    let time = |most_ms| (Scale::of_time(most_ms).step, Scale::of_time(most_ms).top);
    assert_eq!(
        [0, 92_000, 600_000].map(time),
        [(1_000, 1_000), (30_000, 120_000), (300_000, 600_000)]
    );
    assert_eq!(Scale::of(100).lines().collect::<Vec<_>>(), [0, 50, 100]);
    assert_eq!(
        [0, 25, 100, 200].map(|figure| Scale::of(100).below_top(figure, 80)),
        [80, 60, 0, 0]
    );
}

#[test]
fn a_month_has_its_calendar_days() {
    let day = |text| Day::parse(text).unwrap();
    let month = Month::of(day("2024-02-11"));
    assert_eq!((month.first_day(), month.last_day()), (day("2024-02-01"), day("2024-02-29")));
    assert_eq!(month.before(2).last_day(), day("2023-12-31"));
    assert_eq!(month.before(-11).first_day(), day("2025-01-01"));
    assert_eq!(month.before(12).last_day(), day("2023-02-28"));
}

/// The smallest figure that so many quarters of all do not exceed, looked for among all.
fn naive(figures: &[i64], quarters: usize) -> i64 {
    let reaches = |figure: &&i64| {
        let not_above = figures.iter().filter(|other| other <= figure).count();
        not_above * 4 >= figures.len() * quarters
    };
    *figures.iter().filter(reaches).min().unwrap()
}

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn every_quartile_agrees_with_its_definition(
        figures in prop::collection::vec(-100_i64..100, 1..60),
    ) {
        let spread = Spread::of(figures.clone()).unwrap();
        let found = [spread.least, spread.low, spread.middle, spread.high, spread.most];
        prop_assert_eq!(found, [0, 1, 2, 3, 4].map(|quarters| naive(&figures, quarters)));
    }

    #[test]
    fn no_figure_is_outside_its_scale(most in any::<u64>(), part in 0..1_000_u64) {
        for scale in [Scale::of(most), Scale::of_time(most)] {
            prop_assert!(scale.top >= most || most > u64::MAX / 2);
            prop_assert!(scale.top / scale.step <= 4);
            let (higher, lower) = (most, most / 1_000 * part);
            let places = [higher, lower].map(|figure| scale.below_top(figure, 120));
            prop_assert!(places[0] <= places[1] && places[1] <= 120);
        }
    }

    #[test]
    fn months_follow_each_other_without_a_gap(ms in 0..253_000_000_000_000_i64) {
        let day = Day::of(ms, 0);
        let month = Month::of(day);
        prop_assert!((month.first_day()..=month.last_day()).contains(&day));
        prop_assert_eq!(month.last_day().next(), month.before(-1).first_day());
        prop_assert_eq!(Month::of(month.last_day().next()), month.before(-1));
    }
}
