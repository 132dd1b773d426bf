//! Tests of opening meetings and adding clients.

use heard_core::event::kind::{EventKind, MeetingKind, Opening};
use heard_core::validate::{MAX_AGO_MS, MAX_NAME};
use heard_core::{DocumentId, EventId, Floor, Party, Refusal};

use crate::scene::{EVENING, Scene, opening};

fn opens(change: impl FnOnce(&mut Opening)) -> Option<Refusal> {
    let mut opening = opening();
    change(&mut opening);
    Scene::empty().refusal(EventKind::MeetingOpened(opening))
}

fn added(name: &str) -> EventKind {
    EventKind::ClientAdded { name: name.to_owned() }
}

#[test]
fn a_meeting_starts_with_the_client_having_the_floor() {
    let scene = Scene::opened();
    assert_eq!(scene.meeting().floor(), Some(Floor::Client));
    assert_eq!(scene.meeting().started_wall_ms, EVENING);
    assert_eq!(scene.notebook.running().map(|meeting| meeting.id), Some(scene.meeting));
}

#[test]
fn a_second_meeting_does_not_start_during_a_meeting_or_its_break() {
    let mut scene = Scene::opened();
    let second = || EventKind::MeetingOpened(opening());
    assert_eq!(scene.refusal(second()), Some(Refusal::AlreadyRunning));
    scene.record(EventKind::BreakTaken);
    assert_eq!(scene.refusal(second()), Some(Refusal::AlreadyRunning));
    scene.end_meeting();
    assert_eq!(scene.refusal(second()), None);
}

#[test]
fn a_meeting_without_participants_does_not_start() {
    assert_eq!(opens(|opening| opening.us = 0), Some(Refusal::OutOfRange));
    assert_eq!(opens(|opening| opening.them = 0), Some(Refusal::OutOfRange));
    assert_eq!(opens(|opening| (opening.us, opening.them) = (255, 255)), None);
}

#[test]
fn a_meeting_is_back_filled_by_a_day_at_most() {
    assert_eq!(MAX_AGO_MS, 24 * 60 * 60 * 1_000);
    assert_eq!(opens(|opening| opening.began_ms_ago = MAX_AGO_MS), None);
    assert_eq!(opens(|opening| opening.began_ms_ago = MAX_AGO_MS + 1), Some(Refusal::OutOfRange));
}

#[test]
fn the_aim_of_a_meeting_is_between_1_and_99_percent() {
    assert_eq!([1, 99].map(|aim| opens(|o| o.aim_percent = Some(aim))), [None; 2]);
    let refused = [0, 100, 255].map(|aim| opens(|o| o.aim_percent = Some(aim)));
    assert_eq!(refused, [Some(Refusal::OutOfRange); 3]);
}

#[test]
fn a_meeting_is_with_a_client_who_is_known() {
    let stranger = EventId { n: 9, boot: DocumentId::from_random(9) };
    assert_eq!(opens(|opening| opening.client = Some(stranger)), Some(Refusal::Unknown));
    let mut scene = Scene::empty();
    let client = Some(scene.record(added("Harbour Trust")));
    scene.record(EventKind::MeetingOpened(Opening { client, ..opening() }));
    assert_eq!(scene.meeting().opening.client, client);
}

#[test]
fn the_details_of_the_opening_stay_with_the_meeting() {
    let mut scene = Scene::empty();
    let known = Opening {
        kind: MeetingKind::HardConversation,
        us: 2,
        them: 7,
        aim_percent: Some(25),
        utc_offset_min: -210,
        ..opening()
    };
    scene.record(EventKind::MeetingOpened(known.clone()));
    scene.wait(10).take_floor(Party::Consultant);
    scene.end_meeting();
    assert_eq!(scene.meeting().opening, known);
}

#[test]
fn a_clients_name_is_kept_exactly_including_markup() {
    for name in
        ["<b onclick=alert(1)>Müller & Söhne</b>", "شركة الميناء", "  Harbour\u{a0}Trust ", "🛳️"]
    {
        let mut scene = Scene::empty();
        let id = scene.record(added(name));
        assert_eq!(&*scene.notebook.client(id).unwrap().name, name);
        scene.reload();
        assert_eq!(&*scene.notebook.client(id).unwrap().name, name);
    }
}

#[test]
fn a_client_needs_a_name_of_at_most_two_hundred_characters() {
    let scene = Scene::empty();
    assert_eq!(scene.refusal(added("")), Some(Refusal::NoWords));
    assert_eq!(scene.refusal(added(" \t\n")), Some(Refusal::NoWords));
    assert_eq!(scene.refusal(added(&"é".repeat(MAX_NAME))), None);
    assert_eq!(scene.refusal(added(&"é".repeat(MAX_NAME + 1))), Some(Refusal::TooLong));
    assert_eq!(MAX_NAME, 200);
}

#[test]
fn clients_are_in_the_order_they_were_added_and_are_found_by_name() {
    let mut scene = Scene::empty();
    let [first, second] = ["Zoo", "Ärztehaus"].map(|name| scene.record(added(name)));
    let ids: Vec<_> = scene.notebook.clients().iter().map(|client| client.id).collect();
    assert_eq!(ids, [first, second]);
    let named = |name| scene.notebook.client_named(name).map(|client| client.id);
    assert_eq!(named(" ÄRZTEHAUS "), Some(second));
    assert_eq!(named("Ärzte"), None);
}

#[test]
fn meetings_are_in_the_order_they_were_opened() {
    let mut scene = Scene::opened();
    let first = scene.meeting;
    scene.wait(1_000).end_meeting();
    scene.reload();
    let second = scene.record(EventKind::MeetingOpened(opening()));
    let ids: Vec<_> = scene.notebook.meetings().map(|meeting| meeting.id).collect();
    assert_eq!(ids, [first, second]);
    assert_eq!(scene.notebook.running().map(|meeting| meeting.id), Some(second));
}
