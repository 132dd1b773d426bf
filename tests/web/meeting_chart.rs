//! The chart of a meeting: it shows only what is known, and handles only its own keys.

use heard::Options;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlSelectElement;

use crate::page::{fire, later};
use crate::widget_scene::{Scene, press};

/// The review of a meeting with this many touches on the floor button, some milliseconds apart.
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

fn description(scene: &Scene) -> Option<String> {
    scene.has(".chosen").then(|| scene.text(".selected-turn"))
}

#[wasm_bindgen_test]
async fn a_meeting_without_touches_does_not_say_who_talked() {
    let scene = ended("untouched", 0).await;
    let texts = scene.find(".drawn").get_attribute("aria-label").unwrap();
    assert!(texts.contains("can’t tell who talked"), "{texts}");
    assert!(scene.has(".drawn .away") && !scene.has(".drawn .client") && !scene.has(".story"));
    assert!(scene.has("[data-fact=elapsed]"), "its duration is known");
    for fact in ["talk", "listen", "opening-story", "longest-story", "floor-changes"] {
        assert!(!scene.has(&format!("[data-fact={fact}]")), "{fact}");
    }
    press(&scene.find(".turn-slider"), "Home");
    later(0).await;
    assert!(description(&scene).unwrap().contains("Unknown"));
}

#[wasm_bindgen_test]
async fn both_parties_differ_in_position_and_pattern_besides_colour() {
    let scene = ended("apart", 3).await;
    let path = |css: &str| scene.find(css).get_attribute("d").unwrap();
    assert_eq!(
        path(".drawn .client").matches(" 0h").count(),
        2,
        "the client's turns begin at the top"
    );
    assert_eq!(
        path(".drawn .consultant").matches(" 40h").count(),
        2,
        "the consultant's turns are below"
    );
    assert!(scene.has(".drawn .grain"));
}

#[wasm_bindgen_test]
async fn keys_without_a_meaning_for_the_chart_are_left_to_the_page() {
    let scene = ended("keys-of-it", 1).await;
    let hand = scene.find(".turn-slider");
    for key in ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End", "Escape"] {
        assert!(press(&hand, key), "{key}");
    }
    for key in ["Tab", "Enter", "x", "F5"] {
        assert!(!press(&hand, key), "{key}");
    }
}

#[wasm_bindgen_test]
async fn a_turn_that_was_removed_is_not_described_any_more() {
    let scene = ended("gone-turn", 2).await;
    press(&scene.find(".turn-slider"), "End");
    later(0).await;
    assert!(description(&scene).unwrap().starts_with("3 of 3."));
    let holder: HtmlSelectElement = scene.find(".turns li:nth-child(2) select").unchecked_into();
    holder.set_value("client");
    fire(&holder, "Event", "change", &[]);
    scene.is_drawn().await;
    assert_eq!(description(&scene), None, "all turns are the client's, so there is one turn");
}

#[wasm_bindgen_test]
async fn the_chart_of_another_meeting_has_no_turn_selected() {
    let scene = ended("afresh", 1).await;
    press(&scene.find(".turn-slider"), "End");
    later(0).await;
    assert!(description(&scene).is_some());
    scene.click("[data-act=done]").await;
    scene.click("[data-act=start]").await;
    scene.click("[data-act=end]").await;
    assert_eq!(description(&scene), None);
}
