//! One conversation, as its events tell it.

use std::rc::Rc;

use crate::act::{Act, Opening};
use crate::away::{self, Away};
use crate::brought::Brought;
use crate::capture::{Capture, Mark, Tallies};
use crate::edit::{self, Change};
use crate::event::Event;
use crate::floor::{Floor, Party, Source};
use crate::history::History;
use crate::id::EventId;
use crate::json::Json;
use crate::measure::Measures;
use crate::moment::Moment;
use crate::order::Map;
use crate::story::Stories;
use crate::stretch;
use crate::timeline::Timeline;

pub use crate::stretch::{State, Stretch};

/// A meeting: running, resting or ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The event that opened it.
    pub id: EventId,
    /// What was known when it began.
    pub opening: Opening,
    /// The wall clock at its start, in milliseconds since 1970.
    pub started_wall_ms: i64,
    /// Milliseconds from its start to its end, once it has ended.
    pub ended_ms: Option<u64>,
    /// Moments kept, in the order of keeping.
    pub marks: Vec<Mark>,
    /// What was caught in words, in the order of catching.
    pub captures: Vec<Rc<Capture>>,
    /// What was counted.
    pub tallies: Tallies,
    changes: Vec<Change>,
    timeline: Timeline,
}

impl Meeting {
    /// The meeting that the events of a log come to, if its opening is among them and stands.
    pub fn fold(id: EventId, events: &[Event], history: &History) -> Option<Self> {
        let opened = events.iter().find(|event| event.id() == id && history.stands(id))?;
        let mut meeting = match &opened.act {
            Act::MeetingOpened(opening) => Self::opened(id, opened.at, opening.clone()),
            Act::MeetingBrought { json } => Self::brought(id, opened.at, &Json::read(json)?)?,
            _ => return None,
        };
        let brought = meeting.brought_floors();
        for event in events.iter().filter(|event| event.id() > id) {
            let at_ms = meeting.timeline.place(event);
            if history.stands(event.id()) {
                meeting.take(event.id(), at_ms, &event.act);
            }
        }
        meeting.tell_floors(&brought);
        Some(meeting)
    }

    /// A meeting that came with a file. It has ended, whatever the file says: no file starts a clock here.
    fn brought(id: EventId, at: Moment, object: &Json) -> Option<Self> {
        let brought = Brought::read(id, object)?;
        let (changes, ended_ms) = (brought.tiles.changes(id), Some(brought.tiles.end_ms()));
        let timeline = Timeline::starting(at, 0).with_found(brought.tiles.found());
        Some(Self {
            timeline,
            started_wall_ms: brought.started_wall_ms,
            ended_ms,
            marks: brought.marks,
            captures: brought.captures,
            tallies: brought.tallies,
            changes,
            ..Self::opened(id, at, brought.opening)
        })
    }

    /// Who had the floor at what a file brought, by its tiles alone.
    fn brought_floors(&self) -> Map<EventId, Option<Floor>> {
        let marks = self.marks.iter().map(|m| (m.id, self.floor_at(m.at_ms, m.id)));
        let captures = self.captures.iter().map(|c| (c.id, self.floor_at(c.at_ms, c.id)));
        marks.chain(captures).collect()
    }

    /// Says of every mark and capture who had the floor, all corrections of turns known. What the file said of those
    /// it brought stands until a correction changes it.
    fn tell_floors(&mut self, brought: &Map<EventId, Option<Floor>>) {
        let corrected = |id, floor| brought.get(&id) != Some(&floor);
        let floors: Vec<_> = self.marks.iter().map(|m| self.floor_at(m.at_ms, m.id)).collect();
        for (mark, floor) in self.marks.iter_mut().zip(floors) {
            if corrected(mark.id, floor) {
                mark.floor = floor;
            }
        }
        let floors: Vec<_> = self.captures.iter().map(|c| self.floor_at(c.at_ms, c.id)).collect();
        for (capture, floor) in self.captures.iter_mut().zip(floors) {
            if capture.floor != floor && corrected(capture.id, floor) {
                Rc::make_mut(capture).floor = floor;
            }
        }
    }

    fn opened(id: EventId, at: Moment, opening: Opening) -> Self {
        let ago = i64::try_from(opening.began_ms_ago).unwrap_or(i64::MAX);
        let to = State::Floor(Floor::Client);
        Self {
            id,
            started_wall_ms: at.wall_ms.saturating_sub(ago),
            ended_ms: None,
            marks: Vec::new(),
            captures: Vec::new(),
            tallies: Tallies::default(),
            changes: vec![Change { id, at_ms: 0, to, source: Source::Touch }],
            timeline: Timeline::starting(at, opening.began_ms_ago),
            opening,
        }
    }

    fn take(&mut self, id: EventId, placed_ms: u64, act: &Act) {
        let end_ms = self.ended_ms.unwrap_or(u64::MAX);
        let at_ms = placed_ms.min(end_ms);
        match act {
            Act::FloorTaken { by, source } => {
                self.change(id, at_ms, State::Floor((*by).into()), *source);
            }
            Act::FloorLeft { source } => self.change(id, at_ms, State::Floor(Floor::Open), *source),
            Act::BreakTaken => self.change(id, at_ms, State::Break, Source::Touch),
            Act::BreakEnded => {
                self.change(id, at_ms, State::Floor(Floor::Client), Source::Touch);
            }
            Act::MeetingEnded => self.ended_ms = self.ended_ms.or(Some(at_ms)),
            Act::TurnMoved { turn, to_ms } => edit::shift(&mut self.changes, *turn, *to_ms, at_ms),
            Act::TurnGiven { turn, to } => edit::give(&mut self.changes, *turn, *to),
            Act::TurnSplit { at_ms: split_ms, to } => {
                edit::split(&mut self.changes, id, at_ms.min(*split_ms), *to);
            }
            Act::MomentMarked => self.marks.push(Mark { id, at_ms, floor: None }),
            Act::Captured(catch) => {
                // Words may be finished after the end: how long ago they were said counts from the touch.
                let at_ms = placed_ms.saturating_sub(catch.ago_ms).min(end_ms);
                self.captures.push(Rc::new(Capture {
                    id,
                    kind: catch.kind,
                    at_ms,
                    floor: None,
                    words: catch.words.clone(),
                    said_by: catch.said_by.clone(),
                    earlier: Vec::new(),
                }));
            }
            Act::Amended { capture, words } => self.amend(*capture, words),
            Act::Struck { what } => self.strike(*what),
            Act::Tallied(tally) => self.tallies.count(*tally),
            Act::AwayCounted { away, counted } => self.timeline.count(*away, *counted),
            // Time found to be away is the timeline's: it finds it while it places the event.
            Act::ClientAdded { .. }
            | Act::MeetingOpened(_)
            | Act::SettingChanged(_)
            | Act::AwayFound { .. }
            | Act::FileSaved
            | Act::ClientBrought { .. }
            | Act::MeetingBrought { .. }
            | Act::RestBrought { .. }
            | Act::Undone { .. }
            | Act::Redone { .. } => {}
        }
    }

    fn change(&mut self, id: EventId, at_ms: u64, to: State, source: Source) {
        if self.ended_ms.is_none() {
            self.changes.push(Change { id, at_ms, to, source });
        }
    }

    fn amend(&mut self, id: EventId, words: &str) {
        if let Some(capture) = self.captures.iter_mut().find(|capture| capture.id == id) {
            let capture = Rc::make_mut(capture);
            capture.earlier.push(std::mem::replace(&mut capture.words, words.to_owned()));
        }
    }

    fn strike(&mut self, id: EventId) {
        self.captures.retain(|capture| capture.id != id);
        self.marks.retain(|mark| mark.id != id);
    }

    /// Where a moment lies, in milliseconds from the start; the end, once the meeting has ended.
    pub fn position(&self, now: Moment) -> u64 {
        self.ended_ms.unwrap_or_else(|| self.timeline.position(now))
    }

    /// What holds now, or held last.
    pub fn state(&self) -> State {
        self.changes.last().map_or(State::Floor(Floor::Client), |change| change.to)
    }

    /// Who has the floor; none in a break.
    pub fn floor(&self) -> Option<Floor> {
        match self.state() {
            State::Floor(floor) => Some(floor),
            State::Break => None,
        }
    }

    /// Since when the present state holds, in milliseconds from the start.
    pub fn since_ms(&self) -> u64 {
        let now = self.state();
        let last_others = self.changes.iter().rposition(|change| change.to != now);
        let first = last_others.map_or(0, |index| index + 1);
        self.changes.get(first).map_or(0, |change| change.at_ms)
    }

    /// The parts of the meeting up to `until_ms`, which [`Meeting::position`] gives.
    pub fn stretches(&self, until_ms: u64) -> Vec<Stretch> {
        stretch::stretches(&self.changes, self.timeline.found(), until_ms)
    }

    /// The time up to `until_ms` that nobody can vouch for, in order. What fell into a break is not asked about.
    pub fn aways(&self, until_ms: u64) -> Vec<Away> {
        away::listed(&self.stretches(until_ms), self.timeline.found())
    }

    /// How long the present state has held by `until_ms`, in milliseconds, without what is left out of it or counts
    /// as the other party's.
    pub fn turn_ms(&self, until_ms: u64) -> u64 {
        let since_ms = self.since_ms();
        let tiles = self.stretches(until_ms);
        let present = tiles.iter().filter(|tile| tile.end_ms > since_ms && tile.is_credited());
        present.map(|tile| tile.end_ms - tile.start_ms.max(since_ms)).sum()
    }

    /// The figures of the meeting up to `until_ms`.
    pub fn measures(&self, until_ms: u64) -> Measures {
        Measures::of(&self.stretches(until_ms))
    }

    /// Where the stories of the meeting up to `until_ms` lie.
    pub fn stories(&self, until_ms: u64) -> Stories {
        Stories::of(&self.stretches(until_ms))
    }

    /// The times between which the start of a turn may be moved, in milliseconds from the start of the meeting.
    pub fn room_to_move(&self, turn: EventId, until_ms: u64) -> Option<(u64, u64)> {
        let index = self.changes.iter().position(|change| change.id == turn)?;
        edit::room(&self.changes, index, until_ms)
    }

    /// Whether an event began a stretch of this meeting.
    pub fn has_turn(&self, turn: EventId) -> bool {
        self.state_of(turn).is_some()
    }

    /// What held from an event on, if it began a stretch of this meeting.
    pub fn state_of(&self, turn: EventId) -> Option<State> {
        self.changes.iter().find(|change| change.id == turn).map(|change| change.to)
    }

    /// What held at a time, in milliseconds from the start.
    pub fn state_at(&self, at_ms: u64) -> State {
        let held = self.changes.iter().rev().find(|change| change.at_ms <= at_ms);
        held.map_or(State::Floor(Floor::Client), |change| change.to)
    }

    /// Whether we ever took the floor: if not, nothing is known of who spoke.
    pub fn was_touched(&self) -> bool {
        self.changes.iter().any(|change| change.to == State::Floor(Party::Consultant.into()))
    }

    /// Who had the floor at a time, as far as `by` could know: a change within the same millisecond may come later.
    fn floor_at(&self, at_ms: u64, by: EventId) -> Option<Floor> {
        let before = |change: &&Change| (change.at_ms, change.id) < (at_ms, by);
        let held = self.changes.iter().rev().find(before)?;
        match held.to {
            State::Floor(floor) => Some(floor),
            State::Break => None,
        }
    }
}
