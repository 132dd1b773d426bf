//! The log lines of a notebook, for storage and for export.

use std::borrow::Cow;

use crate::codec;
use crate::codec::archive;
use crate::event::Event;
use crate::event::id::{EventId, Record};
use crate::meeting::log::Log;
use crate::notebook::Notebook;
use crate::sorted_map;

/// A line with the identifier by which it is sorted; `None` if the line has no readable identifier.
type Named<'a> = (Option<EventId>, Cow<'a, str>);

impl Notebook {
    /// The events of a record, in order: those of the settings, of a client or of a meeting.
    pub fn events_of(&self, record: Record) -> impl Iterator<Item = &Event> {
        let (settings, began, log) = match record {
            Record::Settings => (&self.settings_events[..], None, None),
            Record::Begun(id) => (&[][..], self.clients.find(id), self.log(id)),
        };
        let events = log.into_iter().flat_map(|log| log.events());
        let began = began.map_or(&[][..], |client| &client.events[..]);
        settings.iter().chain(began).chain(events)
    }

    /// All log lines of the notebook, in the order of the events' identifiers, each as it was read or as it would be
    /// written. Packed lines are returned without being parsed.
    pub fn lines(&self) -> Vec<Cow<'_, str>> {
        let mut lines = Vec::new();
        self.settings_events.iter().for_each(|event| lines.push(named(event)));
        self.client_events().for_each(|event| lines.push(named(event)));
        self.logs().iter().for_each(|log| push_lines(log, &mut lines));
        self.newer.iter().for_each(|line| lines.push(borrowed(line)));
        in_order(lines)
    }

    /// The log lines of one meeting, in the form of [`Notebook::lines`]. They form one storage segment.
    pub fn lines_of(&self, meeting: EventId) -> Vec<Cow<'_, str>> {
        let mut lines = Vec::new();
        self.log(meeting).into_iter().for_each(|log| push_lines(log, &mut lines));
        let own = |line: &&std::rc::Rc<str>| codec::record(line) == Some(Record::Begun(meeting));
        self.newer.iter().filter(own).for_each(|line| lines.push(borrowed(line)));
        in_order(lines)
    }
}

fn push_lines<'a>(log: &'a Log, lines: &mut Vec<Named<'a>>) {
    if let Some(packed) = log.as_packed() {
        archive::lines(packed.text()).for_each(|line| lines.push(borrowed(line)));
    } else {
        log.events().iter().for_each(|event| lines.push(named(event)));
        log.unread().iter().for_each(|line| lines.push(borrowed(line)));
    }
}

fn named(event: &Event) -> Named<'_> {
    (Some(event.id()), codec::line(event))
}

fn borrowed(line: &str) -> Named<'_> {
    (codec::id(line), Cow::Borrowed(line))
}

fn in_order(mut lines: Vec<Named<'_>>) -> Vec<Cow<'_, str>> {
    sorted_map::first_of_each(&mut lines, &Ord::cmp);
    lines.into_iter().map(|(_, line)| line).collect()
}
