//! A meeting as it goes: the floor to and fro, and what is caught meanwhile.

use std::rc::Rc;

use heard_core::event::capture::{Kind, Tally};
use heard_core::event::floor::{Party, Source};
use heard_core::event::kind::{EventKind, NewCapture};
use heard_core::loops::{Loop, LoopKind};
use heard_core::{EventId, Record};

use crate::client::Client;
use crate::diary::MINUTE_MS;
use crate::dice::Dice;
use crate::scribe::Scribe;
use crate::words;

/// A meeting, and all that is needed to write in it.
pub(crate) struct Place<'a> {
    pub(crate) dice: &'a mut Dice,
    pub(crate) scribe: &'a mut Scribe,
    pub(crate) client: &'a Client,
    pub(crate) id: EventId,
}

impl Place<'_> {
    /// Something happens in the meeting, if it fits.
    pub(crate) fn says(&mut self, kind: EventKind) -> Option<EventId> {
        self.scribe.says(self.client.who, Record::Begun(self.id), kind)
    }

    /// So many seconds pass, more or less.
    pub(crate) fn wait(&mut self, least_s: i64, most_s: i64) {
        let ms = self.dice.sooner(least_s * 1_000, most_s * 1_000);
        self.scribe.wait(ms);
    }

    fn takes(&mut self, by: Party) {
        self.says(EventKind::FloorTaken { by, source: Source::Touch });
    }

    fn catches(&mut self, kind: Kind) -> Option<EventId> {
        let words = words::said(self.dice, kind, self.client);
        let is_theirs = !matches!(kind, Kind::Held | Kind::Promise);
        let said_by = (is_theirs && self.dice.chance(75)).then(|| self.client.one(self.dice));
        let catch = NewCapture {
            kind,
            words,
            said_by: said_by.map(str::to_owned),
            ago_ms: self.dice.any() % 15_000,
            mark: None,
        };
        self.says(EventKind::Captured(catch))
    }
}

/// What is kept in a meeting.
#[derive(Clone, Copy)]
enum Item {
    Loop(Kind),
    Other(Kind),
    Mark,
    Again,
}

/// The loops that a meeting left behind.
#[derive(Default)]
pub(crate) struct Left {
    /// Those that began in it.
    pub(crate) begun: Vec<EventId>,
    /// Those that were raised again in it.
    pub(crate) raised: Vec<EventId>,
}

/// Holds the meeting to its end, and gives the loops that it left behind.
pub(crate) fn held(place: &mut Place, begun: usize) -> Left {
    let began_ms = place.scribe.now_ms();
    let length_ms = place.dice.between(20, 90) * MINUTE_MS;
    let mut items = items(place.dice, begun);
    let (count, mut left) = (items.len() + 1, Left::default());
    let mut rests = length_ms > 55 * MINUTE_MS && place.dice.chance(40);
    loop {
        place.wait(20, 260);
        let passed_ms = place.scribe.now_ms() - began_ms;
        // As much is left of what is kept as of the time.
        while !items.is_empty() && is_due(items.len(), count, passed_ms, length_ms) {
            if let Some(item) = items.pop() {
                keep(place, item, &mut left);
            }
            place.wait(2, 9);
        }
        if passed_ms >= length_ms {
            break;
        }
        place.takes(Party::Consultant);
        place.wait(5, 95);
        tally(place);
        if rests && passed_ms > length_ms / 2 {
            rests = false;
            place.says(EventKind::BreakTaken);
            place.wait(180, 600);
            place.says(EventKind::BreakEnded);
        } else {
            place.takes(Party::Client);
        }
    }
    place.says(EventKind::MeetingEnded);
    left
}

fn is_due(left: usize, count: usize, passed_ms: i64, length_ms: i64) -> bool {
    let part = |number: usize| i64::try_from(number).unwrap_or(0);
    passed_ms * part(count) >= length_ms * part(count - left)
}

fn items(dice: &mut Dice, begun: usize) -> Vec<Item> {
    let mut items = Vec::new();
    for _ in 0..begun {
        let kind = if dice.chance(68) { Kind::Issue } else { Kind::Promise };
        items.push(Item::Loop(kind));
    }
    for (kind, most) in [(Kind::Outcome, 3), (Kind::Insight, 2), (Kind::Spared, 1), (Kind::Held, 2)]
    {
        items.extend((0..dice.between(0, most)).map(|_| Item::Other(kind)));
    }
    items.extend((0..dice.sooner(0, 3)).map(|_| Item::Mark));
    if dice.chance(18) {
        items.push(Item::Again);
    }
    dice.shuffle(&mut items);
    items
}

fn keep(place: &mut Place, item: Item, left: &mut Left) {
    match item {
        Item::Loop(kind) => {
            if let Some(id) = place.catches(kind) {
                plan(place, kind, id);
                left.begun.push(id);
            }
        }
        Item::Other(kind) => drop(place.catches(kind)),
        Item::Mark => drop(place.says(EventKind::MomentMarked)),
        Item::Again => left.raised.extend(raise_again(place)),
    }
}

/// They say what they said before: it is caught once more, and known again. Gives the loop, where there is an older one.
fn raise_again(place: &mut Place) -> Option<EventId> {
    let here = Record::Begun(place.id);
    let older = place.scribe.notebook(place.client.who).loops().iter();
    let older = older.filter(|one| one.kind == LoopKind::Issue && one.home != here);
    let older: Vec<Rc<Loop>> = older.cloned().collect();
    if older.is_empty() {
        return None;
    }
    let one = &older[place.dice.place(older.len())];
    let catch = NewCapture {
        kind: Kind::Issue,
        words: words::raised_anew(place.dice, &one.words),
        said_by: Some(place.client.one(place.dice).to_owned()),
        ago_ms: 0,
        mark: None,
    };
    let capture = place.says(EventKind::Captured(catch))?;
    place.wait(2, 20);
    place.says(EventKind::Likened { capture, to: Some(one.id) }).and(Some(one.id))
}

/// A promise has its day, most often.
fn plan(place: &mut Place, kind: Kind, capture: EventId) {
    if kind == Kind::Promise && place.dice.chance(60) {
        let by = place.dice.between(2, 45);
        let by = Some(place.scribe.day_in(by));
        place.says(EventKind::Planned { capture, known_by: None, by });
    }
}

fn tally(place: &mut Place) {
    let tally = match place.dice.place(100) {
        0..=29 => Tally::Asked,
        30..=49 => Tally::PlayedBack,
        50..=55 => Tally::JumpedIn,
        _ => return,
    };
    place.says(EventKind::Tallied(tally));
}
