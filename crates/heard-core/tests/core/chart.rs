//! Tests of the chart's arithmetic: ticks, groups of marks, and positions.

use heard_core::report::chart::{along, clusters, place_ms, tick_step_ms};
use proptest::prelude::*;

use crate::random_actions::config;

const SECOND: u64 = 1_000;
const MINUTE: u64 = 60 * SECOND;
const HOUR: u64 = 60 * MINUTE;

#[test]
fn tick_steps_are_round_times() {
    let steps = [
        (0, SECOND),
        (4 * SECOND, SECOND),
        (6 * SECOND, SECOND),
        (7 * SECOND, 2 * SECOND),
        (6 * MINUTE, MINUTE),
        (6 * MINUTE + 59 * SECOND, MINUTE),
        (7 * MINUTE, 2 * MINUTE),
        (15 * MINUTE, 5 * MINUTE),
        (47 * MINUTE, 10 * MINUTE),
        (HOUR + 40 * MINUTE, 15 * MINUTE),
        (2 * HOUR, 30 * MINUTE),
        (4 * HOUR, HOUR),
        (8 * HOUR, 2 * HOUR),
        (24 * HOUR, 4 * HOUR),
    ];
    for (length_ms, step_ms) in steps {
        assert_eq!(tick_step_ms(length_ms, 6), step_ms, "{length_ms} ms");
    }
}

#[test]
fn marks_at_the_minimum_distance_are_not_grouped() {
    assert!(clusters(&[], 10).is_empty());
    assert_eq!(clusters(&[0, 10, 20], 10), [0..1, 1..2, 2..3]);
    assert_eq!(clusters(&[0, 9, 10, 19, 30], 10), [0..2, 2..4, 4..5]);
    assert_eq!(clusters(&[5, 5, 5], 0), [0..1, 1..2, 2..3], "without a minimum distance");
}

#[test]
fn in_a_meeting_of_no_length_every_position_is_zero() {
    assert_eq!((along(0, 0), along(7, 0), place_ms(3, 4, 0), place_ms(0, 0, 9)), (0, 0, 0, 0));
}

#[test]
fn positions_run_from_zero_to_the_full_length() {
    assert_eq!([0, 1, 2, 3, 4, 5].map(|at| along(at, 4)), [0, 2_500, 5_000, 7_500, 10_000, 10_000]);
    assert_eq!([0, 1, 2, 3, 4, 5].map(|part| place_ms(part, 4, 8)), [0, 2, 4, 6, 7, 7]);
}

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn there_are_no_more_ticks_than_the_maximum(length_ms in any::<u64>(), most in 1..20_u64) {
        let step_ms = tick_step_ms(length_ms, most);
        prop_assert!(length_ms / step_ms <= most);
        prop_assert!(step_ms <= SECOND || length_ms / (step_ms / 3) >= most, "far fewer ticks than the maximum");
    }

    #[test]
    fn groups_keep_the_order_and_the_minimum_distance(
        mut places in prop::collection::vec(0..5_000_u64, 0..80),
        apart_ms in 0..500_u64,
    ) {
        places.sort_unstable();
        let groups = clusters(&places, apart_ms);
        let all: Vec<usize> = groups.iter().cloned().flatten().collect();
        prop_assert_eq!(all, (0..places.len()).collect::<Vec<_>>());
        for pair in groups.windows(2) {
            prop_assert!(places[pair[1].start] - places[pair[0].start] >= apart_ms);
        }
        for group in groups.iter().filter(|group| group.len() > 1) {
            prop_assert!(places[group.end - 1] - places[group.start] < apart_ms);
        }
    }

    #[test]
    fn a_pointed_position_is_exact_to_a_pixel(
        pixel in 0..2_000_u64,
        width in 1..2_000_u64,
        length_ms in 1..100_000_000_u64,
    ) {
        let at_ms = place_ms(pixel, width, length_ms);
        prop_assert!(at_ms < length_ms);
        let back = along(at_ms, length_ms) * width;
        let pointed = pixel.min(width) * 10_000;
        prop_assert!(back <= pointed);
        prop_assert!(pointed - back <= 10_000 * width / length_ms + 10_000 + width);
    }
}
