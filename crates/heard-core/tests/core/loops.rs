//! Loops: what they said, until they close it.

mod scene;
mod shelf;
mod steps;
