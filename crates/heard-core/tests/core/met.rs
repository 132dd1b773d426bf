//! What is told of many meetings without reading them.

use heard_core::act::{Act, Opening};
use heard_core::{Desk, EventId, Record};

use crate::scene::{Scene, opening};
use crate::years::from_segments;

/// Three meetings with two clients: with the first, with the second, and with the first again.
fn met() -> (Scene, [EventId; 2]) {
    let mut scene = Scene::empty();
    let clients = ["Harbour Trust", "Tom's Yard"];
    let clients = clients.map(|name| scene.says(Act::ClientAdded { name: name.to_owned() }));
    for client in [clients[0], clients[1], clients[0]] {
        meets(&mut scene, client);
        scene.wait(60_000).ends();
    }
    (scene, clients)
}

fn meets(scene: &mut Scene, client: EventId) {
    scene.says(Act::MeetingOpened(Opening { client: Some(client), ..opening() }));
}

fn names(desk: &Desk) -> Vec<EventId> {
    desk.clients_met().map(|client| client.id).collect()
}

#[test]
fn who_was_met_and_how_often_is_known_before_any_meeting_is_read() {
    let (scene, [one, other]) = met();
    let desk = from_segments(&scene);
    assert_eq!((names(&desk), desk.count_ended(None)), (vec![one, other, one], 3));
    assert!(desk.logs().iter().all(|log| !log.is_read()), "none was read for it");
    assert_eq!((names(&scene.desk), scene.desk.count_ended(None)), (vec![one, other, one], 3));
}

#[test]
fn a_meeting_that_runs_was_met_and_has_not_ended_and_one_withdrawn_was_neither() {
    let (mut scene, [one, other]) = met();
    meets(&mut scene, other);
    assert_eq!(
        (names(&scene.desk), scene.desk.count_ended(None)),
        (vec![other, one, other, one], 3)
    );
    let event = scene.meeting;
    scene.tries_of(Record::Begun(event), Act::Undone { event }).expect("it may be withdrawn");
    assert_eq!((names(&scene.desk), scene.desk.count_ended(None)), (vec![one, other, one], 3));
}
