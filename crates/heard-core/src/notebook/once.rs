//! A value that is computed when first needed.

use std::cell::OnceCell;
use std::rc::Rc;

/// A cached value. A clone is empty, because a notebook is cloned in order to change it.
#[derive(Debug)]
pub(super) struct Once<T>(OnceCell<Rc<T>>);

impl<T> Default for Once<T> {
    fn default() -> Self {
        Self(OnceCell::new())
    }
}

impl<T> Clone for Once<T> {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl<T> Once<T> {
    /// Returns a copy with the cached value, for a notebook in which it is still valid.
    pub(super) fn kept(&self) -> Self {
        Self(self.0.clone())
    }

    /// The value, computed now if it is not cached.
    pub(super) fn get_or_init(&self, compute: impl FnOnce() -> T) -> &Rc<T> {
        self.0.get_or_init(|| Rc::new(compute()))
    }

    /// Returns whether the value is cached.
    pub(super) fn is_computed(&self) -> bool {
        self.0.get().is_some()
    }
}
