//! The callbacks of the widget, each as a line of a list.

use std::rc::Rc;

use heard::heard_core::Floor;
use heard::{
    Captured, FloorChange, LoopChange, MeetingEnd, MeetingStart, Ready, StorageChange, Trouble,
};
use yew::prelude::*;

/// The lines, the newest last.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Notifications(Vec<AttrValue>);

impl Notifications {
    /// The lines.
    pub(crate) fn lines(&self) -> impl Iterator<Item = AttrValue> {
        self.0.iter().cloned()
    }
}

impl Reducible for Notifications {
    type Action = String;

    fn reduce(self: Rc<Self>, line: String) -> Rc<Self> {
        let mut lines = self.0.clone();
        lines.push(line.into());
        Rc::new(Self(lines))
    }
}

/// A callback of the component that appends a line.
pub(crate) fn append<T: 'static>(
    lines: &UseReducerDispatcher<Notifications>,
    line: fn(T) -> String,
) -> Callback<T> {
    let lines = lines.clone();
    Callback::from(move |detail| lines.dispatch(line(detail)))
}

pub(crate) fn ready(ready: Ready) -> String {
    format!("ready: {}", ready.mode.as_str())
}

pub(crate) fn meeting_start(start: MeetingStart) -> String {
    format!("meeting {} starts at {}", start.id, start.at.rfc3339())
}

pub(crate) fn meeting_end(end: MeetingEnd) -> String {
    let MeetingEnd { id, floor_changes, captures, .. } = end;
    format!("meeting {id} ends: {floor_changes} changes, {captures} captures")
}

pub(crate) fn floor_change(change: FloorChange) -> String {
    let word = |floor: Option<Floor>| floor.map_or("break", Floor::as_str);
    format!("floor: {} to {}", word(change.from), word(change.to))
}

pub(crate) fn capture(capture: Captured) -> String {
    format!("capture: {}", capture.kind.as_str())
}

pub(crate) fn loop_change(change: LoopChange) -> String {
    format!("loop: {}, raised {} times", change.state.as_str(), change.times_raised)
}

pub(crate) fn storage_change(change: StorageChange) -> String {
    format!("storage: {}, {}", change.mode.as_str(), change.mode.reason())
}

pub(crate) fn error(trouble: Trouble) -> String {
    format!("error: {}", trouble.code)
}
