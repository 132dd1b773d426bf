//! The widget on a page: a whole meeting by touch, and nothing left of it when it goes.

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
    let kept = scene.own.kept();
    assert_eq!(kept.len(), 1, "a closed meeting is one text: {kept:?}");
    assert_eq!(kept[0].1.matches("\"id\":").count(), 6, "each touch is an event");
    scene.click("[data-act=done]").await;
    assert!(scene.has(".screen.start"));
}

#[wasm_bindgen_test]
async fn words_typed_are_kept_as_they_are_typed_and_then_as_a_capture() {
    let scene = Scene::of("words", Options::default()).await;
    scene.click("[data-act=start]").await;
    let words = "“We lose <b>orders</b>” & 👋";
    scene.settles().await;
    let version = scene.live.snapshot().version;
    scene.write(words).await;
    assert_eq!(
        (scene.live.draft().words.as_str(), scene.live.snapshot().version),
        (words, version)
    );
    assert!(scene.own.kept().iter().any(|(rest, _)| rest.starts_with("d:")));
    scene.click("input[value=issue]").await;
    scene.click(".keep").await;
    assert_eq!(scene.text(".quote blockquote"), words);
    assert_eq!(scene.find(".quote").get_attribute("data-kind").as_deref(), Some("issue"));
    let meeting = scene.live.snapshot().notebook.running().cloned().unwrap();
    assert_eq!(
        (meeting.captures[0].words.as_str(), meeting.captures[0].kind),
        (words, Kind::Issue)
    );
    // The line is free for the next words as soon as the widget has heard of it.
    while !scene.value("textarea.say").is_empty() {
        later(0).await;
    }
    scene.settles().await;
    assert!(!scene.own.kept().iter().any(|(rest, _)| rest.starts_with("d:")));
}

#[wasm_bindgen_test]
async fn words_refused_stay_in_the_line() {
    let scene = Scene::of("refused", Options::default()).await;
    scene.click("[data-act=start]").await;
    let long = "w".repeat(20_001);
    scene.write(&long).await;
    assert!(scene.has("[role=alert]"));
    scene.click(".keep").await;
    assert_eq!(
        (scene.value("textarea.say").len(), scene.live.draft().words.len()),
        (20_001, 20_001)
    );
    assert!(!scene.has(".quote"));
}

#[wasm_bindgen_test]
async fn it_tells_the_version_of_all_that_it_draws() {
    let scene = Scene::of("versions", Options::default()).await;
    assert_eq!(scene.drawn.borrow()[0], 0);
    scene.click("[data-act=start]").await;
    for _ in 0..4 {
        let before = scene.live.snapshot().version;
        scene.click(".floor").await;
        scene.settles().await;
        let version = scene.live.snapshot().version;
        assert!(version > before);
        assert_eq!(scene.drawn.borrow().last(), Some(&version));
    }
    assert!(scene.drawn.borrow().is_sorted(), "never an older one");
}

#[wasm_bindgen_test]
async fn what_is_said_elsewhere_is_drawn_too() {
    let scene = Scene::of("elsewhere", Options::default()).await;
    scene.live.dispatch(Command::Begin(heard::NewMeeting::default())).unwrap();
    scene.live.dispatch(Command::PassFloor).unwrap();
    scene.settles().await;
    let version = scene.live.snapshot().version;
    assert_eq!(
        (scene.floor().as_deref(), scene.drawn.borrow().last()),
        (Some("consultant"), Some(&version))
    );
}

#[wasm_bindgen_test]
async fn what_could_not_be_read_is_said_and_a_meeting_can_begin_all_the_same() {
    let own = Own::new("unread");
    storage().set_item("heard:unread:t:beef:1", "{").unwrap();
    let scene = Scene::over(own, Options::default()).await;
    let notice = scene.find(".notice[data-note=unread]");
    assert_eq!(notice.get_attribute("data-value").as_deref(), Some("1"));
    scene.click("[data-act=start]").await;
    assert_eq!(scene.floor().as_deref(), Some("client"));
}

#[wasm_bindgen_test]
async fn a_widget_that_goes_leaves_nothing_listening_and_nothing_drawn() {
    let options = Options { hotkeys: Hotkeys::Page, ..Options::default() };
    let mut scene = Scene::of("gone", options).await;
    scene.click("[data-act=start]").await;
    let body = document().body().unwrap();
    assert!(press(&body, " "), "the key is taken");
    scene.is_drawn().await;
    assert_eq!(scene.floor().as_deref(), Some("consultant"));
    scene.settles().await;
    scene.app.take().unwrap().destroy();
    later(0).await;
    let (snapshot, drawn) = (scene.live.snapshot(), scene.drawn.borrow().len());
    for key in [" ", "m", "z", "b", "?"] {
        assert!(!press(&body, key) && !press(&scene.root.0, key), "{key}");
    }
    scene.root.0.click();
    later(0).await;
    assert!(Rc::ptr_eq(&scene.live.snapshot(), &snapshot));
    scene.live.dispatch(Command::PassFloor).unwrap();
    JsFuture::from(scene.live.flush()).await.unwrap();
    later(0).await;
    assert_eq!((scene.drawn.borrow().len(), scene.root.0.child_element_count()), (drawn, 0));
    assert_eq!(Rc::strong_count(&scene.live), 1, "nobody else holds the notebook");
}
