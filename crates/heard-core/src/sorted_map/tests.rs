//! Compares the sort and the map with the standard library's.

use std::cmp::Ordering;

use std::cell::Cell;
use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::sorted_map::{Map, first_of_each, last_of_each, sort};

/// Pairs each key with its index. There are few different keys, so many items are equal.
fn numbered(keys: Vec<u8>) -> Vec<(u8, usize)> {
    keys.into_iter().enumerate().map(|(place, key)| (key, place)).collect()
}

fn by_key((one, _): &(u8, usize), (other, _): &(u8, usize)) -> Ordering {
    one.cmp(other)
}

fn keys() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(0..20_u8, 0..200)
}

proptest! {
    #[test]
    fn the_order_is_the_standard_librarys_and_equals_stay_as_they_came(keys in keys()) {
        let (mut ours, mut theirs) = (numbered(keys.clone()), numbered(keys));
        sort(&mut ours, &by_key);
        theirs.sort_by(by_key);
        prop_assert_eq!(ours, theirs);
    }

    #[test]
    fn of_each_the_first_or_the_last_is_kept(keys in keys()) {
        let (mut first, mut last) = (numbered(keys.clone()), numbered(keys));
        let mut theirs = first.clone();
        theirs.sort_by(by_key);
        let runs = theirs.chunk_by(|one, other| one.0 == other.0);
        let (firsts, lasts): (Vec<_>, Vec<_>) =
            runs.map(|run| (run[0], run[run.len() - 1])).unzip();
        first_of_each(&mut first, &by_key);
        last_of_each(&mut last, &by_key);
        prop_assert_eq!((first, last), (firsts, lasts));
    }

    #[test]
    fn a_map_is_the_standard_librarys(
        entries in keys(),
        more in keys(),
        single in 0..20_u8,
        gone in 0..20_u8,
    ) {
        let mut ours: Map<u8, usize> = numbered(entries.clone()).into_iter().collect();
        let mut theirs: BTreeMap<u8, usize> = numbered(entries).into_iter().collect();
        ours.extend(numbered(more.clone()));
        theirs.extend(numbered(more));
        ours.insert(single, 1_000);
        theirs.insert(single, 1_000);
        ours.remove(&gone);
        theirs.remove(&gone);
        ours.retain(&|key| key % 7 != 0);
        theirs.retain(|key, _| key % 7 != 0);
        for key in 0..20 {
            prop_assert_eq!(ours.get(&key), theirs.get(&key));
            prop_assert_eq!(ours.has(&key), theirs.contains_key(&key));
            prop_assert_eq!(ours.get_mut(&key), theirs.get_mut(&key));
        }
        prop_assert!(ours.keys().eq(theirs.keys()) && ours.values().eq(theirs.values()));
        prop_assert_eq!(ours.is_empty(), theirs.is_empty());
        prop_assert!(ours.into_iter().eq(theirs));
    }
}

/// The number of comparisons that sorting the items takes.
fn looks(mut items: Vec<usize>) -> usize {
    let looks = Cell::new(0);
    sort(&mut items, &|one, other| {
        looks.set(looks.get() + 1);
        one.cmp(other)
    });
    assert!(items.is_sorted());
    looks.get()
}

#[test]
fn no_order_is_a_bad_one() {
    let many = 200_000;
    assert!(looks((0..many).collect()) < many);
    for bad in [
        (0..many).rev().collect::<Vec<_>>(),
        (0..many).map(|n| n * 7_919 % many).collect(),
        (0..many).map(|n| if n % 2 == 0 { n } else { many - n }).collect(),
        (0..many).map(|n| n % 2).collect(),
    ] {
        assert!(looks(bad) < many * 19, "more than n log n");
    }
}

#[test]
fn nothing_and_one_thing_are_in_order() {
    let (mut none, mut one) = (Vec::<u8>::new(), vec![1]);
    first_of_each(&mut none, &Ord::cmp);
    last_of_each(&mut one, &Ord::cmp);
    assert_eq!((none, one), (vec![], vec![1]));
}

#[test]
fn a_map_gives_its_entries_in_order_however_it_is_asked() {
    let map = Map::of(vec![(2, 'b'), (1, 'a'), (2, 'c')]);
    let entries = vec![(1, 'a'), (2, 'c')];
    assert_eq!((&map).into_iter().copied().collect::<Vec<_>>(), entries);
    assert_eq!(map.iter().copied().collect::<Vec<_>>(), entries);
    assert_eq!(
        (map.clone().into_vec(), map.into_iter().collect::<Vec<_>>()),
        (entries.clone(), entries)
    );
}
