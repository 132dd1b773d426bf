//! Tests of the settings and their ranges.

use heard_core::event::kind::EventKind;
use heard_core::event::settings::{Face, Setting, Settings, Theme};
use heard_core::{Notebook, Refusal};

use crate::scene::Scene;

fn set(setting: Setting) -> Option<Refusal> {
    Scene::empty().refusal(EventKind::SettingChanged(setting))
}

#[test]
fn an_untouched_notebook_has_the_defaults() {
    let quiet = Settings {
        aim_percent: None,
        nudge_s: Some(120),
        face: Face::Quiet,
        theme: Theme::Auto,
        retention_months: None,
        keep_open_loops: true,
        black_hole_days: 14,
    };
    assert_eq!(**Notebook::default().settings(), quiet);
}

#[test]
fn each_setting_changes_only_itself_and_the_last_value_is_used() {
    let mut scene = Scene::empty();
    for setting in [
        Setting::Aim(Some(40)),
        Setting::Nudge(Some(60)),
        Setting::Face(Face::Detailed),
        Setting::Theme(Theme::Dark),
        Setting::Nudge(None),
        Setting::Aim(Some(35)),
        Setting::BlackHole(21),
    ] {
        scene.record(EventKind::SettingChanged(setting));
    }
    scene.reload();
    let chosen = Settings {
        aim_percent: Some(35),
        nudge_s: None,
        face: Face::Detailed,
        theme: Theme::Dark,
        black_hole_days: 21,
        ..Settings::default()
    };
    assert_eq!(**scene.notebook.settings(), chosen);
}

#[test]
fn an_aim_is_between_1_and_99_percent() {
    assert_eq!([None, Some(1), Some(99)].map(|aim| set(Setting::Aim(aim))), [None; 3]);
    let refused = [Some(0), Some(100)].map(|aim| set(Setting::Aim(aim)));
    assert_eq!(refused, [Some(Refusal::OutOfRange); 2]);
}

#[test]
fn a_nudge_is_due_after_ten_seconds_to_an_hour() {
    let kept = [None, Some(10), Some(3_600)].map(|seconds| set(Setting::Nudge(seconds)));
    assert_eq!(kept, [None; 3]);
    let refused = [Some(9), Some(3_601)].map(|seconds| set(Setting::Nudge(seconds)));
    assert_eq!(refused, [Some(Refusal::OutOfRange); 2]);
}

#[test]
fn changing_settings_does_not_affect_the_running_meeting() {
    let mut scene = Scene::opened();
    let before = scene.summary();
    scene.record(EventKind::SettingChanged(Setting::Theme(Theme::Light)));
    assert_eq!(scene.summary(), before);
    assert_eq!(scene.notebook.settings().theme, Theme::Light);
}
