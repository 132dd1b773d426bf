//! The journal, and the imported data that this build can not decode, at the end of a file.

use serde::Serialize;

use crate::codec::value::{as_raw, to_raw};
use crate::event::id::EventId;
use crate::event::review::Story;
use crate::imported::UnreadData;
use crate::notebook::Notebook;
use crate::time::rfc3339;
use crate::transfer::export::object::{Json, Object};
use crate::transfer::export::wanted::Wanted;

#[derive(Serialize)]
struct StoryItem<'a> {
    id: EventId,
    meeting: EventId,
    at: String,
    learned: &'a str,
    changed: Option<&'a str>,
}

/// Writes the journal, and the fields that are not in the contract.
pub(super) fn write(
    to: &mut Object,
    notebook: &Notebook,
    unread: &UnreadData,
    wanted: Wanted,
    utc_offset_min: i16,
) {
    let mut journal: Vec<Json> = Vec::new();
    if wanted.is_private() {
        for meeting in wanted.meetings(notebook) {
            let item = |story: &Story| to_raw(&item(meeting.id, story, utc_offset_min));
            journal.extend(meeting.after.stories.iter().map(item));
        }
    }
    if wanted.is_all() {
        journal.extend(unread.journal.iter().map(|line| as_raw(line).to_owned()));
    }
    to.put("journal", &journal);
    if wanted.is_all() {
        for (name, value) in &unread.fields {
            to.put_json(name, value);
        }
    }
}

fn item(meeting: EventId, story: &Story, utc_offset_min: i16) -> StoryItem<'_> {
    StoryItem {
        id: story.id,
        meeting,
        at: rfc3339(story.wall_ms, utc_offset_min),
        learned: &story.learned,
        changed: story.changed.as_deref(),
    }
}
