//! Tests of what is known about past meetings without reading them.

use heard_core::event::kind::{EventKind, Opening};
use heard_core::{EventId, Notebook, Record};

use crate::archived_meetings::from_archives;
use crate::scene::{Scene, opening};

/// Three meetings with two clients: with the first, with the second, and with the first again.
fn three_meetings() -> (Scene, [EventId; 2]) {
    let mut scene = Scene::empty();
    let clients = ["Harbour Trust", "Tom's Yard"];
    let clients =
        clients.map(|name| scene.record(EventKind::ClientAdded { name: name.to_owned() }));
    for client in [clients[0], clients[1], clients[0]] {
        hold_meeting(&mut scene, client);
        scene.wait(60_000).end_meeting();
    }
    (scene, clients)
}

fn hold_meeting(scene: &mut Scene, client: EventId) {
    scene.record(EventKind::MeetingOpened(Opening { client: Some(client), ..opening() }));
}

fn names(notebook: &Notebook) -> Vec<EventId> {
    notebook.clients_met().map(|client| client.id).collect()
}

#[test]
fn past_clients_and_counts_are_available_without_reading_any_meeting() {
    let (scene, [one, other]) = three_meetings();
    let notebook = from_archives(&scene);
    assert_eq!((names(&notebook), notebook.count_ended(None)), (vec![one, other, one], 3));
    assert!(notebook.logs().iter().all(|log| !log.is_read()), "a meeting was read");
    assert_eq!(
        (names(&scene.notebook), scene.notebook.count_ended(None)),
        (vec![one, other, one], 3)
    );
}

#[test]
fn a_running_meeting_is_not_counted_as_ended_and_a_withdrawn_one_is_not_counted() {
    let (mut scene, [one, other]) = three_meetings();
    hold_meeting(&mut scene, other);
    assert_eq!(
        (names(&scene.notebook), scene.notebook.count_ended(None)),
        (vec![other, one, other, one], 3)
    );
    let event = scene.meeting;
    scene
        .try_record_for(Record::Begun(event), EventKind::Undone { event })
        .expect("it may be withdrawn");
    assert_eq!(
        (names(&scene.notebook), scene.notebook.count_ended(None)),
        (vec![one, other, one], 3)
    );
}

#[test]
fn meetings_are_sorted_newest_end_first_including_imported_ones() {
    let (scene, [one, _]) = three_meetings();
    let notebook = crate::import::joined(&scene.notebook, crate::import::FOREIGN);
    let began =
        |client| notebook.ended(client).map(|meeting| meeting.started_wall_ms).collect::<Vec<_>>();
    assert_eq!(began(None).len(), 5);
    assert!(began(None).is_sorted_by(|newer, older| newer >= older), "{:?}", began(None));
    assert_eq!((began(Some(one)).len(), notebook.count_ended(Some(one))), (2, 2));
}

#[test]
fn reading_ahead_covers_the_newest_sixty_meetings_and_those_with_a_story() {
    let mut scene = crate::archived_meetings::closed_meetings(70, 1);
    let meetings: Vec<EventId> = scene.notebook.meetings().map(|meeting| meeting.id).collect();
    let learned = "Wait longer".to_owned();
    let story = EventKind::StoryWritten { story: None, learned, changed: None };
    scene.try_record_for(Record::Begun(meetings[3]), story).expect("it may be told");
    let notebook = from_archives(&scene);
    assert!(!notebook.has_loops_at_hand());
    let mut goes = 1;
    while notebook.read_ahead(7) {
        goes += 1;
    }
    assert_eq!(goes, 10);
    assert!(notebook.has_loops_at_hand());
    let read: Vec<bool> = notebook.logs().iter().map(|log| log.is_read()).collect();
    let expected: Vec<bool> = (0..70).map(|nth| nth == 3 || nth >= 10).collect();
    assert_eq!(read, expected);
    assert_eq!(notebook.journal().len(), 1);
    assert_eq!(notebook.loops(), scene.notebook.loops());
    assert_eq!(
        notebook.logs().iter().filter(|log| log.is_read()).count(),
        61,
        "another meeting was read"
    );
}
