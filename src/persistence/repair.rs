//! What has to be written so that both ropes hold the same: repair, healing, and closed meetings put together.

use heard_core::codec;
use heard_core::codec::archive;
use heard_core::json::Writer;
use heard_core::sorted_map;
use heard_core::{Event, EventId, Notebook, Record};

use super::archive::{joined, together};
use super::scan::{Damaged, Found};
use super::{keys, quota};

/// Texts to write and names to take away. The durable rope comes first; the other follows when that is on the disk.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// For the durable rope. The text of a closed meeting is united with what stands there.
    pub(crate) durable: Vec<(String, String)>,
    /// What goes from the durable rope.
    pub(crate) durable_gone: Vec<String>,
    /// For localStorage.
    pub(crate) local: Vec<(String, String)>,
    /// What goes from localStorage.
    pub(crate) local_gone: Vec<String>,
}

/// Both ropes as they were found, and what they come to.
pub(crate) struct StoreContents<'a> {
    pub(crate) local: &'a Found,
    pub(crate) durable: &'a Found,
    pub(crate) notebook: &'a Notebook,
    /// Characters that localStorage holds, the host's too.
    pub(crate) used: usize,
    /// Whether there is a durable rope at all.
    pub(crate) has_durable: bool,
}

impl Plan {
    /// Whether there is nothing to do.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The plan that makes both ropes hold the same, as far as localStorage has room.
    pub(crate) fn of(ropes: &StoreContents) -> Self {
        let mut plan = Self::default();
        let closed = ropes.closed();
        plan.share_events(ropes, &closed);
        plan.share_newer(ropes);
        // Where nothing can be set aside, damaged bytes stay where they are.
        if ropes.has_durable {
            plan.set_aside(ropes, &closed);
        }
        if ropes.notebook.running().is_none() {
            // Nobody will ask any more when a page was last awake.
            plan.local_gone.extend(ropes.local.beats.iter().cloned());
        }
        let segments = plan.put_together(ropes, &closed);
        plan.share_out(ropes, segments);
        plan
    }

    fn share_events(&mut self, ropes: &StoreContents, closed: &[EventId]) {
        let StoreContents { local, durable, .. } = ropes;
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

    fn share_newer(&mut self, ropes: &StoreContents) {
        let StoreContents { local, durable, .. } = ropes;
        for (from, other, to) in [
            (&local.newer, &durable.newer, &mut self.durable),
            (&durable.newer, &local.newer, &mut self.local),
        ] {
            to.extend(from.iter().filter(|line| !other.contains(line)).cloned());
        }
    }

    /// Puts a copy of everything damaged where its bytes stay; what the other rope knows better is then taken away.
    fn set_aside(&mut self, ropes: &StoreContents, closed: &[EventId]) {
        let StoreContents { local, durable, .. } = ropes;
        for (found, rope, gone) in [
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
                    self.durable.push((name, labelled(damaged, rope)));
                }
                let single = matches!(keys::kind(&damaged.name), keys::Kind::Event(_));
                if single && ropes.is_packed(damaged, closed) {
                    gone.push(damaged.name.clone());
                }
            }
        }
    }

    /// The texts of all closed meetings, those put together just now among them.
    fn put_together(
        &mut self,
        ropes: &StoreContents,
        closed: &[EventId],
    ) -> Vec<(EventId, String)> {
        let StoreContents { local, durable, notebook, .. } = ropes;
        let packed = local.packed.keys().chain(durable.packed.keys());
        let mut ids: Vec<EventId> = closed.iter().chain(packed).copied().collect();
        sorted_map::first_of_each(&mut ids, &Ord::cmp);
        let mut segments = Vec::new();
        for id in ids {
            let text = match (local.packed.get(&id), durable.packed.get(&id)) {
                _ if closed.binary_search(&id).is_ok() => together(notebook, id),
                (Some(one), Some(other)) if one.text() != other.text() => {
                    joined(one.text(), other.text())
                }
                (one, other) => {
                    one.or(other).map_or_else(String::new, |one| one.text().to_string())
                }
            };
            if !durable.has_segment(id, &text) {
                self.durable.push((keys::segment(id), text.clone()));
            }
            segments.push((id, text));
        }
        segments
    }

    /// The newest closed meetings lie in localStorage too, as far as its room goes.
    fn share_out(&mut self, ropes: &StoreContents, segments: Vec<(EventId, String)>) {
        let local = ropes.local;
        let own: usize = local.packed.values().map(|packed| quota::weight(packed.text())).sum();
        let others = ropes.used.saturating_sub(own);
        let mut taken = 0;
        for (id, text) in segments.into_iter().rev() {
            taken += quota::weight(&text);
            let name = keys::segment(id);
            if ropes.has_durable && !quota::fits(taken, others) {
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
    /// The closed meetings of which events still lie about singly, in order.
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

    /// How many of what is damaged is nowhere else. What is damaged on both ropes is one.
    pub(crate) fn lost(&self) -> usize {
        let lost = |damaged: &&Damaged| !self.is_known(damaged);
        let twice = |one: &&Damaged| self.durable.damaged.iter().any(|other| one.is_same(other));
        let only_local = self.local.damaged.iter().filter(|damaged| !twice(damaged));
        only_local.chain(&self.durable.damaged).filter(lost).count()
    }

    fn is_known(&self, damaged: &Damaged) -> bool {
        let Some(id) = damaged.id else {
            // It can not be told any more which event it was; the other rope's whole text has it.
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

/// Whether an event is one of these meetings', which are in order.
fn is_of(event: &Event, closed: &[EventId]) -> bool {
    matches!(event.of, Record::Begun(id) if closed.binary_search(&id).is_ok())
}

/// Something damaged, with where it was found.
fn labelled(damaged: &Damaged, rope: &str) -> String {
    let mut label = Writer::default();
    label.object().key("found_in").text(rope).key("name").text(&damaged.name);
    label.key("bytes").text(&damaged.bytes).end_object();
    label.done()
}
