//! The rest of the files that came, at the end of the one that leaves.

use crate::event::id::EventId;
use crate::event::review::Story;
use crate::json::Writer;
use crate::notebook::Notebook;
use crate::time::rfc3339;
use crate::transfer::export::Wanted;
use crate::transfer::imported::Rest;

/// The journal, and what this build keeps of files without reading it.
pub(super) fn told(
    to: &mut Writer,
    notebook: &Notebook,
    rest: &Rest,
    wanted: Wanted,
    utc_offset_min: i16,
) {
    to.key("journal").list();
    if wanted.is_private() {
        for meeting in wanted.meetings(notebook) {
            meeting.after.stories.iter().for_each(|one| story(to, meeting.id, one, utc_offset_min));
        }
    }
    if wanted.is_all() {
        for line in &rest.journal {
            to.json(line);
        }
    }
    to.end_list();
    if wanted.is_all() {
        for (name, value) in &rest.fields {
            to.key(name).json(value);
        }
    }
}

fn story(to: &mut Writer, meeting: EventId, story: &Story, utc_offset_min: i16) {
    to.object().key("id").text(&story.id.to_string());
    to.key("meeting").text(&meeting.to_string());
    to.key("at").text(&rfc3339(story.wall_ms, utc_offset_min));
    to.key("learned").text(&story.learned);
    to.key("changed").maybe_text(story.changed.as_deref()).end_object();
}
