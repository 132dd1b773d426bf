//! The rest of the files that came, at the end of the one that leaves.

use crate::after::Story;
use crate::brought::{Rest, client_of};
use crate::calendar::rfc3339;
use crate::desk::Desk;
use crate::export::names::Names;
use crate::export::{Wanted, brought};
use crate::id::EventId;
use crate::json::Writer;

/// What this build keeps of files without reading it. Of one client only the loops leave, which say whose they are.
pub(super) fn told(
    to: &mut Writer,
    desk: &Desk,
    rest: &Rest,
    wanted: Wanted,
    names: &Names,
    utc_offset_min: i16,
) {
    let whose = |item: &str| client_of(item).map(|id| desk.standing_client(id));
    let client = wanted.client.map(|id| desk.standing_client(id));
    let is_wanted = |item: &&String| {
        wanted.meeting.is_none() && client.is_none_or(|id| whose(item) == Some(id))
    };
    to.key("loops").list();
    for item in rest.loops.iter().filter(is_wanted) {
        if has_moved(desk, item) {
            let now = whose(item).map(|id| names.text(id));
            brought::with_client(to, item, now.as_deref());
        } else {
            to.json(item);
        }
    }
    to.end_list().key("journal").list();
    if wanted.is_private() {
        for meeting in desk.meetings().filter(|meeting| wanted.has(desk, meeting)) {
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

/// Whether the client that a loop names was merged into another one.
pub(super) fn has_moved(desk: &Desk, item: &str) -> bool {
    client_of(item).is_some_and(|id| desk.standing_client(id) != id)
}

fn story(to: &mut Writer, meeting: EventId, story: &Story, utc_offset_min: i16) {
    to.object().key("id").text(&story.id.to_string());
    to.key("meeting").text(&meeting.to_string());
    to.key("at").text(&rfc3339(story.wall_ms, utc_offset_min));
    to.key("learned").text(&story.learned);
    to.key("changed").maybe_text(story.changed.as_deref()).end_object();
}
