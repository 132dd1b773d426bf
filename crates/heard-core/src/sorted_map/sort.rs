//! A stable merge sort, compiled once for all types.
//!
//! The sort and the trees of the standard library are compiled anew for every type, which makes the module larger. Here
//! only the comparison and the swap of two items depend on the type; the sort itself works on places.

use std::cmp::Ordering;

/// How two things of a kind compare.
type Compare<'a, T> = &'a dyn Fn(&T, &T) -> Ordering;

/// Puts things in order. Those that compare as equal stay in the order in which they came.
pub fn sort<T>(items: &mut [T], compare: Compare<T>) {
    put_in_order(items.len(), &mut Items { items, compare });
}

/// Puts things in order, and keeps of several that compare as equal the one that came first.
pub fn first_of_each<T>(items: &mut Vec<T>, compare: Compare<T>) {
    let kept = one_of_each(items.len(), &mut Items { items, compare }, false);
    items.truncate(kept);
}

/// Puts things in order, and keeps of several that compare as equal the one that came last.
pub fn last_of_each<T>(items: &mut Vec<T>, compare: Compare<T>) {
    let kept = one_of_each(items.len(), &mut Items { items, compare }, true);
    items.truncate(kept);
}

/// What has places: all that is compiled anew for a type.
trait Places {
    /// How what is at two places compares.
    fn compare(&self, one: usize, other: usize) -> Ordering;
    /// Lets two places change what is at them.
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

/// Brings one of each to the front, in order; says how many these are.
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
    // Circle by circle: each swap brings one thing to where it stays.
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

/// For every place of the order the place from which its thing comes: a merge sort, from pairs upwards.
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

/// Merges two runs that are in order, the first of them so long.
fn merge(runs: &[usize], first: usize, to: &mut [usize], items: &dyn Places) {
    let (mut one, mut other) = runs.split_at(first);
    // What comes in order already, as most does, costs one look a pair of runs.
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
