//! A recap while it is told: section after section, and nothing of what is empty.

use crate::event::timestamp::Timestamp;
use crate::meeting::Meeting;
use crate::notebook::Notebook;
use crate::report::recap::{Block, Language, Line, Shape, day_of, ours, theirs};
use crate::transfer::export::Audience;

/// A recap in the making.
pub(crate) struct Told {
    pub(crate) blocks: Vec<Block>,
    pub(crate) language: Language,
}

impl Told {
    pub(crate) fn block(&mut self, shape: Shape, says: Line) {
        self.noted(shape, says, Vec::new());
    }

    pub(crate) fn noted(&mut self, shape: Shape, says: Line, notes: Vec<Line>) {
        self.blocks.push(Block { shape, says, notes });
    }

    /// A section, if something comes of it.
    pub(crate) fn section(&mut self, heading: &str, tell: &dyn Fn(&mut Self)) {
        let before = self.blocks.len();
        self.block(Shape::Section, vec![ours(heading)]);
        tell(self);
        if self.blocks.len() == before + 1 {
            self.blocks.truncate(before);
        }
    }

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
        // A meeting of which there is nothing to tell is not told of.
        if self.blocks.len() == started {
            self.blocks.truncate(before);
        }
    }

    /// When, and with whom.
    fn heading(&mut self, notebook: &Notebook, meeting: &Meeting) {
        let mut says = vec![ours((self.language.day)(day_of(meeting)))];
        if let Some(client) = meeting.opening.client.and_then(|id| notebook.client(id)) {
            says.extend([ours(self.language.labels.with), theirs(&client.name)]);
        }
        self.block(Shape::Meeting, says);
    }

    pub(super) fn end(&mut self, audience: Audience) {
        let labels = self.language.labels;
        let text = |text| Block { shape: Shape::Text, says: vec![ours(text)], notes: Vec::new() };
        if self.blocks.len() == 1 {
            self.blocks.push(text(labels.nothing));
        } else if audience == Audience::Client {
            self.blocks.insert(1, text(labels.intro));
            self.blocks.push(text(labels.closing));
        }
    }
}
