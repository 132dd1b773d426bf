//! The drawing itself. Places along it are percentages, so that nothing is squeezed at any width; only the lanes stand
//! in a box of their own, where a millisecond is a unit.

use heard_core::report::chart::{along, tick_step_ms};
use yew::prelude::*;

use crate::ui::components::format::clock;
use crate::ui::components::meeting_chart::Scene;
use crate::ui::components::meeting_chart::lanes::{LANES, lanes};
use crate::ui::components::meeting_chart::markers::{Kept, pins};

/// The height of a story's bracket and its label, in pixels.
const STORY: u64 = 24;
/// The height of the row of marks.
const MARKS: u64 = 14;
/// The height of the row of what was caught.
const PINS: u64 = 24;
/// The height of the labels of ticks.
const TICKS: u64 = 20;
/// How many ticks find room on a small phone, how many pins, and how many marks.
const MOST: [u64; 3] = [6, 14, 48];

/// A story's place, and what it is called.
type Story = ((u64, u64), &'static str);

/// Draws it.
pub(crate) fn drawing(scene: &Scene) -> Html {
    let Scene { meeting, length_ms, .. } = *scene;
    let stories = scene.stories();
    let marks: Vec<Kept> = meeting.marks.iter().map(|mark| (mark.at_ms, None)).collect();
    let caught = meeting.captures.iter();
    let caught: Vec<Kept> = caught.map(|capture| (capture.at_ms, Some(capture.kind))).collect();
    let room = |kept: &[Kept], height| if kept.is_empty() { 0 } else { height };
    let top = stories.len() as u64 * STORY;
    let marks_top = top + LANES;
    let pins_top = marks_top + room(&marks, MARKS);
    let bottom = pins_top + room(&caught, PINS);
    html! {
        <svg
            class="strip drawn"
            part="strip"
            role="img"
            aria-label={scene.sentence()}
            width="100%"
            height={(bottom + TICKS).to_string()}
        >
            { ticks(scene, bottom) }
            <svg
                class="lanes"
                y={top.to_string()}
                width="100%"
                height={LANES.to_string()}
                viewBox={format!("0 0 {} {LANES}", length_ms.max(1))}
                preserveAspectRatio="none"
            >
                { lanes(scene) }
            </svg>
            for (row, story) in (0..).zip(&stories) { { scene.bracket(story, row * STORY) } }
            { pins(length_ms, marks, MOST[2], marks_top) }
            { pins(length_ms, caught, MOST[1], pins_top) }
        </svg>
    }
}

impl Scene<'_> {
    /// The whole in a sentence.
    fn sentence(&self) -> String {
        let (words, meeting) = (&self.words.picture, self.meeting);
        let measures = meeting.measures(self.length_ms);
        let [length, theirs, ours] =
            [self.length_ms, measures.listen_ms, measures.talk_ms].map(clock);
        let mut says = if self.known {
            (words.sentence)([&length, &theirs, &ours], measures.floor_changes)
        } else {
            (words.floor_unknown)(&length)
        };
        says.push_str(&(words.counts)(meeting.marks.len(), meeting.captures.len()));
        says
    }

    /// The stories that are bracketed: where both are one, only one.
    fn stories(&self) -> Vec<Story> {
        let words = &self.words.picture;
        if !self.known {
            return Vec::new();
        }
        let stories = self.meeting.stories(self.length_ms);
        match (stories.opening, stories.longest) {
            (Some(opening), Some(longest)) if opening == longest => vec![(opening, words.both)],
            (opening, longest) => {
                let opening = opening.map(|place| (place, words.opening));
                let longest = longest.map(|place| (place, words.longest));
                opening.into_iter().chain(longest).collect()
            }
        }
    }

    /// A story in brackets, its label beside the edge from which it has room.
    fn bracket(&self, ((start_ms, end_ms), label): &Story, top: u64) -> Html {
        let [start, end] = [start_ms, end_ms].map(|ms| percent(*ms, self.length_ms));
        let (bar, foot) = (top + 17, top + 22);
        let from_start = start_ms.saturating_add(*end_ms) <= self.length_ms;
        let (x, anchor) = if from_start { (&start, "start") } else { (&end, "end") };
        html! {
            <>
                { text(x, top + 12, anchor, label) }
                { line("story", &start, &end, [bar, bar]) }
                { line("story", &start, &start, [bar, foot]) }
                { line("story", &end, &end, [bar, foot]) }
            </>
        }
    }
}

fn ticks(scene: &Scene, bottom: u64) -> Html {
    let Scene { length_ms, words, .. } = *scene;
    let step_ms = tick_step_ms(length_ms, MOST[0]);
    let places = std::iter::successors(Some(0_u64), |at_ms| at_ms.checked_add(step_ms));
    // A label at the very end would stand half outside; a meeting without length has its beginning alone.
    let fits =
        |at_ms: &u64| *at_ms == 0 || (*at_ms < length_ms && along(*at_ms, length_ms) < 9_600);
    let tick = |at_ms: u64| {
        let x = &percent(at_ms, length_ms);
        let anchor = if at_ms == 0 { "start" } else { "middle" };
        let label = text(x, bottom + 18, anchor, &(words.picture.tick)(at_ms));
        html! { <>{ line("axis", x, x, [bottom, bottom + 5]) }{ label }</> }
    };
    html! {
        <>
            { line("axis", "0", "100%", [bottom, bottom]) }
            for at_ms in places.take_while(fits) { { tick(at_ms) } }
        </>
    }
}

/// A line between two places, from one height to another.
pub(crate) fn line(class: &'static str, x1: &str, x2: &str, [y1, y2]: [u64; 2]) -> Html {
    let [x1, x2, y1, y2] = [x1.to_owned(), x2.to_owned(), y1.to_string(), y2.to_string()];
    html! { <line {class} {x1} {x2} {y1} {y2} /> }
}

/// A text at a place.
pub(crate) fn text(x: &str, y: u64, anchor: &'static str, text: &str) -> Html {
    html! { <text x={x.to_owned()} y={y.to_string()} text-anchor={anchor}>{ text }</text> }
}

/// A place as a percentage of the width.
pub(crate) fn percent(at_ms: u64, length_ms: u64) -> String {
    let along = along(at_ms, length_ms);
    format!("{}.{:02}%", along / 100, along % 100)
}
