//! What hosts read off the notebook: one reading for the element's properties and for a Yew app's controller.

use std::rc::Rc;

use heard_core::Meeting;
use heard_core::event::floor::Floor;
use heard_core::meeting;

use crate::store::{NotebookStore, Snapshot};

/// What lies on the notebook.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// Nothing.
    #[default]
    Idle,
    /// A meeting that runs.
    Running,
    /// A meeting that rests.
    Break,
    /// A meeting that is over, and is looked at.
    Review,
}

impl State {
    /// The word that the contract uses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Running => "running",
            Self::Break => "break",
            Self::Review => "review",
        }
    }
}

/// The figures of the meeting on the notebook; all nought, where none lies there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// How long the consultant talked, in milliseconds.
    pub talk_ms: u64,
    /// How long the client talked, in milliseconds.
    pub listen_ms: u64,
    /// How long it has been going on, or went on, breaks and all, in milliseconds.
    pub elapsed_ms: u64,
}

impl Figures {
    /// The consultant's share of speech from 0 to 1; none before anybody spoke.
    #[allow(clippy::cast_precision_loss, reason = "a meeting's milliseconds stay far below 2^53")]
    pub fn talk_share(self) -> Option<f64> {
        let speech_ms = self.talk_ms + self.listen_ms;
        (speech_ms > 0).then(|| self.talk_ms as f64 / speech_ms as f64)
    }
}

impl Snapshot {
    /// What lies on the notebook.
    pub fn state(&self) -> State {
        match (self.notebook.running().map(|meeting| meeting.state()), self.review) {
            (Some(meeting::State::Break), _) => State::Break,
            (Some(meeting::State::Floor(_)), _) => State::Running,
            (None, Some(_)) => State::Review,
            (None, None) => State::Idle,
        }
    }

    /// Who has the floor; none in a break, and where no meeting runs.
    pub fn floor(&self) -> Option<Floor> {
        self.notebook.running()?.floor()
    }

    /// The meeting that runs, or the one under review.
    pub fn on_desk(&self) -> Option<&Rc<Meeting>> {
        self.notebook.running().or_else(|| self.notebook.meeting(self.review?))
    }
}

impl NotebookStore {
    /// The figures of the meeting on the notebook, as of now.
    pub fn figures(&self) -> Figures {
        let snapshot = self.snapshot();
        let Some(meeting) = snapshot.on_desk() else { return Figures::default() };
        let elapsed_ms = meeting.position(self.now());
        let measures = meeting.measures(elapsed_ms);
        Figures { talk_ms: measures.talk_ms, listen_ms: measures.listen_ms, elapsed_ms }
    }
}
