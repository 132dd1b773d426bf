//! The core accepts every event.

use heard_core::{Event, Notebook, Record};

use crate::{EVENING, year};

/// The index of the client that an event belongs to.
fn client_of(notebook: &Notebook, event: &Event) -> usize {
    let Record::Begun(id) = event.of else { panic!("no settings are generated") };
    let client = notebook.meeting(id).map_or(Some(id), |meeting| meeting.opening.client);
    let place = notebook.clients().iter().position(|known| Some(known.id) == client);
    place.expect("every meeting has a client")
}

/// The first event that the core refuses, with the reason.
fn refused<'a>(events: impl Iterator<Item = &'a Event>) -> Option<(&'a Event, String)> {
    let mut notebook = Notebook::default();
    for event in events {
        match notebook.apply(event) {
            Ok(next) => notebook = next,
            Err(refusal) => return Some((event, refusal.to_string())),
        }
    }
    None
}

#[test]
fn the_events_of_one_client_are_accepted() {
    let events = year();
    let notebook = Notebook::from_events(events.clone());
    let mut of_each = vec![Vec::new(); notebook.clients().len()];
    for event in &events {
        of_each[client_of(&notebook, event)].push(event);
    }
    for events in of_each {
        assert_eq!(refused(events.into_iter()), None);
    }
}

#[test]
fn all_events_of_a_small_notebook_are_accepted() {
    for seed in 0..5 {
        assert_eq!(refused(heard_demo::small(seed, EVENING).iter()), None, "seed {seed}");
    }
}
