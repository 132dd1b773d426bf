//! Tests of the JSON export for the consultant and for the client.

use std::fmt;

use heard_core::event::capture::{Kind, Tally};
use heard_core::event::kind::{EventKind, NewCapture, Opening};
use heard_core::transfer::export::{Audience, Wanted, json};
use heard_core::{EventId, Party};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::scene::{Scene, amended, captured, opening};

/// The fields of an object in the order in which they stand, their values as they are written.
struct Fields(Vec<(String, Box<RawValue>)>);

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Fields;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

impl Fields {
    fn of(text: &str) -> Self {
        serde_json::from_str(text).expect("an object")
    }

    fn names(&self) -> String {
        let names: Vec<_> = self.0.iter().map(|(name, _)| name.as_str()).collect();
        names.join(" ")
    }

    fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).expect("a field of that name").1.get()
    }

    fn first(&self, name: &str) -> Self {
        self.all(name).into_iter().next().expect("a first one")
    }

    fn all(&self, name: &str) -> Vec<Self> {
        serde_json::from_str(self.text(name)).expect("a list of objects")
    }
}

fn exported(scene: &Scene, wanted: Wanted) -> Fields {
    Fields::of(&json(&scene.notebook, wanted, scene.now, 60))
}

fn for_client() -> Wanted {
    Wanted { audience: Audience::Client, ..Wanted::default() }
}

/// A client, with a meeting of one minute that has something of everything.
fn full() -> Scene {
    let mut scene = Scene::empty();
    let client = Some(scene.record(EventKind::ClientAdded { name: "Harbour Trust".to_owned() }));
    scene.record(EventKind::MeetingOpened(Opening { client, them: 2, ..opening() }));
    scene.wait(10_000).take_floor(Party::Consultant);
    let (words, said_by) = ("Quiet \"Mondays\"".to_owned(), Some("Maria".to_owned()));
    let catch = NewCapture { kind: Kind::Outcome, words, said_by, ago_ms: 4_000, mark: None };
    let outcome = scene.wait(1_000).record(EventKind::Captured(catch));
    scene.record(amended(outcome, "Quiet weeks"));
    scene.record(captured(Kind::Held, "We tried that in 2019"));
    scene.record(EventKind::MomentMarked);
    scene.record(EventKind::Tallied(Tally::Asked));
    scene.wait(9_000).record(EventKind::BreakTaken);
    scene.wait(10_000).record(EventKind::BreakEnded);
    scene.wait(30_000).end_meeting();
    scene.wait(60_000);
    scene
}

#[test]
fn the_file_has_the_contracts_fields_in_the_contracts_order() {
    let file = exported(&full(), Wanted::default());
    assert_eq!(file.names(), "heard exported_at clients meetings loops journal log");
    assert_eq!(file.first("clients").names(), "id name");
    let meeting = file.first("meetings");
    assert_eq!(
        meeting.names(),
        "id client kind us them started_at ended_at turns breaks away marks captures tallies \
         guess_talk_percent felt_heard cost measures"
    );
    assert_eq!(meeting.first("turns").names(), "party start_ms end_ms source");
    assert_eq!(meeting.first("breaks").names(), "start_ms end_ms");
    assert_eq!(meeting.first("marks").names(), "id at_ms floor");
    assert_eq!(
        meeting.first("captures").names(),
        "id kind at_ms floor words said_by earlier ours confirmed rank chain hurts"
    );
    assert_eq!(Fields::of(meeting.text("tallies")).names(), "asked played_back jumped_in");
    assert_eq!(
        Fields::of(meeting.text("measures")).names(),
        "talk_ms listen_ms talk_share_of_speech opening_story_ms longest_story_ms \
         longest_talk_ms floor_changes"
    );
}

#[test]
fn the_file_has_the_values_of_the_meeting() {
    let scene = full();
    let file: Value =
        serde_json::from_str(&json(&scene.notebook, Wanted::default(), scene.now, 60)).unwrap();
    assert_eq!(file["heard"], 1);
    assert_eq!(file["exported_at"], "2026-11-21T21:02:00.000+01:00");
    assert_eq!(file["clients"][0]["name"], "Harbour Trust");
    let meeting = &file["meetings"][0];
    assert_eq!(meeting["client"], file["clients"][0]["id"]);
    assert_eq!((&meeting["us"], &meeting["them"]), (&1.into(), &2.into()));
    assert_eq!(meeting["started_at"], "2026-11-21T21:00:00.000+01:00");
    assert_eq!(meeting["ended_at"], "2026-11-21T21:01:00.000+01:00");
    assert_eq!(meeting["marks"][0]["at_ms"], 11_000);
    assert_eq!(meeting["marks"][0]["floor"], "consultant");
    let outcome = &meeting["captures"][0];
    assert_eq!((&outcome["kind"], &outcome["at_ms"]), (&"outcome".into(), &7_000.into()));
    assert_eq!((&outcome["floor"], &outcome["said_by"]), (&"client".into(), &"Maria".into()));
    assert_eq!(outcome["words"], "Quiet weeks");
    assert_eq!(outcome["earlier"], serde_json::json!(["Quiet \"Mondays\""]));
    assert_eq!(meeting["tallies"]["asked"], 1);
    assert_eq!(meeting["measures"]["talk_ms"], 10_000);
    assert_eq!(meeting["measures"]["listen_ms"], 40_000);
    assert_eq!(meeting["measures"]["opening_story_ms"], 10_000);
    assert_eq!(meeting["measures"]["floor_changes"], 2);
}

#[test]
fn turns_and_breaks_tile_the_meeting() {
    let file = exported(&full(), Wanted::default());
    let meeting = file.first("meetings");
    let mut spans: Vec<(u64, u64)> = [meeting.all("turns"), meeting.all("breaks")]
        .iter()
        .flatten()
        .map(|span| (span.text("start_ms").parse().unwrap(), span.text("end_ms").parse().unwrap()))
        .collect();
    spans.sort_unstable();
    assert_eq!(spans, [(0, 10_000), (10_000, 20_000), (20_000, 30_000), (30_000, 60_000)]);
}

#[test]
fn the_share_is_a_decimal_number_with_four_places() {
    let share = |scene: &Scene| {
        let meeting = exported(scene, Wanted::default()).first("meetings");
        Fields::of(meeting.text("measures")).text("talk_share_of_speech").to_owned()
    };
    assert_eq!(share(&full()), "0.2000");
    let mut scene = Scene::opened();
    assert_eq!(share(&scene), "null");
    scene.take_floor(Party::Consultant);
    assert_eq!(share(scene.wait(1)), "1.0000");
    scene.take_floor(Party::Client);
    assert_eq!(share(scene.wait(2)), "0.3333");
    assert_eq!(share(scene.wait(1_997)), "0.0005");
}

#[test]
fn a_running_meeting_is_exported_up_to_now_without_an_end() {
    let mut scene = Scene::opened();
    scene.wait(1_500);
    let meeting = exported(&scene, Wanted::default()).first("meetings");
    assert_eq!(meeting.text("ended_at"), "null");
    assert_eq!(meeting.text("client"), "null");
    assert_eq!(meeting.first("turns").text("end_ms"), "1500");
}

#[test]
fn exports_for_the_client_have_no_held_answers_or_tallies() {
    let scene = full();
    let theirs = json(&scene.notebook, for_client(), scene.now, 60);
    assert!(!theirs.contains("2019") && !theirs.contains("\"held\""), "{theirs}");
    let meeting = Fields::of(&theirs).first("meetings");
    assert_eq!(meeting.text("tallies"), "null");
    assert_eq!(meeting.all("captures").len(), 1);
    let ours = exported(&scene, Wanted::default()).first("meetings");
    assert_eq!(ours.all("captures").len(), 2);
    assert!(ours.text("tallies").contains("asked"));
}

#[test]
fn struck_and_undone_items_are_in_no_list_of_an_export() {
    let mut scene = Scene::opened();
    let id = scene.capture_outcome("struck words");
    scene.record(EventKind::Struck { what: id });
    scene.capture_outcome("undone words");
    scene.undo().unwrap();
    let ours = exported(&scene, Wanted::default());
    assert_eq!(ours.first("meetings").text("captures"), "[]");
    let theirs = json(&scene.notebook, for_client(), scene.now, 60);
    assert!(!theirs.contains("words\":"), "{theirs}");
}

#[test]
fn only_the_consultants_export_has_the_log_with_every_event_unchanged() {
    let (scene, clients, meetings) = three_meetings();
    let of = |wanted| exported(&scene, wanted);
    let lines = |file: &Fields| -> Vec<String> {
        let log: Vec<Box<RawValue>> = serde_json::from_str(file.text("log")).unwrap();
        log.iter().map(|line| line.get().to_owned()).collect()
    };
    // The sum is for what is kept: other tools may put the fields of a file into another order.
    let bare = |line: String| [&line[..line.len() - ",\"sum\":\"12345678\"}".len()], "}"].concat();
    let kept: Vec<String> = scene.events.iter().map(heard_core::codec::write).map(bare).collect();
    assert_eq!(lines(&of(Wanted::default())), kept);
    let of_client = lines(&of(Wanted { client: Some(clients[1]), ..Wanted::default() }));
    assert_eq!(of_client, [&kept[1], &kept[4], &kept[5]].map(String::clone));
    let of_meeting = lines(&of(Wanted { meeting: Some(meetings[2]), ..Wanted::default() }));
    assert_eq!(of_meeting, kept[6..]);
    assert!(!of(for_client()).names().contains("log"));
    assert!(!exported(&Scene::empty(), Wanted::default()).names().contains("log"));
}

#[test]
fn settings_are_exported_only_with_the_whole_notebook() {
    let mut scene = Scene::opened();
    scene.record(EventKind::SettingChanged(heard_core::event::settings::Setting::Aim(Some(40))));
    assert!(exported(&scene, Wanted::default()).text("log").contains("\"aim\":40"));
    let one = exported(&scene, Wanted { meeting: Some(scene.meeting), ..Wanted::default() });
    assert!(!one.text("log").contains("aim"));
}

/// Two clients with a meeting each, and a meeting without a client.
fn three_meetings() -> (Scene, [EventId; 2], [EventId; 3]) {
    let mut scene = Scene::empty();
    let clients =
        ["Harbour", "Zoo"].map(|name| scene.record(EventKind::ClientAdded { name: name.into() }));
    let meetings = [Some(clients[0]), Some(clients[1]), None].map(|client| {
        let id = scene.record(EventKind::MeetingOpened(Opening { client, ..opening() }));
        scene.wait(1_000).end_meeting();
        id
    });
    (scene, clients, meetings)
}

fn ids(fields: &[Fields]) -> Vec<EventId> {
    let id = |object: &Fields| EventId::parse(object.text("id").trim_matches('"')).unwrap();
    fields.iter().map(id).collect()
}

#[test]
fn without_a_filter_everything_is_exported() {
    let (scene, clients, meetings) = three_meetings();
    let file = exported(&scene, Wanted::default());
    assert_eq!(ids(&file.all("clients")), clients);
    assert_eq!(ids(&file.all("meetings")), meetings);
}

#[test]
fn a_filter_by_client_exports_that_client_and_their_meetings() {
    let (scene, clients, meetings) = three_meetings();
    let file = exported(&scene, Wanted { client: Some(clients[1]), ..Wanted::default() });
    assert_eq!(ids(&file.all("clients")), [clients[1]]);
    assert_eq!(ids(&file.all("meetings")), [meetings[1]]);
}

#[test]
fn a_filter_by_meeting_exports_it_and_its_client() {
    let (scene, clients, meetings) = three_meetings();
    let of = |meeting| exported(&scene, Wanted { meeting: Some(meeting), ..Wanted::default() });
    assert_eq!(ids(&of(meetings[0]).all("meetings")), [meetings[0]]);
    assert_eq!(ids(&of(meetings[0]).all("clients")), [clients[0]]);
    assert_eq!(ids(&of(meetings[2]).all("meetings")), [meetings[2]]);
    assert!(of(meetings[2]).all("clients").is_empty());
    assert!(of(clients[0]).all("meetings").is_empty());
}
