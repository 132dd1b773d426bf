//! Tests of erasing meetings and clients.

use heard_core::codec;
use heard_core::event::kind::{EventKind, Opening};
use heard_core::transfer::erase::{Fate, fate, is_suspect};
use heard_core::{EventId, Notebook, Record};
use serde_json::{Value, json as j};

use crate::archived_meetings::{closed_meetings, from_archives, meetings};
use crate::import::{FOREIGN, exported, imported, value};
use crate::scene::{Scene, opening};

/// Two clients with a meeting each, and a meeting without a client, from loose events and packed.
fn both() -> (Scene, [Notebook; 2], [EventId; 2]) {
    let mut scene = closed_meetings(1, 2);
    let first = scene.events[0].id();
    let second = scene.record(EventKind::ClientAdded { name: "Mill".to_owned() });
    for client in [Some(second), None] {
        scene.record(EventKind::MeetingOpened(Opening { client, ..opening() }));
        scene.end_meeting();
    }
    let notebooks = [scene.notebook.clone(), from_archives(&scene)];
    (scene, notebooks, [first, second])
}

fn rest(scene: &Scene, gone: &[EventId]) -> Notebook {
    let stays = |of| !matches!(of, Record::Begun(id) if gone.contains(&id));
    Notebook::from_events(scene.events.iter().filter(|event| stays(event.of)).cloned())
}

#[test]
fn erasing_a_meeting_erases_all_its_events() {
    let (scene, notebooks, _) = both();
    for (notebook, id) in notebooks
        .iter()
        .flat_map(|notebook| meetings(&scene).into_iter().map(move |id| (notebook, id)))
    {
        let left = notebook.without_meeting(id);
        assert_eq!(left, rest(&scene, &[id]));
        assert_eq!((left.log(id), left.events_of(Record::Begun(id)).next()), (None, None));
        assert_eq!(left.next_n(), notebook.next_n(), "a number is never given twice");
    }
}

#[test]
fn erasing_a_client_erases_their_meetings_and_no_others() {
    let (scene, notebooks, [first, second]) = both();
    let meetings = meetings(&scene);
    for notebook in notebooks {
        let left = notebook.without_client(first);
        assert_eq!(
            left.logs().iter().filter(|log| log.is_read()).count(),
            notebook.logs().iter().filter(|log| log.is_read() && log.id != meetings[0]).count()
        );
        assert_eq!(left, rest(&scene, &[first, meetings[0]]));
        assert_eq!(notebook.without_client(second), rest(&scene, &[second, meetings[1]]));
        assert_eq!(left.client(first), None);
    }
}

#[test]
fn erasing_a_client_erases_withdrawn_meetings() {
    let mut scene = closed_meetings(1, 0);
    while scene.undo().is_ok() {}
    assert!(scene.notebook.meeting(scene.meeting).is_none());
    let left = scene.notebook.without_client(scene.events[0].id());
    assert_eq!(left, Notebook::default());
    assert_eq!(left.lines().len(), 0);
}

#[test]
fn erasing_a_meeting_erases_its_newer_lines() {
    let scene = closed_meetings(2, 0);
    let of = |id: EventId| format!(r#"{{"v":7,"id":"1-99","of":"{id}","felt":"{id}"}}"#);
    let lines = [of(meetings(&scene)[0]), of(meetings(&scene)[1]), of(scene.events[0].id())];
    let notebook = scene.notebook.with_newer(lines.iter().map(String::as_str));
    let left = notebook.without_meeting(meetings(&scene)[0]);
    assert_eq!(left.newer().len(), 2);
    assert_eq!(notebook.without_client(scene.events[0].id()).newer().len(), 0);
}

#[test]
fn erasing_a_client_erases_meetings_known_only_from_newer_lines() {
    let scene = closed_meetings(1, 0);
    let client = scene.events[0].id();
    let kind = format!(r#"{{"meeting-opened":{{"client":"{client}","kind":"walk"}}}}"#);
    let opening = format!(r#"{{"v":7,"id":"1-50","of":"1-50","act":{kind}}}"#);
    let mut late = scene.events[2].clone();
    (late.n, late.of) = (51, Record::Begun(EventId { n: 50, ..client }));
    let notebook = scene.notebook.with_newer([&*opening]).merged(&late);
    assert_eq!(notebook.without_client(client), Notebook::default());
}

#[test]
fn erasing_an_unknown_record_changes_nothing() {
    let (_, notebooks, _) = both();
    let nobody = EventId { n: 999, boot: notebooks[0].clients()[0].id.boot };
    assert_eq!(notebooks[0].without_meeting(nobody), notebooks[0]);
    assert_eq!(notebooks[0].without_client(nobody), notebooks[0]);
}

/// The file of another tool, with a loop of each client and something more of a client that we know.
fn foreign() -> Notebook {
    let mut file = value(FOREIGN);
    let second = j!({ "id": "l2", "client": "c2", "words": "The gate squeaks" });
    file["loops"].as_array_mut().unwrap().push(second);
    imported(&file.to_string())
}

/// The notebook of the lines that remain in storage when these records are erased.
pub(crate) fn parted(notebook: &Notebook, gone: &[EventId]) -> Notebook {
    let lines = notebook.lines();
    let left = lines.iter().filter_map(|line| match fate(line, gone) {
        Fate::Stays => Some(codec::read(line).unwrap()),
        Fate::Becomes(event) => Some(event),
        Fate::Goes => None,
    });
    Notebook::from_events(left)
}

#[test]
fn imported_loops_are_erased_with_their_own_client_only() {
    let notebook = foreign();
    for (name, theirs, stays) in
        [("Harbour Trust", "Tickets vanish", "squeaks"), ("Zoo", "squeaks", "Tickets vanish")]
    {
        let client = notebook.client_named(name).unwrap().id;
        let meeting = notebook.meetings().find(|m| m.opening.client == Some(client)).unwrap().id;
        let left = notebook.without_client(client);
        let file = exported(&left);
        assert!(!file.contains(theirs) && file.contains(stays), "{file}");
        assert_eq!(value(&file)["journal"], value(FOREIGN)["journal"], "it is of no client");
        assert_eq!(
            parted(&notebook, &[client, meeting]),
            left,
            "storage and notebook differ after the erasure"
        );
        assert_eq!(imported(&file), left, "the remaining file is valid");
    }
}

#[test]
fn steps_of_an_imported_loop_are_erased_with_its_client() {
    let mut scene = crate::scene::Scene::empty();
    scene.notebook = foreign();
    let client = scene.notebook.client_named("Harbour Trust").unwrap().id;
    let loops = scene.notebook.imported_loops_of(client);
    assert_eq!(loops.len(), 1);
    scene.take_step(loops[0], heard_core::loops::StepKind::Decline, "a secret reason");
    let left = scene.notebook.without_client(client);
    assert!(exported(&scene.notebook).contains("a secret reason"));
    assert!(!exported(&left).contains("a secret reason"));
    let meeting = scene.notebook.meetings().find(|m| m.opening.client == Some(client)).unwrap().id;
    assert_eq!(parted(&scene.notebook, &[client, meeting, loops[0]]), left);
}

#[test]
fn extra_fields_of_a_record_are_erased_with_it() {
    let (scene, notebooks, [first, second]) = both();
    let mut file = value(&exported(&scene.notebook));
    for client in file["clients"].as_array_mut().unwrap() {
        client["sector"] = client["id"].clone();
    }
    let meeting = meetings(&scene)[0];
    file["meetings"][0]["felt_heard"] = j!(4);
    for notebook in notebooks.map(|notebook| crate::import::joined(&notebook, &file.to_string())) {
        let left = notebook.without_client(first);
        let sectors: Vec<Value> = value(&exported(&left))["clients"]
            .as_array()
            .unwrap()
            .iter()
            .map(|client| client["sector"].clone())
            .collect();
        assert_eq!(sectors, [j!(second.to_string())]);
        assert!(exported(&notebook).contains("\"felt_heard\":4"));
        assert!(!exported(&notebook.without_meeting(meeting)).contains("\"felt_heard\":4"));
        assert!(left.lines().iter().all(|line| !line.contains(&format!("\"{first}\""))));
    }
}

#[test]
fn other_data_that_becomes_empty_is_erased() {
    let file = j!({
        "heard": 1, "clients": [{ "id": "c", "name": "Mill" }], "loops": [{ "client": "c" }],
    });
    let notebook = imported(&file.to_string());
    let client = notebook.clients()[0].id;
    assert_eq!(notebook.without_client(client), Notebook::default());
    assert_eq!(parted(&notebook, &[client]), Notebook::default());
}

#[test]
fn a_line_is_erased_with_the_record_it_names_only() {
    let (scene, ..) = both();
    let gone = scene.events[0].id();
    let nobody = EventId { n: 999, ..gone };
    for event in &scene.events {
        let line = codec::write(event);
        let names_it = line.contains(&format!("\"{gone}\""));
        assert_eq!(fate(&line, &[gone]) == Fate::Goes, names_it, "{line}");
        assert_eq!(fate(&line, &[nobody]), Fate::Stays);
        assert_eq!(is_suspect(&line.replace('"', "\\\""), &[gone]), names_it);
    }
    let mut said = Scene::opened();
    said.capture_outcome("rest-brought");
    let line = codec::write(said.events.last().unwrap());
    assert_eq!(fate(&line, &[nobody]), Fate::Stays, "words may contain a serialized name");
    assert_eq!(fate(&line, &[said.meeting]), Fate::Goes);
}

#[test]
fn unreadable_other_data_is_erased_with_any_record() {
    let notebook = foreign();
    let lines = notebook.lines();
    let rest = lines.iter().find(|line| line.contains("rest-brought")).unwrap();
    let client = notebook.clients()[0].id;
    assert!(matches!(fate(rest, &[client]), Fate::Becomes(_)));
    let nobody = EventId { n: 999_999, ..client };
    assert_eq!(fate(rest, &[nobody]), Fate::Stays, "a line without erased records stays");
    let damaged = rest.replace("Tickets", "Tackets");
    assert_eq!(fate(&damaged, &[client]), Fate::Goes);
    assert!(is_suspect(&damaged, &[client]) && !is_suspect(&damaged, &[]));
}
