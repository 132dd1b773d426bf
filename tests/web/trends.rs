//! The pictures over time as they are drawn: each shape where its figure is, and told apart without colour.

use heard::{Command, Options};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use crate::page::later;
use crate::widget_scene::Scene;

const PAST: &str = "nav [data-way=past]";

/// A meeting, guessed or left covered.
async fn meets(scene: &Scene, guess: Option<&str>) {
    scene.click("[data-act=start]").await;
    for _ in 0..2 {
        later(20).await;
        scene.click(".floor").await;
    }
    scene.click("[data-act=end]").await;
    if let Some(guess) = guess {
        scene.click(guess).await;
    }
    scene.click("[data-act=done]").await;
}

async fn seen(key: &'static str, guesses: &[Option<&str>]) -> Scene {
    let scene = Scene::of(key, Options::default()).await;
    for guess in guesses {
        meets(&scene, *guess).await;
    }
    scene.click(PAST).await;
    scene.click("[data-act=trends]").await;
    scene
}

fn all(scene: &Scene, selector: &str) -> Vec<Element> {
    let found = scene.root.0.query_selector_all(selector).unwrap();
    (0..found.length()).map(|nth| found.get(nth).unwrap().unchecked_into()).collect()
}

/// A number of an attribute.
fn number(element: &Element, name: &str) -> u64 {
    element.get_attribute(name).unwrap().parse().unwrap()
}

/// The percent in a cell.
fn percent(cell: &Element) -> u64 {
    cell.text_content().unwrap().trim_end_matches('%').parse().unwrap()
}

#[wasm_bindgen_test]
async fn a_share_stands_as_high_as_it_is() {
    let guess = Some("[data-guess='30']");
    let scene = seen("trends-high", &[guess, guess, guess]).await;
    let shares = all(&scene, "[data-trend=share] td:nth-child(2)");
    let dots = all(&scene, "[data-trend=share] svg .trend-you");
    assert_eq!((shares.len(), dots.len()), (3, 3));
    // The table begins with the newest, the picture with the oldest.
    for (share, dot) in shares.iter().rev().zip(&dots) {
        assert_eq!(number(dot, "cy"), 8 + (100 - percent(share)) * 120 / 100);
    }
    let places: Vec<String> = dots.iter().map(|dot| dot.get_attribute("cx").unwrap()).collect();
    assert_eq!(places, ["16.66%", "50.00%", "83.33%"]);
}

#[wasm_bindgen_test]
async fn guess_and_truth_differ_in_more_than_colour_and_nothing_needs_a_style() {
    let guess = Some("[data-guess='90']");
    let scene = seen("trends-shape", &[guess, guess, guess]).await;
    let rings = all(&scene, "[data-trend=guess] svg .trend-guess");
    assert_eq!(rings.len(), 3);
    assert!(rings.iter().all(|ring| number(ring, "cy") == 8 + 12), "ninety of a hundred");
    assert_eq!(all(&scene, "[data-trend=guess] svg .trend-stem").len(), 3, "and what lies between");
    assert!(!scene.has(".trends [style]"));
    let says = scene.find("[data-trend=guess] svg").get_attribute("aria-label").unwrap();
    assert!(says.contains("In 3 meetings, your guesses ranged from "), "{says}");
}

#[wasm_bindgen_test]
async fn a_covered_meeting_makes_no_picture_out_of_two() {
    let guess = Some("[data-guess='30']");
    let scene = seen("trends-few", &[guess, guess, None]).await;
    assert!(!scene.has(".trends svg"));
    assert!(scene.text(".trends").contains("1 meeting is waiting for your guess."));
    assert_eq!(all(&scene, ".trend").len(), 5, "each says what will be there");
}

#[wasm_bindgen_test]
async fn the_pictures_follow_the_notebook_while_they_are_shown() {
    let guess = Some("[data-guess='30']");
    let scene = seen("trends-anew", &[guess, guess, guess]).await;
    let id = scene.live.snapshot().notebook.meetings().next().unwrap().id;
    scene.live.dispatch(Command::EraseRecord(id)).unwrap();
    scene.is_drawn().await;
    assert!(!scene.has("[data-trend=share] svg"), "one was erased, and two are left");
}
