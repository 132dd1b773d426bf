//! A stable merge sort that is compiled once for all types.
//!
//! The standard library's sort and tree maps are compiled for every type, which makes the module larger. Here only the
//! comparison and the swap of two items depend on the type; the sort itself works on indices.

use std::cmp::Ordering;

/// A function that compares two items.
type Compare<'a, T> = &'a dyn Fn(&T, &T) -> Ordering;

/// Sorts items in place. The sort is stable: equal items keep their order.
pub fn sort<T>(items: &mut [T], compare: Compare<T>) {
    put_in_order(items.len(), &mut Items { items, compare });
}

/// Sorts items and removes duplicates; of equal items the first is kept.
pub fn first_of_each<T>(items: &mut Vec<T>, compare: Compare<T>) {
    let kept = one_of_each(items.len(), &mut Items { items, compare }, false);
    items.truncate(kept);
}

/// Sorts items and removes duplicates; of equal items the last is kept.
pub fn last_of_each<T>(items: &mut Vec<T>, compare: Compare<T>) {
    let kept = one_of_each(items.len(), &mut Items { items, compare }, true);
    items.truncate(kept);
}

/// Access to items by index: the only part that is compiled for every type.
trait Places {
    /// Compares the items at two indices.
    fn compare(&self, one: usize, other: usize) -> Ordering;
    /// Swaps the items at two indices.
    fn swap(&mut self, one: usize, other: usize);
}

struct Items<'a, T> {
    items: &'a mut [T],
    compare: Compare<'a, T>,
}

impl<T> Places for Items<'_, T> {
    fn compare(&self, one: usize, other: usize) -> Ordering {
        (self.compare)(&self.items[one], &self.items[other])
    }

    fn swap(&mut self, one: usize, other: usize) {
        self.items.swap(one, other);
    }
}

/// Sorts the items and moves one of each group of equal ones to the front, in order; returns how many there are.
fn one_of_each(len: usize, items: &mut dyn Places, last: bool) -> usize {
    put_in_order(len, items);
    let mut kept = 0;
    for next in 1..len {
        let is_same = items.compare(kept, next).is_eq();
        kept += usize::from(!is_same);
        if last || !is_same {
            items.swap(kept, next);
        }
    }
    len.min(kept + 1)
}

fn put_in_order(len: usize, items: &mut dyn Places) {
    let mut from = merged(len, items);
    // Applies the permutation one cycle at a time: each swap moves one item to its final index.
    for start in 0..len {
        let mut to = start;
        while from[to] != start {
            let next = std::mem::replace(&mut from[to], to);
            items.swap(to, next);
            to = next;
        }
        from[to] = to;
    }
}

/// Returns, for every index of the sorted order, the index of its item before: a bottom-up merge sort.
fn merged(len: usize, items: &dyn Places) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    let mut merged = places.clone();
    let mut width = 1;
    while width < len {
        let runs = places.chunks(2 * width).zip(merged.chunks_mut(2 * width));
        runs.for_each(|(from, to)| merge(from, width.min(from.len()), to, items));
        std::mem::swap(&mut places, &mut merged);
        width *= 2;
    }
    places
}

/// Merges two sorted runs, the first of which has the length `first`.
fn merge(runs: &[usize], first: usize, to: &mut [usize], items: &dyn Places) {
    let (mut one, mut other) = runs.split_at(first);
    // Runs that are already in order, the most frequent case, need one comparison for each pair of runs.
    if let (Some(last), Some(next)) = (one.last(), other.first())
        && items.compare(*last, *next).is_le()
    {
        return to.copy_from_slice(runs);
    }
    for to in to {
        let run = match (one.first(), other.first()) {
            (Some(left), Some(right)) if items.compare(*left, *right).is_gt() => &mut other,
            (Some(_), _) => &mut one,
            _ => &mut other,
        };
        if let Some((place, rest)) = run.split_first() {
            (*to, *run) = (*place, rest);
        }
    }
}
