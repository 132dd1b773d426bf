//! The drawing of the chart. Horizontal positions are percentages, so that text keeps its shape at any width; only the lanes
//! have a nested `viewBox`, in which a unit is a millisecond.

use heard_core::report::chart::{along, tick_step_ms};
use yew::prelude::*;

use crate::ui::components::format::clock;
use crate::ui::components::meeting_chart::lanes::{LANES, lanes};
use crate::ui::components::meeting_chart::markers::{Marker, markers};
use crate::ui::components::meeting_chart::scene::Scene;
use crate::ui::components::meeting_chart::shapes::{line, percent, text};

/// The height of a story's bracket and its label, in pixels.
const STORY: u64 = 24;
/// The height of the row of marks, in pixels.
const MARKS: u64 = 14;
/// The height of the row of captures, in pixels.
const PINS: u64 = 24;
/// The height of the row of tick labels, in pixels.
const TICKS: u64 = 20;
/// How many ticks, captures and marks fit side by side on a small phone.
const MOST: [u64; 3] = [6, 14, 48];

/// When a story began and ended, in milliseconds from the start, and its label.
type Story = ((u64, u64), &'static str);

/// Renders the chart as one image with a description.
pub(crate) fn drawing(scene: &Scene) -> Html {
    let Scene { meeting, length_ms, .. } = *scene;
    let stories = scene.stories();
    let marks: Vec<Marker> = meeting.marks.iter().map(|mark| (mark.at_ms, None)).collect();
    let caught = meeting.captures.iter();
    let caught: Vec<Marker> = caught.map(|capture| (capture.at_ms, Some(capture.kind))).collect();
    let room = |kept: &[Marker], height| if kept.is_empty() { 0 } else { height };
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
            { markers(length_ms, marks, MOST[2], marks_top) }
            { markers(length_ms, caught, MOST[1], pins_top) }
        </svg>
    }
}

impl Scene<'_> {
    /// The description of the whole chart.
    fn sentence(&self) -> String {
        let (words, meeting) = (&self.words.picture, self.meeting);
        let measures = meeting.measures(self.length_ms);
        let [length, theirs, ours] =
            [self.length_ms, measures.listen_ms, measures.talk_ms].map(clock);
        let mut texts = if self.known {
            (words.sentence)([&length, &theirs, &ours], measures.floor_changes)
        } else {
            (words.floor_unknown)(&length)
        };
        texts.push_str(&(words.counts)(meeting.marks.len(), meeting.captures.len()));
        texts
    }

    /// The stories to bracket: the opening and the longest one, or one bracket if they are the same.
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

    /// A bracket over a story. Its label is aligned with the edge from which it has room.
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
    // A label at the very end would be cut off; a meeting of no length has the first tick only.
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
