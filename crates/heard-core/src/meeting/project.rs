//! Computes a meeting from the events of its log.

use std::rc::Rc;

use crate::chunk_list::ChunkList;
use crate::codec::value::Value;
use crate::event::Event;
use crate::event::capture::{Capture, Mark, Tallies};
use crate::event::floor::{Floor, Source};
use crate::event::id::EventId;
use crate::event::kind::{EventKind, NewCapture, Opening};
use crate::event::review::{After, Story};
use crate::event::timestamp::Timestamp;
use crate::imported::ImportedMeeting;
use crate::meeting::Meeting;
use crate::meeting::state::{Change, State};
use crate::meeting::timeline::Timeline;
use crate::meeting::undo::History;
use crate::meeting::{correction, events, imported};
use crate::sorted_map::Map;

/// Returns whether the newest event of a log can be added to a meeting that was computed from the events before it.
///
/// Undo and redo change which events count, and corrections of turns change the floor at existing marks and captures:
/// after these, the meeting is computed again from all events.
pub(super) const fn can_append(kind: &EventKind) -> bool {
    match kind {
        EventKind::Undone { .. }
        | EventKind::Redone { .. }
        | EventKind::TurnMoved { .. }
        | EventKind::TurnGiven { .. }
        | EventKind::TurnSplit { .. } => false,
        EventKind::ClientAdded { .. }
        | EventKind::ClientRenamed { .. }
        | EventKind::ClientMerged { .. }
        | EventKind::ClientImported(_)
        | EventKind::MeetingOpened(_)
        | EventKind::MeetingImported(_)
        | EventKind::MeetingEnded
        | EventKind::DataImported(_)
        | EventKind::SettingChanged(_)
        | EventKind::FileSaved
        | EventKind::FloorTaken { .. }
        | EventKind::FloorLeft { .. }
        | EventKind::BreakTaken
        | EventKind::BreakEnded
        | EventKind::MomentMarked
        | EventKind::Captured(_)
        | EventKind::Amended { .. }
        | EventKind::Struck { .. }
        | EventKind::Tallied(_)
        | EventKind::AwayFound { .. }
        | EventKind::AwayCounted { .. }
        | EventKind::Guessed { .. }
        | EventKind::KindChanged { .. }
        | EventKind::Attributed { .. }
        | EventKind::Reworded { .. }
        | EventKind::Planned { .. }
        | EventKind::ChainDrawn { .. }
        | EventKind::ReadBack { .. }
        | EventKind::Ranked { .. }
        | EventKind::FeltHeard { .. }
        | EventKind::CostNoted { .. }
        | EventKind::NoticeWritten { .. }
        | EventKind::StoryWritten { .. }
        | EventKind::Likened { .. }
        | EventKind::LoopStepped(_)
        | EventKind::LoopAssigned { .. } => true,
    }
}

impl Meeting {
    /// Computes the meeting `id` from the events of its log. `None` if its opening is missing, undone or not readable.
    pub(crate) fn project(id: EventId, all: &ChunkList<Event>, history: &History) -> Option<Self> {
        let counting = history.counting();
        let counts = |event: &Event| counting.binary_search(&event.id()).is_ok();
        let opened = events::find(all, id).filter(|event| counts(event))?;
        let mut meeting = match &opened.kind {
            EventKind::MeetingOpened(opening) => Self::opened(id, opened.at, opening.clone()),
            EventKind::MeetingImported(json) => {
                Self::imported(id, opened.at, &Value::read(json.get())?)?
            }
            _ => return None,
        };
        let imported = meeting.imported_floors();
        for event in all.iter().filter(|event| event.id() > id) {
            let at_ms = meeting.timeline.place(event);
            if counts(event) {
                meeting.take(event, at_ms);
            }
        }
        meeting.set_floors(&imported);
        Some(meeting)
    }

    /// Creates a meeting that was imported without a log. It has always ended: an import never starts a running
    /// meeting. `None` if the object is not valid.
    fn imported(id: EventId, at: Timestamp, object: &Value) -> Option<Self> {
        let imported = ImportedMeeting::read(id, object)?;
        let (changes, ended_ms) =
            (imported::changes(id, &imported.tiles), Some(imported.tiles.end_ms()));
        let timeline = Timeline::starting(at, 0).with_found(imported::found(&imported.tiles));
        Some(Self {
            timeline,
            started_wall_ms: imported.started_wall_ms,
            ended_ms,
            marks: imported.marks,
            captures: imported.captures.into_iter().collect(),
            tallies: imported.tallies,
            after: imported.after,
            changes,
            ..Self::opened(id, at, imported.opening)
        })
    }

    /// Returns the floor at each imported mark and capture, computed from the imported intervals.
    fn imported_floors(&self) -> Map<EventId, Option<Floor>> {
        let marks = self.marks.iter().map(|m| (m.id, self.floor_at(m.at_ms, m.id)));
        let captures = self.captures.iter().map(|c| (c.id, self.floor_at(c.at_ms, c.id)));
        marks.chain(captures).collect()
    }

    /// Sets the floor of every mark and capture once all corrections of turns are known. The floor of an imported mark
    /// or capture stays as in its file unless a correction changes it.
    fn set_floors(&mut self, imported: &Map<EventId, Option<Floor>>) {
        let corrected = |id, floor| imported.get(&id) != Some(&floor);
        let floors: Vec<_> = self.marks.iter().map(|m| self.floor_at(m.at_ms, m.id)).collect();
        for (mark, floor) in self.marks.iter_mut().zip(floors) {
            if corrected(mark.id, floor) {
                mark.floor = floor;
            }
        }
        for place in 0..self.captures.len() {
            let Some(Capture { id, at_ms, floor: known, .. }) =
                self.captures.get(place).map(|c| &**c)
            else {
                break;
            };
            let floor = self.floor_at(*at_ms, *id);
            if *known != floor && corrected(*id, floor) {
                self.change_capture_at(place, &|capture| capture.floor = floor);
            }
        }
    }

    /// Creates a running meeting from its opening event.
    fn opened(id: EventId, at: Timestamp, opening: Opening) -> Self {
        let ago = i64::try_from(opening.began_ms_ago).unwrap_or(i64::MAX);
        let to = State::Floor(Floor::Client);
        Self {
            id,
            started_wall_ms: at.wall_ms.saturating_sub(ago),
            ended_ms: None,
            marks: Vec::new(),
            captures: ChunkList::default(),
            tallies: Tallies::default(),
            after: After::default(),
            changes: vec![Change { id, at_ms: 0, to, source: Source::Touch }],
            timeline: Timeline::starting(at, opening.began_ms_ago),
            opening,
        }
    }

    /// Adds the newest event of the log, which must not be undone. Only for kinds that [`can_append`] allows: the
    /// result is then the same as that of [`Meeting::project`] over all events.
    pub(super) fn append(&mut self, event: &Event) {
        let at_ms = self.timeline.place(event);
        self.take(event, at_ms);
    }

    /// Applies an event at `placed_ms`, in milliseconds from the start of the meeting.
    fn take(&mut self, event: &Event, placed_ms: u64) {
        let (id, wall_ms, kind) = (event.id(), event.at.wall_ms, &event.kind);
        let end_ms = self.ended_ms.unwrap_or(u64::MAX);
        let at_ms = placed_ms.min(end_ms);
        match kind {
            EventKind::FloorTaken { by, source } => {
                self.change(id, at_ms, State::Floor((*by).into()), *source);
            }
            EventKind::FloorLeft { source } => {
                self.change(id, at_ms, State::Floor(Floor::Open), *source);
            }
            EventKind::BreakTaken => self.change(id, at_ms, State::Break, Source::Touch),
            EventKind::BreakEnded => {
                self.change(id, at_ms, State::Floor(Floor::Client), Source::Touch);
            }
            EventKind::MeetingEnded => self.ended_ms = self.ended_ms.or(Some(at_ms)),
            EventKind::TurnMoved { turn, to_ms } => {
                correction::shift(&mut self.changes, *turn, *to_ms, at_ms);
            }
            EventKind::TurnGiven { turn, to } => correction::give(&mut self.changes, *turn, *to),
            EventKind::TurnSplit { at_ms: split_ms, to } => {
                correction::split(&mut self.changes, id, at_ms.min(*split_ms), *to);
            }
            EventKind::MomentMarked => {
                let floor = self.floor_at(at_ms, id);
                self.marks.push(Mark { id, at_ms, floor });
            }
            EventKind::Captured(catch) => {
                // A capture may be completed after the end of the meeting: `ago_ms` is relative to the input, not to
                // the end.
                let at_ms = placed_ms.saturating_sub(catch.ago_ms).min(end_ms);
                self.capture(id, at_ms, catch);
            }
            EventKind::Amended { capture, words } => self.amend(*capture, words),
            EventKind::Struck { what } => self.strike(*what),
            EventKind::Tallied(tally) => self.tallies.count(*tally),
            EventKind::AwayCounted { away, counted } => self.timeline.count(*away, *counted),
            EventKind::Guessed { .. }
            | EventKind::KindChanged { .. }
            | EventKind::Attributed { .. }
            | EventKind::Reworded { .. }
            | EventKind::Planned { .. }
            | EventKind::ChainDrawn { .. }
            | EventKind::ReadBack { .. }
            | EventKind::Ranked { .. }
            | EventKind::FeltHeard { .. }
            | EventKind::CostNoted { .. }
            | EventKind::NoticeWritten { .. } => self.take_after(id, kind),
            EventKind::StoryWritten { story, learned, changed } => {
                let content =
                    Story { id, wall_ms, learned: learned.clone(), changed: changed.clone() };
                self.write_story(*story, content);
            }
            // Away time is recorded by the timeline when it places the event. Loops are computed by `loops::collect`.
            EventKind::ClientAdded { .. }
            | EventKind::ClientRenamed { .. }
            | EventKind::ClientMerged { .. }
            | EventKind::MeetingOpened(_)
            | EventKind::SettingChanged(_)
            | EventKind::AwayFound { .. }
            | EventKind::FileSaved
            | EventKind::ClientImported(_)
            | EventKind::MeetingImported(_)
            | EventKind::DataImported(_)
            | EventKind::Likened { .. }
            | EventKind::LoopStepped(_)
            | EventKind::LoopAssigned { .. }
            | EventKind::Undone { .. }
            | EventKind::Redone { .. } => {}
        }
    }

    /// Adds a change of state unless the meeting has ended.
    fn change(&mut self, id: EventId, at_ms: u64, to: State, source: Source) {
        if self.ended_ms.is_none() {
            self.changes.push(Change { id, at_ms, to, source });
        }
    }

    /// Adds a capture. A capture that belongs to a mark takes the time of the mark.
    fn capture(&mut self, id: EventId, at_ms: u64, catch: &NewCapture) {
        let marked = self.marks.iter().find(|mark| catch.mark == Some(mark.id));
        let at_ms = marked.map_or(at_ms, |mark| mark.at_ms);
        self.captures.push(Rc::new(Capture {
            said_by: catch.said_by.clone(),
            mark: catch.mark,
            floor: self.floor_at(at_ms, id),
            ..Capture::new(id, catch.kind, at_ms, catch.words.clone())
        }));
    }

    /// Replaces the words of a capture and keeps the earlier ones.
    fn amend(&mut self, id: EventId, words: &str) {
        self.change_capture(id, &|capture| {
            capture.earlier.push(std::mem::replace(&mut capture.words, words.to_owned()));
            // The answer of the client was to the earlier words.
            capture.answer = None;
        });
    }

    /// Removes the capture, mark, chain, or entry of the review with this id.
    fn strike(&mut self, id: EventId) {
        self.captures.retain(|capture| capture.id != id);
        self.marks.retain(|mark| mark.id != id);
        self.after.strike(id);
        self.strike_chain(id);
    }

    /// Returns the floor at a time, in milliseconds from the start. Only changes ordered before the event `by` are
    /// considered: a change in the same millisecond may come after it. `None` in a break, and before the first change.
    fn floor_at(&self, at_ms: u64, by: EventId) -> Option<Floor> {
        let before = |change: &&Change| (change.at_ms, change.id) < (at_ms, by);
        let held = self.changes.iter().rev().find(before)?;
        match held.to {
            State::Floor(floor) => Some(floor),
            State::Break => None,
        }
    }
}
