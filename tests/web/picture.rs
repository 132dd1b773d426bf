//! The picture of a meeting as it is drawn: nothing claimed that is not known, and keys taken only where they mean something.

use heard::Options;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlSelectElement;

use crate::page::{fire, later};
use crate::widget_scene::{Scene, press};

/// A meeting that ends after so many touches, some milliseconds after each other.
async fn ended(key: &'static str, touches: usize) -> Scene {
    let scene = Scene::of(key, Options::default()).await;
    scene.click("[data-act=start]").await;
    for _ in 0..touches {
        later(20).await;
        scene.click(".floor").await;
    }
    later(20).await;
    scene.click("[data-act=end]").await;
    if scene.has("[data-act=reveal]") {
        scene.click("[data-act=reveal]").await;
    }
    scene
}

fn told(scene: &Scene) -> Option<String> {
    scene.has(".chosen").then(|| scene.text(".told"))
}

#[wasm_bindgen_test]
async fn a_meeting_never_touched_claims_nothing_of_who_spoke() {
    let scene = ended("untouched", 0).await;
    let says = scene.find(".drawn").get_attribute("aria-label").unwrap();
    assert!(says.contains("can’t tell who talked"), "{says}");
    assert!(scene.has(".drawn .away") && !scene.has(".drawn .client") && !scene.has(".story"));
    assert!(scene.has("[data-fact=elapsed]"), "how long it took is known");
    for fact in ["talk", "listen", "opening-story", "longest-story", "floor-changes"] {
        assert!(!scene.has(&format!("[data-fact={fact}]")), "{fact}");
    }
    press(&scene.find(".hand"), "Home");
    later(0).await;
    assert!(told(&scene).unwrap().contains("Unknown"));
}

#[wasm_bindgen_test]
async fn theirs_and_ours_are_told_apart_by_place_and_stripes_and_not_by_colour_alone() {
    let scene = ended("apart", 3).await;
    let path = |css: &str| scene.find(css).get_attribute("d").unwrap();
    assert_eq!(path(".drawn .client").matches(" 0h").count(), 2, "theirs hang from the top");
    assert_eq!(path(".drawn .consultant").matches(" 40h").count(), 2, "ours stand below them");
    assert!(scene.has(".drawn .grain"));
}

#[wasm_bindgen_test]
async fn keys_that_mean_nothing_to_the_picture_are_left_to_the_page() {
    let scene = ended("keys-of-it", 1).await;
    let hand = scene.find(".hand");
    for key in ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End", "Escape"] {
        assert!(press(&hand, key), "{key}");
    }
    for key in ["Tab", "Enter", "x", "F5"] {
        assert!(!press(&hand, key), "{key}");
    }
}

#[wasm_bindgen_test]
async fn a_turn_that_is_gone_is_told_no_longer() {
    let scene = ended("gone-turn", 2).await;
    press(&scene.find(".hand"), "End");
    later(0).await;
    assert!(told(&scene).unwrap().starts_with("3 of 3."));
    let holder: HtmlSelectElement = scene.find(".turns li:nth-child(2) select").unchecked_into();
    holder.set_value("client");
    fire(&holder, "Event", "change", &[]);
    scene.is_drawn().await;
    assert_eq!(told(&scene), None, "all was theirs, so it is one turn");
}

#[wasm_bindgen_test]
async fn another_meeting_begins_with_no_turn_told() {
    let scene = ended("afresh", 1).await;
    press(&scene.find(".hand"), "End");
    later(0).await;
    assert!(told(&scene).is_some());
    scene.click("[data-act=done]").await;
    scene.click("[data-act=start]").await;
    scene.click("[data-act=end]").await;
    assert_eq!(told(&scene), None);
}
