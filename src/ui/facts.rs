//! The figures of a meeting, each with what it is a share of.

use heard_core::Meeting;
use heard_core::capture::{Kind, Tally};
use yew::prelude::*;

use crate::ui::format::clock;
use crate::ui::words::Words;

/// A card for each figure that says something.
pub(crate) fn facts(meeting: &Meeting, words: Words) -> Html {
    html! {
        <dl class="facts">
            for (name, figure, what) in figures(meeting, words) {
                <div key={what.clone()} data-fact={name}><dt>{ what }</dt><dd>{ figure }</dd></div>
            }
        </dl>
    }
}

fn figures(meeting: &Meeting, words: Words) -> Vec<(&'static str, String, String)> {
    let review = &words.review;
    let measures = meeting.measures(meeting.ended_ms.unwrap_or(0));
    let opening = measures.opening_story_ms;
    let opening_says = if opening.is_some() { review.opening_story } else { review.opening_whole };
    let time = |name, ms: u64, what: &str| (name, clock(ms), what.to_owned());
    let count = |name, times: usize, what: &str| (name, times.to_string(), what.to_owned());
    let mut all = vec![
        time("opening-story", opening.unwrap_or(measures.listen_ms), opening_says),
        time("longest-story", measures.longest_story_ms, review.longest_story),
        time("longest-talk", measures.longest_talk_ms, review.longest_turn),
        time("listen", measures.listen_ms, review.listen),
        time("talk", measures.talk_ms, review.talk),
        time("elapsed", measures.elapsed_ms(), review.of_meeting),
    ];
    if measures.break_ms > 0 {
        all.push(time("breaks", measures.break_ms, review.rest));
    }
    if measures.left_out_ms > 0 {
        all.push(time("left-out", measures.left_out_ms, words.away.left_out));
    }
    all.push(("floor-changes", measures.floor_changes.to_string(), review.changes.to_owned()));
    let held = meeting.captures.iter().filter(|capture| capture.kind == Kind::Held).count();
    if held > 0 {
        all.push(count("held", held, review.held));
    }
    for tally in Tally::ALL {
        let times = meeting.tallies.of(tally);
        if times > 0 {
            all.push((tally.word(), times.to_string(), (words.tally)(tally).to_lowercase()));
        }
    }
    all
}
