//! The turns, each in the lane of its party. A lane is one path, however many its turns: what is narrower than a pixel
//! tints it, as much as it was.

use std::fmt::Write;

use heard_core::event::floor::Party;
use heard_core::meeting::{Interval, State};
use yew::prelude::*;

use crate::ui::components::meeting_chart::Scene;

/// The height of the lanes, theirs above ours, in pixels.
pub(crate) const LANES: u64 = 66;

/// The paths in the order in which they lie over each other.
const PATHS: [&str; 7] = ["client", "consultant", "grain", "break", "open", "away", "chosen"];
const THEIRS: usize = 0;
const OURS: usize = 1;
const GRAIN: usize = 2;
const REST: usize = 3;
const OPEN: usize = 4;
const UNSURE: usize = 5;
const CHOSEN: usize = 6;

impl Scene<'_> {
    /// In which path a turn is drawn, from where and how high: theirs hangs from the top, ours stands at the bottom.
    fn shape(&self, turn: &Interval) -> (usize, u64, u64) {
        let (path, top, height) = match turn.party() {
            Some(Party::Client) => (THEIRS, 0, 40),
            Some(Party::Consultant) => (OURS, 40, 26),
            None if turn.state == State::Break => (REST, 38, 4),
            None => (OPEN, 34, 12),
        };
        let vouched = self.known || turn.state == State::Break;
        if vouched && turn.away.is_none() { (path, top, height) } else { (UNSURE, top, height) }
    }
}

/// Draws the turns, and the one that is told.
pub(crate) fn lanes(scene: &Scene) -> Html {
    let mut paths = PATHS.map(|_| String::new());
    let mut draw = |path: usize, start_ms: u64, ms: u64, [top, height]: [u64; 2]| {
        // Writing to a string can not fail.
        let _ = write!(paths[path], "M{start_ms} {top}h{ms}v{height}h-{ms}z");
    };
    for (index, turn) in scene.turns.iter().enumerate() {
        let (path, top, height) = scene.shape(turn);
        draw(path, turn.start_ms, turn.ms(), [top, height]);
        if scene.told == Some(index) {
            draw(CHOSEN, turn.start_ms, turn.ms(), [0, LANES]);
        }
    }
    // Stripes of paper over all of our lane: they are seen where we spoke, and hide no turn however short.
    for top in [45, 51, 57] {
        draw(GRAIN, 0, scene.length_ms, [top, 2]);
    }
    html! {
        for (class, d) in PATHS.into_iter().zip(paths).filter(|(_, d)| !d.is_empty()) {
            <path {class} {d} vector-effect="non-scaling-stroke" />
        }
    }
}
