//! The clients of a notebook, and the result of merging them.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::codec::value::Value;
use crate::event::Event;
use crate::event::id::EventId;
use crate::event::kind::EventKind;
use crate::imported;
use crate::meeting::undo::History;

/// A client of the consultant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// The event that added the client.
    pub id: EventId,
    /// The current name.
    pub name: Rc<str>,
    /// The client that this one was merged into, whether or not it is known here; `None` if not merged.
    into: Option<EventId>,
    /// The last event of the record that can be undone, other than the first.
    pub(super) undoable: Option<EventId>,
    /// The events of the client's record, in order.
    pub(crate) events: Rc<Vec<Event>>,
}

impl Client {
    /// Computes a client from its record. The last renaming and the last merge that are not undone are used. `None` if
    /// the record's first event is missing or does not begin a client.
    pub(super) fn of(id: EventId, events: &[Event]) -> Option<Self> {
        let root = events.binary_search_by_key(&id, Event::id).ok()?;
        let (mut name, mut into) = (first_name(&events[root].kind)?, None);
        let history = History::of(events);
        for event in events.iter().filter(|event| history.is_in_effect(event.id())) {
            match &event.kind {
                EventKind::ClientRenamed { name: new } => name = new.as_str().into(),
                EventKind::ClientMerged { into: to } => into = Some(*to),
                _ => {}
            }
        }
        let undoable = history.undoable().filter(|event| *event != id);
        Some(Self { id, name, into, undoable, events: Rc::new(events.to_vec()) })
    }

    /// The JSON object of an imported client; `None` for a client that was not imported.
    pub(crate) fn object(&self) -> Option<&str> {
        let root = self.events.binary_search_by_key(&self.id, Event::id).ok()?;
        match &self.events[root].kind {
            EventKind::ClientImported(json) => Some(json.get()),
            _ => None,
        }
    }

    /// Returns whether the client has a name, ignoring the case of ASCII letters, surrounding white space, and how much of
    /// which white space is between words.
    pub(crate) fn is_named(&self, name: &str) -> bool {
        let (mut own, mut other) = (self.name.split_whitespace(), name.split_whitespace());
        loop {
            match (own.next(), other.next()) {
                (Some(own), Some(other)) if own.eq_ignore_ascii_case(other) => {}
                (own, other) => return own.is_none() && other.is_none(),
            }
        }
    }
}

/// The name in the event that added a client; `None` if the event did not add one.
fn first_name(kind: &EventKind) -> Option<Rc<str>> {
    match kind {
        EventKind::ClientAdded { name } => Some(name.as_str().into()),
        EventKind::ClientImported(json) => {
            Some(imported::client_name(&Value::read(json.get())?)?.into())
        }
        _ => None,
    }
}

/// All clients, including merged ones.
#[derive(Clone, Debug, Default)]
pub(super) struct Clients {
    /// The clients in the order in which they were added.
    all: Vec<Client>,
    /// The result of the merges, computed when first needed and cleared when a client changes.
    resolved: OnceCell<Rc<Resolved>>,
}

impl PartialEq for Clients {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all
    }
}

impl Clients {
    /// Creates the collection from clients in the order in which they were added.
    pub(super) const fn new(all: Vec<Client>) -> Self {
        Self { all, resolved: OnceCell::new() }
    }

    pub(super) fn all(&self) -> &[Client] {
        &self.all
    }

    /// The client with an identifier, merged or not; `None` if there is none.
    pub(super) fn find(&self, id: EventId) -> Option<&Client> {
        Some(&self.all[self.place(id).ok()?])
    }

    fn place(&self, id: EventId) -> Result<usize, usize> {
        self.all.binary_search_by_key(&id, |client| client.id)
    }

    pub(super) fn put(&mut self, client: Client) {
        self.resolved = OnceCell::new();
        match self.place(client.id) {
            Ok(place) => self.all[place] = client,
            Err(place) => self.all.insert(place, client),
        }
    }

    /// Returns the clients without the erased ones, and without merges into erased ones.
    pub(super) fn without(&self, gone: &dyn Fn(EventId) -> bool) -> Self {
        let goes =
            |event: &Event| matches!(event.kind, EventKind::ClientMerged { into } if gone(into));
        let stays = self.all.iter().filter(|client| !gone(client.id));
        let left = stays.filter_map(|client| {
            if !client.events.iter().any(goes) {
                return Some(client.clone());
            }
            let left = client.events.iter().filter(|event| !goes(event)).cloned();
            Client::of(client.id, &left.collect::<Vec<_>>())
        });
        Self::new(left.collect())
    }

    /// The clients that are not merged into another one, in the order in which they were added.
    pub(super) fn unmerged(&self) -> &[Client] {
        &self.resolved().clients
    }

    /// The client that a client was merged into, or the client itself; `None` if it is not known.
    pub(super) fn resolve(&self, id: EventId) -> Option<&Client> {
        let place = self.place(id).ok()?;
        Some(&self.all[self.resolved().under[place]])
    }

    fn resolved(&self) -> &Resolved {
        self.resolved.get_or_init(|| Rc::new(Resolved::of(&self.all)))
    }
}

/// The result of merging clients.
#[derive(Debug)]
struct Resolved {
    clients: Vec<Client>,
    /// For every client, the index of the client that shows its data.
    under: Vec<usize>,
}

impl Resolved {
    /// Resolves all merges. A merge into an unknown client has no effect. In a cycle, which two tabs can create, the
    /// client that was added first shows the data of all.
    fn of(all: &[Client]) -> Self {
        let place = |id: EventId| all.binary_search_by_key(&id, |client| client.id).ok();
        let next = |(own, client): (usize, &Client)| client.into.and_then(place).unwrap_or(own);
        let next: Vec<usize> = all.iter().enumerate().map(next).collect();
        let mut under: Vec<Option<usize>> = vec![None; all.len()];
        let mut walks = vec![None; all.len()];
        for start in 0..all.len() {
            let (mut way, mut at) = (Vec::new(), start);
            let end = loop {
                if let Some(known) = under[at] {
                    break known;
                }
                if walks[at] == Some(start) {
                    break first_of_circle(at, &next);
                }
                walks[at] = Some(start);
                way.push(at);
                at = next[at];
            };
            for place in way {
                under[place] = Some(end);
            }
        }
        let under: Vec<usize> = under.into_iter().flatten().collect();
        let is_unmerged = |(own, _): &(usize, &Client)| under[*own] == *own;
        let clients = all.iter().enumerate().filter(is_unmerged).map(|(_, client)| client.clone());
        Self { clients: clients.collect(), under }
    }
}

fn first_of_circle(start: usize, next: &[usize]) -> usize {
    let (mut first, mut at) = (start, next[start]);
    while at != start {
        first = first.min(at);
        at = next[at];
    }
    first
}
