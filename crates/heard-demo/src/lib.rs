//! A notebook that nobody lived: made-up clients, their meetings and loops, the same for the same seed.
//!
//! It fills a demo, and it is what the measurements are made with. Every event in it is one that a notebook admitted. Nothing
//! here knows a clock or any chance but the seed.

mod afterwards;
mod agenda;
mod client;
mod diary;
mod dice;
mod life;
mod meeting;
mod scribe;
mod shape;
mod words;
mod year;

use heard_core::Event;
use heard_core::time::Local;

pub use shape::Shape;

/// A year before `until`: 60 clients, 500 meetings, 800 loops.
pub fn year(seed: u64, until: Local) -> Vec<Event> {
    year::lived(seed, until, &Shape::YEAR)
}

/// Ten weeks before `until`, for a first look: 5 clients, 12 meetings, 24 loops.
pub fn small(seed: u64, until: Local) -> Vec<Event> {
    year::lived(seed, until, &Shape::SMALL)
}
