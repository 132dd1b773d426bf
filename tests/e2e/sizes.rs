//! Target sizes for touch, and no horizontal scrolling on a phone.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};
use crate::fixtures::{KEYS, NOON, PAST, PLAIN, SETTINGS, add_capture, call_ok, start_meeting};

/// The controls that are smaller than 44 by 44 CSS pixels.
const SMALL: &str = "
    const touched = 'button, .chip, summary, select, textarea, input:not([type=radio])';
    const there = [...s.querySelectorAll(touched)].filter((el) => el.getClientRects().length);
    const small = there.filter((el) => {
      const { width, height } = el.getBoundingClientRect();
      return Math.round(width * 10) < 440 || Math.round(height * 10) < 440;
    });
    return { there: there.length, small: small.map((el) => {
      const { width, height } = el.getBoundingClientRect();
      const name = el.ariaLabel || el.textContent.trim();
      return `${el.className} “${name}” ${width}×${height}`;
    }) };";

/// The elements that exceed the widget's width, and whether the page scrolls horizontally.
const WIDE: &str = "
    const { left, right } = w.getBoundingClientRect();
    const drawn = [...s.querySelectorAll('.screen *, nav *, dialog *')].filter((el) => {
      const box = el.getBoundingClientRect();
      return box.width > 0 && !el.closest('svg') && (box.right > right + 0.5 || box.left < left - 0.5);
    });
    const { scrollWidth, clientWidth } = document.documentElement;
    return [...drawn.map((el) => el.outerHTML.slice(0, 80)),
            ...(scrollWidth > clientWidth ? [`${scrollWidth} px in ${clientWidth}`] : [])];";

async fn open_on_phone(width: u32) -> (Site, Page) {
    let site = Site::dist();
    let page = Browser::new().size(width, 740).clock(NOON).open(&site.url(PLAIN)).await;
    (site, page)
}

/// Opens each screen and returns the result of `js` there.
async fn on_each_screen(
    page: &Page,
    name: &str,
    words: &str,
    js: &str,
) -> Vec<(&'static str, Value)> {
    let mut results = vec![("start", page.widget(js).await)];
    call_ok(page, "start", json!({ "client": name })).await;
    page.clock().advance(3_723_000).await;
    call_ok(page, "passFloor", Value::Null).await;
    page.clock().advance(125_000).await;
    call_ok(page, "mark", Value::Null).await;
    add_capture(page, "issue", words, name).await;
    page.wait_for(".live[data-long=true]").await;
    results.push(("talking", page.widget(js).await));
    page.click("[data-act=amend]").await;
    page.wait_for("[data-act=save]").await;
    results.push(("amending", page.widget(js).await));
    page.click("[data-act=save]").await;
    call_ok(page, "takeBreak", Value::Null).await;
    results.push(("break", page.widget(js).await));
    call_ok(page, "resume", Value::Null).await;
    call_ok(page, "end", Value::Null).await;
    page.widget("s.querySelectorAll('details').forEach((one) => { one.open = true; })").await;
    results.push(("review", page.widget(js).await));
    page.click("[data-act=done]").await;
    page.wait_for(".start").await;
    results.push(("start with a client", page.widget(js).await));
    for (screen, way, there) in [
        ("past", PAST, ".past"),
        ("over time", "[data-act=trends]", ".trends"),
        ("settings", SETTINGS, ".settings"),
        ("keys", KEYS, "dialog[open]"),
    ] {
        page.click(way).await;
        page.wait_for(there).await;
        results.push((screen, page.widget(js).await));
    }
    results
}

#[tokio::test]
async fn every_control_is_at_least_44_pixels_wide_and_high_on_a_small_phone() {
    let (_site, page) = open_on_phone(360).await;
    let results = on_each_screen(&page, "Harbour Trust", "nobody calls back", SMALL).await;
    let many = results.iter().all(|(_, all)| all["there"].as_u64() >= Some(4));
    assert!(many, "each screen has controls: {results:?}");
    let small: Vec<_> = results.iter().filter(|(_, all)| all["small"] != json!([])).collect();
    assert!(small.is_empty(), "{small:#?}");
    page.finish().await;
}

#[tokio::test]
async fn no_screen_scrolls_horizontally_at_320_pixels() {
    let (_site, page) = open_on_phone(320).await;
    let long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    let results = on_each_screen(&page, long, &long.repeat(3), WIDE).await;
    let wide: Vec<_> = results.iter().filter(|(_, all)| *all != json!([])).collect();
    assert!(wide.is_empty(), "{wide:#?}");
    start_meeting(&page).await;
    assert_eq!(page.widget(WIDE).await, json!([]), "with an ordinary name");
    page.finish().await;
}
