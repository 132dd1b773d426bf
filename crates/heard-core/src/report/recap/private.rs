//! The part of a recap for the consultant, with all data of a meeting.

use crate::event::capture::{Capture, Kind, Tally};
use crate::event::floor::Party;
use crate::event::timestamp::Timestamp;
use crate::meeting::Meeting;
use crate::meeting::metrics::Metrics;
use crate::report::recap::builder::RecapBuilder;
use crate::report::recap::client::{dotted, line, quoted};
use crate::report::recap::labels::Own;
use crate::report::recap::{Line, Shape, ours, theirs};
use crate::time::{Day, clock};
use crate::transfer::export::Audience;

const MINUTE_MS: u64 = 60_000;

impl RecapBuilder {
    /// Adds all data of a meeting, up to `now` if it is still running.
    pub(super) fn own(&mut self, meeting: &Meeting, now: Timestamp) {
        let labels = &self.language.labels.own;
        let until_ms = meeting.position(now);
        self.block(Shape::Text, vec![ours((labels.about)(&meeting.opening))]);
        for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Held) {
            self.captures(meeting, kind, Audience::Me, &|capture| more(labels, capture));
        }
        self.notices(meeting);
        self.held(meeting);
        self.marks(meeting);
        self.cost(meeting, until_ms);
        self.figures(meeting, &meeting.measures(until_ms));
        self.stories(meeting);
    }

    fn held(&mut self, meeting: &Meeting) {
        let labels = self.language.labels;
        self.section((labels.section)(Audience::Me, Kind::Held), &|builder| {
            for capture in meeting.captures.iter().filter(|capture| capture.kind == Kind::Held) {
                let wordless = capture.words.trim().is_empty();
                let text = || quoted(&capture.words, labels);
                let text = if wordless { vec![ours(labels.own.held)] } else { text() };
                let (said, mut notes) = more(&labels.own, capture);
                notes.insert(0, dotted(said));
                builder.noted(Shape::Item, text, notes);
            }
        });
    }

    /// Adds the marks that no capture refers to as a section.
    fn marks(&mut self, meeting: &Meeting) {
        let labels = &self.language.labels.own;
        let has_capture = |id| meeting.captures.iter().any(|capture| capture.mark == Some(id));
        self.section(labels.marks, &|builder| {
            for mark in meeting.marks.iter().filter(|mark| !has_capture(mark.id)) {
                let text = vec![ours(clock(mark.at_ms)), ours((labels.floor)(mark.floor))];
                builder.block(Shape::Item, dotted(text));
            }
        });
    }

    /// Adds what the meeting cost the client as a section, with the time first.
    fn cost(&mut self, meeting: &Meeting, until_ms: u64) {
        let labels = &self.language.labels.own;
        let minutes = until_ms.saturating_add(MINUTE_MS / 2) / MINUTE_MS;
        self.section(labels.cost, &|builder| {
            let time = (labels.person_minutes)(meeting.opening.them, minutes);
            builder.block(Shape::Item, vec![ours(time)]);
            for (_, cost) in &meeting.after.costs {
                let mut text = vec![ours((labels.cost_kind)(cost.kind))];
                text.extend(
                    [&cost.whom, &cost.note].into_iter().flatten().map(|text| theirs(text)),
                );
                builder.block(Shape::Item, dotted(text));
            }
        });
    }

    fn figures(&mut self, meeting: &Meeting, measures: &Metrics) {
        let labels = &self.language.labels.own;
        let truth = measures.talk_percent().filter(|_| meeting.was_touched());
        let after = &meeting.after;
        self.section(labels.figures, &|builder| {
            let mut item = |text: String| builder.block(Shape::Item, vec![ours(text)]);
            if let Some(guess) = after.guess_percent {
                item((labels.guessed)(guess, truth));
            }
            if truth.is_none() {
                item(labels.unknown.to_owned());
            }
            times(labels, measures, truth.is_some(), &mut item);
            let held = meeting.captures.iter().filter(|one| one.kind == Kind::Held).count();
            let changes = measures.floor_changes as usize;
            let tally = |tally| ((labels.tally)(tally), meeting.tallies.of(tally) as usize);
            let counts = [(labels.changes, changes), (labels.held_count, held)];
            for (label, count) in counts.into_iter().chain(Tally::ALL.map(tally)) {
                if count > 0 {
                    item([label, &count.to_string()].concat());
                }
            }
            if let Some(step) = after.felt_heard {
                item((labels.felt_heard)(step));
            }
        });
    }

    fn stories(&mut self, meeting: &Meeting) {
        let labels = &self.language.labels.own;
        self.section(labels.stories, &|builder| {
            for story in &meeting.after.stories {
                let changed = story.changed.iter().map(|changed| line(labels.changed, changed));
                let mut notes: Vec<_> = changed.collect();
                let day = Day::of(story.wall_ms, meeting.opening.utc_offset_min);
                notes.push(vec![ours((builder.language.day)(day))]);
                builder.noted(Shape::Item, line(labels.learned, &story.learned), notes);
            }
        });
    }
}

/// The private data of a capture: when it was said and its rank, and notes with the consultant's wording and chains.
fn more(labels: &Own, capture: &Capture) -> (Line, Vec<Line>) {
    let mut said = vec![ours(clock(capture.at_ms))];
    said.extend(capture.rank.map(|rank| ours((labels.rank)(rank))));
    let first = capture.earlier.first().filter(|first| **first != capture.words);
    let first = first.map(|first| line(labels.first, first));
    let own = capture.ours.as_deref().map(|own| line(labels.ours, own));
    let mut notes: Vec<_> = first.into_iter().chain(own).collect();
    for chain in &capture.chains {
        let mut backwards = vec![ours(labels.backwards)];
        for step in &chain.links.steps {
            if backwards.len() > 1 {
                backwards.push(ours(" ← "));
            }
            backwards.push(theirs(step));
        }
        notes.push(backwards);
        notes.extend(chain.links.hurts.as_deref().map(|whom| line(labels.hurts, whom)));
    }
    (said, notes)
}

/// Adds the durations, each with its share of the speech or of the meeting. Durations of 0 are left out.
fn times(labels: &Own, measures: &Metrics, is_known: bool, item: &mut dyn FnMut(String)) {
    let (speech, whole) = (measures.speech_ms(), measures.elapsed_ms());
    let share = |party| measures.share_of_speech(party, 100);
    let opening = measures.opening_story_ms.unwrap_or(0);
    let of_speech = [
        (labels.talked, measures.talk_ms, share(Party::Consultant)),
        (labels.listened, measures.listen_ms, share(Party::Client)),
        (labels.opening_story, opening, None),
        (labels.longest_story, measures.longest_story_ms, None),
        (labels.longest_talk, measures.longest_talk_ms, None),
    ];
    for (label, ms, percent) in of_speech {
        let of = percent.map(|percent| (labels.of_speech)(percent, &clock(speech)));
        let of = of.unwrap_or_else(|| (labels.of_meeting)(&clock(whole)));
        if is_known && ms > 0 {
            item([label, &clock(ms), &of].concat());
        }
    }
    let of_meeting = [
        (labels.open, measures.open_ms),
        (labels.breaks, measures.break_ms),
        (labels.left_out, measures.left_out_ms),
    ];
    for (label, ms) in of_meeting {
        if ms > 0 {
            item([label, &clock(ms), &(labels.of_meeting)(&clock(whole))].concat());
        }
    }
}
