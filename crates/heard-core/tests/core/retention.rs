//! Tests of meetings since the last export and of the retention time.

use heard_core::EventId;
use heard_core::event::capture::Kind;
use heard_core::event::kind::EventKind;
use heard_core::event::loop_step::StepKind;
use heard_core::event::settings::Setting;
use heard_core::notebook::Expiring;

use crate::archived_meetings::{closed_meetings, from_archives, meetings};
use crate::scene::{EVENING, Scene, captured};

const MONTH_MS: i64 = 2_629_746_000;

/// Calls `check` with loose events and with packed meetings.
fn both(scene: &Scene, claim: impl Fn(&heard_core::Notebook)) {
    claim(&scene.notebook);
    let packed = from_archives(scene);
    claim(&packed);
    let closed = packed.logs().iter().filter(|log| log.as_packed().is_some());
    assert!(closed.clone().count() > 0 && closed.clone().all(|log| !log.is_read()));
}

#[test]
fn meetings_that_ended_since_the_last_export_are_counted() {
    let mut scene = closed_meetings(3, 1);
    both(&scene, |notebook| assert_eq!(notebook.ended_since_file(), 3));
    scene.record(EventKind::FileSaved);
    both(&scene, |notebook| assert_eq!(notebook.ended_since_file(), 0));
    scene.capture_outcome("late words make no meeting new");
    both(&scene, |notebook| assert_eq!(notebook.ended_since_file(), 0));
    scene.record(EventKind::MeetingOpened(crate::scene::opening()));
    both(&scene, |notebook| assert_eq!(notebook.ended_since_file(), 0));
    scene.end_meeting();
    both(&scene, |notebook| assert_eq!(notebook.ended_since_file(), 1));
    scene.undo().unwrap();
    both(&scene, |notebook| assert_eq!(notebook.ended_since_file(), 0));
    scene.redo().unwrap();
    both(&scene, |notebook| assert_eq!(notebook.ended_since_file(), 1));
    scene.record(EventKind::FileSaved);
    both(&scene, |notebook| assert_eq!(notebook.ended_since_file(), 0));
}

#[test]
fn meetings_expire_once_their_end_is_older_than_the_retention_time() {
    let mut scene = closed_meetings(2, 0);
    let first_ended_ms = EVENING + 1_700;
    both(&scene, |notebook| assert_eq!(notebook.expired(i64::MAX), []));
    scene.record(EventKind::SettingChanged(Setting::KeepOpenLoops(false)));
    scene.record(EventKind::SettingChanged(Setting::Retention(Some(24))));
    let both_ids = meetings(&scene);
    both(&scene, |notebook| {
        assert_eq!(notebook.expired(first_ended_ms + 24 * MONTH_MS), []);
        assert_eq!(notebook.expired(first_ended_ms + 24 * MONTH_MS + 1), both_ids[..1]);
        assert_eq!(notebook.expired(i64::MAX), both_ids);
        assert_eq!(notebook.expired(i64::MIN), []);
    });
}

#[test]
fn a_meeting_with_an_open_loop_expires_only_if_the_setting_says_so() {
    let mut scene = Scene::opened();
    let issue = scene.record(captured(Kind::Issue, "Nobody calls back"));
    scene.end_meeting();
    let first = scene.meeting;
    let second = scene.record(EventKind::MeetingOpened(crate::scene::opening()));
    scene.end_meeting();
    scene.record(EventKind::SettingChanged(Setting::Retention(Some(1))));
    let expiring = |settled: &[EventId], with_open_loops: &[EventId]| Expiring {
        settled: settled.to_vec(),
        with_open_loops: with_open_loops.to_vec(),
    };
    assert_eq!(scene.notebook.expiring(1, i64::MAX), expiring(&[second], &[first]));
    assert_eq!(scene.notebook.expired(i64::MAX), [second]);
    scene.record(EventKind::SettingChanged(Setting::KeepOpenLoops(false)));
    assert_eq!(scene.notebook.expired(i64::MAX), [first, second]);
    scene.record(EventKind::SettingChanged(Setting::KeepOpenLoops(true)));
    scene.take_step(issue, StepKind::Close, "");
    assert_eq!(scene.notebook.expiring(1, i64::MAX), expiring(&[first, second], &[]));
    assert_eq!(scene.notebook.expired(i64::MAX), [first, second]);
}

#[test]
fn a_running_meeting_never_expires() {
    let mut scene = Scene::opened();
    scene.record(EventKind::SettingChanged(Setting::Retention(Some(1))));
    assert_eq!(scene.notebook.expired(i64::MAX), []);
}

#[test]
fn a_clock_reset_to_1970_does_not_age_a_meeting() {
    let mut scene = closed_meetings(0, 0);
    scene.record(EventKind::SettingChanged(Setting::Retention(Some(1))));
    scene.record(EventKind::MeetingOpened(crate::scene::opening()));
    scene.now.wall_ms = 0;
    scene.end_meeting();
    both(&scene, |notebook| assert_eq!(notebook.expired(EVENING + MONTH_MS), []));
}

#[test]
fn an_export_during_a_meeting_does_not_cover_its_end() {
    let mut scene = Scene::opened();
    scene.record(EventKind::FileSaved);
    scene.end_meeting();
    assert_eq!(scene.notebook.ended_since_file(), 1);
}
