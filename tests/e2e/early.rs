//! Input and method calls before the wasm has loaded: none is lost, and each has the time at which it was made.

use serde_json::{Value, json};

use crate::drive::{Browser, Gate, Page, ResponseRule, Site};
use crate::fixtures::{FLOOR, exported_meeting, wait_for_focus};

const WASM: &str = "/heard_bg.wasm";
const FACE: &str = "[data-early] [part=floor]";

/// A page whose wasm is delayed by `ms` milliseconds.
async fn open_slow(ms: u64) -> (Site, Page) {
    let site = Site::dist();
    site.rule(WASM, ResponseRule::new().late(ms));
    let page = Browser::new().open_bare(&site.url("/pages/host.html")).await;
    page.wait_for(FACE).await;
    (site, page)
}

/// A page whose wasm is held back until the gate is opened.
async fn open_held(query: &str) -> (Site, Page, Gate) {
    let (site, gate) = (Site::dist(), Gate::default());
    site.rule(WASM, ResponseRule::new().behind(&gate));
    let page = Browser::new().open_bare(&site.url(&format!("/pages/host.html{query}"))).await;
    page.wait_for(FACE).await;
    (site, page, gate)
}

fn turns(meeting: &Value) -> Vec<(String, i64)> {
    let turns = meeting["turns"].as_array().expect("a list").iter();
    let turn = |turn: &Value| {
        let party = turn["party"].as_str().expect("a party").to_owned();
        (party, turn["start_ms"].as_i64().expect("a time"))
    };
    turns.map(turn).collect()
}

/// Clicks at random times until the wasm is ready, and returns the time of each click after the first.
const TOUCHES: &str = "
    const at = [];
    let there = false;
    w.addEventListener('click', (event) => at.push(event.timeStamp), { capture: true });
    w.ready.then(() => { there = true; });
    while (at.length < args[0]) {
      await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 4000 / args[0]));
      if (there) break;
      s.querySelector('[part=floor]').click();
    }
    await w.ready;
    return at.map((one) => one - at[0]);";

#[tokio::test]
async fn every_tap_before_the_wasm_counts_from_its_own_millisecond() {
    let mut trials = 0;
    for round in 0..2 {
        let (_site, page) = open_slow(5_000).await;
        let made = page.widget_with(TOUCHES, json!([25])).await;
        let made: Vec<f64> = serde_json::from_value(made).unwrap();
        let kept = turns(&exported_meeting(&page).await);
        assert_eq!(kept.len(), made.len(), "round {round}: no tap is lost or repeated");
        for (n, ((party, start), made)) in kept.iter().zip(&made).enumerate() {
            let whose = if n % 2 == 0 { "client" } else { "consultant" };
            assert_eq!(party, whose, "touch {n}");
            #[allow(clippy::cast_precision_loss, reason = "a few thousand milliseconds")]
            let off = (*start as f64 - made).abs();
            assert!(off <= 2.0, "tap {n} was made at {made} ms but counts from {start} ms");
        }
        trials += made.len();
        assert_eq!(page.eval("return sessionStorage.length", vec![]).await, 0);
        page.finish().await;
    }
    eprintln!("{trials} touches in 2 rounds of five seconds");
    assert!(trials >= 40, "{trials} touches");
}

#[tokio::test]
async fn a_method_called_before_the_wasm_counts_from_its_call() {
    let (_site, page, gate) = open_held("").await;
    let js = "
        const began = w.start({ client: 'Harbour Trust', kind: 'demo' });
        const early = [w.state, w.floor];
        await new Promise((resolve) => setTimeout(resolve, 400));
        w.e2eCalled = [began, w.passFloor()];
        return early;";
    assert_eq!(page.widget(js).await, json!(["running", "client"]));
    gate.open();
    let js = "
        const ids = await Promise.all(w.e2eCalled);
        return { ids, refused: await w.resume().catch((error) => error.code) };";
    let results = page.widget(js).await;
    assert_eq!(results["refused"], "not-on-break");
    let kept = exported_meeting(&page).await;
    assert_eq!((&kept["kind"], &kept["id"]), (&json!("demo"), &results["ids"][0]));
    let kept = turns(&kept);
    assert!((395..900).contains(&kept[1].1), "{kept:?}");
    page.finish().await;
}

#[tokio::test]
async fn an_invalid_early_call_is_refused_when_the_wasm_is_ready() {
    let (_site, page, gate) = open_held("").await;
    let js = "
        w.e2eCalled = [w.end(), w.capture({ kind: 'nonsense', words: 'x' }), w.setFloor('nobody')];
        w.e2eCalled = w.e2eCalled.map((one) => one.then(() => 'taken', (error) => error.code));";
    page.widget(js).await;
    gate.open();
    let results = page.widget("return Promise.all(w.e2eCalled)").await;
    assert_eq!(results, json!(["no-meeting", "bad-argument", "bad-argument"]));
    assert_eq!(page.prop("state").await, "idle");
    page.finish().await;
}

#[tokio::test]
async fn the_keyboard_works_early_and_the_focus_stays() {
    let (_site, page, gate) = open_held("").await;
    page.widget("s.querySelector('[part=floor]').focus()").await;
    page.press_key("Space").await;
    page.wait_until("w.floor === 'client'").await;
    assert_eq!(page.attr(FLOOR, "data-floor").await.as_deref(), Some("client"));
    page.press_key("Enter").await;
    page.wait_until("w.floor === 'consultant'").await;
    assert_eq!(page.eval("return sessionStorage.length", vec![]).await, 1);
    gate.open();
    page.ready().await;
    assert!(!page.exists(FACE).await);
    wait_for_focus(&page, FLOOR).await;
    assert_eq!(turns(&exported_meeting(&page).await).len(), 2);
    page.press_key("Space").await;
    page.wait_until("w.floor === 'client'").await;
    page.finish().await;
}

#[tokio::test]
async fn a_press_that_is_held_while_the_wasm_loads_is_completed() {
    let (_site, page) = open_slow(4_000).await;
    page.click(FLOOR).await;
    page.wait_until("w.floor === 'client'").await;
    // The finger is lifted long after the wasm is ready.
    page.hold(FLOOR, 5_000).await;
    page.ready().await;
    let kept = exported_meeting(&page).await;
    assert_eq!(kept["marks"].as_array().map(Vec::len), Some(1), "a long press marks: {kept}");
    assert_eq!(turns(&kept).len(), 1);
    page.finish().await;
}

#[tokio::test]
async fn early_taps_survive_a_reload() {
    let (site, page, gate) = open_held("").await;
    page.click(FLOOR).await;
    page.click(FLOOR).await;
    page.wait_until("w.floor === 'consultant'").await;
    page.open_bare(&site.url("/pages/host.html")).await;
    page.wait_for(FACE).await;
    assert_eq!(page.attr(FLOOR, "data-floor").await.as_deref(), Some("consultant"));
    page.click(FLOOR).await;
    gate.open();
    page.reload().await;
    let kept = exported_meeting(&page).await;
    let parties: Vec<String> = turns(&kept).into_iter().map(|(party, _)| party).collect();
    assert_eq!(parties, ["client", "consultant", "client"]);
    assert_eq!(kept["away"], json!([]), "a reload adds no time away");
    assert_eq!(page.eval("return sessionStorage.length", vec![]).await, 0);
    // A running meeting continues; no new one starts.
    let gate = Gate::default();
    site.rule(WASM, ResponseRule::new().behind(&gate));
    page.open_bare(&site.url("/pages/host.html")).await;
    page.wait_for(FACE).await;
    assert_eq!(page.prop("state").await, "running");
    page.click(FLOOR).await;
    gate.open();
    page.ready().await;
    assert_eq!(page.prop("floor").await, "consultant");
    assert_eq!(turns(&exported_meeting(&page).await).len(), 4);
    page.take_problems().await;
    page.finish().await;
}

#[tokio::test]
async fn without_storage_early_taps_are_kept_in_memory() {
    let (_site, page, gate) = open_held("?storage=memory").await;
    page.click(FLOOR).await;
    page.click(FLOOR).await;
    assert_eq!(page.eval("return sessionStorage.length + localStorage.length", vec![]).await, 0);
    gate.open();
    page.ready().await;
    assert_eq!(turns(&exported_meeting(&page).await).len(), 2);
    page.finish().await;
}
