//! Repair: the changes after which both stores hold the same events, damaged entries are replaced from the other store, and
//! closed meetings are archived.

use heard_core::codec;
use heard_core::codec::archive;
use heard_core::sorted_map;
use heard_core::{Event, EventId, Notebook, Record};
use serde::Serialize;

use crate::persistence::merge::{archive_of, union};
use crate::persistence::plan::Plan;
use crate::persistence::scan::{Damaged, Found};
use crate::persistence::{keys, quota};

/// The content of both stores, and the notebook that follows from it.
pub(crate) struct StoreContents<'a> {
    pub(crate) local: &'a Found,
    pub(crate) durable: &'a Found,
    pub(crate) notebook: &'a Notebook,
    /// Estimated size of the origin's localStorage in characters, the host's entries included.
    pub(crate) used: usize,
    /// Whether `IndexedDB` is available.
    pub(crate) has_durable: bool,
}

impl Plan {
    /// The plan after which both stores hold the same, as far as localStorage has space.
    pub(crate) fn of(stores: &StoreContents) -> Self {
        let mut plan = Self::default();
        let closed = stores.closed();
        plan.share_events(stores, &closed);
        plan.share_newer(stores);
        // Copies of damaged bytes go to `IndexedDB`. Without it the bytes stay where they are.
        if stores.has_durable {
            plan.quarantine(stores, &closed);
        }
        if stores.notebook.running().is_none() {
            // Only a running meeting needs to know when a page was last active.
            plan.local_gone.extend(stores.local.heartbeats.iter().cloned());
        }
        let archives = plan.archive_closed(stores, &closed);
        plan.place_archives(stores, archives);
        plan
    }

    /// Copies events that only one store has to the other, and removes those that an archive will contain.
    fn share_events(&mut self, stores: &StoreContents, closed: &[EventId]) {
        let StoreContents { local, durable, .. } = stores;
        for (from, other, to, gone) in [
            (&local.events, &durable.events, &mut self.durable, &mut self.local_gone),
            (&durable.events, &local.events, &mut self.local, &mut self.durable_gone),
        ] {
            for (id, event) in from {
                if is_of(event, closed) {
                    gone.push(keys::event(*id));
                } else if !other.has(id) {
                    to.push((keys::event(*id), codec::write(event)));
                }
            }
        }
    }

    /// Copies lines of a newer version that only one store has to the other.
    fn share_newer(&mut self, stores: &StoreContents) {
        let StoreContents { local, durable, .. } = stores;
        for (from, other, to) in [
            (&local.newer, &durable.newer, &mut self.durable),
            (&durable.newer, &local.newer, &mut self.local),
        ] {
            to.extend(from.iter().filter(|line| !other.contains(line)).cloned());
        }
    }

    /// Copies damaged bytes to the quarantine, and removes damaged events that an archive will contain.
    fn quarantine(&mut self, stores: &StoreContents, closed: &[EventId]) {
        let StoreContents { local, durable, .. } = stores;
        for (found, store, gone) in [
            (local, "localStorage", &mut self.local_gone),
            (durable, "IndexedDB", &mut self.durable_gone),
        ] {
            for damaged in &found.damaged {
                let name =
                    keys::quarantine(&codec::sum_of(&[&*damaged.name, &damaged.bytes].concat()));
                let known = [local, durable]
                    .iter()
                    .any(|found| found.quarantine.iter().any(|(n, _)| *n == name));
                if !known {
                    self.durable.push((name, labelled(damaged, store)));
                }
                let single = matches!(keys::kind(&damaged.name), keys::Kind::Event(_));
                if single && stores.is_packed(damaged, closed) {
                    gone.push(damaged.name.clone());
                }
            }
        }
    }

    /// The archives of all closed meetings, including those archived only now.
    fn archive_closed(
        &mut self,
        stores: &StoreContents,
        closed: &[EventId],
    ) -> Vec<(EventId, String)> {
        let StoreContents { local, durable, notebook, .. } = stores;
        let packed = local.packed.keys().chain(durable.packed.keys());
        let mut ids: Vec<EventId> = closed.iter().chain(packed).copied().collect();
        sorted_map::first_of_each(&mut ids, &Ord::cmp);
        let mut archives = Vec::new();
        for id in ids {
            let text = match (local.packed.get(&id), durable.packed.get(&id)) {
                _ if closed.binary_search(&id).is_ok() => archive_of(notebook, id),
                (Some(one), Some(other)) if one.text() != other.text() => {
                    union(one.text(), other.text())
                }
                (one, other) => {
                    one.or(other).map_or_else(String::new, |one| one.text().to_string())
                }
            };
            if !durable.has_segment(id, &text) {
                self.durable.push((keys::segment(id), text.clone()));
            }
            archives.push((id, text));
        }
        archives
    }

    /// Stores the archives of the newest meetings in localStorage too, as far as the quota allows.
    fn place_archives(&mut self, stores: &StoreContents, archives: Vec<(EventId, String)>) {
        let local = stores.local;
        let own: usize = local.packed.values().map(|packed| quota::weight(packed.text())).sum();
        let others = stores.used.saturating_sub(own);
        let mut taken = 0;
        for (id, text) in archives.into_iter().rev() {
            taken += quota::weight(&text);
            let name = keys::segment(id);
            if stores.has_durable && !quota::fits(taken, others) {
                if local.lengths.has(&name) {
                    self.local_gone.push(name);
                }
            } else if !local.has_segment(id, &text) {
                self.local.push((name, text));
            }
        }
    }
}

impl StoreContents<'_> {
    /// The closed meetings that still have events outside their archive, sorted by id.
    fn closed(&self) -> Vec<EventId> {
        let events = self.local.events.values().chain(self.durable.events.values());
        let records = events.filter_map(|event| match event.of {
            Record::Begun(id) => Some(id),
            Record::Settings => None,
        });
        let ended = |id: &EventId| self.notebook.meeting(*id).is_some_and(|m| m.ended_ms.is_some());
        let mut closed: Vec<EventId> = records.collect();
        sorted_map::first_of_each(&mut closed, &Ord::cmp);
        closed.retain(ended);
        closed
    }

    /// How many damaged entries no store has a sound copy of. An entry damaged in both stores counts once.
    pub(crate) fn lost(&self) -> usize {
        let lost = |damaged: &&Damaged| !self.is_known(damaged);
        let twice = |one: &&Damaged| self.durable.damaged.iter().any(|other| one.is_same(other));
        let only_local = self.local.damaged.iter().filter(|damaged| !twice(damaged));
        only_local.chain(&self.durable.damaged).filter(lost).count()
    }

    fn is_known(&self, damaged: &Damaged) -> bool {
        let Some(id) = damaged.id else {
            // A damaged line of an archive no longer tells its event. It is known if the other archive is sound.
            return match keys::kind(&damaged.name) {
                keys::Kind::Segment(id) => [self.local, self.durable]
                    .iter()
                    .any(|found| found.packed.has(&id) && !found.tainted.contains(&id)),
                _ => false,
            };
        };
        let single = |found: &&Found| found.events.has(&id);
        [self.local, self.durable].iter().any(single) || self.in_segment(id)
    }

    fn in_segment(&self, id: EventId) -> bool {
        let mark = format!("\"id\":\"{id}\"");
        let mut all = self.local.packed.values().chain(self.durable.packed.values());
        all.any(|packed| archive::mentions(packed.text(), &mark))
    }

    fn is_packed(&self, damaged: &Damaged, closed: &[EventId]) -> bool {
        let Some(id) = damaged.id else { return false };
        let single = self.local.events.get(&id).or_else(|| self.durable.events.get(&id));
        single.map_or_else(|| self.in_segment(id), |event| is_of(event, closed))
    }
}

impl Found {
    fn has_segment(&self, id: EventId, text: &str) -> bool {
        self.packed.get(&id).is_some_and(|packed| &**packed.text() == text)
            && !self.tainted.contains(&id)
    }
}

/// Whether an event belongs to one of these meetings, which are sorted by id.
fn is_of(event: &Event, closed: &[EventId]) -> bool {
    matches!(event.of, Record::Begun(id) if closed.binary_search(&id).is_ok())
}

/// Damaged bytes with the store and the name under which they were found, as a JSON object.
fn labelled(damaged: &Damaged, store: &str) -> String {
    let label = Label { found_in: store, name: &damaged.name, bytes: &damaged.bytes };
    // Encoding fails only for maps with keys that are not texts, and there are none.
    serde_json::to_string(&label).unwrap_or_default()
}

/// Damaged bytes with the store and the name under which they were found.
#[derive(Serialize)]
struct Label<'a> {
    found_in: &'a str,
    name: &'a str,
    bytes: &'a str,
}
