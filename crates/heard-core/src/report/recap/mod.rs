//! What I heard: a meeting told afterwards, to the client or to oneself, in a form that leaves the browser.
//!
//! There is one model, [`Recap`], made of [`Block`]s whose texts are clean and final. Every form is written from it, and the
//! screen draws the same [`Node`]s as the file holds, so what is seen is what is sent. [`Labels`] bring the language.
//!
//! What the client gets is made by `shared` alone, which reads nothing private; `own` adds the rest for oneself.

pub(crate) mod builder;
pub(crate) mod client;
mod html;
mod ics;
mod labels;
mod lines;
mod markdown;
mod plain;
pub(crate) mod private;
mod text;
mod tree;

pub use html::STYLE;
pub use ics::{calendar, has_dated_loops, has_dates};
pub use labels::{Labels, Language, Own};
pub use tree::Node;

use std::cmp::Reverse;

use crate::event::timestamp::Timestamp;
use crate::meeting::Meeting;
use crate::notebook::Notebook;
use crate::sorted_map;
use crate::time::Day;
use crate::transfer::export::Wanted;
pub(crate) use builder::Told;
pub(crate) use client::{dotted, line, quoted};

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

/// What was heard, told to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recap {
    /// What it is about in one line: the subject of a mail.
    pub subject: String,
    /// All that it says, in order.
    pub blocks: Vec<Block>,
    /// The tag of the language of its labels.
    lang: &'static str,
}

/// A line, in pieces.
pub type Line = Vec<Piece>;

/// A piece of a recap that stands by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub shape: Shape,
    /// What it says.
    pub says: Line,
    /// What is noted below it, a line each.
    pub notes: Vec<Line>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The heading of it all.
    Title,
    /// The heading of a meeting.
    Meeting,
    /// The heading of a section.
    Section,
    /// A paragraph of ours.
    Text,
    /// Somebody's words.
    Quote,
    /// An item of a list.
    Item,
}

/// A part of a line. Control characters and marks that turn the direction of writing have been taken out of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text; a new line is the only control character.
    pub text: String,
    /// Whether somebody wrote it, in whatever direction, and not we.
    pub is_theirs: bool,
}

impl Recap {
    /// The recap of what is wanted: a meeting, or all of a client's, the newest first. A meeting that still runs is told up
    /// to `now`.
    pub fn of(notebook: &Notebook, wanted: Wanted, now: Timestamp, language: Language) -> Self {
        let labels = language.labels;
        let title = (labels.title)(wanted.audience);
        let mut told = Told { blocks: Vec::new(), language };
        told.block(Shape::Title, vec![ours(title)]);
        let meetings = wanted_meetings(notebook, wanted);
        for meeting in &meetings {
            told.meeting(notebook, meeting, wanted.audience, now);
        }
        told.end(wanted.audience);
        let subject = match &meetings[..] {
            [one] => [title, ", ", &(language.day)(day_of(one))].concat(),
            _ => title.to_owned(),
        };
        Self { subject, blocks: told.blocks, lang: labels.lang }
    }

    /// Blocks that are not about one meeting.
    pub(crate) const fn made_of(subject: String, blocks: Vec<Block>, lang: &'static str) -> Self {
        Self { subject, blocks, lang }
    }

    /// The recap in a form that tells it whole.
    pub fn markdown(&self) -> String {
        lines::written(&self.blocks, &markdown::MARKDOWN)
    }

    /// The recap as plain text. Lines are not wrapped: whatever shows them does that, and better.
    pub fn plain(&self) -> String {
        lines::written(&self.blocks, &plain::PLAIN)
    }

    /// The recap as an HTML document that needs nothing and allows nothing.
    pub fn html(&self) -> String {
        html::document(self)
    }

    /// The recap as HTML to be put into something else, its uppermost heading of this level, 1 to 4.
    pub fn html_fragment(&self, level: usize) -> String {
        html::fragment(&self.tree(level))
    }

    /// The recap in a form; a calendar has nothing of it.
    pub fn written(&self, form: Form) -> Option<String> {
        Some(match form {
            Form::Markdown => self.markdown(),
            Form::Plain => self.plain(),
            Form::Html => self.html(),
            Form::Calendar => return None,
        })
    }

    /// The elements of which its HTML consists, its uppermost heading of this level, 1 to 4.
    pub fn tree(&self, level: usize) -> Vec<Node> {
        tree::of(&self.blocks, level)
    }
}

/// A recap in a form of the contract.
pub fn written(
    notebook: &Notebook,
    wanted: Wanted,
    now: Timestamp,
    language: Language,
    form: Form,
) -> String {
    if form == Form::Calendar {
        return calendar(notebook, wanted, now, language.labels);
    }
    Recap::of(notebook, wanted, now, language).written(form).unwrap_or_default()
}

/// The meetings that are wanted, the newest first.
fn wanted_meetings(notebook: &Notebook, wanted: Wanted) -> Vec<&Meeting> {
    let all = wanted.meetings(notebook).into_iter();
    let mut meetings: Vec<&Meeting> = all.map(|meeting| &**meeting).collect();
    let key = |meeting: &Meeting| Reverse((meeting.started_wall_ms, meeting.id));
    sorted_map::sort(&mut meetings, &|one, other| key(one).cmp(&key(other)));
    meetings
}

/// The day on which a meeting began, where it took place.
pub(crate) fn day_of(meeting: &Meeting) -> Day {
    Day::of(meeting.started_wall_ms, meeting.opening.utc_offset_min)
}

/// A text of our own.
pub(crate) fn ours(text: impl Into<String>) -> Piece {
    Piece { text: text.into(), is_theirs: false }
}

/// Somebody's text.
pub(crate) fn theirs(text: &str) -> Piece {
    Piece { text: text::clean(text), is_theirs: true }
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
