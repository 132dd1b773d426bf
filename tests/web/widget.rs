//! The widget on a page: a whole meeting by touch, and nothing left after the widget is removed.

use std::rc::Rc;

use heard::{Command, Hotkeys, Options};
use heard_core::event::capture::Kind;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Own, document, later, storage};
use crate::widget_scene::{Scene, press};

#[wasm_bindgen_test]
async fn a_meeting_goes_from_the_start_to_its_review() {
    let scene = Scene::of("meeting", Options::default()).await;
    assert!(scene.has(".screen.start") && scene.floor().is_none());
    scene.click("[data-act=start]").await;
    assert_eq!(scene.floor().as_deref(), Some("client"));
    assert!(!scene.has(".screen.start"));
    scene.click(".floor").await;
    assert_eq!(scene.floor().as_deref(), Some("consultant"));
    scene.click(".floor").await;
    assert_eq!(scene.floor().as_deref(), Some("client"));
    scene.click("[data-act=break]").await;
    assert_eq!(scene.floor(), None);
    assert_eq!(scene.find(".floor").get_attribute("data-state").as_deref(), Some("break"));
    scene.click(".floor").await;
    assert_eq!(scene.floor().as_deref(), Some("client"));
    scene.click("[data-act=end]").await;
    assert!(scene.has(".screen.review") && scene.floor().is_none());
    scene.settles().await;
    let stored = scene.own.stored();
    assert_eq!(stored.len(), 1, "a closed meeting is one entry: {stored:?}");
    assert_eq!(stored[0].1.matches("\"id\":").count(), 6, "each touch is an event");
    scene.click("[data-act=done]").await;
    assert!(scene.has(".screen.start"));
}

#[wasm_bindgen_test]
async fn typed_words_are_stored_as_a_draft_and_then_as_a_capture() {
    let scene = Scene::of("words", Options::default()).await;
    scene.click("[data-act=start]").await;
    let words = "“We lose <b>orders</b>” & 👋";
    scene.settles().await;
    let version = scene.store.snapshot().version;
    scene.write(words).await;
    assert_eq!(
        (scene.store.draft().words.as_str(), scene.store.snapshot().version),
        (words, version)
    );
    assert!(scene.own.stored().iter().any(|(name, _)| name.starts_with("d:")));
    scene.click("input[value=issue]").await;
    scene.click(".keep").await;
    assert_eq!(scene.text(".quote blockquote"), words);
    assert_eq!(scene.find(".quote").get_attribute("data-kind").as_deref(), Some("issue"));
    let meeting = scene.store.snapshot().notebook.running().cloned().unwrap();
    assert_eq!(
        (meeting.captures[0].words.as_str(), meeting.captures[0].kind),
        (words, Kind::Issue)
    );
    // The form is emptied once the widget has rendered the capture.
    while !scene.value("textarea.say").is_empty() {
        later(0).await;
    }
    scene.settles().await;
    assert!(!scene.own.stored().iter().any(|(name, _)| name.starts_with("d:")));
}

#[wasm_bindgen_test]
async fn refused_words_stay_in_the_form() {
    let scene = Scene::of("refused", Options::default()).await;
    scene.click("[data-act=start]").await;
    let long = "w".repeat(20_001);
    scene.write(&long).await;
    assert!(scene.has("[role=alert]"));
    scene.click(".keep").await;
    assert_eq!(
        (scene.value("textarea.say").len(), scene.store.draft().words.len()),
        (20_001, 20_001)
    );
    assert!(!scene.has(".quote"));
}

#[wasm_bindgen_test]
async fn it_reports_each_version_that_it_renders() {
    let scene = Scene::of("versions", Options::default()).await;
    assert_eq!(scene.drawn.borrow()[0], 0);
    scene.click("[data-act=start]").await;
    for _ in 0..4 {
        let before = scene.store.snapshot().version;
        scene.click(".floor").await;
        scene.settles().await;
        let version = scene.store.snapshot().version;
        assert!(version > before);
        assert_eq!(scene.drawn.borrow().last(), Some(&version));
    }
    assert!(scene.drawn.borrow().is_sorted(), "never an older version");
}

#[wasm_bindgen_test]
async fn commands_from_elsewhere_are_rendered_too() {
    let scene = Scene::of("elsewhere", Options::default()).await;
    scene.store.dispatch(Command::Begin(heard::NewMeeting::default())).unwrap();
    scene.store.dispatch(Command::PassFloor).unwrap();
    scene.settles().await;
    let version = scene.store.snapshot().version;
    assert_eq!(
        (scene.floor().as_deref(), scene.drawn.borrow().last()),
        (Some("consultant"), Some(&version))
    );
}

#[wasm_bindgen_test]
async fn unreadable_entries_are_reported_and_a_meeting_can_begin() {
    let own = Own::new("unread");
    storage().set_item("heard:unread:t:beef:1", "{").unwrap();
    let scene = Scene::over(own, Options::default()).await;
    let notice = scene.find(".notice[data-note=unread]");
    assert_eq!(notice.get_attribute("data-value").as_deref(), Some("1"));
    scene.click("[data-act=start]").await;
    assert_eq!(scene.floor().as_deref(), Some("client"));
}

#[wasm_bindgen_test]
async fn a_removed_widget_leaves_no_listeners_and_no_elements() {
    let options = Options { hotkeys: Hotkeys::Page, ..Options::default() };
    let mut scene = Scene::of("gone", options).await;
    scene.click("[data-act=start]").await;
    let body = document().body().unwrap();
    assert!(press(&body, " "), "the key is handled");
    scene.is_drawn().await;
    assert_eq!(scene.floor().as_deref(), Some("consultant"));
    scene.settles().await;
    scene.app.take().unwrap().destroy();
    later(0).await;
    let (snapshot, drawn) = (scene.store.snapshot(), scene.drawn.borrow().len());
    for key in [" ", "m", "z", "b", "?"] {
        assert!(!press(&body, key) && !press(&scene.root.0, key), "{key}");
    }
    scene.root.0.click();
    later(0).await;
    assert!(Rc::ptr_eq(&scene.store.snapshot(), &snapshot));
    scene.store.dispatch(Command::PassFloor).unwrap();
    JsFuture::from(scene.store.flush()).await.unwrap();
    later(0).await;
    assert_eq!((scene.drawn.borrow().len(), scene.root.0.child_element_count()), (drawn, 0));
    assert_eq!(Rc::strong_count(&scene.store), 1, "no other owner of the store is left");
}
