//! Creating a recap, and writing it in each format.

use crate::event::timestamp::Timestamp;
use crate::notebook::Notebook;
use crate::report::recap::builder::RecapBuilder;
use crate::report::recap::meetings::wanted_meetings;
use crate::report::recap::{
    Form, Language, Node, Recap, Shape, calendar, day_of, html, lines, markdown, ours, plain, tree,
};
use crate::transfer::export::Wanted;

impl Recap {
    /// Creates the recap of the selected meetings, the newest first. A running meeting is included up to `now`.
    pub fn of(notebook: &Notebook, wanted: Wanted, now: Timestamp, language: Language) -> Self {
        let labels = language.labels;
        let title = (labels.title)(wanted.audience);
        let mut builder = RecapBuilder { blocks: Vec::new(), language };
        builder.block(Shape::Title, vec![ours(title)]);
        let meetings = wanted_meetings(notebook, wanted);
        for meeting in &meetings {
            builder.meeting(notebook, meeting, wanted.audience, now);
        }
        builder.end(wanted.audience);
        let subject = match &meetings[..] {
            [one] => [title, ", ", &(language.day)(day_of(one))].concat(),
            _ => title.to_owned(),
        };
        Self { subject, blocks: builder.blocks, lang: labels.lang }
    }

    /// The recap as Markdown.
    pub fn markdown(&self) -> String {
        lines::written(&self.blocks, &markdown::MARKDOWN)
    }

    /// The recap as plain text. Lines are not wrapped, because the program that shows them wraps them to its own width.
    pub fn plain(&self) -> String {
        lines::written(&self.blocks, &plain::PLAIN)
    }

    /// The recap as a complete HTML document that loads nothing.
    pub fn html(&self) -> String {
        html::document(self)
    }

    /// The recap as an HTML fragment. The title is a heading of `level`, 1 to 4.
    pub fn html_fragment(&self, level: usize) -> String {
        html::fragment(&self.tree(level))
    }

    /// The recap in the given format; `None` for a calendar, which is not made from a recap.
    pub fn written(&self, form: Form) -> Option<String> {
        Some(match form {
            Form::Markdown => self.markdown(),
            Form::Plain => self.plain(),
            Form::Html => self.html(),
            Form::Calendar => return None,
        })
    }

    /// The elements of the recap's HTML. The title is a heading of `level`, 1 to 4.
    pub fn tree(&self, level: usize) -> Vec<Node> {
        tree::of(&self.blocks, level)
    }
}

/// The selected meetings in a format of the contract. A running meeting is included up to `now`.
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
