//! The formats of a recap.

/// The forms in which a recap leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Markdown: `CommonMark`, with nothing that GitHub's dialect would take for more.
    Markdown,
    /// Plain text.
    Plain,
    /// A whole HTML document.
    Html,
    /// A calendar of the promises that have a day.
    Calendar,
}

impl Form {
    /// Every form, in the order in which it is offered.
    pub const ALL: [Self; 4] = [Self::Markdown, Self::Plain, Self::Html, Self::Calendar];

    /// The word that the contract uses, which is also the end of the file's name.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Plain => "txt",
            Self::Html => "html",
            Self::Calendar => "ics",
        }
    }

    /// The form of a word of the contract.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.word() == word)
    }

    /// Its media type.
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Markdown => "text/markdown",
            Self::Plain => "text/plain",
            Self::Html => "text/html",
            Self::Calendar => "text/calendar",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_names_its_form() {
        for form in Form::ALL {
            assert_eq!(Form::of_word(form.word()), Some(form));
        }
        assert_eq!(Form::of_word("json"), None);
    }
}
