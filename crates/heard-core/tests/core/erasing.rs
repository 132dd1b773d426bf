//! A meeting or a client that is to vanish leaves nothing behind.

use heard_core::codec;
use heard_core::event::kind::{EventKind, Opening};
use heard_core::transfer::erase::{Fate, fate, is_suspect};
use heard_core::{EventId, Notebook, Record};
use serde_json::{Value, json as j};

use crate::import::{FOREIGN, exported, imported, value};
use crate::scene::{Scene, opening};
use crate::years::{from_segments, lived, meetings};

/// Two clients, with a meeting each, and a meeting with nobody named; loose and packed.
fn both() -> (Scene, [Notebook; 2], [EventId; 2]) {
    let mut scene = lived(1, 2);
    let first = scene.events[0].id();
    let second = scene.says(EventKind::ClientAdded { name: "Mill".to_owned() });
    for client in [Some(second), None] {
        scene.says(EventKind::MeetingOpened(Opening { client, ..opening() }));
        scene.ends();
    }
    let desks = [scene.notebook.clone(), from_segments(&scene)];
    (scene, desks, [first, second])
}

fn rest(scene: &Scene, gone: &[EventId]) -> Notebook {
    let stays = |of| !matches!(of, Record::Begun(id) if gone.contains(&id));
    Notebook::from_events(scene.events.iter().filter(|event| stays(event.of)).cloned())
}

#[test]
fn a_meeting_vanishes_with_all_its_events() {
    let (scene, desks, _) = both();
    for (notebook, id) in
        desks.iter().flat_map(|notebook| meetings(&scene).into_iter().map(move |id| (notebook, id)))
    {
        let left = notebook.without_meeting(id);
        assert_eq!(left, rest(&scene, &[id]));
        assert_eq!((left.log(id), left.events_of(Record::Begun(id)).next()), (None, None));
        assert_eq!(left.next_n(), notebook.next_n(), "a number is never given twice");
    }
}

#[test]
fn a_client_vanishes_with_every_meeting_and_nobody_elses() {
    let (scene, desks, [first, second]) = both();
    let meetings = meetings(&scene);
    for notebook in desks {
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
fn a_withdrawn_meeting_vanishes_with_its_client_too() {
    let mut scene = lived(1, 0);
    while scene.undoes().is_ok() {}
    assert!(scene.notebook.meeting(scene.meeting).is_none());
    let left = scene.notebook.without_client(scene.events[0].id());
    assert_eq!(left, Notebook::default());
    assert_eq!(left.lines().len(), 0);
}

#[test]
fn what_a_newer_heard_wrote_of_the_meeting_vanishes_with_it() {
    let scene = lived(2, 0);
    let of = |id: EventId| format!(r#"{{"v":7,"id":"1-99","of":"{id}","felt":"{id}"}}"#);
    let lines = [of(meetings(&scene)[0]), of(meetings(&scene)[1]), of(scene.events[0].id())];
    let notebook = scene.notebook.with_newer(lines.iter().map(String::as_str));
    let left = notebook.without_meeting(meetings(&scene)[0]);
    assert_eq!(left.newer().len(), 2);
    assert_eq!(notebook.without_client(scene.events[0].id()).newer().len(), 0);
}

#[test]
fn a_meeting_that_only_a_newer_heard_can_open_vanishes_with_its_client() {
    let scene = lived(1, 0);
    let client = scene.events[0].id();
    let kind = format!(r#"{{"meeting-opened":{{"client":"{client}","kind":"walk"}}}}"#);
    let opening = format!(r#"{{"v":7,"id":"1-50","of":"1-50","act":{kind}}}"#);
    let mut late = scene.events[2].clone();
    (late.n, late.of) = (51, Record::Begun(EventId { n: 50, ..client }));
    let notebook = scene.notebook.with_newer([&*opening]).merged(&late);
    assert_eq!(notebook.without_client(client), Notebook::default());
}

#[test]
fn what_is_not_there_vanishes_without_a_trace() {
    let (_, desks, _) = both();
    let nobody = EventId { n: 999, boot: desks[0].clients()[0].id.boot };
    assert_eq!(desks[0].without_meeting(nobody), desks[0]);
    assert_eq!(desks[0].without_client(nobody), desks[0]);
}

/// The file of another tool, with a loop of each client and something more of a client that we know.
fn foreign() -> Notebook {
    let mut file = value(FOREIGN);
    let second = j!({ "id": "l2", "client": "c2", "words": "The gate squeaks" });
    file["loops"].as_array_mut().unwrap().push(second);
    imported(&file.to_string())
}

/// What the lines of a notebook come to when these records go, as the ropes would have it.
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
fn the_loops_of_a_client_of_another_tool_go_with_the_client_and_nobody_elses() {
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
            "the ropes hold what the notebook shows"
        );
        assert_eq!(imported(&file), left, "what is left is still a sound file");
    }
}

#[test]
fn what_was_said_of_a_loop_of_another_tool_goes_with_its_client() {
    let mut scene = crate::scene::Scene::empty();
    scene.notebook = foreign();
    let client = scene.notebook.client_named("Harbour Trust").unwrap().id;
    let loops = scene.notebook.imported_loops_of(client);
    assert_eq!(loops.len(), 1);
    scene.steps(loops[0], heard_core::loops::StepKind::Decline, "a secret reason");
    let left = scene.notebook.without_client(client);
    assert!(exported(&scene.notebook).contains("a secret reason"));
    assert!(!exported(&left).contains("a secret reason"));
    let meeting = scene.notebook.meetings().find(|m| m.opening.client == Some(client)).unwrap().id;
    assert_eq!(parted(&scene.notebook, &[client, meeting, loops[0]]), left);
}

#[test]
fn what_a_file_said_more_of_a_record_goes_with_it() {
    let (scene, desks, [first, second]) = both();
    let mut file = value(&exported(&scene.notebook));
    for client in file["clients"].as_array_mut().unwrap() {
        client["sector"] = client["id"].clone();
    }
    let meeting = meetings(&scene)[0];
    file["meetings"][0]["felt_heard"] = j!(4);
    for notebook in desks.map(|notebook| crate::import::joined(&notebook, &file.to_string())) {
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
fn a_rest_of_which_nothing_is_left_goes_whole() {
    let file = j!({
        "heard": 1, "clients": [{ "id": "c", "name": "Mill" }], "loops": [{ "client": "c" }],
    });
    let notebook = imported(&file.to_string());
    let client = notebook.clients()[0].id;
    assert_eq!(notebook.without_client(client), Notebook::default());
    assert_eq!(parted(&notebook, &[client]), Notebook::default());
}

#[test]
fn a_line_goes_with_the_record_it_names_and_stays_with_any_other() {
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
    said.catches("rest-brought");
    let line = codec::write(said.events.last().unwrap());
    assert_eq!(fate(&line, &[nobody]), Fate::Stays, "somebody may say these words");
    assert_eq!(fate(&line, &[said.meeting]), Fate::Goes);
}

#[test]
fn the_rest_of_a_file_that_can_not_be_read_goes_with_any_record_for_it_can_not_be_parted() {
    let notebook = foreign();
    let lines = notebook.lines();
    let rest = lines.iter().find(|line| line.contains("rest-brought")).unwrap();
    let client = notebook.clients()[0].id;
    assert!(matches!(fate(rest, &[client]), Fate::Becomes(_)));
    let nobody = EventId { n: 999_999, ..client };
    assert_eq!(fate(rest, &[nobody]), Fate::Stays, "what nothing leaves stays as it is");
    let damaged = rest.replace("Tickets", "Tackets");
    assert_eq!(fate(&damaged, &[client]), Fate::Goes);
    assert!(is_suspect(&damaged, &[client]) && !is_suspect(&damaged, &[]));
}
