//! Loops: what they said, until they close it.

mod again;
pub(crate) mod any;
mod changes;
mod files;
mod model;
pub(crate) mod scene;
mod shelf;
mod silence;
mod steps;
mod transitions;
