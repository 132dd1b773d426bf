//! Every event is one that a desk admits.

use heard_core::act::Act;
use heard_core::{Desk, Event, EventId, Record};

use crate::{EVENING, year};

/// The client of each meeting, by the meeting.
fn owners(events: &[Event]) -> Vec<(EventId, Option<EventId>)> {
    let opened = events.iter().filter_map(|event| match &event.act {
        Act::MeetingOpened(opening) => Some((event.id(), opening.client)),
        _ => None,
    });
    opened.collect()
}

/// The first event that the desk does not admit.
fn refused<'a>(events: impl Iterator<Item = &'a Event>) -> Option<(&'a Event, String)> {
    let mut desk = Desk::default();
    for event in events {
        match desk.apply(event) {
            Ok(next) => desk = next,
            Err(refusal) => return Some((event, refusal.to_string())),
        }
    }
    None
}

#[test]
fn a_desk_of_one_client_admits_all_that_happened_with_them() {
    let events = year();
    let (owners, desk) = (owners(&events), Desk::gather(events.clone()));
    for client in desk.clients().iter() {
        let is_theirs = |event: &&Event| match event.of {
            Record::Begun(id) => id == client.id || owners.contains(&(id, Some(client.id))),
            Record::Settings => true,
        };
        assert_eq!(refused(events.iter().filter(is_theirs)), None);
    }
}

#[test]
fn a_desk_of_everything_admits_all_of_a_small_notebook() {
    for seed in 0..5 {
        assert_eq!(refused(heard_demo::small(seed, EVENING).iter()), None, "seed {seed}");
    }
}
