//! Bit rot: whatever storage does to the bytes, every event that is whole loads, and what is damaged is handed back.

use heard_core::codec::archive::check;
use heard_core::codec::{self, DecodeError};
use heard_core::{Event, Notebook};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::deeds::{any_steps, config};
use crate::rope::{any_rot, rotten};
use crate::years::desk_of;

/// How many ropes rot in all, shared out among the claims below.
const CASES: u32 = 10_000;
/// How many notebooks the ropes are made of.
const NOTEBOOKS: usize = 96;

thread_local! {
    static LIVED: Vec<Vec<Event>> = notebooks();
}

fn notebooks() -> Vec<Vec<Event>> {
    let mut runner = TestRunner::deterministic();
    let steps = any_steps();
    let lived = |_| {
        let steps = steps.new_tree(&mut runner).unwrap().current();
        crate::deeds::lived(&steps, |_, _, _| {}).events
    };
    (0..NOTEBOOKS).map(lived).collect()
}

fn notebook(nth: Index) -> Vec<Event> {
    LIVED.with(|lived| lived[nth.index(NOTEBOOKS)].clone())
}

/// What is found in a rope: the notebook, and what is damaged.
fn load(values: &[(bool, String)]) -> (Notebook, Vec<String>) {
    let (mut loose, mut damaged) = (Vec::new(), Vec::new());
    let mut found = Vec::new();
    for (is_segment, value) in values {
        if *is_segment {
            let checked = check(value);
            damaged.extend(checked.damaged.iter().map(|&line| line.to_owned()));
            found.push(checked);
            continue;
        }
        match codec::read(value) {
            Ok(event) => loose.push(event),
            Err(DecodeError::Damaged) => damaged.push(value.clone()),
            Err(DecodeError::Newer) => panic!("taken for newer: {value}"),
        }
    }
    assert!(found.iter().all(|checked| checked.newer.is_empty()), "taken for newer");
    (desk_of(loose, found.into_iter()), damaged)
}

proptest! {
    #![proptest_config(config(CASES / 2))]

    #[test]
    fn in_one_rope_every_whole_line_loads_and_every_damaged_one_is_handed_back(
        nth in any::<Index>(),
        segments in any::<u64>(),
        rots in vec(any_rot(), 1..8),
    ) {
        let (values, expected) = rotten(&notebook(nth), segments, &rots);
        let (notebook, damaged) = load(&values);
        prop_assert!(notebook.lines().iter().eq(expected.whole.values()), "{:?}", values);
        for line in expected.damaged {
            // A line break that a flip has put into a line parts it; a comma before that counts as between lines.
            // What is no text by itself may become some with the bytes beside it, when these are flipped too.
            let pieces = line.split('\n').map(|piece| piece.strip_suffix(',').unwrap_or(piece));
            for piece in pieces.flat_map(|piece| piece.split(char::REPLACEMENT_CHARACTER)) {
                prop_assert!(
                    piece.is_empty() || damaged.iter().any(|found| found.contains(piece)),
                    "{piece:?} is not in {damaged:?}"
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(config(CASES / 10 * 4))]

    #[test]
    fn with_the_other_rope_whole_nothing_is_lost(
        nth in any::<Index>(),
        segments in any::<[u64; 2]>(),
        rots in vec(any_rot(), 1..8),
    ) {
        let events = notebook(nth);
        let whole = Notebook::from_events(events.iter().cloned());
        let (mut values, _) = rotten(&events, segments[0], &rots);
        values.extend(rotten(&events, segments[1], &[]).0);
        let (notebook, _) = load(&values);
        prop_assert!(notebook.lines().iter().eq(whole.lines().iter()));
        prop_assert_eq!(notebook, whole);
    }
}

proptest! {
    #![proptest_config(config(CASES / 10))]

    #[test]
    fn no_text_makes_checking_panic_and_nothing_of_it_is_lost(
        text in "([\\[\\]{}\":,0-9a-zµ\n]|\\{\"v\":|\"sum\":\"[0-9a-f]{8}\"\\}){0,60}",
    ) {
        let found = check(&text);
        prop_assert!(found.packed.is_empty() && found.loose.is_empty());
        let kept: String = found.damaged.concat();
        let bare = |text: &str| text.replace(['[', ']', ',', '\n'], "");
        prop_assert_eq!(bare(&kept), bare(&text));
    }
}
