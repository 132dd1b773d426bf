//! Loops: what they said, until they close it.

mod changes;
mod files;
mod list;
mod model;
mod raised_again;
pub(crate) mod random;
pub(crate) mod scene_steps;
mod silence;
mod steps;
mod transitions;
