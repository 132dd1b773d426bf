//! The clients on the notebook: what their records say, and which of them stand.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::codec::value::Value;
use crate::event::Event;
use crate::event::id::EventId;
use crate::event::kind::EventKind;
use crate::imported;
use crate::meeting::undo::History;

/// Somebody one listens to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// The event that added the client.
    pub id: EventId,
    /// The name that they have now.
    pub name: Rc<str>,
    /// Of whom they were said to be the same, be that one here or not.
    into: Option<EventId>,
    /// The last thing said of them that can be taken back.
    pub(super) undoable: Option<EventId>,
    /// Their record, in order.
    pub(crate) events: Rc<Vec<Event>>,
}

impl Client {
    /// The client of a record, if the event that began it is there. Of names and of merges the last that stands counts.
    pub(super) fn of(id: EventId, events: &[Event]) -> Option<Self> {
        let root = events.binary_search_by_key(&id, Event::id).ok()?;
        let (mut name, mut into) = (first_name(&events[root].kind)?, None);
        let history = History::of(events);
        for event in events.iter().filter(|event| history.stands(event.id())) {
            match &event.kind {
                EventKind::ClientRenamed { name: new } => name = new.as_str().into(),
                EventKind::ClientMerged { into: to } => into = Some(*to),
                _ => {}
            }
        }
        let undoable = history.undoable().filter(|event| *event != id);
        Some(Self { id, name, into, undoable, events: Rc::new(events.to_vec()) })
    }

    /// The object of a client that came with a file, as JSON.
    pub(crate) fn object(&self) -> Option<&str> {
        let root = self.events.binary_search_by_key(&self.id, Event::id).ok()?;
        match &self.events[root].kind {
            EventKind::ClientImported(json) => Some(json.get()),
            _ => None,
        }
    }

    /// Whether they have a name, outer spaces and the case of ASCII letters aside.
    pub(crate) fn is_named(&self, name: &str) -> bool {
        self.name.trim().eq_ignore_ascii_case(name.trim())
    }
}

/// The name that the event that added a client gave it; `None` if the event did not add one.
fn first_name(kind: &EventKind) -> Option<Rc<str>> {
    match kind {
        EventKind::ClientAdded { name } => Some(name.as_str().into()),
        EventKind::ClientImported(json) => {
            Some(imported::client_name(&Value::read(json.get())?)?.into())
        }
        _ => None,
    }
}

/// Every client, those that were merged into another one too.
#[derive(Clone, Debug, Default)]
pub(super) struct Clients {
    /// In the order of adding.
    all: Vec<Client>,
    /// Worked out when somebody asks, and forgotten when one of them changes.
    standing: OnceCell<Rc<Standing>>,
}

impl PartialEq for Clients {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all
    }
}

impl Clients {
    /// Takes clients in the order of adding.
    pub(super) const fn new(all: Vec<Client>) -> Self {
        Self { all, standing: OnceCell::new() }
    }

    pub(super) fn all(&self) -> &[Client] {
        &self.all
    }

    /// The client of a record, standing or not.
    pub(super) fn find(&self, id: EventId) -> Option<&Client> {
        Some(&self.all[self.place(id).ok()?])
    }

    fn place(&self, id: EventId) -> Result<usize, usize> {
        self.all.binary_search_by_key(&id, |client| client.id)
    }

    pub(super) fn put(&mut self, client: Client) {
        self.standing = OnceCell::new();
        match self.place(client.id) {
            Ok(place) => self.all[place] = client,
            Err(place) => self.all.insert(place, client),
        }
    }

    /// Leaves out the records that go, and that anybody was merged into one of them.
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

    /// The clients that are not merged into another one, in the order of adding.
    pub(super) fn standing_clients(&self) -> &[Client] {
        &self.standing().clients
    }

    /// The client into which a client was merged, or the client itself; `None` if it is not known.
    pub(super) fn resolve(&self, id: EventId) -> Option<&Client> {
        let place = self.place(id).ok()?;
        Some(&self.all[self.standing().under[place]])
    }

    fn standing(&self) -> &Standing {
        self.standing.get_or_init(|| Rc::new(Standing::of(&self.all)))
    }
}

/// Who stands for whom.
#[derive(Debug)]
struct Standing {
    clients: Vec<Client>,
    /// For every client the place of the one under whom they are shown.
    under: Vec<usize>,
}

impl Standing {
    /// Follows every merge. One into nobody who is here counts for nothing, and of a circle, which two tabs can make, the
    /// client who was added first stands.
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
        let stands = |(own, _): &(usize, &Client)| under[*own] == *own;
        let clients = all.iter().enumerate().filter(stands).map(|(_, client)| client.clone());
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
