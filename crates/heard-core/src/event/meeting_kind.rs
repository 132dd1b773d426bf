//! The kinds of meetings.

/// The kind of a meeting, which sets the band for the consultant's share of speech.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum MeetingKind {
    /// Finding out what the client wants.
    #[default]
    Discovery,
    /// Working on something together.
    WorkingSession,
    /// Presenting something.
    Demo,
    /// Discussing bad news or a complaint.
    HardConversation,
}

impl MeetingKind {
    /// Every kind, in the order in which the choices are offered.
    pub const ALL: [Self; 4] =
        [Self::Discovery, Self::WorkingSession, Self::Demo, Self::HardConversation];

    /// The name in files and in the public API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Discovery => "discovery",
            Self::WorkingSession => "working-session",
            Self::Demo => "demo",
            Self::HardConversation => "hard-conversation",
        }
    }

    /// Parses [`MeetingKind::as_str`]; `None` for any other text.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}
