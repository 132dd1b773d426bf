//! What hosts read: the same values for the element's properties and for a Yew app's controller.

use std::rc::Rc;

use heard_core::event::floor::Floor;
use heard_core::meeting;
use heard_core::time::Local;
use heard_core::{Meeting, Timestamp};

use crate::browser::clock;
use crate::store::notebook_store::NotebookStore;
use crate::store::snapshot::Snapshot;

/// What the widget is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// No meeting runs and none is under review.
    #[default]
    Idle,
    /// A meeting runs.
    Running,
    /// A meeting runs and is on a break.
    Break,
    /// A meeting that has ended is under review.
    Review,
}

impl State {
    /// The value of the element's `state` property.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Running => "running",
            Self::Break => "break",
            Self::Review => "review",
        }
    }
}

/// Times of the current meeting, in milliseconds; all zero if there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// How long the consultant has talked.
    pub talk_ms: u64,
    /// How long the client has talked.
    pub listen_ms: u64,
    /// How long the meeting has lasted, breaks included.
    pub elapsed_ms: u64,
}

impl Figures {
    /// The consultant's share of the talking time, from 0 to 1. `None` before anybody has talked.
    #[allow(clippy::cast_precision_loss, reason = "a meeting's milliseconds stay far below 2^53")]
    pub fn talk_share(self) -> Option<f64> {
        let speech_ms = self.talk_ms + self.listen_ms;
        (speech_ms > 0).then(|| self.talk_ms as f64 / speech_ms as f64)
    }
}

impl Snapshot {
    /// What the widget is doing.
    pub fn state(&self) -> State {
        match (self.notebook.running().map(|meeting| meeting.state()), self.review) {
            (Some(meeting::State::Break), _) => State::Break,
            (Some(meeting::State::Floor(_)), _) => State::Running,
            (None, Some(_)) => State::Review,
            (None, None) => State::Idle,
        }
    }

    /// Who has the floor. `None` on a break and while no meeting runs.
    pub fn floor(&self) -> Option<Floor> {
        self.notebook.running()?.floor()
    }

    /// The running meeting, or else the one under review. `None` if there is neither.
    pub fn current_meeting(&self) -> Option<&Rc<Meeting>> {
        self.notebook.running().or_else(|| self.notebook.meeting(self.review?))
    }
}

impl NotebookStore {
    /// The times of the current meeting, as of now.
    pub fn figures(&self) -> Figures {
        let snapshot = self.snapshot();
        let Some(meeting) = snapshot.current_meeting() else { return Figures::default() };
        let elapsed_ms = meeting.position(self.now());
        let measures = meeting.measures(elapsed_ms);
        Figures { talk_ms: measures.talk_ms, listen_ms: measures.listen_ms, elapsed_ms }
    }

    /// Now, by the clocks that events are stamped with.
    pub fn now(&self) -> Timestamp {
        clock::now()
    }

    /// Minutes that local time is ahead of UTC.
    pub fn utc_offset_min(&self) -> i16 {
        clock::utc_offset_min()
    }

    /// Now in local time.
    pub fn local_now(&self) -> Local {
        Local { wall_ms: clock::wall_ms(), utc_offset_min: clock::utc_offset_min() }
    }
}
