//! Loops: what they said, until they close it.

mod again;
mod any;
mod changes;
mod files;
mod model;
mod scene;
mod shelf;
mod silence;
mod steps;
