//! A map that is a list in the order of its keys.

use std::borrow::Borrow;
use std::cmp::Ordering;

use crate::sorted_map::sort;

/// A map stored as a list sorted by key. Build it from all entries at once where possible: inserting a single entry moves
/// all entries after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map<K, V>(Vec<(K, V)>);

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Map<K, V> {
    /// The map of these entries, in whatever order they come. Of several with one key the last counts.
    pub fn of(mut entries: Vec<(K, V)>) -> Self {
        sort::last_of_each(&mut entries, &|(one, _), (other, _)| one.cmp(other));
        Self(entries)
    }

    /// Whether there is nothing in it.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.place(key).ok().map(|place| &self.0[place].1)
    }

    /// The value of a key, to be changed.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        self.place(key).ok().map(|place| &mut self.0[place].1)
    }

    /// Whether there is a value of this key.
    pub fn has<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.place(key).is_ok()
    }

    /// Puts a single value into its place, over what stood there.
    pub fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(place) => self.0[place].1 = value,
            Err(place) => self.0.insert(place, (key, value)),
        }
    }

    /// Puts many values into their places, over what stood there.
    pub fn extend(&mut self, entries: Vec<(K, V)>) {
        let mut all = std::mem::take(&mut self.0);
        all.extend(entries);
        *self = Self::of(all);
    }

    /// Takes the value of a single key away, if there is one.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q)
    where
        K: Borrow<Q>,
    {
        if let Ok(place) = self.place(key) {
            self.0.remove(place);
        }
    }

    /// Keeps only what has such a key.
    pub fn retain(&mut self, keep: &dyn Fn(&K) -> bool) {
        self.0.retain(|(key, _)| keep(key));
    }

    /// The entries, in order.
    pub fn into_vec(self) -> Vec<(K, V)> {
        self.0
    }

    /// Takes everything away.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Every entry.
    pub fn iter(&self) -> std::slice::Iter<'_, (K, V)> {
        self.0.iter()
    }

    /// Every key.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    /// Every value.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    /// Where a key is, or where it would have to be.
    fn place<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        place(self.0.len(), &|place| self.0[place].0.borrow().cmp(key))
    }
}

/// Halves a list in order until the place is found at which something is, or would have to be.
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
