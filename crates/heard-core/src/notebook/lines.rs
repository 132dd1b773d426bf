//! What lies on the notebook, as it is written down: for keeping it, and for a file that has everything.

use std::borrow::Cow;

use crate::codec;
use crate::codec::archive;
use crate::event::Event;
use crate::event::id::{EventId, Record};
use crate::meeting::log::Log;
use crate::notebook::Notebook;
use crate::sorted_map;

/// A line, and by what it is put in order.
type Named<'a> = (Option<EventId>, Cow<'a, str>);

impl Notebook {
    /// The events of the settings, of a client or of a meeting, in order.
    pub fn events_of(&self, record: Record) -> impl Iterator<Item = &Event> {
        let (settings, began, log) = match record {
            Record::Settings => (&self.settings_events[..], None, None),
            Record::Begun(id) => (&[][..], self.clients.find(id), self.log(id)),
        };
        let events = log.into_iter().flat_map(|log| log.events());
        let began = began.map_or(&[][..], |client| &client.events[..]);
        settings.iter().chain(began).chain(events)
    }

    /// Every line on the notebook, each as it was read or would be written, in the order of the events' names. Packed lines
    /// are given as they are, without being read.
    pub fn lines(&self) -> Vec<Cow<'_, str>> {
        let mut lines = Vec::new();
        self.settings_events.iter().for_each(|event| lines.push(named(event)));
        self.client_events().for_each(|event| lines.push(named(event)));
        self.logs().iter().for_each(|log| tell(log, &mut lines));
        self.newer.iter().for_each(|line| lines.push(borrowed(line)));
        in_order(lines)
    }

    /// The lines of one meeting, as [`Notebook::lines`] gives them: what a segment is made of.
    pub fn lines_of(&self, meeting: EventId) -> Vec<Cow<'_, str>> {
        let mut lines = Vec::new();
        self.log(meeting).into_iter().for_each(|log| tell(log, &mut lines));
        let own = |line: &&std::rc::Rc<str>| codec::record(line) == Some(Record::Begun(meeting));
        self.newer.iter().filter(own).for_each(|line| lines.push(borrowed(line)));
        in_order(lines)
    }
}

fn tell<'a>(log: &'a Log, lines: &mut Vec<Named<'a>>) {
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
