//! The clients on the notebook: what their records say, and which of them stand.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::event::Event;
use crate::event::id::{EventId, Record};
use crate::event::kind::EventKind;
use crate::json::Json;
use crate::meeting::Meeting;
use crate::meeting::log::Log;
use crate::meeting::undo::History;
use crate::notebook::Notebook;
use crate::transfer::imported;

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
    undoable: Option<EventId>,
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
            EventKind::ClientBrought { json } => Some(json),
            _ => None,
        }
    }

    /// Whether they have a name, outer spaces and the case of ASCII letters aside.
    pub(crate) fn is_named(&self, name: &str) -> bool {
        self.name.trim().eq_ignore_ascii_case(name.trim())
    }
}

/// The name with which an kind began a client, if it began one.
fn first_name(kind: &EventKind) -> Option<Rc<str>> {
    match kind {
        EventKind::ClientAdded { name } => Some(name.as_str().into()),
        EventKind::ClientBrought { json } => {
            Some(imported::client_name(&Json::read(json)?)?.into())
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

    fn standing(&self) -> &Standing {
        self.standing.get_or_init(|| Rc::new(Standing::of(&self.all)))
    }

    fn standing_place(&self, id: EventId) -> Option<usize> {
        Some(self.standing().under[self.place(id).ok()?])
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

impl Notebook {
    /// Every client that stands, in the order of adding: those merged into another one are not among them.
    pub fn clients(&self) -> &[Client] {
        &self.clients.standing().clients
    }

    /// The client of an id; of one that was merged into another, the one that stands.
    pub fn client(&self, id: EventId) -> Option<&Client> {
        self.clients.standing_place(id).map(|place| &self.clients.all[place])
    }

    /// The client under which what belongs to a client is shown: the one into which they were merged, or they themselves.
    pub fn standing_client(&self, id: EventId) -> EventId {
        self.client(id).map_or(id, |client| client.id)
    }

    /// The client with whom a meeting is or was, as they stand.
    pub fn client_of(&self, meeting: &Meeting) -> Option<EventId> {
        meeting.opening.client.map(|id| self.standing_client(id))
    }

    /// Every meeting with a client or with whoever was merged into them, in the order of opening; each is read when its
    /// turn comes, and one with somebody else is not read at all.
    pub fn meetings_with(&self, id: EventId) -> impl DoubleEndedIterator<Item = &Rc<Meeting>> {
        let theirs =
            move |log: &&Rc<Log>| log.client().map(|of| self.standing_client(of)) == Some(id);
        self.logs.iter().filter(theirs).filter_map(|log| log.meeting())
    }

    /// The client of a name, outer spaces and the case of ASCII letters aside. The name that somebody had when they were
    /// merged still finds whom they were merged into, unless another client has it.
    pub fn client_named(&self, name: &str) -> Option<&Client> {
        let standing = self.clients().iter().find(|client| client.is_named(name));
        let merged = || self.clients.all.iter().find(|client| client.is_named(name));
        standing.or_else(|| self.client(merged()?.id))
    }

    /// The clients who were merged into this one, in the order of adding.
    pub fn merged_into(&self, id: EventId) -> impl Iterator<Item = &Client> {
        let others = self.clients.all.iter().filter(move |client| client.id != id);
        others.filter(move |client| self.standing_client(client.id) == id)
    }

    /// The events of every client's record, of those merged into another one too.
    pub fn client_events(&self) -> impl Iterator<Item = &Event> {
        self.clients.all.iter().flat_map(|client| &*client.events)
    }

    /// Every client of whom something is kept, merged into another one or not.
    pub(crate) fn client_records(&self) -> &[Client] {
        self.clients.all()
    }

    /// What would take back the last name of a client, or the last merge into them; nothing, if there is none.
    pub fn undoing_client(&self, id: EventId) -> Option<(Record, EventKind)> {
        let said = self.clients.find(id).into_iter().chain(self.merged_into(id));
        let said = said.filter_map(|client| Some((client.undoable?, client.id)));
        let (event, of) = said.max()?;
        Some((Record::Begun(of), EventKind::Undone { event }))
    }

    /// Whether a record is a client's, merged into another one or not.
    pub(crate) fn is_client(&self, id: EventId) -> bool {
        self.clients.find(id).is_some()
    }

    /// What can be taken back of a record, if it is a client's.
    pub(crate) fn undoable_of_client(&self, id: EventId) -> Option<EventId> {
        self.clients.find(id)?.undoable
    }

    /// The records that go with a client: their own, those of clients merged into them, and all meetings with any of them,
    /// withdrawn ones too.
    pub fn records_of_client(&self, id: EventId) -> Vec<EventId> {
        let mut gone = vec![id];
        gone.extend(self.merged_into(id).map(|client| client.id));
        let theirs = |client: Option<EventId>| client.is_some_and(|id| gone.contains(&id));
        let logs = self.logs.iter().filter(|log| theirs(log.client())).map(|log| log.id);
        let opened = self.newer.iter().filter(|line| theirs(crate::codec::client(line)));
        let opened = opened.filter_map(|line| match crate::codec::record(line)? {
            Record::Begun(of) => Some(of),
            Record::Settings => None,
        });
        let meetings: Vec<EventId> = logs.chain(opened).collect();
        gone.extend(meetings);
        gone
    }
}
