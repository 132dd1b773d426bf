//! Tests of loops, from the words that raise one to its closing.

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
