//! The file formats of a recap.

/// A file format of a recap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Markdown: `CommonMark`, escaped so that words are not taken for markup.
    Markdown,
    /// Plain text.
    Plain,
    /// A complete HTML document.
    Html,
    /// An iCalendar file of the promises that have a day.
    Calendar,
}

impl Form {
    /// Every format, in the order in which the formats are offered.
    pub const ALL: [Self; 4] = [Self::Markdown, Self::Plain, Self::Html, Self::Calendar];

    /// The name of the format in the contract, which is also the extension of the file name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Plain => "txt",
            Self::Html => "html",
            Self::Calendar => "ics",
        }
    }

    /// The format with a name of the contract; `None` if the contract has no such name.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.as_str() == word)
    }

    /// The media type of the format, without parameters.
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
            assert_eq!(Form::parse(form.as_str()), Some(form));
        }
        assert_eq!(Form::parse("json"), None);
    }
}
