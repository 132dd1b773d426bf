//! Takes the documentation's screenshots of every screen, with invented data and a controlled clock, so that they are
//! reproducible.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a failure ends the run")]

#[path = "../e2e/drive/mod.rs"]
mod drive;
#[path = "../e2e/fixtures.rs"]
mod fixtures;
mod story;

use std::path::PathBuf;

use drive::{Browser, Page, ResponseRule, Site};
use fixtures::{FLOOR, LOOPS, NOON, PAST, SETTINGS, START, call_ok};
use serde_json::{Value, json};

/// A device whose screenshots are taken.
struct Device {
    /// The viewport in CSS pixels.
    size: (u32, u32),
    /// Device pixels per CSS pixel.
    scale: f64,
    /// Whether it has a touch screen instead of a mouse.
    touch: bool,
}

const PHONE: Device = Device { size: (390, 844), scale: 2.0, touch: true };
const DESKTOP: Device = Device { size: (1280, 800), scale: 1.0, touch: false };

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.expect("a runtime starts").block_on(all());
}

async fn all() {
    let folder = std::env::var_os("HEARD_SHOTS").expect("HEARD_SHOTS names the folder to fill");
    let screenshots = ScreenshotTaker { folder: folder.into(), site: Site::dist() };
    let page = screenshots.open(PHONE, false).await;
    screenshots.take_every_screen(&page).await;
    page.finish().await;
    for (name, kind, dark) in [("dark", PHONE, true), ("desktop", DESKTOP, false)] {
        let page = screenshots.open(kind, dark).await;
        screenshots.take_live_and_review(&page, name).await;
        page.finish().await;
    }
    screenshots.take_before_wasm().await;
    screenshots.take_builder().await;
}

/// Takes screenshots of the widget that `site` serves and writes them to `folder`.
struct ScreenshotTaker {
    folder: PathBuf,
    site: Site,
}

impl ScreenshotTaker {
    async fn open(&self, device: Device, dark: bool) -> Page {
        let (width, height) = device.size;
        let browser = Browser::new().flag("--accept-lang=en-GB").size(width, height).clock(NOON);
        let page = browser.blank().await;
        page.resize_at(width, height, device.scale).await;
        page.emulate_dark(dark).await;
        page.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": device.touch })).await;
        page.cdp("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
        // The screenshots must not depend on the machine's time zone.
        page.cdp("Emulation.setTimezoneOverride", json!({ "timezoneId": "Europe/London" })).await;
        page.open(&self.site.url("/index.html")).await;
        page
    }

    /// The floor button before the wasm has loaded.
    async fn take_before_wasm(&self) {
        self.site.rule("/heard_bg.wasm", ResponseRule::new().late(20_000));
        let page = Browser::new().blank().await;
        page.resize_at(PHONE.size.0, PHONE.size.1, PHONE.scale).await;
        page.open_bare(&self.site.url("/index.html")).await;
        page.wait_for("[data-early] [part=floor]").await;
        page.screenshot(&self.folder.join("early.png")).await;
    }

    /// The snippet builder with an example address.
    async fn take_builder(&self) {
        let page = Browser::new().size(DESKTOP.size.0, DESKTOP.size.1).blank().await;
        let choices = "at=https%3A%2F%2Fintranet.example%2Fheard%2F&layout=compact&target-talk=35";
        page.open(&self.site.url(&format!("/builder.html#{choices}"))).await;
        page.flush().await;
        page.screenshot(&self.folder.join("builder.png")).await;
        page.finish().await;
    }

    /// Takes a screenshot once everything is rendered and all transitions have ended.
    async fn take(&self, page: &Page, name: &str) {
        self.take_at(page, ".heard", name).await;
    }

    /// Like `take`, scrolled to the element that `css` finds.
    async fn take_at(&self, page: &Page, css: &str, name: &str) {
        page.flush().await;
        let to = "s.activeElement?.blur(); s.querySelector(args[0])?.scrollIntoView();";
        page.widget_with(to, json!([css])).await;
        page.wait_until("s.getAnimations().length === 0").await;
        page.screenshot(&self.folder.join(format!("{name}.png"))).await;
    }

    /// Every screen, in the light scheme.
    async fn take_every_screen(&self, page: &Page) {
        story::earlier_meetings(page).await;
        page.wait_for(".start").await;
        page.click(".notice [data-act=file]").await;
        page.wait_until("!s.querySelector('.notice')").await;
        page.click("button.chip").await;
        self.take(page, "start").await;
        self.loops(page).await;

        story::hold_meeting(page).await;
        page.wait_for(".live[data-quiet=true]").await;
        self.take(page, "listening-quiet").await;
        page.press_key("Shift").await;
        page.wait_for(".live[data-quiet=false]").await;
        self.take(page, "listening-details").await;
        call_ok(page, "passFloor", Value::Null).await;
        page.clock().advance(42_000).await;
        page.wait_until("s.querySelector('.clock').textContent === '0:42'").await;
        self.take(page, "talking").await;
        page.clock().advance(95_000).await;
        page.wait_for(".live[data-long=true]").await;
        self.take(page, "talking-long").await;
        page.tap(FLOOR).await;
        page.clock().advance(63_000).await;
        call_ok(page, "takeBreak", Value::Null).await;
        page.clock().advance(150_000).await;
        page.wait_until("s.querySelector('.clock').textContent === '2:30'").await;
        self.take(page, "break").await;
        story::end_meeting(page).await;
        self.take(page, "guess").await;
        story::guess_talk_share(page).await;
        self.take(page, "review").await;
        self.take_at(page, ".recap", "recap").await;
        page.click("[data-act=done]").await;
        page.click(PAST).await;
        page.wait_for(".past").await;
        self.take(page, "past").await;
        page.click(SETTINGS).await;
        page.wait_for(".settings").await;
        self.take(page, "settings").await;
        page.click("[data-act=store]").await;
        page.wait_for(".store li").await;
        self.take(page, "store").await;
        page.click(PAST).await;
        page.click(".entry").await;
        page.click("[data-act=read-back]").await;
        page.wait_for("dialog[open]").await;
        self.take(page, "read-back").await;
    }

    /// The loops page, the trends page and the sheet.
    async fn loops(&self, page: &Page) {
        page.click(LOOPS).await;
        page.click("[data-act=all-clients]").await;
        self.take(page, "loops").await;
        page.click(PAST).await;
        page.click("[data-act=trends]").await;
        page.wait_for(".trends").await;
        self.take(page, "trends").await;
        page.click(START).await;
        page.click("[data-act=about]").await;
        page.click("[data-act=sheet]").await;
        page.wait_for(".sheets").await;
        self.take_at(page, ".recap", "sheet").await;
        page.click(START).await;
    }

    /// The live screen and the review in another colour scheme or size. The live screen is dark in both schemes, so
    /// it is taken once.
    async fn take_live_and_review(&self, page: &Page, name: &str) {
        story::hold_meeting(page).await;
        call_ok(page, "passFloor", Value::Null).await;
        page.clock().advance(42_000).await;
        page.wait_until("s.querySelector('.clock').textContent === '0:42'").await;
        if name != "dark" {
            self.take(page, &format!("live-{name}")).await;
        }
        call_ok(page, "passFloor", Value::Null).await;
        page.clock().advance(63_000).await;
        story::end_meeting(page).await;
        story::guess_talk_share(page).await;
        self.take(page, &format!("review-{name}")).await;
    }
}
