//! The steps of a loop.

use serde::{Deserialize, Serialize};

use crate::event::id::EventId;
use crate::event::limits;
use crate::event::refusal::Refusal;
use crate::time::Local;

/// A text that is neither blank nor too long, used for reasons and for ways of informing the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase(String);

impl Phrase {
    /// Creates a phrase from a text.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoWords`] for a blank text, [`Refusal::TooLong`] for more than [`limits::MAX_WORDS`] characters.
    pub fn new(words: impl Into<String>) -> Result<Self, Refusal> {
        let words = words.into();
        limits::check_words(&words)?;
        Ok(Self(words))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A step of a loop, with its data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The client raised the loop again.
    RaisedAgain,
    /// The client was informed that the issue was received.
    Acknowledged,
    /// Work on it started.
    Started,
    /// Work on it was finished, according to the consultant's side.
    Finished,
    /// It was declined, with a reason.
    Declined {
        /// The reason.
        because: Phrase,
    },
    /// The client was informed of the current state.
    ToldBack {
        /// The way in which the client was informed: in person, by telephone, by mail, and so on.
        how: Phrase,
    },
    /// The client closed the loop. Only the client decides this.
    Closed,
}

/// The kind of a step, without its data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// [`Step::RaisedAgain`].
    RaiseAgain,
    /// [`Step::Acknowledged`].
    Acknowledge,
    /// [`Step::Started`].
    Start,
    /// [`Step::Finished`].
    Finish,
    /// [`Step::Declined`].
    Decline,
    /// [`Step::ToldBack`].
    TellBack,
    /// [`Step::Closed`].
    Close,
}

impl StepKind {
    /// Every kind, in the order in which the choices are offered.
    pub const ALL: [Self; 7] = [
        Self::TellBack,
        Self::Acknowledge,
        Self::Start,
        Self::Finish,
        Self::Decline,
        Self::RaiseAgain,
        Self::Close,
    ];

    /// The name of the command in the public API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::RaiseAgain => "raise-again",
            Self::Acknowledge => "acknowledge",
            Self::Start => "start",
            Self::Finish => "finish",
            Self::Decline => "decline",
            Self::TellBack => "tell-back",
            Self::Close => "close",
        }
    }

    /// Parses [`StepKind::as_str`]; `None` for any other text.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// Creates the step of this kind. `text` is the reason or the way of informing; kinds that need neither ignore it.
    ///
    /// # Errors
    ///
    /// The error of [`Phrase::new`] if the kind needs `text` and it is blank or too long.
    pub fn with_text(self, text: &str) -> Result<Step, Refusal> {
        Ok(match self {
            Self::RaiseAgain => Step::RaisedAgain,
            Self::Acknowledge => Step::Acknowledged,
            Self::Start => Step::Started,
            Self::Finish => Step::Finished,
            Self::Decline => Step::Declined { because: Phrase::new(text)? },
            Self::TellBack => Step::ToldBack { how: Phrase::new(text)? },
            Self::Close => Step::Closed,
        })
    }
}

impl Step {
    /// The name in logs and files.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::RaisedAgain => "raised-again",
            Self::Acknowledged => "acknowledged",
            Self::Started => "started",
            Self::Finished => "finished",
            Self::Declined { .. } => "declined",
            Self::ToldBack { .. } => "told-back",
            Self::Closed => "closed",
        }
    }

    /// Parses [`Step::as_str`], with `text` as the reason or the way of informing. `None` for any other word, and if the
    /// step needs `text` and [`Phrase::new`] does not accept it.
    pub fn parse(word: &str, text: Option<&str>) -> Option<Self> {
        let kind = match word {
            "raised-again" => StepKind::RaiseAgain,
            "acknowledged" => StepKind::Acknowledge,
            "started" => StepKind::Start,
            "finished" => StepKind::Finish,
            "declined" => StepKind::Decline,
            "told-back" => StepKind::TellBack,
            "closed" => StepKind::Close,
            _ => return None,
        };
        kind.with_text(text.unwrap_or_default()).ok()
    }

    /// The kind of the step.
    pub const fn kind(&self) -> StepKind {
        match self {
            Self::RaisedAgain => StepKind::RaiseAgain,
            Self::Acknowledged => StepKind::Acknowledge,
            Self::Started => StepKind::Start,
            Self::Finished => StepKind::Finish,
            Self::Declined { .. } => StepKind::Decline,
            Self::ToldBack { .. } => StepKind::TellBack,
            Self::Closed => StepKind::Close,
        }
    }

    /// The reason or the way of informing; `None` for kinds of step that have neither.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Declined { because: text } | Self::ToldBack { how: text } => Some(text.as_str()),
            _ => None,
        }
    }
}

/// A step of one loop. [`Loop::try_step`](crate::loops::Loop::try_step) makes one if the loop's state allows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Line", into = "Line")]
pub struct Stepped {
    pub(crate) which: EventId,
    pub(crate) step: Step,
    pub(crate) at: Local,
}

impl Stepped {
    /// The loop.
    pub const fn which(&self) -> EventId {
        self.which
    }

    /// The step.
    pub const fn step(&self) -> &Step {
        &self.step
    }

    /// When the step was taken, in local time. A step can be recorded later.
    pub const fn at(&self) -> Local {
        self.at
    }
}

/// The form of a step in a log line.
#[derive(Serialize, Deserialize)]
struct Line {
    which: EventId,
    step: String,
    #[serde(rename = "says", skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    at: i64,
    utc_offset_min: i16,
}

impl TryFrom<Line> for Stepped {
    type Error = &'static str;

    fn try_from(line: Line) -> Result<Self, Self::Error> {
        let step = Step::parse(&line.step, line.text.as_deref()).ok_or("unknown step")?;
        let at = Local { wall_ms: line.at, utc_offset_min: line.utc_offset_min };
        Ok(Self { which: line.which, step, at })
    }
}

impl From<Stepped> for Line {
    fn from(Stepped { which, step, at }: Stepped) -> Self {
        Self {
            which,
            step: step.as_str().to_owned(),
            text: step.text().map(str::to_owned),
            at: at.wall_ms,
            utc_offset_min: at.utc_offset_min,
        }
    }
}
