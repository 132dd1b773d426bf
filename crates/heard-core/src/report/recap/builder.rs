//! Building a recap section by section. Empty sections and meetings are left out.

use crate::event::timestamp::Timestamp;
use crate::meeting::Meeting;
use crate::notebook::Notebook;
use crate::report::recap::{Block, Language, Line, Shape, day_of, ours, theirs};
use crate::transfer::export::Audience;

/// A recap that is being built.
pub(crate) struct RecapBuilder {
    pub(crate) blocks: Vec<Block>,
    pub(crate) language: Language,
}

impl RecapBuilder {
    /// Adds a block without notes.
    pub(crate) fn block(&mut self, shape: Shape, text: Line) {
        self.noted(shape, text, Vec::new());
    }

    /// Adds a block with notes below its text.
    pub(crate) fn noted(&mut self, shape: Shape, text: Line, notes: Vec<Line>) {
        self.blocks.push(Block { shape, text, notes });
    }

    /// Adds a section whose content `tell` adds. The heading is removed again if `tell` adds nothing.
    pub(crate) fn section(&mut self, heading: &str, tell: &dyn Fn(&mut Self)) {
        let before = self.blocks.len();
        self.block(Shape::Section, vec![ours(heading)]);
        tell(self);
        if self.blocks.len() == before + 1 {
            self.blocks.truncate(before);
        }
    }

    /// Adds a meeting, up to `now` if it is still running, with the content that the reader may see.
    pub(super) fn meeting(
        &mut self,
        notebook: &Notebook,
        meeting: &Meeting,
        audience: Audience,
        now: Timestamp,
    ) {
        let before = self.blocks.len();
        self.heading(notebook, meeting);
        let started = self.blocks.len();
        match audience {
            Audience::Client => self.shared(meeting),
            Audience::Me => self.own(meeting, now),
        }
        // A meeting without any content is left out.
        if self.blocks.len() == started {
            self.blocks.truncate(before);
        }
    }

    /// Adds the heading of a meeting: its day and its client.
    fn heading(&mut self, notebook: &Notebook, meeting: &Meeting) {
        let mut text = vec![ours((self.language.day)(day_of(meeting)))];
        if let Some(client) = meeting.opening.client.and_then(|id| notebook.client(id)) {
            text.extend([ours(self.language.labels.with), theirs(&client.name)]);
        }
        self.block(Shape::Meeting, text);
    }

    /// Adds the introduction and the closing text for the client, or the text for an empty recap.
    pub(super) fn end(&mut self, audience: Audience) {
        let labels = self.language.labels;
        let text = |text| Block { shape: Shape::Text, text: vec![ours(text)], notes: Vec::new() };
        if self.blocks.len() == 1 {
            self.blocks.push(text(labels.nothing));
        } else if audience == Audience::Client {
            self.blocks.insert(1, text(labels.intro));
            self.blocks.push(text(labels.closing));
        }
    }
}
