//! Damaged storage: every undamaged event is loaded, and every damaged line is returned.

use heard_core::codec::archive::check;
use heard_core::codec::{self, DecodeError};
use heard_core::{Event, Notebook};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::archived_meetings::notebook_of;
use crate::random_actions::{any_steps, config};
use crate::storage_damage::{any_damage, damaged_values};

/// The number of damaged storage areas over all tests of this file.
const CASES: u32 = 10_000;
/// The number of notebooks to choose from.
const NOTEBOOKS: usize = 96;

thread_local! {
    static LIVED: Vec<Vec<Event>> = notebooks();
}

fn notebooks() -> Vec<Vec<Event>> {
    let mut runner = TestRunner::deterministic();
    let steps = any_steps();
    let perform_all = |_| {
        let steps = steps.new_tree(&mut runner).unwrap().current();
        crate::random_actions::perform_all(&steps, |_, _, _| {}).events
    };
    (0..NOTEBOOKS).map(perform_all).collect()
}

fn notebook(nth: Index) -> Vec<Event> {
    LIVED.with(|perform_all| perform_all[nth.index(NOTEBOOKS)].clone())
}

/// Loads values: the notebook, and the damaged lines.
fn load(values: &[(bool, String)]) -> (Notebook, Vec<String>) {
    let (mut loose, mut damaged) = (Vec::new(), Vec::new());
    let mut found = Vec::new();
    for (is_archive, value) in values {
        if *is_archive {
            let checked = check(value);
            damaged.extend(checked.damaged.iter().map(|&line| line.to_owned()));
            found.push(checked);
            continue;
        }
        match codec::read(value) {
            Ok(event) => loose.push(event),
            Err(DecodeError::Damaged) => damaged.push(value.clone()),
            Err(DecodeError::Newer) => panic!("a damaged line was reported as newer: {value}"),
        }
    }
    assert!(
        found.iter().all(|checked| checked.newer.is_empty()),
        "a damaged line was reported as newer"
    );
    (notebook_of(loose, found.into_iter()), damaged)
}

proptest! {
    #![proptest_config(config(CASES / 2))]

    #[test]
    fn every_undamaged_line_is_loaded_and_every_damaged_line_is_returned(
        nth in any::<Index>(),
        archives in any::<u64>(),
        damages in vec(any_damage(), 1..8),
    ) {
        let (values, expected) = damaged_values(&notebook(nth), archives, &damages);
        let (notebook, damaged) = load(&values);
        prop_assert!(notebook.lines().iter().eq(expected.whole.values()), "{:?}", values);
        for line in expected.damaged {
            // A flipped byte may become a line break, which splits the line; a comma before it is a separator.
            // Invalid UTF-8 may become valid together with flipped bytes next to it.
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
    fn an_undamaged_second_copy_restores_every_event(
        nth in any::<Index>(),
        archives in any::<[u64; 2]>(),
        damages in vec(any_damage(), 1..8),
    ) {
        let events = notebook(nth);
        let whole = Notebook::from_events(events.iter().cloned());
        let (mut values, _) = damaged_values(&events, archives[0], &damages);
        values.extend(damaged_values(&events, archives[1], &[]).0);
        let (notebook, _) = load(&values);
        prop_assert!(notebook.lines().iter().eq(whole.lines().iter()));
        prop_assert_eq!(notebook, whole);
    }
}

proptest! {
    #![proptest_config(config(CASES / 10))]

    #[test]
    fn checking_any_text_does_not_panic_and_returns_all_of_it_as_damaged(
        text in "([\\[\\]{}\":,0-9a-zµ\n]|\\{\"v\":|\"sum\":\"[0-9a-f]{8}\"\\}){0,60}",
    ) {
        let found = check(&text);
        prop_assert!(found.packed.is_empty() && found.loose.is_empty());
        let kept: String = found.damaged.concat();
        let bare = |text: &str| text.replace(['[', ']', ',', '\n'], "");
        prop_assert_eq!(bare(&kept), bare(&text));
    }
}
