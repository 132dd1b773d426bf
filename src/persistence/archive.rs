//! Putting closed meetings together: each becomes one text, a line an event.

use heard_core::codec;
use heard_core::codec::archive;
use heard_core::sorted_map;
use heard_core::{Event, EventId, Notebook, Record};

use super::repair::Plan;
use super::{keys, quota};

impl Plan {
    /// The plan that puts a closed meeting together into one text, all of its events being known to be kept.
    pub(crate) fn closing(
        notebook: &Notebook,
        meeting: EventId,
        used: usize,
        durable: bool,
    ) -> Self {
        let segment = (keys::segment(meeting), together(notebook, meeting));
        let events = notebook.events_of(Record::Begun(meeting));
        let names: Vec<String> = events.map(|event| keys::event(event.id())).collect();
        let fits = !durable || quota::fits(quota::weight(&segment.1), used);
        Self {
            durable: vec![segment.clone()],
            durable_gone: names.clone(),
            local: fits.then_some(segment).into_iter().collect(),
            local_gone: names,
        }
    }

    /// The plan that adds events which a file brings: a meeting that is new and closed comes as one text.
    pub(crate) fn bringing(
        notebook: &Notebook,
        events: &[Event],
        used: usize,
        durable: bool,
    ) -> Self {
        let mut plan = Self::default();
        let after = notebook.with_events(events.iter().cloned());
        let closed = |event: &&Event| match event.of {
            Record::Begun(id) => {
                notebook.log(id).is_none()
                    && after.meeting(id).is_some_and(|m| m.ended_ms.is_some())
            }
            Record::Settings => false,
        };
        let mut meetings = Vec::new();
        for event in events {
            match event.of {
                Record::Begun(id) if closed(&event) => meetings.push(id),
                _ => plan.durable.push((keys::event(event.id()), codec::write(event))),
            }
        }
        sorted_map::first_of_each(&mut meetings, &Ord::cmp);
        plan.local.clone_from(&plan.durable);
        let mut taken = 0;
        for id in meetings.into_iter().rev() {
            let segment = (keys::segment(id), together(&after, id));
            taken += quota::weight(&segment.1);
            if !durable || quota::fits(taken, used) {
                plan.local.push(segment.clone());
            }
            plan.durable.push(segment);
        }
        plan
    }
}

/// The lines of two texts of one meeting.
pub(crate) fn joined(one: &str, other: &str) -> String {
    archive::union(archive::lines(one).chain(archive::lines(other)))
}

/// A meeting in one text, the lines of a newer Heard with it.
pub(crate) fn together(notebook: &Notebook, meeting: EventId) -> String {
    let lines = notebook.lines_of(meeting);
    archive::write(lines.iter().map(|line| &**line))
}

/// What is to stand under a name where something stands already: a closed meeting grows, everything else is replaced.
pub(crate) fn unite(name: &str, standing: &str, text: &str) -> String {
    match keys::kind(name) {
        keys::Kind::Segment(_) => joined(standing, text),
        _ => text.to_owned(),
    }
}
