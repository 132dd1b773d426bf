//! How the consultant wants Heard to behave.

use serde::{Deserialize, Serialize};

/// All settings, each with a default that needs no thought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The aim for one's own share of speech in percent, 1 to 99; none leaves it to the band of the meeting.
    pub aim_percent: Option<u8>,
    /// After how many seconds of one's own turn the edge warms; none for never.
    pub nudge_s: Option<u16>,
    /// What the face shows while the client talks.
    pub face: Face,
    /// Light or dark.
    pub theme: Theme,
    /// After how many months an ended meeting is erased; none for never.
    pub retention_months: Option<u16>,
    /// From how many days of silence on a loop is in the black hole, 1 to 365.
    pub black_hole_days: u16,
}

impl Default for Settings {
    /// The nudge comes after two minutes, from where Truly counts a turn as a monologue (a convention, not a study).
    /// Fourteen days of silence are our own convention.
    fn default() -> Self {
        Self {
            aim_percent: None,
            nudge_s: Some(120),
            face: Face::Quiet,
            theme: Theme::Auto,
            retention_months: None,
            black_hole_days: 14,
        }
    }
}

impl Settings {
    /// These settings with one of them changed.
    pub(crate) fn with(mut self, setting: Setting) -> Self {
        match setting {
            Setting::Aim(percent) => self.aim_percent = percent,
            Setting::Nudge(seconds) => self.nudge_s = seconds,
            Setting::Face(face) => self.face = face,
            Setting::Theme(theme) => self.theme = theme,
            Setting::Retention(months) => self.retention_months = months,
            Setting::BlackHole(days) => self.black_hole_days = days,
        }
        self
    }
}

/// One setting, with its new value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Setting {
    /// The aim in percent, or the band's.
    Aim(Option<u8>),
    /// The nudge in seconds, or never.
    Nudge(Option<u16>),
    /// The face while the client talks.
    Face(Face),
    /// Light or dark.
    Theme(Theme),
    /// The months after which an ended meeting is erased, or never.
    #[serde(rename = "retention_months")]
    Retention(Option<u16>),
    /// The days of silence from which on a loop is in the black hole.
    #[serde(rename = "black_hole_days")]
    BlackHole(u16),
}

/// What the face shows while the client talks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Face {
    /// A ring and a word; no digits, nothing that moves. A touch, a key or a hover brings the rest back.
    #[default]
    Quiet,
    /// All details, all the time.
    Detailed,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Dark ink on paper.
    Light,
    /// Light ink on night.
    Dark,
}

impl Face {
    /// The word of the log.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Quiet => "quiet",
            Self::Detailed => "detailed",
        }
    }

    /// The face of a word of the log.
    pub fn of_word(word: &str) -> Option<Self> {
        [Self::Quiet, Self::Detailed].into_iter().find(|face| face.word() == word)
    }
}

impl Theme {
    /// The word of the log.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a word of the log.
    pub fn of_word(word: &str) -> Option<Self> {
        [Self::Auto, Self::Light, Self::Dark].into_iter().find(|theme| theme.word() == word)
    }
}
