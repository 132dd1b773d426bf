//! The trend charts: each shape is at the place of its figure, and distinguishable without colour.

use heard::{Command, Options};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use crate::page::later;
use crate::widget_scene::Scene;

const PAST: &str = "nav [data-way=past]";

/// Records a meeting, with a guess or with covered metrics.
async fn record_meeting(scene: &Scene, guess: Option<&str>) {
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

async fn trends(key: &'static str, guesses: &[Option<&str>]) -> Scene {
    let scene = Scene::of(key, Options::default()).await;
    for guess in guesses {
        record_meeting(&scene, *guess).await;
    }
    scene.click(PAST).await;
    scene.click("[data-act=trends]").await;
    scene
}

fn all(scene: &Scene, selector: &str) -> Vec<Element> {
    let found = scene.root.0.query_selector_all(selector).unwrap();
    (0..found.length()).map(|nth| found.get(nth).unwrap().unchecked_into()).collect()
}

/// The number in an attribute.
fn number(element: &Element, name: &str) -> u64 {
    element.get_attribute(name).unwrap().parse().unwrap()
}

/// The percentage in a cell.
fn percent(cell: &Element) -> u64 {
    cell.text_content().unwrap().trim_end_matches('%').parse().unwrap()
}

#[wasm_bindgen_test]
async fn a_share_is_drawn_at_its_height() {
    let guess = Some("[data-guess='30']");
    let scene = trends("trends-high", &[guess, guess, guess]).await;
    let shares = all(&scene, "[data-trend=share] td:nth-child(2)");
    let dots = all(&scene, "[data-trend=share] svg .trend-you");
    assert_eq!((shares.len(), dots.len()), (3, 3));
    // The table begins with the newest meeting, the chart with the oldest.
    for (share, dot) in shares.iter().rev().zip(&dots) {
        assert_eq!(number(dot, "cy"), 8 + (100 - percent(share)) * 120 / 100);
    }
    let places: Vec<String> = dots.iter().map(|dot| dot.get_attribute("cx").unwrap()).collect();
    assert_eq!(places, ["16.66%", "50.00%", "83.33%"]);
}

#[wasm_bindgen_test]
async fn guess_and_actual_share_differ_in_shape_and_use_no_style_attribute() {
    let guess = Some("[data-guess='90']");
    let scene = trends("trends-shape", &[guess, guess, guess]).await;
    let rings = all(&scene, "[data-trend=guess] svg .trend-guess");
    assert_eq!(rings.len(), 3);
    assert!(rings.iter().all(|ring| number(ring, "cy") == 8 + 12), "at 90 percent");
    assert_eq!(
        all(&scene, "[data-trend=guess] svg .trend-stem").len(),
        3,
        "with a line to the actual share"
    );
    assert!(!scene.has(".trends [style]"));
    let texts = scene.find("[data-trend=guess] svg").get_attribute("aria-label").unwrap();
    assert!(texts.contains("In 3 meetings, your guesses ranged from "), "{texts}");
}

#[wasm_bindgen_test]
async fn a_meeting_with_covered_metrics_does_not_count_for_a_chart() {
    let guess = Some("[data-guess='30']");
    let scene = trends("trends-few", &[guess, guess, None]).await;
    assert!(!scene.has(".trends svg"));
    assert!(scene.text(".trends").contains("1 meeting is waiting for your guess."));
    assert_eq!(all(&scene, ".trend").len(), 5, "each has a placeholder");
}

#[wasm_bindgen_test]
async fn charts_follow_the_notebook_while_they_are_shown() {
    let guess = Some("[data-guess='30']");
    let scene = trends("trends-anew", &[guess, guess, guess]).await;
    let id = scene.store.snapshot().notebook.meetings().next().unwrap().id;
    scene.store.dispatch(Command::EraseRecord(id)).unwrap();
    scene.is_drawn().await;
    assert!(!scene.has("[data-trend=share] svg"), "two meetings are left, which are too few");
}
