//! The user's settings.

use serde::{Deserialize, Serialize};

/// All settings. Each has a default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The target for the consultant's share of speech in percent, 1 to 99; `None` for the band of the meeting's kind.
    pub aim_percent: Option<u8>,
    /// The length of a consultant's turn, in seconds, after which the nudge is shown: a text and a tint at the widget's
    /// edge. `None` for never.
    pub nudge_s: Option<u16>,
    /// What the widget shows while the client talks.
    pub face: Face,
    /// The colour theme.
    pub theme: Theme,
    /// The number of months after which an ended meeting is erased; `None` for never.
    pub retention_months: Option<u16>,
    /// Whether a meeting with an open loop is kept whatever its age.
    pub keep_open_loops: bool,
    /// The number of days of silence from which a loop counts as in the black hole, 1 to 365.
    pub black_hole_days: u16,
}

impl Default for Settings {
    /// The default settings. The nudge comes after two minutes, the limit from which Truly counts a turn as a monologue
    /// (a convention, not the result of a study). Fourteen days of silence are our own convention.
    fn default() -> Self {
        Self {
            aim_percent: None,
            nudge_s: Some(120),
            face: Face::Quiet,
            theme: Theme::Auto,
            retention_months: None,
            keep_open_loops: true,
            black_hole_days: 14,
        }
    }
}

impl Settings {
    /// Returns these settings with one of them changed.
    pub(crate) fn with(mut self, setting: Setting) -> Self {
        match setting {
            Setting::Aim(percent) => self.aim_percent = percent,
            Setting::Nudge(seconds) => self.nudge_s = seconds,
            Setting::Face(face) => self.face = face,
            Setting::Theme(theme) => self.theme = theme,
            Setting::Retention(months) => self.retention_months = months,
            Setting::KeepOpenLoops(keep) => self.keep_open_loops = keep,
            Setting::BlackHole(days) => self.black_hole_days = days,
        }
        self
    }
}

/// One setting, with its new value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Setting {
    /// The target share in percent; `None` for the band of the meeting's kind.
    Aim(Option<u8>),
    /// The nudge in seconds; `None` for never.
    Nudge(Option<u16>),
    /// What the widget shows while the client talks.
    Face(Face),
    /// The colour theme.
    Theme(Theme),
    /// The months after which an ended meeting is erased; `None` for never.
    #[serde(rename = "retention_months")]
    Retention(Option<u16>),
    /// Whether a meeting with an open loop is kept whatever its age.
    KeepOpenLoops(bool),
    /// The number of days of silence from which a loop counts as in the black hole.
    #[serde(rename = "black_hole_days")]
    BlackHole(u16),
}

/// What the widget shows while the client talks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Face {
    /// Only a ring and a word, without digits and without movement. Touch, a key or hovering shows the rest.
    #[default]
    Quiet,
    /// All details at all times.
    Detailed,
}

/// The colour theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// The system's theme.
    #[default]
    Auto,
    /// Dark text on a light background.
    Light,
    /// Light text on a dark background.
    Dark,
}

impl Face {
    /// The name in the log.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Quiet => "quiet",
            Self::Detailed => "detailed",
        }
    }

    /// Parses [`Face::as_str`]; `None` for any other text.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Quiet, Self::Detailed].into_iter().find(|face| face.as_str() == word)
    }
}

impl Theme {
    /// The name in the log.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Parses [`Theme::as_str`]; `None` for any other text.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Auto, Self::Light, Self::Dark].into_iter().find(|theme| theme.as_str() == word)
    }
}
