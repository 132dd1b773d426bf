//! Tests of the share of talk time.

use heard_core::Party;
use heard_core::event::kind::EventKind;
use heard_core::meeting::metrics::Metrics;
use proptest::prelude::*;

use crate::random_actions::config;
use crate::scene::{Scene, floor_left};

fn spoken(talk_ms: u64, listen_ms: u64) -> Metrics {
    Metrics { talk_ms, listen_ms, ..Metrics::default() }
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn the_shares_of_both_parties_sum_to_one(
        talk_ms in 0..=u64::MAX / 2,
        listen_ms in 0..=u64::MAX / 2,
        whole in prop_oneof![Just(100), Just(10_000), 0..=10_000_u64],
    ) {
        let measures = spoken(talk_ms, listen_ms);
        let share = |party| measures.share_of_speech(party, whole);
        let both = share(Party::Consultant).zip(share(Party::Client)).map(|(a, b)| a + b);
        prop_assert_eq!(both, (talk_ms + listen_ms > 0).then_some(whole));
    }

    #[test]
    fn the_share_is_rounded_to_the_nearest_value(talk_ms in 0..9_999_999_u64, listen_ms in 1..9_999_999_u64) {
        let share = spoken(talk_ms, listen_ms).share_of_speech(Party::Consultant, 10_000).unwrap();
        let (exact, nearest) = (talk_ms * 10_000, share * (talk_ms + listen_ms));
        prop_assert!(exact.abs_diff(nearest) * 2 <= talk_ms + listen_ms);
    }
}

#[test]
fn half_a_unit_is_rounded_up_for_the_consultant() {
    let measures = spoken(1, 199);
    assert_eq!(measures.talk_percent(), Some(1));
    assert_eq!(measures.share_of_speech(Party::Client, 100), Some(99));
}

#[test]
fn before_anyone_speaks_there_is_no_share() {
    let mut scene = Scene::opened();
    assert_eq!(scene.summary().measures.talk_percent(), None);
    scene.record(floor_left());
    scene.wait(1_000).record(EventKind::BreakTaken);
    scene.wait(1_000);
    assert_eq!(scene.summary().measures.talk_percent(), None);
}

#[test]
fn silence_and_breaks_are_no_part_of_the_share() {
    let mut scene = Scene::opened();
    scene.wait(300).take_floor(Party::Consultant);
    scene.wait(100).record(floor_left());
    scene.wait(5_000).record(EventKind::BreakTaken);
    scene.wait(5_000);
    assert_eq!(scene.summary().measures.talk_percent(), Some(25));
}
