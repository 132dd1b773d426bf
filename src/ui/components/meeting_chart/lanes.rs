//! The turns, each in the lane of its party. All turns of a lane are one path, so that turns narrower than a pixel still tint
//! it in proportion.

use std::fmt::Write;

use heard_core::event::floor::Party;
use heard_core::meeting::{Interval, State};
use yew::prelude::*;

use crate::ui::components::meeting_chart::scene::Scene;

/// The height of both lanes, the client's above the consultant's, in pixels.
pub(crate) const LANES: u64 = 66;

/// The class of each path, in painting order.
const PATHS: [&str; 7] = ["client", "consultant", "grain", "break", "open", "away", "chosen"];
const THEIRS: usize = 0;
const OURS: usize = 1;
const GRAIN: usize = 2;
const REST: usize = 3;
const OPEN: usize = 4;
const UNSURE: usize = 5;
const CHOSEN: usize = 6;

impl Scene<'_> {
    /// The path of a turn, its top and its height in pixels.
    fn shape(&self, turn: &Interval) -> (usize, u64, u64) {
        let (path, top, height) = match turn.party() {
            Some(Party::Client) => (THEIRS, 0, 40),
            Some(Party::Consultant) => (OURS, 40, 26),
            None if turn.state == State::Break => (REST, 38, 4),
            None => (OPEN, 34, 12),
        };
        let certain = self.known || turn.state == State::Break;
        if certain && turn.away.is_none() { (path, top, height) } else { (UNSURE, top, height) }
    }
}

/// The paths of the turns, and of the selected one.
pub(crate) fn lanes(scene: &Scene) -> Html {
    let mut paths = PATHS.map(|_| String::new());
    let mut draw = |path: usize, start_ms: u64, ms: u64, [top, height]: [u64; 2]| {
        // Writing to a string can not fail.
        let _ = write!(paths[path], "M{start_ms} {top}h{ms}v{height}h-{ms}z");
    };
    for (index, turn) in scene.turns.iter().enumerate() {
        let (path, top, height) = scene.shape(turn);
        draw(path, turn.start_ms, turn.ms(), [top, height]);
        if scene.selected == Some(index) {
            draw(CHOSEN, turn.start_ms, turn.ms(), [0, LANES]);
        }
    }
    // Stripes in the background colour over the whole lane of the consultant. They show only where a turn is drawn, and are
    // narrow enough to hide none.
    for top in [45, 51, 57] {
        draw(GRAIN, 0, scene.length_ms, [top, 2]);
    }
    html! {
        for (class, d) in PATHS.into_iter().zip(paths).filter(|(_, d)| !d.is_empty()) {
            <path {class} {d} vector-effect="non-scaling-stroke" />
        }
    }
}
