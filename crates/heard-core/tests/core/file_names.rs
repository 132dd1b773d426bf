//! Tests of the names of exported files.

use heard_core::event::kind::{EventKind, Opening};
use heard_core::time::Local;
use heard_core::transfer::export::Wanted;
use heard_core::transfer::file_name::{of_client, of_part};

use crate::recap::met;
use crate::scene::{Scene, opening};

/// A notebook with two meetings of one client on one day, which is the day before the export.
fn two_meetings() -> (Scene, [Wanted; 2], Local) {
    let mut scene = Scene::empty();
    let meetings = [0, 3_600_000].map(|pause_ms| {
        scene.wait(pause_ms);
        met(&mut scene, "Harbour / Trust");
        scene.wait(60_000).end_meeting();
        Wanted { meeting: Some(scene.meeting), ..Wanted::default() }
    });
    let now = Local { wall_ms: scene.now.wall_ms + 86_400_000, utc_offset_min: 60 };
    (scene, meetings, now)
}

#[test]
fn the_notebook_a_client_and_each_meeting_have_files_of_different_names() {
    let (scene, [first, second], now) = two_meetings();
    let client = scene.notebook.clients()[0].id;
    let name = |wanted| of_part(&scene.notebook, wanted, now);
    assert_eq!(name(Wanted::default()), "heard-notebook-2026-11-22");
    let whole = Wanted { client: Some(client), ..Wanted::default() };
    assert_eq!(name(whole), "heard-client-Harbour-Trust-2026-11-22");
    assert_eq!(name(first), "heard-meeting-Harbour-Trust-2026-11-21-2100");
    assert_eq!(name(second), "heard-meeting-Harbour-Trust-2026-11-21-2201");
    let loops = of_client(&scene.notebook, "loops", Some(client), now.day());
    assert_eq!(loops, "loops-Harbour-Trust-2026-11-22");
}

#[test]
fn a_meeting_without_a_client_has_the_day_and_time_of_its_place() {
    let mut scene = Scene::empty();
    scene.record(EventKind::MeetingOpened(Opening { utc_offset_min: 330, ..opening() }));
    let now = Local { wall_ms: scene.now.wall_ms, utc_offset_min: 60 };
    let wanted = Wanted { meeting: Some(scene.meeting().id), ..Wanted::default() };
    assert_eq!(of_part(&scene.notebook, wanted, now), "heard-meeting-2026-11-22-0130");
}
