//! The figures of a meeting, each with what it is a share of and what research says about it.

use heard_core::Meeting;
use heard_core::event::capture::{Kind, Tally};
use heard_core::event::floor::{Floor, Party};
use heard_core::meeting::metrics::Metrics;
use yew::prelude::*;

use crate::ui::components::format::clock;
use crate::ui::context::language::Words;

/// The shortest speech from which an hourly rate is computed, in milliseconds.
const ENOUGH_MS: u64 = 600_000;

/// A figure: its `data-fact`, its value, its label, and what it is a share of.
struct Fact(&'static str, String, String, String);

/// Adds a figure. It is a function so that its code is in the module once.
fn add(all: &mut Vec<Fact>, name: &'static str, figure: String, what: &str, of: &str) {
    all.push(Fact(name, figure, what.to_owned(), of.to_owned()));
}

/// A card for each figure.
pub(crate) fn facts(meeting: &Meeting, words: Words) -> Html {
    let measures = meeting.measures(meeting.ended_ms.unwrap_or(0));
    let mut all = Vec::new();
    // If the floor was never passed, it is not known who spoke.
    if meeting.was_touched() {
        of_stories(&mut all, &measures, words);
        of_speech(&mut all, &measures, words);
    }
    of_meeting(&mut all, meeting, &measures, words);
    html! { <dl class="facts">for fact in all { { card(fact, words) } }</dl> }
}

fn card(Fact(name, figure, what, of): Fact, words: Words) -> Html {
    let is_known = words.picture.sources.iter().any(|(about, _)| *about == name);
    html! {
        <div key={name} data-fact={name}>
            <dt>{ &what }</dt>
            <dd>{ figure }</dd>
            if !of.is_empty() { <dd class="of">{ of }</dd> }
            if is_known { <dd class="known">{ known(name, &what, words) }</dd> }
        </div>
    }
}

/// What research says about a figure; empty if there is no source.
pub(crate) fn known(name: &'static str, what: &str, words: Words) -> Html {
    let words = &words.picture;
    let texts = words.sources.iter().find(|(about, _)| *about == name);
    html! {
        if let Some((_, texts)) = texts {
            <details>
                <summary aria-label={[words.about_figure, ": ", what].concat()}>{ words.about_figure }</summary>
                <p>{ *texts }</p>
            </details>
        }
    }
}

/// The lengths of single turns, each as a share of its party's time.
fn of_stories(all: &mut Vec<Fact>, measures: &Metrics, words: Words) {
    let review = &words.review;
    let mut time = |name, ms, what: &str, floor, of_ms| {
        let of = (words.picture.of_floor)(floor, &clock(of_ms));
        add(all, name, clock(ms), what, &of);
    };
    let (theirs_ms, ours_ms) = (measures.listen_ms, measures.talk_ms);
    let opening = measures.opening_story_ms;
    let texts = if opening.is_some() { review.opening_story } else { review.never_spoke };
    time("opening-story", opening.unwrap_or(theirs_ms), texts, Floor::Client, theirs_ms);
    let longest_ms = measures.longest_story_ms;
    time("longest-story", longest_ms, review.longest_story, Floor::Client, theirs_ms);
    let longest_ms = measures.longest_talk_ms;
    time("longest-talk", longest_ms, review.longest_turn, Floor::Consultant, ours_ms);
}

/// Shares and rates of the speech.
fn of_speech(all: &mut Vec<Fact>, measures: &Metrics, words: Words) {
    let (review, picture) = (&words.review, &words.picture);
    let (speech_ms, speech) = (measures.speech_ms(), &clock(measures.speech_ms()));
    for (name, ms, what, party) in [
        ("listen", measures.listen_ms, review.listen, Party::Client),
        ("talk", measures.talk_ms, review.talk, Party::Consultant),
    ] {
        let share = measures.share_of_speech(party, 100).map(words.percent);
        let of = (picture.of_speech)(share.as_deref(), speech);
        add(all, name, clock(ms), what, &of);
    }
    let changes = u64::from(measures.floor_changes);
    let of = (picture.of_speech)(None, speech);
    add(all, "floor-changes", changes.to_string(), review.changes, &of);
    if speech_ms >= ENOUGH_MS {
        let turns = changes + 1;
        let rate = (turns * 3_600_000 + speech_ms / 2) / speech_ms;
        let of = (picture.turns_in)(turns, speech);
        add(all, "turns-per-hour", rate.to_string(), picture.per_hour, &of);
    }
}

/// The length of the meeting, breaks, time left out, and tallies.
fn of_meeting(all: &mut Vec<Fact>, meeting: &Meeting, measures: &Metrics, words: Words) {
    let picture = &words.picture;
    let whole = clock(measures.elapsed_ms());
    let of = (picture.of_meeting)(&whole);
    add(all, "elapsed", whole, words.review.whole_meeting, "");
    for (name, ms, what) in [
        ("breaks", measures.break_ms, words.review.breaks),
        ("left-out", measures.left_out_ms, words.away.left_out),
    ] {
        if ms > 0 {
            add(all, name, clock(ms), what, &of);
        }
    }
    let held = meeting.captures.iter().filter(|capture| capture.kind == Kind::Held).count();
    let mut count = |name, times: u64, what: &str| {
        if times > 0 {
            add(all, name, times.to_string(), what, &of);
        }
    };
    count("held", held as u64, words.review.held);
    for tally in Tally::ALL {
        let times = meeting.tallies.of(tally);
        count(tally.as_str(), times.into(), &(words.tally)(tally).to_lowercase());
    }
    let [back, asked] = [Tally::PlayedBack, Tally::Asked].map(|tally| meeting.tallies.of(tally));
    if back + asked > 0 {
        let ratio = format!("{back} : {asked}");
        add(all, "reflections", ratio, picture.reflections, picture.by_count);
    }
}
