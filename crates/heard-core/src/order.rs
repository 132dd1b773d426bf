//! Putting things in order, and finding them again: one merge sort for all that is ever sorted here, and a map that is
//! nothing but a list in order.
//!
//! The sort and the trees of the standard library are compiled anew for every type, and travel to the phone as often.
//! Here only what compares two things and what swaps them is; all else is written for places, and comes once.

mod map;

use std::cmp::Ordering;

pub use map::Map;

/// How two things of a kind compare.
type Compare<'a, T> = &'a dyn Fn(&T, &T) -> Ordering;

/// Puts things in order. Those that compare as equal stay in the order in which they came.
#[inline(never)]
pub fn sort<T>(items: &mut [T], compare: Compare<T>) {
    let mut places = places(items.len(), &|one, other| compare(&items[one], &items[other]));
    arrange(&mut places, &mut |one, other| items.swap(one, other));
}

/// Puts things in order, and keeps of several that compare as equal the one that came first.
pub fn first_of_each<T>(items: &mut Vec<T>, compare: Compare<T>) {
    one_of_each(items, compare, false);
}

/// Puts things in order, and keeps of several that compare as equal the one that came last.
pub fn last_of_each<T>(items: &mut Vec<T>, compare: Compare<T>) {
    one_of_each(items, compare, true);
}

#[inline(never)]
fn one_of_each<T>(items: &mut Vec<T>, compare: Compare<T>, last: bool) {
    sort(items, compare);
    let mut kept = 0;
    for next in 1..items.len() {
        let is_same = compare(&items[kept], &items[next]).is_eq();
        kept += usize::from(!is_same);
        if last || !is_same {
            items.swap(kept, next);
        }
    }
    items.truncate(kept + 1);
}

/// For every place of the order the place from which its item comes: a merge sort, from pairs upwards.
fn places(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    let mut merged = places.clone();
    let mut width = 1;
    while width < len {
        let runs = places.chunks(2 * width).zip(merged.chunks_mut(2 * width));
        runs.for_each(|(from, to)| merge(from, width.min(from.len()), to, compare));
        std::mem::swap(&mut places, &mut merged);
        width *= 2;
    }
    places
}

/// Merges two runs that are in order, the first of them so long.
fn merge(
    runs: &[usize],
    first: usize,
    to: &mut [usize],
    compare: &dyn Fn(usize, usize) -> Ordering,
) {
    let (mut one, mut other) = runs.split_at(first);
    // What comes in order already, as most does, costs one look a pair of runs.
    if let (Some(last), Some(next)) = (one.last(), other.first())
        && compare(*last, *next).is_le()
    {
        return to.copy_from_slice(runs);
    }
    for to in to {
        let run = match (one.first(), other.first()) {
            (Some(left), Some(right)) if compare(*left, *right).is_gt() => &mut other,
            (Some(_), _) => &mut one,
            _ => &mut other,
        };
        if let Some((place, rest)) = run.split_first() {
            (*to, *run) = (*place, rest);
        }
    }
}

/// Brings every item to its place, circle by circle: each swap brings one to where it stays.
fn arrange(places: &mut [usize], swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..places.len() {
        let mut to = start;
        while places[to] != start {
            let from = std::mem::replace(&mut places[to], to);
            swap(to, from);
            to = from;
        }
        places[to] = to;
    }
}

#[cfg(test)]
mod tests;
