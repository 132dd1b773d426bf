//! Archiving: a closed meeting is stored as one value with a line for each event, instead of one entry for each event.

use heard_core::codec;
use heard_core::sorted_map;
use heard_core::{Event, EventId, Notebook, Record};

use crate::persistence::merge::archive_of;
use crate::persistence::plan::Plan;
use crate::persistence::{keys, quota};

impl Plan {
    /// The plan that archives a closed meeting. All of its events have to be stored already. `used` is the estimated size
    /// of localStorage in characters; without a database (`durable`) the archive goes to localStorage whatever its size.
    pub(crate) fn closing(
        notebook: &Notebook,
        meeting: EventId,
        used: usize,
        durable: bool,
    ) -> Self {
        let segment = (keys::segment(meeting), archive_of(notebook, meeting));
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

    /// The plan that adds the events of an imported file to a notebook. A new meeting that is closed is stored as an
    /// archive. `used` is the estimated size of localStorage in characters.
    pub(crate) fn importing(
        notebook: &Notebook,
        events: &[Event],
        used: usize,
        durable: bool,
    ) -> Self {
        let mut plan = Self::default();
        let after = notebook.with_events(events.iter().cloned());
        let is_of_new_closed_meeting = |event: &&Event| match event.of {
            Record::Begun(id) => {
                notebook.log(id).is_none()
                    && after.meeting(id).is_some_and(|m| m.ended_ms.is_some())
            }
            Record::Settings => false,
        };
        let mut meetings = Vec::new();
        for event in events {
            match event.of {
                Record::Begun(id) if is_of_new_closed_meeting(&event) => meetings.push(id),
                _ => plan.durable.push((keys::event(event.id()), codec::write(event))),
            }
        }
        sorted_map::first_of_each(&mut meetings, &Ord::cmp);
        plan.local.clone_from(&plan.durable);
        let mut taken = 0;
        for id in meetings.into_iter().rev() {
            let segment = (keys::segment(id), archive_of(&after, id));
            taken += quota::weight(&segment.1);
            if !durable || quota::fits(taken, used) {
                plan.local.push(segment.clone());
            }
            plan.durable.push(segment);
        }
        plan
    }
}
