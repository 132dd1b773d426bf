//! What is kept here, record by record: how long it is, and on which rope it lies.

use heard_core::json::Writer;
use heard_core::sorted_map::{self, Map};
use heard_core::{EventId, Notebook, Record};

use crate::persistence::item::{Item, Lengths};
use crate::persistence::{Found, Kind, kind};
use crate::store::NotebookStore;

impl NotebookStore {
    /// Everything kept under the storage key: the newest meeting first, then clients, then the rest.
    pub fn inventory(&self) -> Vec<(Item, Lengths)> {
        let stores = self.stores.borrow();
        let notebook = self.snapshot().notebook.clone();
        let owners = owners(&notebook);
        let mut found = Vec::new();
        for (name, length) in stores.local_lengths() {
            let lengths = Lengths { local: length, durable: 0 };
            found.push((item(&notebook, &owners, &name), lengths));
        }
        for (name, length) in stores.lengths() {
            let lengths = Lengths { local: 0, durable: *length };
            found.push((item(&notebook, &owners, name), lengths));
        }
        sorted_map::sort(&mut found, &|(one, _), (other, _)| one.cmp(other));
        let mut items: Vec<(Item, Lengths)> = Vec::new();
        for (item, lengths) in found {
            match items.last_mut() {
                Some((last, sum)) if *last == item => {
                    sum.local += lengths.local;
                    sum.durable += lengths.durable;
                }
                _ => items.push((item, lengths)),
            }
        }
        let is_meeting = |(item, _): &(Item, Lengths)| matches!(item, Item::Meeting(_));
        let meetings = items.iter().filter(|item| is_meeting(item)).count();
        items[..meetings].reverse();
        items
    }

    /// The bytes that could not be read, as a file: a JSON list.
    pub async fn quarantine(&self) -> String {
        let database = self.stores.borrow().database();
        let kept = match database {
            Some(database) => database.all().await.unwrap_or_default(),
            None => Vec::new(),
        };
        let mut file = Writer::default();
        file.list();
        for (_, label) in Found::sort_out(kept).quarantine {
            file.number(label);
        }
        for damaged in self.stores.borrow().reread().damaged {
            file.object().key("name").text(&damaged.name);
            file.key("bytes").text(&damaged.bytes).end_object();
        }
        file.end_list();
        file.done()
    }
}

fn item(notebook: &Notebook, owners: &Map<EventId, Record>, name: &str) -> Item {
    let of = |record: Option<&Record>| match record {
        Some(Record::Begun(id)) if notebook.client(*id).is_some() => {
            Item::Client(notebook.standing_client(*id))
        }
        Some(Record::Begun(id)) => Item::Meeting(*id),
        _ => Item::Settings,
    };
    match kind(name) {
        Kind::Event(id) => of(owners.get(&id)),
        Kind::Segment(id) => Item::Meeting(id),
        Kind::Draft(_) => Item::Draft,
        Kind::Quarantine => Item::Quarantine,
        Kind::Erasing(_) | Kind::Awake | Kind::Foreign => Item::Settings,
    }
}

/// To which record every event belongs that may lie by itself.
fn owners(notebook: &Notebook) -> Map<EventId, Record> {
    let loose = notebook.logs().iter().filter(|log| log.as_packed().is_none());
    let events = loose.flat_map(|log| log.events());
    events.chain(notebook.client_events()).map(|event| (event.id(), event.of)).collect()
}
