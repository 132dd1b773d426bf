//! The list of stored records, with their sizes in both stores.

use heard_core::sorted_map::{self, Map};
use heard_core::{EventId, Notebook, Record};
use serde::Serialize;
use serde_json::value::RawValue;

use crate::persistence::item::{Item, Lengths};
use crate::persistence::keys::{Kind, kind};
use crate::persistence::scan::Found;
use crate::store::notebook_store::NotebookStore;

impl NotebookStore {
    /// Everything stored under the storage key: meetings first, the newest before older ones, then clients, then the rest.
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

    /// The bytes that can not be read, as a JSON list for the user to download.
    pub async fn quarantine(&self) -> String {
        let database = self.stores.borrow().database();
        let entries = match database {
            Some(database) => database.all().await.unwrap_or_default(),
            None => Vec::new(),
        };
        let labels = Found::sort_out(entries).quarantine.into_iter();
        let set_aside = labels.filter_map(|(_, label)| RawValue::from_string(label).ok());
        let damaged = self.stores.borrow().read_local().damaged;
        let damaged = damaged.iter().filter_map(|damaged| {
            let item = DamagedItem { name: &damaged.name, bytes: &damaged.bytes };
            serde_json::value::to_raw_value(&item).ok()
        });
        let file: Vec<_> = set_aside.chain(damaged).collect();
        // Encoding fails only for maps with keys that are not texts, and there are none.
        serde_json::to_string(&file).unwrap_or_default()
    }
}

/// Damaged bytes that are still in localStorage, under the name of their key.
#[derive(Serialize)]
struct DamagedItem<'a> {
    name: &'a str,
    bytes: &'a str,
}

/// The item that the entry of a name is listed under.
fn item(notebook: &Notebook, owners: &Map<EventId, Record>, name: &str) -> Item {
    let of = |record: Option<&Record>| match record {
        Some(Record::Begun(id)) if notebook.client(*id).is_some() => {
            Item::Client(notebook.resolved_client(*id))
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

/// The record of each event that has an entry of its own, by the id of the event.
fn owners(notebook: &Notebook) -> Map<EventId, Record> {
    let loose = notebook.logs().iter().filter(|log| log.as_packed().is_none());
    let events = loose.flat_map(|log| log.events());
    events.chain(notebook.client_events()).map(|event| (event.id(), event.of)).collect()
}
