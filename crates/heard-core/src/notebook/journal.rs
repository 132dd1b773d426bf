//! The journal: the private stories of all meetings.

use std::rc::Rc;

use crate::event::review::Story;
use crate::meeting::Meeting;
use crate::meeting::log::Log;
use crate::notebook::Notebook;

impl Notebook {
    /// All stories with their meetings, the newest meeting first. Packed meetings without a story are not parsed.
    pub fn journal(&self) -> Vec<(Rc<Meeting>, Story)> {
        let may_tell = |log: &&Rc<Log>| log.may_tell_story();
        let meetings = self.logs().iter().rev().filter(may_tell).filter_map(|log| log.meeting());
        let mut all = Vec::new();
        for meeting in meetings {
            let stories = meeting.after.stories.iter();
            all.extend(stories.map(|story| (Rc::clone(meeting), story.clone())));
        }
        all
    }
}
