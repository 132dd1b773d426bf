//! Where the notebook of one storage key is stored: in localStorage, written in the same task as the user's action, and in
//! `IndexedDB`, written asynchronously right after. Either one alone is enough to restore the notebook.

pub(crate) mod archive;
pub(crate) mod both_stores;
pub(crate) mod erase;
pub(crate) mod item;
pub(crate) mod keys;
pub(crate) mod merge;
pub(crate) mod mode;
pub(crate) mod newest;
pub(crate) mod plan;
pub(crate) mod quota;
pub(crate) mod repair;
pub(crate) mod scan;
pub(crate) mod write_queue;

#[cfg(test)]
mod tests;
