//! Tests of loops against a naive reference with a table of the allowed steps.

use std::collections::{BTreeMap, BTreeSet};

use heard_core::codec;
use heard_core::event::kind::EventKind;
use heard_core::loops::{Loop, LoopKind, Step};
use heard_core::meeting::undo::History;
use heard_core::{Event, EventId, Notebook, Record};
use proptest::prelude::*;

use crate::loops::random::{Tabs, any_tries};
use crate::random_actions::config;

/// The allowed steps: a state, a step, and the state after it.
pub(crate) const TABLE: [(&str, &str, &str); 30] = [
    ("heard", "acknowledged", "acknowledged"),
    ("heard", "started", "doing"),
    ("heard", "finished", "done"),
    ("heard", "declined", "not-doing"),
    ("heard", "told-back", "heard"),
    ("heard", "raised-again", "heard"),
    ("heard", "closed", "heard, closed"),
    ("acknowledged", "started", "doing"),
    ("acknowledged", "finished", "done"),
    ("acknowledged", "declined", "not-doing"),
    ("acknowledged", "told-back", "acknowledged"),
    ("acknowledged", "raised-again", "acknowledged"),
    ("acknowledged", "closed", "acknowledged, closed"),
    ("doing", "finished", "done"),
    ("doing", "declined", "not-doing"),
    ("doing", "told-back", "doing"),
    ("doing", "raised-again", "doing"),
    ("doing", "closed", "doing, closed"),
    ("done", "told-back", "done"),
    ("done", "raised-again", "heard"),
    ("done", "closed", "done, closed"),
    ("not-doing", "started", "doing"),
    ("not-doing", "told-back", "not-doing"),
    ("not-doing", "raised-again", "heard"),
    ("not-doing", "closed", "not-doing, closed"),
    ("heard, closed", "raised-again", "heard"),
    ("acknowledged, closed", "raised-again", "acknowledged"),
    ("doing, closed", "raised-again", "doing"),
    ("done, closed", "raised-again", "heard"),
    ("not-doing, closed", "raised-again", "heard"),
];

/// Each loop by the reference: its state, how often it was raised, and its last update.
fn reference(
    notebook: &Notebook,
    events: &[Event],
) -> BTreeMap<EventId, (String, u32, Option<i64>)> {
    let mut events: Vec<&Event> = events.iter().collect();
    events.sort_by_key(|event| event.id());
    let records: BTreeSet<Record> = events.iter().map(|event| event.of).collect();
    let mut state_of = BTreeSet::new();
    for record in records {
        let own: Vec<Event> =
            events.iter().filter(|e| e.of == record).map(|e| (*e).clone()).collect();
        let history = History::of(&own);
        state_of.extend(own.iter().map(Event::id).filter(|id| history.is_in_effect(*id)));
    }
    // What is a loop at all, and whose, is the meetings' to say.
    let mut captured = BTreeMap::new();
    for meeting in notebook.meetings() {
        for capture in meeting.captures.iter().filter(|c| LoopKind::of(c.kind).is_some()) {
            captured.insert(capture.id, meeting.opening.client);
        }
    }
    let mut answers = BTreeMap::new();
    for event in events.iter().filter(|event| state_of.contains(&event.id())) {
        if let EventKind::Likened { capture, to } = event.kind {
            answers.insert(capture, to);
        }
    }
    let mut root: BTreeMap<EventId, EventId> = BTreeMap::new();
    for (id, client) in &captured {
        let older = answers.get(id).copied().flatten();
        let older = older.filter(|older| older < id && captured.get(older) == Some(client));
        root.insert(*id, older.map_or(*id, |older| root[&older]));
    }
    let mut all: BTreeMap<EventId, (String, u32, Option<i64>)> =
        root.values().map(|id| (*id, ("heard".to_owned(), 1, None))).collect();
    for event in events.iter().filter(|event| state_of.contains(&event.id())) {
        let (of, word, wall_ms) = match &event.kind {
            EventKind::LoopStepped(stepped) => {
                (stepped.which(), stepped.step().as_str(), stepped.at().wall_ms)
            }
            EventKind::Captured(_) if root.get(&event.id()).is_some_and(|of| *of != event.id()) => {
                (event.id(), "raised-again", 0)
            }
            _ => continue,
        };
        let Some(one) = root.get(&of).and_then(|of| all.get_mut(of)) else { continue };
        let Some((.., to)) = TABLE.iter().find(|(from, by, _)| (*from, *by) == (&*one.0, word))
        else {
            continue;
        };
        one.0 = (*to).to_owned();
        match word {
            "raised-again" => one.1 += 1,
            "told-back" => one.2 = one.2.max(Some(wall_ms)),
            _ => {}
        }
    }
    all
}

fn state_of(one: &Loop) -> String {
    let closed = if one.closed.is_some() { ", closed" } else { "" };
    [one.state.as_str(), closed].concat()
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn every_loop_is_in_the_state_of_the_reference_table(tries in any_tries()) {
        let tabs = Tabs::after(&tries);
        let known: BTreeMap<_, _> = tabs.notebook().loops().iter().map(|one| {
            let last_update = one.last_update.as_ref().map(|last_update| last_update.at.wall_ms);
            (one.id, (state_of(one), one.times_raised, last_update))
        }).collect();
        prop_assert_eq!(known, reference(tabs.notebook(), &tabs.events));
    }

    #[test]
    fn every_loop_has_its_reason_its_beginning_and_its_own_client(tries in any_tries()) {
        let tabs = Tabs::after(&tries);
        for one in tabs.notebook().loops() {
            let declined = one.history.iter().any(|entry| matches!(entry.step, Step::Declined { .. }));
            prop_assert!(one.state.as_str() != "not-doing" || declined);
            prop_assert_eq!(usize::try_from(one.times_raised).unwrap(), one.raised.len());
            for raise in &one.raised {
                let meeting = raise.meeting.and_then(|id| tabs.notebook().meeting(id));
                prop_assert!(meeting.is_none_or(|meeting| meeting.opening.client == one.client));
            }
            let wordless = one.history.iter().filter_map(|entry| entry.step.text()).any(|text| text.trim().is_empty());
            prop_assert!(!wordless);
        }
    }

    #[test]
    fn loops_are_equal_from_loose_events_from_packed_meetings_and_after_a_reload(tries in any_tries()) {
        let tabs = Tabs::after(&tries);
        let kept = tabs.events.iter().map(|event| codec::read(&codec::write(event)).unwrap());
        let reloaded = Notebook::from_events(kept);
        prop_assert_eq!(reloaded.loops(), tabs.notebook().loops());
        let mut scene = crate::scene::Scene::empty();
        scene.notebook = tabs.notebook().clone();
        scene.events = tabs.events;
        let packed = crate::archived_meetings::from_archives(&scene);
        prop_assert_eq!(packed.loops(), scene.notebook.loops());
        let unread = packed.logs().iter().filter(|log| log.as_packed().is_some() && log.is_read());
        prop_assert_eq!(unread.count(), 0, "a packed meeting is not read for its loops");
    }
}
