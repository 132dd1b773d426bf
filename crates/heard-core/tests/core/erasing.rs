//! A meeting or a client that is to vanish leaves nothing behind.

use heard_core::act::{Act, Opening};
use heard_core::{Desk, EventId, Record};

use crate::scene::{Scene, opening};
use crate::years::{from_segments, lived, meetings};

/// Two clients, with a meeting each, and a meeting with nobody named; loose and packed.
fn both() -> (Scene, [Desk; 2], [EventId; 2]) {
    let mut scene = lived(1, 2);
    let first = scene.events[0].id();
    let second = scene.says(Act::ClientAdded { name: "Mill".to_owned() });
    for client in [Some(second), None] {
        scene.says(Act::MeetingOpened(Opening { client, ..opening() }));
        scene.ends();
    }
    let desks = [scene.desk.clone(), from_segments(&scene)];
    (scene, desks, [first, second])
}

fn rest(scene: &Scene, gone: &[EventId]) -> Desk {
    let stays = |of| !matches!(of, Record::Begun(id) if gone.contains(&id));
    Desk::gather(scene.events.iter().filter(|event| stays(event.of)).cloned())
}

#[test]
fn a_meeting_vanishes_with_all_its_events() {
    let (scene, desks, _) = both();
    for (desk, id) in
        desks.iter().flat_map(|desk| meetings(&scene).into_iter().map(move |id| (desk, id)))
    {
        let left = desk.without_meeting(id);
        assert_eq!(left, rest(&scene, &[id]));
        assert_eq!((left.log(id), left.events_of(Record::Begun(id)).next()), (None, None));
        assert_eq!(left.next_n(), desk.next_n(), "a number is never given twice");
    }
}

#[test]
fn a_client_vanishes_with_every_meeting_and_nobody_elses() {
    let (scene, desks, [first, second]) = both();
    let meetings = meetings(&scene);
    for desk in desks {
        let left = desk.without_client(first);
        assert_eq!(
            left.logs().iter().filter(|log| log.is_read()).count(),
            desk.logs().iter().filter(|log| log.is_read() && log.id != meetings[0]).count()
        );
        assert_eq!(left, rest(&scene, &[first, meetings[0]]));
        assert_eq!(desk.without_client(second), rest(&scene, &[second, meetings[1]]));
        assert_eq!(left.client(first), None);
    }
}

#[test]
fn a_withdrawn_meeting_vanishes_with_its_client_too() {
    let mut scene = lived(1, 0);
    while scene.undoes().is_ok() {}
    assert!(scene.desk.meeting(scene.meeting).is_none());
    let left = scene.desk.without_client(scene.events[0].id());
    assert_eq!(left, Desk::default());
    assert_eq!(left.lines().len(), 0);
}

#[test]
fn what_a_newer_heard_wrote_of_the_meeting_vanishes_with_it() {
    let scene = lived(2, 0);
    let of = |id: EventId| format!(r#"{{"v":7,"id":"1-99","of":"{id}","felt":"{id}"}}"#);
    let lines = [of(meetings(&scene)[0]), of(meetings(&scene)[1]), of(scene.events[0].id())];
    let desk = scene.desk.with_newer(lines.iter().map(String::as_str));
    let left = desk.without_meeting(meetings(&scene)[0]);
    assert_eq!(left.newer().len(), 2);
    assert_eq!(desk.without_client(scene.events[0].id()).newer().len(), 0);
}

#[test]
fn a_meeting_that_only_a_newer_heard_can_open_vanishes_with_its_client() {
    let scene = lived(1, 0);
    let client = scene.events[0].id();
    let act = format!(r#"{{"meeting-opened":{{"client":"{client}","kind":"walk"}}}}"#);
    let opening = format!(r#"{{"v":7,"id":"1-50","of":"1-50","act":{act}}}"#);
    let mut late = scene.events[2].clone();
    (late.n, late.of) = (51, Record::Begun(EventId { n: 50, ..client }));
    let desk = scene.desk.with_newer([&*opening]).merged(&late);
    assert_eq!(desk.without_client(client), Desk::default());
}

#[test]
fn what_is_not_there_vanishes_without_a_trace() {
    let (_, desks, _) = both();
    let nobody = EventId { n: 999, boot: desks[0].clients()[0].id.boot };
    assert_eq!(desks[0].without_meeting(nobody), desks[0]);
    assert_eq!(desks[0].without_client(nobody), desks[0]);
}
