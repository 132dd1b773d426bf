//! A list that is cheap to clone: its items are stored in chunks, and a clone shares all chunks that neither list
//! changes.
//!
//! Cloning copies one pointer per chunk, and changing an item copies one chunk, whatever the length of the list.

use std::ops::Index;
use std::rc::Rc;

/// The number of items in a full chunk.
const CHUNK: usize = 32;

/// A list in chunks. All chunks but the last are full.
#[derive(Clone, Debug)]
pub struct ChunkList<T> {
    chunks: Vec<Rc<Vec<T>>>,
}

impl<T> Default for ChunkList<T> {
    fn default() -> Self {
        Self { chunks: Vec::new() }
    }
}

impl<T> ChunkList<T> {
    /// The number of items.
    pub fn len(&self) -> usize {
        self.chunks.last().map_or(0, |last| (self.chunks.len() - 1) * CHUNK + last.len())
    }

    /// Whether there are no items.
    pub const fn is_empty(&self) -> bool {
        self.chunks.is_empty()
    }

    /// The item at an index; `None` if the index is not less than the length.
    pub fn get(&self, place: usize) -> Option<&T> {
        self.chunks.get(place / CHUNK)?.get(place % CHUNK)
    }

    /// The last item; `None` if there are no items.
    pub fn last(&self) -> Option<&T> {
        self.chunks.last()?.last()
    }

    /// All items, in order.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { list: self, next: 0, end: self.len() }
    }

    /// The index of the first item for which `is_before` returns false, or the length if there is none. All items for
    /// which it returns true must come first.
    pub fn partition_point(&self, is_before: impl Fn(&T) -> bool) -> usize {
        let chunk = self.chunks.partition_point(|chunk| chunk.last().is_some_and(&is_before));
        let within = self.chunks.get(chunk).map_or(0, |chunk| chunk.partition_point(is_before));
        // The last chunk may not be full.
        (chunk * CHUNK + within).min(self.len())
    }
}

impl<T: Clone> ChunkList<T> {
    /// Adds an item at the end.
    pub fn push(&mut self, item: T) {
        match self.chunks.last_mut().filter(|chunk| chunk.len() < CHUNK) {
            Some(chunk) => Rc::make_mut(chunk).push(item),
            None => self.chunks.push(Rc::new(vec![item])),
        }
    }

    /// The item at an index, mutable: copies its chunk if it is shared. `None` if the index is not less than the
    /// length.
    pub fn get_mut(&mut self, place: usize) -> Option<&mut T> {
        let chunk =
            self.chunks.get_mut(place / CHUNK).filter(|chunk| place % CHUNK < chunk.len())?;
        Rc::make_mut(chunk).get_mut(place % CHUNK)
    }

    /// The first item for which `is_it` returns true, mutable: copies its chunk if it is shared. `None` if there is no
    /// such item.
    pub fn find_mut(&mut self, is_it: impl FnMut(&T) -> bool) -> Option<&mut T> {
        let place = self.iter().position(is_it)?;
        self.get_mut(place)
    }

    /// Inserts an item at an index. The full chunks before it remain shared.
    pub fn insert(&mut self, place: usize, item: T) {
        let behind = self.split_off(place);
        self.push(item);
        for item in behind {
            self.push(item);
        }
    }

    /// Removes the item at an index; without effect if there is none. The full chunks before it remain shared.
    pub fn remove(&mut self, place: usize) {
        let behind = self.split_off(place);
        behind.into_iter().skip(1).for_each(|item| self.push(item));
    }

    /// Keeps the items for which `stays` returns true. No chunk is copied if all of them are kept.
    pub fn retain(&mut self, stays: impl Fn(&T) -> bool) {
        if let Some(first) = self.iter().position(|item| !stays(item)) {
            let behind = self.split_off(first);
            behind.into_iter().filter(&stays).for_each(|item| self.push(item));
        }
    }

    /// Removes all items from an index on, and returns them.
    fn split_off(&mut self, place: usize) -> Vec<T> {
        let behind: Vec<T> = self.iter().skip(place).cloned().collect();
        self.chunks.truncate(place.div_ceil(CHUNK));
        if let Some(chunk) = self.chunks.get_mut(place / CHUNK) {
            Rc::make_mut(chunk).truncate(place % CHUNK);
        }
        behind
    }
}

impl<T: PartialEq> PartialEq for ChunkList<T> {
    fn eq(&self, other: &Self) -> bool {
        let same =
            |(one, other): (&Rc<Vec<T>>, &Rc<Vec<T>>)| Rc::ptr_eq(one, other) || one == other;
        self.chunks.len() == other.chunks.len() && self.chunks.iter().zip(&other.chunks).all(same)
    }
}

impl<T: Eq> Eq for ChunkList<T> {}

impl<T: PartialEq> PartialEq<[T]> for ChunkList<T> {
    fn eq(&self, other: &[T]) -> bool {
        self.len() == other.len() && self.iter().eq(other)
    }
}

impl<T> Index<usize> for ChunkList<T> {
    type Output = T;

    fn index(&self, place: usize) -> &T {
        &self.chunks[place / CHUNK][place % CHUNK]
    }
}

impl<T> FromIterator<T> for ChunkList<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let (mut chunks, mut items) = (Vec::new(), items.into_iter());
        loop {
            let chunk: Vec<T> = items.by_ref().take(CHUNK).collect();
            if chunk.is_empty() {
                return Self { chunks };
            }
            chunks.push(Rc::new(chunk));
        }
    }
}

impl<'a, T> IntoIterator for &'a ChunkList<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

/// An iterator over the items of a [`ChunkList`].
#[derive(Debug)]
pub struct Iter<'a, T> {
    list: &'a ChunkList<T>,
    next: usize,
    end: usize,
}

impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Self { list: self.list, next: self.next, end: self.end }
    }
}

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        let item = (self.next < self.end).then(|| self.list.get(self.next)).flatten()?;
        self.next += 1;
        Some(item)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.end - self.next, Some(self.end - self.next))
    }

    fn nth(&mut self, n: usize) -> Option<&'a T> {
        self.next = self.next.saturating_add(n).min(self.end);
        self.next()
    }
}

impl<'a, T> DoubleEndedIterator for Iter<'a, T> {
    fn next_back(&mut self) -> Option<&'a T> {
        self.end = (self.next < self.end).then(|| self.end - 1)?;
        self.list.get(self.end)
    }
}

impl<T> ExactSizeIterator for Iter<'_, T> {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_list_behaves_like_a_vector_and_leaves_its_clones_alone(
            start in 0_usize..200,
            steps in prop::collection::vec((0_u8..6, any::<usize>(), any::<u16>()), 0..40),
        ) {
            let mut vector: Vec<u16> = (0..300).take(start).collect();
            let mut list: ChunkList<u16> = vector.iter().copied().collect();
            for (step, place, item) in steps {
                let (kept, expected) = (list.clone(), vector.clone());
                let place = place % (vector.len() + 1);
                match step {
                    0 | 1 => { list.push(item); vector.push(item); }
                    2 => { list.insert(place, item); vector.insert(place, item); }
                    3 if place < vector.len() => { list.remove(place); vector.remove(place); }
                    4 if place < vector.len() => {
                        *list.get_mut(place).unwrap() = item;
                        vector[place] = item;
                    }
                    _ => {
                        list.retain(|known| known % 3 != item % 3);
                        vector.retain(|known| known % 3 != item % 3);
                    }
                }
                prop_assert_eq!(kept.iter().copied().collect::<Vec<_>>(), expected);
                prop_assert_eq!(list.iter().copied().collect::<Vec<_>>(), vector.clone());
                let backwards: Vec<u16> = list.iter().rev().copied().collect();
                prop_assert!(backwards.iter().eq(vector.iter().rev()));
                prop_assert_eq!((list.len(), list.last()), (vector.len(), vector.last()));
                prop_assert_eq!(list.get(place), vector.get(place));
                prop_assert_eq!(&list, &vector.iter().copied().collect::<ChunkList<u16>>());
            }
        }

        #[test]
        fn the_partition_point_is_the_vectors(sorted in 0_u16..300, limit in 0_u16..400) {
            let (vector, list): (Vec<u16>, ChunkList<u16>) = ((0..sorted).collect(), (0..sorted).collect());
            let is_before = |item: &u16| *item < limit;
            prop_assert_eq!(list.partition_point(is_before), vector.partition_point(is_before));
        }
    }
}
