//! Every event is one that a notebook admits.

use heard_core::{Event, Notebook, Record};

use crate::{EVENING, year};

/// The number of the client with whom each event has to do, where the clients are in order.
fn whose(notebook: &Notebook, event: &Event) -> usize {
    let Record::Begun(id) = event.of else { panic!("no setting is made up") };
    let client = notebook.meeting(id).map_or(Some(id), |meeting| meeting.opening.client);
    let place = notebook.clients().iter().position(|known| Some(known.id) == client);
    place.expect("every meeting has its client")
}

/// The first event that the notebook does not admit.
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
fn a_desk_of_one_client_admits_all_that_happened_with_them() {
    let events = year();
    let notebook = Notebook::gather(events.clone());
    let mut of_each = vec![Vec::new(); notebook.clients().len()];
    for event in &events {
        of_each[whose(&notebook, event)].push(event);
    }
    for theirs in of_each {
        assert_eq!(refused(theirs.into_iter()), None);
    }
}

#[test]
fn a_desk_of_everything_admits_all_of_a_small_notebook() {
    for seed in 0..5 {
        assert_eq!(refused(heard_demo::small(seed, EVENING).iter()), None, "seed {seed}");
    }
}
