//! The floor: the right to speak, and the party that has it.

/// A party that can have the floor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Party {
    /// Everyone in the meeting other than the consultant. While the client has the floor, the consultant listens.
    Client,
    /// The user of the widget. While the consultant has the floor, the consultant talks.
    Consultant,
}

impl Party {
    /// The other party.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Client => Self::Consultant,
            Self::Consultant => Self::Client,
        }
    }

    /// The name in files and in the public API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Consultant => "consultant",
        }
    }

    /// Parses [`Party::as_str`]; `None` for any other text.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Client, Self::Consultant].into_iter().find(|party| party.as_str() == word)
    }
}

/// The state of the floor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Floor {
    /// The client has the floor: the state at the start of a meeting and after a break.
    Client,
    /// The consultant has the floor.
    Consultant,
    /// No party has the floor: both are silent. Only the voice detector reports this state; touch input cannot.
    Open,
}

impl Floor {
    /// The party that has the floor; `None` if the floor is open.
    pub const fn party(self) -> Option<Party> {
        match self {
            Self::Client => Some(Party::Client),
            Self::Consultant => Some(Party::Consultant),
            Self::Open => None,
        }
    }

    /// The name in files and in the public API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Client => Party::Client.as_str(),
            Self::Consultant => Party::Consultant.as_str(),
        }
    }

    /// Parses [`Floor::as_str`]; `None` for any other text.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Client, Self::Consultant, Self::Open]
            .into_iter()
            .find(|floor| floor.as_str() == word)
    }

    /// The party that has the floor after it is passed on: the other party, or the consultant if the floor was open.
    pub const fn passed(self) -> Party {
        match self {
            Self::Consultant => Party::Client,
            Self::Client | Self::Open => Party::Consultant,
        }
    }
}

impl From<Party> for Floor {
    fn from(party: Party) -> Self {
        match party {
            Party::Client => Self::Client,
            Party::Consultant => Self::Consultant,
        }
    }
}

/// The source of a change of the floor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Source {
    /// Touch, pointer or keyboard input.
    #[default]
    Touch,
    /// The voice detector.
    Ear,
    /// A method of the custom element, called by the host page.
    Api,
    /// A correction made after the meeting.
    Edit,
}

impl Source {
    /// The name in files and in the public API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Touch => "touch",
            Self::Ear => "ear",
            Self::Api => "api",
            Self::Edit => "edit",
        }
    }

    /// Parses [`Source::as_str`]; `None` for any other text.
    pub fn parse(word: &str) -> Option<Self> {
        let all = [Self::Touch, Self::Ear, Self::Api, Self::Edit];
        all.into_iter().find(|source| source.as_str() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_names_its_floor() {
        for floor in [Floor::Client, Floor::Consultant, Floor::Open] {
            assert_eq!(Floor::parse(floor.as_str()), Some(floor));
        }
        assert_eq!(Floor::parse("manager"), None);
        assert_eq!(Party::parse("open"), None);
    }

    #[test]
    fn an_open_floor_is_taken_by_the_one_who_touches() {
        assert_eq!(Floor::Open.passed(), Party::Consultant);
        assert_eq!(Floor::Client.passed(), Party::Consultant);
        assert_eq!(Floor::Consultant.passed(), Party::Client);
    }
}
