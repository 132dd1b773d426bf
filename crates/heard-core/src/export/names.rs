//! The texts by which files knew what they brought, so that it leaves again under the same.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::act::Act;
use crate::brought::{object_of, part_id};
use crate::desk::{Client, Desk};
use crate::export::Wanted;
use crate::id::EventId;
use crate::json::{Json, each_field, each_item};
use crate::meeting::Meeting;

/// The texts of everything that was not named by us.
pub(super) struct Names(BTreeMap<EventId, String>);

impl Names {
    pub(super) fn of(desk: &Desk) -> Self {
        let mut names = Self(BTreeMap::new());
        for client in desk.clients().iter() {
            if let Act::ClientBrought { json } = &client.event.act {
                names.learn(json, &|_| client.id);
            }
        }
        for log in desk.logs() {
            if let Some(json) = object_of(log) {
                names.learn(json, &|_| log.id);
                let part = |text: &str| part_id(log.id, text);
                let learn = |names: &mut Self, list: &str| {
                    each_item(list, &mut |object| names.learn(object, &part));
                };
                each_field(json, &mut |name, list| match name.as_str() {
                    "marks" | "captures" => learn(&mut names, list),
                    _ => {}
                });
            }
        }
        names
    }

    /// Notes the text of an object, where it is not the name itself.
    fn learn(&mut self, object: &str, name: &dyn Fn(&str) -> EventId) {
        let mut id = None;
        each_field(object, &mut |name, value| {
            if name == "id" {
                id = Json::read(value);
            }
        });
        if let Some(Json::Text(text)) = id {
            let name = name(&text);
            if name.to_string() != text {
                self.0.insert(name, text);
            }
        }
    }

    /// The text of a name: the file's, or our own way of writing it.
    pub(super) fn text(&self, id: EventId) -> String {
        self.0.get(&id).cloned().unwrap_or_else(|| id.to_string())
    }

    /// The clients that are wanted. Names made of texts have no order of their own, so the texts give it.
    pub(super) fn clients<'a>(&self, desk: &'a Desk, wanted: Wanted) -> Vec<&'a Client> {
        let has = |client: &&Client| wanted.has_client(desk, client.id);
        let mut clients: Vec<&Client> = desk.clients().iter().filter(has).collect();
        clients.sort_by_key(|client| (client.id.n, self.0.get(&client.id), client.id));
        clients
    }

    /// The meetings that are wanted, those named by other tools in the order of their beginnings.
    pub(super) fn meetings<'a>(&self, desk: &'a Desk, wanted: Wanted) -> Vec<&'a Rc<Meeting>> {
        let mut meetings: Vec<_> = desk.meetings().filter(|meeting| wanted.has(meeting)).collect();
        meetings.sort_by_key(|meeting| {
            let began = self.0.get(&meeting.id).map(|_| meeting.started_wall_ms);
            (meeting.id.n, began, meeting.id)
        });
        meetings
    }
}
