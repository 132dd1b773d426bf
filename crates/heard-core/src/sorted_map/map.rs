//! A map that is stored as a sorted list.

use std::borrow::Borrow;
use std::cmp::Ordering;

use crate::sorted_map::sort;

/// A map that is stored as a list sorted by key. Build it from all entries at once where possible: inserting a single
/// entry moves all entries after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map<K, V>(Vec<(K, V)>);

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Map<K, V> {
    /// Creates a map from entries in any order. If a key occurs more than once, its last entry is used.
    pub fn of(mut entries: Vec<(K, V)>) -> Self {
        sort::last_of_each(&mut entries, &|(one, _), (other, _)| one.cmp(other));
        Self(entries)
    }

    /// Returns whether the map has no entries.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of a key; `None` if the key is not in the map.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.place(key).ok().map(|place| &self.0[place].1)
    }

    /// A mutable reference to the value of a key; `None` if the key is not in the map.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        self.place(key).ok().map(|place| &mut self.0[place].1)
    }

    /// Returns whether the map has a key.
    pub fn has<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.place(key).is_ok()
    }

    /// Inserts an entry, or replaces the value of its key.
    pub fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(place) => self.0[place].1 = value,
            Err(place) => self.0.insert(place, (key, value)),
        }
    }

    /// Inserts many entries, or replaces the values of their keys.
    pub fn extend(&mut self, entries: Vec<(K, V)>) {
        let mut all = std::mem::take(&mut self.0);
        all.extend(entries);
        *self = Self::of(all);
    }

    /// Removes a key and its value, if the map has it.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q)
    where
        K: Borrow<Q>,
    {
        if let Ok(place) = self.place(key) {
            self.0.remove(place);
        }
    }

    /// Keeps only the entries for whose key `keep` returns true.
    pub fn retain(&mut self, keep: &dyn Fn(&K) -> bool) {
        self.0.retain(|(key, _)| keep(key));
    }

    /// Converts the map into a list of its entries, sorted by key.
    pub fn into_vec(self) -> Vec<(K, V)> {
        self.0
    }

    /// Removes all entries.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Iterates over all entries, sorted by key.
    pub fn iter(&self) -> std::slice::Iter<'_, (K, V)> {
        self.0.iter()
    }

    /// Iterates over all keys, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    /// Iterates over all values, sorted by key.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    /// The index of a key; `Err` with the index at which it would be inserted if the map does not have it.
    fn place<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        place(self.0.len(), &|place| self.0[place].0.borrow().cmp(key))
    }
}

/// Finds an index by binary search in a sorted list of `len` items; `Err` with the index for insertion if no item is
/// equal.
fn place(len: usize, compare: &dyn Fn(usize) -> Ordering) -> Result<usize, usize> {
    let (mut from, mut to) = (0, len);
    while from < to {
        let middle = from.midpoint(to);
        match compare(middle) {
            Ordering::Less => from = middle + 1,
            Ordering::Equal => return Ok(middle),
            Ordering::Greater => to = middle,
        }
    }
    Err(from)
}

impl<K: Ord, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        Self::of(entries.into_iter().collect())
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, K, V> IntoIterator for &'a Map<K, V> {
    type Item = &'a (K, V);
    type IntoIter = std::slice::Iter<'a, (K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
