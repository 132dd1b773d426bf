//! What is said of a meeting when it is over: now this, now that, and seldom all of it.

use std::rc::Rc;

use heard_core::event::capture::{Capture, Kind};
use heard_core::event::kind::{EventKind, NewCapture};
use heard_core::event::review::{Answer, Cost, CostKind, Links, Says};
use heard_core::{EventId, Meeting};

use crate::meeting::Place;
use crate::words::{after, said, sentence};

/// Fills in what was left open, and looks back.
pub(crate) fn afterwards(place: &mut Place) {
    guess(place);
    marks(place);
    corrections(place);
    chains(place);
    if place.dice.chance(35) {
        read_back(place);
    }
    if place.dice.chance(22) {
        let step = u8::try_from(5 - place.dice.sooner(0, 4)).unwrap_or(5);
        place.says(EventKind::FeltHeard { step });
    }
    if place.dice.chance(18) {
        cost(place);
    }
    if place.dice.chance(10) {
        notice(place);
    }
    if place.dice.chance(16) {
        story(place);
    }
}

fn meeting(place: &Place) -> Option<Rc<Meeting>> {
    place.scribe.notebook(place.client.who).meeting(place.id).cloned()
}

/// What was caught of a kind.
fn caught(place: &Place, fits: impl Fn(&Capture) -> bool) -> Vec<EventId> {
    let meeting = meeting(place);
    let captures = meeting.iter().flat_map(|meeting| &meeting.captures);
    captures.filter(|capture| fits(capture)).map(|capture| capture.id).collect()
}

fn guess(place: &mut Place) {
    if place.dice.chance(80) {
        place.wait(3, 20);
        let percent = u8::try_from(place.dice.between(15, 65)).unwrap_or(40);
        place.says(EventKind::Guessed { percent });
    }
}

/// Most marks have their words in the end; some are struck, and some wait for ever.
fn marks(place: &mut Place) {
    let marks: Vec<EventId> =
        meeting(place).map_or_else(Vec::new, |one| one.marks.iter().map(|mark| mark.id).collect());
    for mark in marks {
        place.wait(8, 40);
        match place.dice.place(10) {
            0 => drop(place.says(EventKind::Struck { what: mark })),
            1 | 2 => {}
            _ => {
                let kind = place.dice.pick(&[Kind::Outcome, Kind::Insight]);
                let words = said(place.dice, kind, place.client);
                let said_by = Some(place.client.one(place.dice).to_owned());
                let mark = Some(mark);
                place.says(EventKind::Captured(NewCapture {
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

/// Words are put right, or put in our own beside theirs.
fn corrections(place: &mut Place) {
    let Some(meeting) = meeting(place) else { return };
    for capture in meeting.captures.iter().filter(|capture| is_english(&capture.words)) {
        if place.dice.chance(6) {
            place.wait(6, 30);
            let end = place.dice.pick(after::AFTERTHOUGHTS);
            let words = [&capture.words, end].concat();
            place.says(EventKind::Amended { capture: capture.id, words });
        }
        if capture.kind == Kind::Insight && place.dice.chance(20) {
            let ours = Some(place.dice.pick(after::OURS).to_owned());
            place.says(EventKind::Reworded { capture: capture.id, ours });
        }
    }
}

/// Whether it has words, and plain English ones.
fn is_english(words: &str) -> bool {
    !words.is_empty() && words.is_ascii()
}

fn chains(place: &mut Place) {
    for outcome in caught(place, |capture| capture.kind == Kind::Outcome) {
        if place.dice.chance(25) {
            place.wait(30, 80);
            let steps = after::CHAIN.iter().map(|link| sentence(place.dice, link)).collect();
            let hurts = place.dice.chance(70).then(|| place.dice.pick(after::WHOM).to_owned());
            let links = Links { steps, hurts };
            place.says(EventKind::ChainDrawn { outcome, chain: None, links });
        }
        if place.dice.chance(30) {
            let known_by = Some(place.dice.pick(after::KNOWN_BY).to_owned());
            let days = place.dice.between(14, 120);
            let by = Some(place.scribe.day_in(days));
            place.says(EventKind::Planned { capture: outcome, known_by, by });
        }
    }
}

/// The client sees what was caught, says yes or not quite, and which matters most.
fn read_back(place: &mut Place) {
    let mut shown = caught(place, |capture| capture.kind != Kind::Held);
    for capture in shown.iter().copied() {
        place.wait(3, 12);
        let answer = if place.dice.chance(88) { Answer::Yes } else { Answer::NotQuite };
        place.says(EventKind::ReadBack { capture, answer });
    }
    if shown.len() > 1 && place.dice.chance(70) {
        place.dice.shuffle(&mut shown);
        shown.truncate(3);
        place.says(EventKind::Ranked { captures: shown });
    }
}

fn cost(place: &mut Place) {
    place.wait(6, 30);
    let says = Cost {
        kind: place.dice.pick(&CostKind::ALL),
        whom: Some(place.dice.pick(after::WHOM).to_owned()),
        note: Some(sentence(place.dice, after::COST)),
    };
    place.says(EventKind::CostNoted { cost: None, says });
}

fn notice(place: &mut Place) {
    place.wait(20, 60);
    let says = Says {
        what: sentence(place.dice, after::NOTICE),
        how_long: Some(place.dice.pick(after::HOW_LONG).to_owned()),
        how_to_stop: Some(place.dice.pick(after::HOW_TO_STOP).to_owned()),
    };
    place.says(EventKind::NoticeWritten { notice: None, says });
}

fn story(place: &mut Place) {
    place.wait(20, 80);
    let learned = sentence(place.dice, after::LEARNED);
    let changed = place.dice.chance(70).then(|| sentence(place.dice, after::CHANGED));
    place.says(EventKind::StoryWritten { story: None, learned, changed });
}
