//! What the host hears: events read off what changed. They carry numbers and ids, never anyone's words.

use heard::{Mode, Shown};
use heard_core::calendar::rfc3339;
use heard_core::floor::Floor;
use heard_core::json::Writer;
use heard_core::{Meeting, Moment, Refusal};

use crate::embed::properties::storage_mode;

/// One event: its name, and its detail as JSON.
pub(crate) struct HostEvent {
    pub(crate) name: &'static str,
    pub(crate) detail: String,
}

/// Writes a detail: its version first, and then what `fill` writes.
fn event(name: &'static str, fill: impl FnOnce(&mut Writer)) -> HostEvent {
    let mut detail = Writer::default();
    detail.object().key("v").number(1);
    fill(&mut detail);
    detail.end_object();
    HostEvent { name, detail: detail.done() }
}

/// The events between two pictures of the notebook.
pub(crate) fn between(before: &Shown, after: &Shown, now: Moment, offset: i16) -> Vec<HostEvent> {
    let at = || rfc3339(now.wall_ms, offset);
    let mut events = Vec::new();
    match (before.desk.running(), after.desk.running()) {
        (None, Some(meeting)) => {
            events.push(event("heard-meeting-start", |to| {
                to.key("id").text(&meeting.id.to_string()).key("at").text(&at());
            }));
        }
        (Some(was), None) => {
            if let Some(meeting) = after.desk.meeting(was.id) {
                events.push(ended(meeting, &at()));
            }
        }
        (Some(was), Some(is)) if was.id == is.id => {
            events.extend(floor_changed(was, is, &at()));
        }
        _ => {}
    }
    for meeting in after.desk.running().into_iter().chain(reviewed(after)) {
        events.extend(caught(before, meeting, &at));
    }
    for one in after.desk.changed_loops(&before.desk) {
        events.push(event("heard-loop-change", |to| {
            to.key("id").text(&one.id.to_string()).key("state").text(one.state.word());
            to.key("closed").bool(one.closed.is_some()).key("timesRaised").number(one.times_raised);
        }));
    }
    if before.mode != after.mode {
        events.push(event("heard-storage-change", |to| {
            to.key("mode").text(storage_mode(after.mode)).key("reason").text(reason(after.mode));
        }));
    }
    events.extend(errors(before, after));
    events
}

fn reviewed(shown: &Shown) -> Option<&std::rc::Rc<Meeting>> {
    shown.desk.meeting(shown.review?)
}

fn ended(meeting: &Meeting, at: &str) -> HostEvent {
    let measures = meeting.measures(meeting.ended_ms.unwrap_or(0));
    event("heard-meeting-end", |to| {
        to.key("id").text(&meeting.id.to_string()).key("at").text(at);
        to.key("elapsedMs").number(measures.elapsed_ms());
        to.key("talkMs").number(measures.talk_ms).key("listenMs").number(measures.listen_ms);
        to.key("openingStoryMs").maybe_number(measures.opening_story_ms);
        to.key("longestStoryMs").number(measures.longest_story_ms);
        to.key("longestTalkMs").number(measures.longest_talk_ms);
        to.key("floorChanges").number(measures.floor_changes);
        to.key("captures").number(meeting.captures.len());
    })
}

fn floor_changed(was: &Meeting, is: &Meeting, at: &str) -> Option<HostEvent> {
    if was.state() == is.state() {
        return None;
    }
    let measures = is.measures(is.since_ms());
    Some(event("heard-floor-change", |to| {
        to.key("from").maybe_text(was.floor().map(Floor::word));
        to.key("to").maybe_text(is.floor().map(Floor::word));
        to.key("at").text(at);
        to.key("turnMs").number(is.since_ms().saturating_sub(was.since_ms()));
        to.key("talkMs").number(measures.talk_ms).key("listenMs").number(measures.listen_ms);
    }))
}

fn caught<'a>(
    before: &'a Shown,
    meeting: &'a Meeting,
    at: &'a impl Fn() -> String,
) -> impl Iterator<Item = HostEvent> + 'a {
    let known = before.desk.meeting(meeting.id);
    let is_new = move |id| known.is_none_or(|was| was.captures.iter().all(|c| c.id != id));
    meeting.captures.iter().filter(move |capture| is_new(capture.id)).map(|capture| {
        event("heard-capture", |to| {
            to.key("id").text(&capture.id.to_string()).key("kind").text(capture.kind.word());
            to.key("at").text(&at());
        })
    })
}

/// A newer Heard has written here, or there is no room: the host hears of it once.
fn errors(before: &Shown, after: &Shown) -> impl Iterator<Item = HostEvent> {
    let newer = after.newer && !before.newer;
    let full = after.mode == Mode::Full && before.mode != Mode::Full;
    let told = |code: &'static str, refusal| {
        event("heard-error", |to| {
            to.key("code").text(code).key("message").text(heard::refusal_in_words(refusal));
            to.key("recoverable").bool(true);
        })
    };
    let newer = newer.then(|| told("storage-newer", Refusal::Newer));
    newer.into_iter().chain(full.then(|| told("storage-full", Refusal::NoRoom)))
}

const fn reason(mode: Mode) -> &'static str {
    match mode {
        Mode::Durable => "kept",
        Mode::Local => "indexeddb-blocked",
        Mode::Memory => "storage-blocked",
        Mode::Full => "storage-full",
    }
}
