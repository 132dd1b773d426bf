//! What is told of many meetings without reading them.

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
fn who_was_met_and_how_often_is_known_before_any_meeting_is_read() {
    let (scene, [one, other]) = three_meetings();
    let notebook = from_archives(&scene);
    assert_eq!((names(&notebook), notebook.count_ended(None)), (vec![one, other, one], 3));
    assert!(notebook.logs().iter().all(|log| !log.is_read()), "none was read for it");
    assert_eq!(
        (names(&scene.notebook), scene.notebook.count_ended(None)),
        (vec![one, other, one], 3)
    );
}

#[test]
fn a_meeting_that_runs_was_met_and_has_not_ended_and_one_withdrawn_was_neither() {
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
fn the_newest_come_first_by_their_ends_whatever_file_brought_them() {
    let (scene, [one, _]) = three_meetings();
    let notebook = crate::import::joined(&scene.notebook, crate::import::FOREIGN);
    let began =
        |client| notebook.ended(client).map(|meeting| meeting.started_wall_ms).collect::<Vec<_>>();
    assert_eq!(began(None).len(), 5);
    assert!(began(None).is_sorted_by(|newer, older| newer >= older), "{:?}", began(None));
    assert_eq!((began(Some(one)).len(), notebook.count_ended(Some(one))), (2, 2));
}

#[test]
fn read_ahead_are_the_newest_sixty_and_those_with_a_story_and_of_the_rest_what_loops_ask_for() {
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
        "nothing more was read"
    );
}
