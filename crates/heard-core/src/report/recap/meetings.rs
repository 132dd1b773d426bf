//! The selection of a recap's meetings.

use std::cmp::Reverse;

use crate::meeting::Meeting;
use crate::notebook::Notebook;
use crate::sorted_map;
use crate::time::Day;
use crate::transfer::export::Wanted;

/// The selected meetings, the newest first.
pub(super) fn wanted_meetings(notebook: &Notebook, wanted: Wanted) -> Vec<&Meeting> {
    let all = wanted.meetings(notebook).into_iter();
    let mut meetings: Vec<&Meeting> = all.map(|meeting| &**meeting).collect();
    let key = |meeting: &Meeting| Reverse((meeting.started_wall_ms, meeting.id));
    sorted_map::sort(&mut meetings, &|one, other| key(one).cmp(&key(other)));
    meetings
}

/// The local day on which a meeting began, in the time zone in which it took place.
pub(crate) fn day_of(meeting: &Meeting) -> Day {
    Day::of(meeting.started_wall_ms, meeting.opening.utc_offset_min)
}
