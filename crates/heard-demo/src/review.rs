//! Records the review of a meeting: some of its parts, seldom all of them.

use std::rc::Rc;

use heard_core::event::capture::{Capture, Kind};
use heard_core::event::kind::{EventKind, NewCapture};
use heard_core::event::review::{Answer, ChainText, Cost, CostKind, NoticeText};
use heard_core::{EventId, Meeting};

use crate::meeting::MeetingWriter;
use crate::phrases::pattern::sentence;
use crate::phrases::{capture_words, review};

/// Records the review of a meeting that has ended.
pub(crate) fn record(writer: &mut MeetingWriter) {
    guess(writer);
    marks(writer);
    corrections(writer);
    chains(writer);
    if writer.random.percent(35) {
        read_back(writer);
    }
    if writer.random.percent(22) {
        let step = u8::try_from(5 - writer.random.low_between(0, 4)).unwrap_or(5);
        writer.record(EventKind::FeltHeard { step });
    }
    if writer.random.percent(18) {
        cost(writer);
    }
    if writer.random.percent(10) {
        notice(writer);
    }
    if writer.random.percent(16) {
        story(writer);
    }
}

/// The meeting as it is recorded so far.
fn meeting(writer: &MeetingWriter) -> Option<Rc<Meeting>> {
    writer.recorder.notebook(writer.client.number).meeting(writer.id).cloned()
}

/// The captures that fit.
fn captures(writer: &MeetingWriter, fits: impl Fn(&Capture) -> bool) -> Vec<EventId> {
    let meeting = meeting(writer);
    let all = meeting.iter().flat_map(|meeting| &meeting.captures);
    all.filter(|capture| fits(capture)).map(|capture| capture.id).collect()
}

/// Records the guess of the own talk share, in most reviews.
fn guess(writer: &mut MeetingWriter) {
    if writer.random.percent(80) {
        writer.wait(3, 20);
        let percent = u8::try_from(writer.random.between(15, 65)).unwrap_or(40);
        writer.record(EventKind::Guessed { percent });
    }
}

/// Fills in most marks, deletes some, and leaves the rest as they are.
fn marks(writer: &mut MeetingWriter) {
    let marks: Vec<EventId> =
        meeting(writer).map_or_else(Vec::new, |one| one.marks.iter().map(|mark| mark.id).collect());
    for mark in marks {
        writer.wait(8, 40);
        match writer.random.index(10) {
            0 => drop(writer.record(EventKind::Struck { what: mark })),
            1 | 2 => {}
            _ => {
                let kind = writer.random.pick(&[Kind::Outcome, Kind::Insight]);
                let words = capture_words(writer.random, kind, writer.client);
                let said_by = Some(writer.client.speaker(writer.random).to_owned());
                let mark = Some(mark);
                writer.record(EventKind::Captured(NewCapture {
                    kind,
                    words,
                    said_by,
                    ago_ms: 0,
                    mark,
                }));
            }
        }
    }
}

/// Amends some captures, and rewords some insights.
fn corrections(writer: &mut MeetingWriter) {
    let Some(meeting) = meeting(writer) else { return };
    for capture in meeting.captures.iter().filter(|capture| is_english(&capture.words)) {
        if writer.random.percent(6) {
            writer.wait(6, 30);
            let end = writer.random.pick(review::ADDITIONS);
            let words = [&capture.words, end].concat();
            writer.record(EventKind::Amended { capture: capture.id, words });
        }
        if capture.kind == Kind::Insight && writer.random.percent(20) {
            let ours = Some(writer.random.pick(review::OURS).to_owned());
            writer.record(EventKind::Reworded { capture: capture.id, ours });
        }
    }
}

/// Whether there are words in English.
fn is_english(words: &str) -> bool {
    !words.is_empty() && words.is_ascii()
}

/// Works backwards from some outcomes, and sets signs and days for some.
fn chains(writer: &mut MeetingWriter) {
    for outcome in captures(writer, |capture| capture.kind == Kind::Outcome) {
        if writer.random.percent(25) {
            writer.wait(30, 80);
            let steps = review::CHAIN.iter().map(|link| sentence(writer.random, link)).collect();
            let hurts =
                writer.random.percent(70).then(|| writer.random.pick(review::WHOM).to_owned());
            let links = ChainText { steps, hurts };
            writer.record(EventKind::ChainDrawn { outcome, chain: None, links });
        }
        if writer.random.percent(30) {
            let known_by = Some(writer.random.pick(review::KNOWN_BY).to_owned());
            let days = writer.random.between(14, 120);
            let by = Some(writer.recorder.day_in(days));
            writer.record(EventKind::Planned { capture: outcome, known_by, by });
        }
    }
}

/// Reads the captures back to the client, who confirms each or not and ranks the most important.
fn read_back(writer: &mut MeetingWriter) {
    let mut shown = captures(writer, |capture| capture.kind != Kind::Held);
    for capture in shown.iter().copied() {
        writer.wait(3, 12);
        let answer = if writer.random.percent(88) { Answer::Yes } else { Answer::NotQuite };
        writer.record(EventKind::ReadBack { capture, answer });
    }
    if shown.len() > 1 && writer.random.percent(70) {
        writer.random.shuffle(&mut shown);
        shown.truncate(3);
        writer.record(EventKind::Ranked { captures: shown });
    }
}

fn cost(writer: &mut MeetingWriter) {
    writer.wait(6, 30);
    let text = Cost {
        kind: writer.random.pick(&CostKind::ALL),
        whom: Some(writer.random.pick(review::WHOM).to_owned()),
        note: Some(sentence(writer.random, review::COST)),
    };
    writer.record(EventKind::CostNoted { cost: None, text });
}

fn notice(writer: &mut MeetingWriter) {
    writer.wait(20, 60);
    let text = NoticeText {
        what: sentence(writer.random, review::NOTICE),
        how_long: Some(writer.random.pick(review::HOW_LONG).to_owned()),
        how_to_stop: Some(writer.random.pick(review::HOW_TO_STOP).to_owned()),
    };
    writer.record(EventKind::NoticeWritten { notice: None, text });
}

fn story(writer: &mut MeetingWriter) {
    writer.wait(20, 80);
    let learned = sentence(writer.random, review::LEARNED);
    let changed = writer.random.percent(70).then(|| sentence(writer.random, review::CHANGED));
    writer.record(EventKind::StoryWritten { story: None, learned, changed });
}
