//! Every screen at every width, by day and in the dark: axe-core finds nothing, nothing is cut off, nothing lies outside.

use serde_json::{Value, json};

use crate::axe::{axe, violations};
use crate::drive::{Browser, Page, Site};
use crate::read_back::take_back;
use crate::scene::{KEYS, LOOPS, NOON, PAST, SETTINGS, STORE, caught, done, wake};

/// Text that does not fit where it stands, and whatever reaches beyond the page. What scrolls is not cut off.
const CUT: &str = "
    const cut = [];
    for (const el of s.querySelectorAll('.heard *')) {
      if (!el.getClientRects().length || el.closest('svg, .unseen, option')) continue;
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

/// Checks the screen that is shown: that nothing is cut off, and with axe-core, if there is one.
pub(crate) async fn look(page: &Page, screen: &str, axe: Option<&str>) {
    // What is on its way from one look to the next is neither.
    page.wait_until("document.getAnimations().length + s.getAnimations().length === 0").await;
    assert_eq!(page.widget(CUT).await, json!([]), "{screen}: cut off");
    if let Some(axe) = axe {
        assert_eq!(violations(page, axe).await, json!([]), "{screen}: axe-core");
    }
}

pub(crate) async fn open_all(page: &Page) {
    page.widget("s.querySelectorAll('details').forEach((one) => { one.open = true; })").await;
}

/// A meeting of everything there is, up to its end.
async fn during(page: &Page, axe: Option<&str>) {
    look(page, "start", axe).await;
    page.click(LOOPS).await;
    page.wait_for(".loops").await;
    look(page, "no loops", axe).await;
    done(page, "start", json!({ "client": "Harbour Trust", "us": 2, "them": 5 })).await;
    wake(page).await;
    look(page, "listening", axe).await;
    page.clock().advance(185_000).await;
    look(page, "quiet", axe).await;
    done(page, "mark", Value::Null).await;
    caught(page, "outcome", "Nobody should have to call twice about the same thing.", "Maria")
        .await;
    caught(page, "issue", "We lose orders on Mondays", "Tom").await;
    caught(page, "promise", "A word by Friday", "").await;
    caught(page, "held", "", "").await;
    done(page, "tally", json!("asked")).await;
    done(page, "passFloor", Value::Null).await;
    page.clock().advance(130_000).await;
    page.wait_for(".live[data-long=true]").await;
    look(page, "talking", axe).await;
    done(page, "takeBreak", Value::Null).await;
    look(page, "break", axe).await;
    done(page, "end", Value::Null).await;
    page.wait_for(".guess").await;
    look(page, "guess", axe).await;
}

async fn after(page: &Page, axe: Option<&str>) {
    page.click("[data-guess='40']").await;
    page.wait_for(".reveal").await;
    look(page, "review", axe).await;
    open_all(page).await;
    page.click(".costs [data-act=pain]").await;
    page.wait_for(".costs .cost").await;
    open_all(page).await;
    look(page, "review, all of it open", axe).await;
    page.click("[data-act=read-back]").await;
    page.wait_for("dialog[open]").await;
    look(page, "read-back", axe).await;
    page.click("dialog [data-act=not-quite]").await;
    look(page, "not quite", axe).await;
    take_back(page).await;
    page.click("[data-act=ask-felt]").await;
    page.wait_for("dialog[open]").await;
    look(page, "were you heard", axe).await;
    take_back(page).await;
    page.click(".quote [data-act=amend]").await;
    look(page, "correcting", axe).await;
    page.click(PAST).await;
    page.click(".past [data-act=sheet]").await;
    page.wait_for(".sheets").await;
    look(page, "sheet", axe).await;
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
        look(page, screen, axe).await;
    }
}

/// The loops: fresh ones, one in the black hole, one that lies open, and what a step asks for.
async fn loops(page: &Page, axe: Option<&str>) {
    page.click(LOOPS).await;
    page.wait_for(".loop").await;
    look(page, "loops", axe).await;
    page.clock().sleep(34 * 86_400_000).await;
    page.click(LOOPS).await;
    page.wait_for(".loop[data-hole=true]").await;
    page.click("[data-hole=true] .loop-row").await;
    page.wait_for(".loop-card").await;
    for step in ["raise-again", "tell-back"] {
        page.click(&format!("[data-step={step}]")).await;
    }
    page.wait_for(".loop-again").await;
    open_all(page).await;
    look(page, "an open loop, told back", axe).await;
    page.click("[data-step=decline]").await;
    page.wait_for(".loop-telling textarea").await;
    look(page, "an open loop, declined", axe).await;
}

/// Goes through all screens of a page.
async fn goes_through(page: &Page, axe: Option<&str>) {
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

/// Goes through all screens at a width in CSS pixels, by day and in the dark.
async fn goes_well(width: u32, height: u32) {
    for dark in [false, true] {
        let site = Site::dist();
        let page = open(&site, width, height).await;
        page.emulate_dark(dark).await;
        goes_through(&page, axe().as_deref()).await;
        page.finish().await;
    }
}

#[tokio::test]
async fn on_a_phone() {
    goes_well(360, 740).await;
}

#[tokio::test]
async fn on_a_tablet() {
    goes_well(768, 1_024).await;
}

#[tokio::test]
async fn on_a_desk() {
    goes_well(1_280, 800).await;
}

/// A browser that shows a page twice as large gives it half the room: 768 px become 384, and 1280 px become 640.
#[tokio::test]
async fn twice_as_large() {
    goes_well(384, 512).await;
    goes_well(640, 400).await;
}

/// The narrowest that a page must fit, four times as large on a notebook.
#[tokio::test]
async fn four_times_as_large() {
    goes_well(320, 256).await;
}

/// Where the first letter of a text begins and its last one ends, from the left, in CSS pixels.
const ENDS: &str = "
    const text = document.createTreeWalker(s.querySelector(args[0]), NodeFilter.SHOW_TEXT).nextNode();
    const range = document.createRange();
    const edge = (at, side) => { range.setStart(text, at); range.setEnd(text, at + 1); return range.getBoundingClientRect()[side]; };
    return [edge(0, 'left'), edge(text.length - 1, 'right')];";

/// Where people write from right to left, the page is mirrored; its texts and figures are what they were.
#[tokio::test]
async fn from_right_to_left() {
    let site = Site::dist();
    let page = open(&site, 360, 740).await;
    page.eval("document.documentElement.dir = 'rtl'", Vec::new()).await;
    let title: Vec<f64> =
        serde_json::from_value(page.widget_with(ENDS, json!(["h2"])).await).unwrap();
    assert!(title[0] < title[1], "a question ends with its mark: {title:?}");
    assert!(title[1] > 320.0, "and stands at the right: {title:?}");
    goes_through(&page, axe().as_deref()).await;
    page.finish().await;
}

/// Where the system gives the colours, nothing is told by a colour of ours alone.
#[tokio::test]
async fn in_forced_colours() {
    let site = Site::dist();
    let page = open(&site, 768, 1_024).await;
    page.emulate_forced_colors(true).await;
    goes_through(&page, axe().as_deref()).await;
    page.finish().await;
}
