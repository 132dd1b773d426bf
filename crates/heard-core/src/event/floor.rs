//! The floor: the acknowledged right to speak, and who holds it.

/// Who may hold the floor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Party {
    /// Everyone else in the room. While they hold the floor, we listen.
    Client,
    /// The one who opened the widget. While they hold the floor, they talk.
    Consultant,
}

impl Party {
    /// The party across the table.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Client => Self::Consultant,
            Self::Consultant => Self::Client,
        }
    }

    /// The word that the contract uses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Consultant => "consultant",
        }
    }

    /// The party of a word of the contract.
    pub fn of_word(word: &str) -> Option<Self> {
        [Self::Client, Self::Consultant].into_iter().find(|party| party.word() == word)
    }
}

/// Whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Floor {
    /// The client's, in which a meeting starts and to which a break returns.
    Client,
    /// The consultant's.
    Consultant,
    /// Nobody's: both are silent. Only an ear can know this; a touch can not measure it.
    Open,
}

impl Floor {
    /// Who holds it, unless it is open.
    pub const fn party(self) -> Option<Party> {
        match self {
            Self::Client => Some(Party::Client),
            Self::Consultant => Some(Party::Consultant),
            Self::Open => None,
        }
    }

    /// The word that the contract uses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Client => Party::Client.word(),
            Self::Consultant => Party::Consultant.word(),
        }
    }

    /// The floor of a word of the contract.
    pub fn of_word(word: &str) -> Option<Self> {
        [Self::Client, Self::Consultant, Self::Open].into_iter().find(|floor| floor.word() == word)
    }

    /// Who takes it when it is passed on: the other party, or we, when nobody has it.
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

/// Where the knowledge of a turn comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Source {
    /// A touch, a click or a key.
    #[default]
    Touch,
    /// The voice detector.
    Ear,
    /// A method of the element, called by the host page.
    Api,
    /// A correction made afterwards.
    Edit,
}

impl Source {
    /// The word that the contract uses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Touch => "touch",
            Self::Ear => "ear",
            Self::Api => "api",
            Self::Edit => "edit",
        }
    }

    /// The source of a word of the contract.
    pub fn of_word(word: &str) -> Option<Self> {
        let all = [Self::Touch, Self::Ear, Self::Api, Self::Edit];
        all.into_iter().find(|source| source.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_names_its_floor() {
        for floor in [Floor::Client, Floor::Consultant, Floor::Open] {
            assert_eq!(Floor::of_word(floor.word()), Some(floor));
        }
        assert_eq!(Floor::of_word("manager"), None);
        assert_eq!(Party::of_word("open"), None);
    }

    #[test]
    fn an_open_floor_is_taken_by_the_one_who_touches() {
        assert_eq!(Floor::Open.passed(), Party::Consultant);
        assert_eq!(Floor::Client.passed(), Party::Consultant);
        assert_eq!(Floor::Consultant.passed(), Party::Client);
    }
}
