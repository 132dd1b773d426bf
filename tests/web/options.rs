//! Options changed while the widget runs: they apply at once, and nothing is lost.

use heard::{Announce, Command, Hotkeys, Layout, NewMeeting, Options, Storage, Theme};
use heard_core::event::settings::{Setting, Theme as OwnTheme};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::document;
use crate::widget_scene::{Scene, press};

fn keys(hotkeys: Hotkeys) -> Options {
    Options { hotkeys, ..Options::default() }
}

/// Presses the space bar in the page, then in the widget. Returns which of the two passed the floor.
async fn space_passes(scene: &Scene) -> [bool; 2] {
    let mut passes = [false; 2];
    let body = document().body().unwrap();
    for (on, passed) in [&body, &scene.find(".heard")].into_iter().zip(&mut passes) {
        let before = scene.floor();
        let taken = press(on, " ");
        scene.is_drawn().await;
        *passed = scene.floor() != before;
        assert_eq!(taken, *passed, "the page scrolls only if the widget does not handle the key");
    }
    passes
}

#[wasm_bindgen_test]
async fn keys_are_handled_where_the_option_says() {
    let mut scene = Scene::of("keys", keys(Hotkeys::Element)).await;
    scene.click("[data-act=start]").await;
    for (hotkeys, passes) in [
        (Hotkeys::Element, [false, true]),
        (Hotkeys::Page, [true, true]),
        (Hotkeys::Off, [false, false]),
        (Hotkeys::Page, [true, true]),
        (Hotkeys::Element, [false, true]),
    ] {
        scene.change(keys(hotkeys)).await;
        assert_eq!(space_passes(&scene).await, passes, "{hotkeys:?}");
    }
}

#[wasm_bindgen_test]
async fn no_draft_and_no_turn_is_lost_when_an_option_changes() {
    let mut scene = Scene::of("unlost", Options::default()).await;
    scene.click("[data-act=start]").await;
    scene.click(".floor").await;
    scene.write("half a sen").await;
    let (line, version) = (scene.find("textarea.say"), scene.store.snapshot().version);
    for options in [
        Options { theme: Theme::Dark, ..Options::default() },
        Options { hotkeys: Hotkeys::Page, ..Options::default() },
        Options { client: Some("Ève".into()), target_talk: Some(20), ..Options::default() },
        Options { layout: Layout::Mini, announce: Announce::Off, ..Options::default() },
        Options { storage: Storage::Local, ..Options::default() },
    ] {
        scene.change(options.clone()).await;
        assert_eq!(scene.floor().as_deref(), Some("consultant"), "{options:?}");
        assert_eq!(scene.value("textarea.say"), "half a sen", "{options:?}");
        let layout = scene.find(".heard").get_attribute("data-layout");
        assert_eq!(layout.as_deref(), Some(options.layout.as_str()));
    }
    assert_eq!(scene.store.snapshot().version, version, "an option is not an event");
    assert_eq!(scene.find("textarea.say"), line, "the same element");
}

#[wasm_bindgen_test]
async fn the_theme_of_the_host_overrides_the_setting() {
    let mut scene = Scene::of("theme", Options::default()).await;
    let theme = |scene: &Scene| scene.find(".heard").get_attribute("data-theme").unwrap();
    let host = |theme| Options { theme, ..Options::default() };
    assert_eq!(theme(&scene), "auto");
    scene.store.dispatch(Command::ChangeSetting(Setting::Theme(OwnTheme::Dark))).unwrap();
    scene.is_drawn().await;
    assert_eq!(theme(&scene), "dark");
    scene.change(host(Theme::Light)).await;
    assert_eq!(theme(&scene), "light");
    scene.change(host(Theme::Auto)).await;
    assert_eq!(theme(&scene), "dark");
}

#[wasm_bindgen_test]
async fn the_next_meeting_has_the_client_and_aim_of_the_host() {
    let mut scene = Scene::of("client", Options::default()).await;
    assert_eq!(scene.value("input[name=client]"), "");
    let client = Some("Ève".into());
    scene.change(Options { client, target_talk: Some(21), ..Options::default() }).await;
    assert_eq!(scene.value("input[name=client]"), "Ève");
    scene.click("[data-act=start]").await;
    let snapshot = scene.store.snapshot();
    let opening = &snapshot.notebook.running().unwrap().opening;
    let name =
        opening.client.and_then(|id| snapshot.notebook.client(id)).map(|client| &*client.name);
    assert_eq!((name, opening.aim_percent), (Some("Ève"), Some(21)));
}

#[wasm_bindgen_test]
async fn a_notebook_in_memory_is_separate_from_the_stored_one() {
    let mut scene = Scene::of("moved", Options::default()).await;
    scene.store.dispatch(Command::Begin(NewMeeting::default())).unwrap();
    scene.is_drawn().await;
    scene.change(Options { storage: Storage::Memory, ..Options::default() }).await;
    assert!(scene.has(".screen.start") && scene.has("[data-mode=memory]"));
    scene.change(Options::default()).await;
    assert_eq!(scene.floor().as_deref(), Some("client"), "the meeting continued");
}
