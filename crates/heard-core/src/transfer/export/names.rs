//! The identifiers that imported records have in their files, so that they are exported under the same ones.

use std::rc::Rc;

use crate::codec::value::{Value, each_field, each_item};
use crate::event::id::EventId;
use crate::imported::part_id;
use crate::meeting::Meeting;
use crate::notebook::{Client, Notebook};
use crate::sorted_map::{self, Map};
use crate::transfer::export::wanted::Wanted;

/// The identifiers of imported records that differ from their event ids.
pub(super) struct Names(Map<EventId, String>);

impl Names {
    pub(super) fn of(notebook: &Notebook) -> Self {
        let mut names = Vec::new();
        for client in notebook.client_records() {
            if let Some(json) = client.object() {
                learn(&mut names, json, &|_| client.id);
            }
        }
        for log in notebook.logs() {
            if let Some(json) = log.imported_object() {
                learn(&mut names, json, &|_| log.id);
                let part = |text: &str| part_id(log.id, text);
                each_field(json, &mut |name, list| {
                    if matches!(name.as_str(), "marks" | "captures") {
                        each_item(list, &mut |object| learn(&mut names, object, &part));
                    }
                });
            }
        }
        Self(Map::of(names))
    }

    /// The identifier of a record: the one from its file, or else its event id.
    pub(super) fn text(&self, id: EventId) -> String {
        self.0.get(&id).cloned().unwrap_or_else(|| id.to_string())
    }

    /// The identifier of a meeting's client, after merges; `None` if the meeting has no client.
    pub(super) fn client_of(&self, notebook: &Notebook, meeting: &Meeting) -> Option<String> {
        notebook.client_of(meeting).map(|id| self.text(id))
    }

    /// The exported clients. Imported ones, whose ids have no order in time, are sorted by their identifiers.
    pub(super) fn clients<'a>(&self, notebook: &'a Notebook, wanted: Wanted) -> Vec<&'a Client> {
        let has = |client: &&Client| wanted.has_client(notebook, client.id);
        let mut clients: Vec<&Client> = notebook.clients().iter().filter(has).collect();
        let key = |client: &Client| (client.id.n, self.0.get(&client.id), client.id);
        sorted_map::sort(&mut clients, &|one, other| key(one).cmp(&key(other)));
        clients
    }

    /// The exported meetings. Imported ones, whose ids have no order in time, are sorted by their start.
    pub(super) fn meetings<'a>(
        &self,
        notebook: &'a Notebook,
        wanted: Wanted,
    ) -> Vec<&'a Rc<Meeting>> {
        let mut meetings: Vec<_> = wanted.meetings(notebook);
        let key = |meeting: &Meeting| {
            let began = self.0.get(&meeting.id).map(|_| meeting.started_wall_ms);
            (meeting.id.n, began, meeting.id)
        };
        sorted_map::sort(&mut meetings, &|one, other| key(one).cmp(&key(other)));
        meetings
    }
}

/// Records the identifier of an object if it differs from its event id.
fn learn(names: &mut Vec<(EventId, String)>, object: &str, name: &dyn Fn(&str) -> EventId) {
    let mut id = None;
    each_field(object, &mut |name, value| {
        if name == "id" {
            id = Value::read(value);
        }
    });
    if let Some(Value::Text(text)) = id {
        let name = name(&text);
        if name.to_string() != text {
            names.push((name, text));
        }
    }
}
