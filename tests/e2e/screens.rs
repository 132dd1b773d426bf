//! Every screen at every width, in the light and the dark scheme: no accessibility violation, no clipped text, no
//! overflow.

use serde_json::{Value, json};

use crate::axe::{axe, violations};
use crate::drive::{Browser, Page, Site};
use crate::fixtures::{
    KEYS, LOOPS, NOON, PAST, SETTINGS, STORE, add_capture, call_ok, show_details,
};
use crate::read_back::take_back;

/// Lists clipped texts and anything wider than the page. Scrollable content is not clipped.
const CLIPPED: &str = "
    const cut = [];
    for (const el of s.querySelectorAll('.heard *')) {
      if (!el.getClientRects().length || el.closest('svg, .visually-hidden, option')) continue;
      const { overflowX, overflowY } = getComputedStyle(el);
      const hides = (way) => way === 'hidden' || way === 'clip';
      const tag = el.localName;
      const wide = el.scrollWidth > el.clientWidth + 1 && el.clientWidth > 1;
      const high = el.scrollHeight > el.clientHeight + 1 && el.clientHeight > 1;
      const closed = tag === 'button' || hides(overflowX);
      if ((wide && closed) || (high && hides(overflowY))) {
        cut.push(`${tag}.${el.className} “${el.textContent.trim().slice(0, 40)}”`);
      }
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) cut.push(`the page: ${scrollWidth} px in ${clientWidth}`);
    return cut;";

/// Checks the current screen: nothing is clipped, and axe-core, if available, finds nothing.
pub(crate) async fn check_screen(page: &Page, screen: &str, axe: Option<&str>) {
    // Running transitions would give false results.
    page.wait_until("document.getAnimations().length + s.getAnimations().length === 0").await;
    assert_eq!(page.widget(CLIPPED).await, json!([]), "{screen}: clipped");
    if let Some(axe) = axe {
        assert_eq!(violations(page, axe).await, json!([]), "{screen}: axe-core");
    }
}

pub(crate) async fn open_all(page: &Page) {
    page.widget("s.querySelectorAll('details').forEach((one) => { one.open = true; })").await;
}

/// A meeting with one of everything, up to its end.
async fn during(page: &Page, axe: Option<&str>) {
    check_screen(page, "start", axe).await;
    page.click(LOOPS).await;
    page.wait_for(".loops").await;
    check_screen(page, "no loops", axe).await;
    call_ok(page, "start", json!({ "client": "Harbour Trust", "us": 2, "them": 5 })).await;
    show_details(page).await;
    check_screen(page, "listening", axe).await;
    page.clock().advance(185_000).await;
    check_screen(page, "quiet", axe).await;
    call_ok(page, "mark", Value::Null).await;
    add_capture(page, "outcome", "Nobody should have to call twice about the same thing.", "Maria")
        .await;
    add_capture(page, "issue", "We lose orders on Mondays", "Tom").await;
    add_capture(page, "promise", "A word by Friday", "").await;
    add_capture(page, "held", "", "").await;
    call_ok(page, "tally", json!("asked")).await;
    call_ok(page, "passFloor", Value::Null).await;
    page.clock().advance(130_000).await;
    page.wait_for(".live[data-long=true]").await;
    check_screen(page, "talking", axe).await;
    call_ok(page, "takeBreak", Value::Null).await;
    check_screen(page, "break", axe).await;
    call_ok(page, "end", Value::Null).await;
    page.wait_for(".guess").await;
    check_screen(page, "guess", axe).await;
}

async fn after(page: &Page, axe: Option<&str>) {
    page.click("[data-guess='40']").await;
    page.wait_for(".reveal").await;
    check_screen(page, "review", axe).await;
    open_all(page).await;
    page.click(".costs [data-act=pain]").await;
    page.wait_for(".costs .cost").await;
    open_all(page).await;
    check_screen(page, "review, all of it open", axe).await;
    page.click("[data-act=read-back]").await;
    page.wait_for("dialog[open]").await;
    check_screen(page, "read-back", axe).await;
    page.click("dialog [data-act=not-quite]").await;
    check_screen(page, "not quite", axe).await;
    take_back(page).await;
    page.click("[data-act=ask-felt]").await;
    page.wait_for("dialog[open]").await;
    check_screen(page, "were you heard", axe).await;
    take_back(page).await;
    page.click(".quote [data-act=amend]").await;
    check_screen(page, "correcting", axe).await;
    page.click(PAST).await;
    page.click(".past [data-act=sheet]").await;
    page.wait_for(".sheets").await;
    check_screen(page, "sheet", axe).await;
    for (screen, way, there) in [
        ("past", PAST, ".past"),
        ("journal", "[data-act=journal]", ".journal"),
        ("past again", PAST, ".past"),
        ("trends", "[data-act=trends]", ".trends"),
        ("settings", SETTINGS, ".settings"),
        ("store", STORE, ".store"),
        ("keys", KEYS, "dialog[open]"),
    ] {
        page.click(way).await;
        page.wait_for(there).await;
        check_screen(page, screen, axe).await;
    }
}

/// The loops page: recent loops, one in the black hole, an open row, and the form of a step.
async fn loops(page: &Page, axe: Option<&str>) {
    page.click(LOOPS).await;
    page.wait_for(".loop").await;
    check_screen(page, "loops", axe).await;
    page.clock().sleep(34 * 86_400_000).await;
    page.click(LOOPS).await;
    page.wait_for(".loop[data-overdue=true]").await;
    page.click("[data-overdue=true] .loop-row").await;
    page.wait_for(".loop-card").await;
    for step in ["raise-again", "tell-back"] {
        page.click(&format!("[data-step={step}]")).await;
    }
    page.wait_for(".loop-again").await;
    open_all(page).await;
    check_screen(page, "an open loop, told back", axe).await;
    page.click("[data-step=decline]").await;
    page.wait_for(".step-form textarea").await;
    check_screen(page, "an open loop, declined", axe).await;
}

/// Visits all screens of a page.
async fn check_all_screens(page: &Page, axe: Option<&str>) {
    during(page, axe).await;
    after(page, axe).await;
    page.press_key("Escape").await;
    loops(page, axe).await;
}

async fn open(site: &Site, width: u32, height: u32) -> Page {
    let page = Browser::new().size(width, height).clock(NOON).open(&site.url("/index.html")).await;
    page.emulate_reduced_motion(true).await;
    page
}

/// Checks all screens at a viewport size in CSS pixels, in the light and the dark scheme.
async fn check_at_size(width: u32, height: u32) {
    for dark in [false, true] {
        let site = Site::dist();
        let page = open(&site, width, height).await;
        page.emulate_dark(dark).await;
        check_all_screens(&page, axe().as_deref()).await;
        page.finish().await;
    }
}

#[tokio::test]
async fn every_screen_passes_on_a_phone() {
    check_at_size(360, 740).await;
}

#[tokio::test]
async fn every_screen_passes_on_a_tablet() {
    check_at_size(768, 1_024).await;
}

#[tokio::test]
async fn every_screen_passes_on_a_desktop() {
    check_at_size(1_280, 800).await;
}

/// At a zoom of 200 %, 768 px become 384 and 1,280 px become 640.
#[tokio::test]
async fn every_screen_passes_at_200_percent_zoom() {
    check_at_size(384, 512).await;
    check_at_size(640, 400).await;
}

/// 320 px is the narrowest supported width: 1,280 px at a zoom of 400 %.
#[tokio::test]
async fn every_screen_passes_at_400_percent_zoom() {
    check_at_size(320, 256).await;
}

/// The left edge of a text's first letter and the right edge of its last, in CSS pixels.
const ENDS: &str = "
    const text = document.createTreeWalker(s.querySelector(args[0]), NodeFilter.SHOW_TEXT).nextNode();
    const range = document.createRange();
    const edge = (at, side) => { range.setStart(text, at); range.setEnd(text, at + 1); return range.getBoundingClientRect()[side]; };
    return [edge(0, 'left'), edge(text.length - 1, 'right')];";

/// With a right-to-left page the layout is mirrored and the texts are unchanged.
#[tokio::test]
async fn every_screen_passes_in_a_right_to_left_page() {
    let site = Site::dist();
    let page = open(&site, 360, 740).await;
    page.eval("document.documentElement.dir = 'rtl'", Vec::new()).await;
    let title: Vec<f64> =
        serde_json::from_value(page.widget_with(ENDS, json!(["h2"])).await).unwrap();
    assert!(title[0] < title[1], "a question ends with its mark: {title:?}");
    assert!(title[1] > 320.0, "and is aligned to the right: {title:?}");
    check_all_screens(&page, axe().as_deref()).await;
    page.finish().await;
}

/// With forced colours, no information depends on the widget's own colours.
#[tokio::test]
async fn every_screen_passes_with_forced_colours() {
    let site = Site::dist();
    let page = open(&site, 768, 1_024).await;
    page.emulate_forced_colors(true).await;
    check_all_screens(&page, axe().as_deref()).await;
    page.finish().await;
}
