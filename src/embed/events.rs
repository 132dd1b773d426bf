//! The DOM events of the element: their names, and their details as JSON.

use heard::{Change, FloorChange, MeetingEnd};
use heard_core::event::floor::Floor;
use heard_core::json::Writer;

/// The name of the event of a change, and its detail as JSON.
pub(crate) fn encode(change: &Change) -> (&'static str, String) {
    let mut detail = Writer::default();
    let to = &mut detail;
    to.object().key("v").number(1);
    let name = match change {
        Change::MeetingStart(start) => {
            to.key("id").text(&start.id.to_string()).key("at").text(&start.at.rfc3339());
            "heard-meeting-start"
        }
        Change::MeetingEnd(end) => {
            write_end(to, end);
            "heard-meeting-end"
        }
        Change::FloorChange(change) => {
            write_floor(to, change);
            "heard-floor-change"
        }
        Change::Captured(capture) => {
            to.key("id").text(&capture.id.to_string()).key("kind").text(capture.kind.word());
            to.key("at").text(&capture.at.rfc3339());
            "heard-capture"
        }
        Change::LoopChange(change) => {
            to.key("id").text(&change.id.to_string()).key("state").text(change.state.word());
            to.key("closed").bool(change.closed).key("timesRaised").number(change.times_raised);
            "heard-loop-change"
        }
        Change::StorageChange(change) => {
            to.key("mode").text(change.mode.as_str()).key("reason").text(change.mode.reason());
            "heard-storage-change"
        }
        Change::Trouble(trouble) => {
            to.key("code").text(trouble.code).key("message").text(trouble.message);
            to.key("recoverable").bool(trouble.recoverable);
            "heard-error"
        }
    };
    to.end_object();
    (name, detail.done())
}

fn write_end(to: &mut Writer, end: &MeetingEnd) {
    to.key("id").text(&end.id.to_string()).key("at").text(&end.at.rfc3339());
    to.key("elapsedMs").number(end.elapsed_ms);
    to.key("talkMs").number(end.talk_ms).key("listenMs").number(end.listen_ms);
    to.key("openingStoryMs").maybe_number(end.opening_story_ms);
    to.key("longestStoryMs").number(end.longest_story_ms);
    to.key("longestTalkMs").number(end.longest_talk_ms);
    to.key("floorChanges").number(end.floor_changes);
    to.key("captures").number(end.captures);
}

fn write_floor(to: &mut Writer, change: &FloorChange) {
    to.key("from").maybe_text(change.from.map(Floor::word));
    to.key("to").maybe_text(change.to.map(Floor::word));
    to.key("at").text(&change.at.rfc3339());
    to.key("turnMs").number(change.turn_ms);
    to.key("talkMs").number(change.talk_ms).key("listenMs").number(change.listen_ms);
}
