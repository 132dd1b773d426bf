//! The loops of a notebook: computed when first needed, and cached until an event may change them.

use std::rc::Rc;

use crate::event::Event;
use crate::event::id::{EventId, Record};
use crate::event::kind::EventKind;
use crate::loops::{
    self, ALIKE_PERCENT, Loop, LoopKind, LoopList, Loops, Sources, likeness_percent,
};
use crate::meeting::log::Log;
use crate::notebook::Notebook;
use crate::time::Day;

/// The number of newest meetings that are parsed in advance: twice as many as a list shows at first.
const NEWEST: usize = 60;

impl Notebook {
    fn collected(&self) -> &Rc<Loops> {
        self.loops.get_or_init(|| {
            let logs = self.logs().iter().enumerate();
            loops::collect(&Sources {
                logs: logs.map(|(place, log)| (log.id, self.logs.extract(place))).collect(),
                settings: self.settings_events(),
                resolve: &|id| self.resolved_client(id),
            })
        })
    }

    /// All loops in the order of the loops screen: those whose client has waited longest for an update come first.
    pub fn loop_list(&self) -> LoopList {
        let name = |id| self.client(id).map(|client| Rc::clone(&client.name));
        LoopList::new(self.loops(), &name)
    }

    /// Returns whether an event may change the loops.
    pub(super) fn may_change_loops(&self, event: &Event) -> bool {
        match &event.kind {
            // A mark affects only later captures, and a capture that is neither an issue nor a promise affects no
            // earlier one.
            EventKind::MomentMarked => !self.is_newest(event),
            EventKind::Captured(catch) => {
                LoopKind::of(catch.kind).is_some() || !self.is_newest(event)
            }
            kind => kind.may_change_loops(),
        }
    }

    fn is_newest(&self, event: &Event) -> bool {
        let Record::Begun(of) = event.of else { return false };
        let last = self.log(of).and_then(|log| log.events().last());
        last.is_some_and(|last| last.id() < event.id())
    }

    /// All loops, ordered by identifier, which is the order in which they began.
    pub fn loops(&self) -> &[Rc<Loop>] {
        &self.collected().all
    }

    /// The loop with an identifier, or the loop that the capture with this identifier raised again. `None` if there is
    /// neither.
    pub fn find_loop(&self, id: EventId) -> Option<Rc<Loop>> {
        self.collected().find(id).cloned()
    }

    /// The loops of a client; with `None`, the loops from meetings without a client.
    pub fn loops_of(&self, client: Option<EventId>) -> impl Iterator<Item = &Rc<Loop>> {
        self.loops().iter().filter(move |one| one.client == client)
    }

    /// The identifiers of a client's imported loops. Their steps are stored in the record of the settings and erased
    /// with the client.
    pub fn imported_loops_of(&self, client: EventId) -> Vec<EventId> {
        let imported = self.loops_of(Some(client)).filter(|one| one.home == Record::Settings);
        imported.map(|one| one.id).collect()
    }

    /// The older open loop of the same client that an issue or a promise may raise again: the most similar one. `None`
    /// if no loop reaches [`ALIKE_PERCENT`], or the user has already answered for this capture.
    pub fn likely_same(&self, capture: EventId) -> Option<Rc<Loop>> {
        let loops = self.collected();
        let new = loops.find(capture).filter(|one| one.id == capture)?;
        if loops.is_answered(capture) {
            return None;
        }
        let like = |one: &&Rc<Loop>| likeness_percent(&one.words, &new.words);
        let older = self.loops_of(new.client);
        let older = older.filter(|one| one.id < capture && one.closed.is_none());
        let likest = older.max_by_key(like)?;
        (like(&likest) >= ALIKE_PERCENT).then(|| Rc::clone(likest))
    }

    /// The loops that are new or changed compared with an earlier version of this notebook. Loops of meetings that were
    /// added packed are left out, since they are old; such meetings are not parsed.
    pub fn changed_loops(&self, before: &Self) -> Vec<Rc<Loop>> {
        if !self.may_have_led_on(before) {
            return Vec::new();
        }
        let is_same = |one: &Loop| before.find_loop(one.id).is_some_and(|known| *known == *one);
        let is_old = |one: &Loop| match one.home {
            Record::Begun(id) => {
                before.log(id).is_none()
                    && self.log(id).is_some_and(|log| log.as_packed().is_some())
            }
            Record::Settings => false,
        };
        let changed = self.loops().iter().filter(|one| !is_old(one) && !is_same(one));
        changed.cloned().collect()
    }

    /// Returns whether loops may have changed since an earlier version. Most events of a meeting do not change them.
    fn may_have_led_on(&self, before: &Self) -> bool {
        let of_loops = |notebook: &Self| {
            notebook
                .settings_events
                .iter()
                .filter(|event| event.kind.which_loop().is_some())
                .count()
        };
        let settings = !Rc::ptr_eq(&self.settings_events, &before.settings_events)
            && (of_loops(self) > 0 || self.settings_events.len() > before.settings_events.len());
        let is_new = |(place, log): (usize, &Rc<Log>)| match before.logs.place(log.id) {
            Ok(known) => {
                !self.logs.shares_extract(place, &before.logs, known)
                    && before.logs.extract(known) != self.logs.extract(place)
            }
            Err(_) => log.as_packed().is_none() && !self.logs.extract(place).is_empty(),
        };
        let has_new = || self.logs().iter().enumerate().any(is_new);
        settings || (!Rc::ptr_eq(&self.logs, &before.logs) && has_new())
    }

    /// Parses up to `most` more meetings in advance, so that later queries are answered quickly. The extract for the
    /// loops is computed for all meetings; the newest meetings and those with stories are parsed completely. Returns
    /// whether any are left.
    pub fn read_ahead(&self, most: usize) -> bool {
        let newest_from = self.logs().len().saturating_sub(NEWEST);
        let is_read = |(place, log): &(usize, &Rc<Log>)| {
            let is_enough = *place < newest_from && !log.may_tell_story();
            self.logs.has_extract(*place) && (log.is_read() || is_enough)
        };
        let mut unread = self.logs().iter().enumerate().rev().filter(|log| !is_read(log));
        for (place, log) in unread.by_ref().take(most) {
            if place >= newest_from || log.may_tell_story() {
                drop(log.meeting().cloned());
            }
            drop(self.logs.extract(place));
        }
        unread.next().is_some()
    }

    /// Returns whether the loops can be returned without parsing packed logs: they are cached, or all extracts are.
    pub fn has_loops_at_hand(&self) -> bool {
        let is_at_hand = |(place, log): (usize, &Rc<Log>)| {
            self.logs.has_extract(place) || log.as_packed().is_none()
        };
        self.loops.is_computed() || self.logs().iter().enumerate().all(is_at_hand)
    }

    /// The number of loops in the black hole: those without an update for at least as many days as the setting gives.
    pub fn count_in_black_hole(&self, today: Day) -> usize {
        let days = self.settings.black_hole_days;
        self.loops().iter().filter(|one| one.is_in_black_hole(today, days)).count()
    }
}
