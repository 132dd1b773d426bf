//! Pictures of every screen for the README: made-up people, a clock that stands still, the same each time.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a picture that fails says so")]

#[path = "../e2e/drive/mod.rs"]
mod drive;
#[path = "../e2e/scene.rs"]
mod scene;
mod story;

use std::path::PathBuf;

use drive::{Browser, Page, Rule, Site};
use scene::{FLOOR, LOOPS, NOON, PAST, SETTINGS, START, done};
use serde_json::{Value, json};

/// What the pictures are taken of.
struct Device {
    /// In CSS pixels.
    size: (u32, u32),
    /// Device pixels to each of them.
    scale: f64,
    /// Fingers instead of a mouse and a keyboard.
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
    let camera = Camera { folder: folder.into(), site: Site::dist() };
    let page = camera.open(PHONE, false).await;
    camera.a_day(&page).await;
    page.finish().await;
    for (name, kind, dark) in [("dark", PHONE, true), ("desktop", DESKTOP, false)] {
        let page = camera.open(kind, dark).await;
        camera.live_and_review(&page, name).await;
        page.finish().await;
    }
    camera.before_the_wasm().await;
    camera.builder().await;
}

/// Where the pictures go, and where the widget comes from.
struct Camera {
    folder: PathBuf,
    site: Site,
}

impl Camera {
    async fn open(&self, device: Device, dark: bool) -> Page {
        let (width, height) = device.size;
        let browser = Browser::new().flag("--accept-lang=en-GB").size(width, height).clock(NOON);
        let page = browser.blank().await;
        page.resize_at(width, height, device.scale).await;
        page.emulate_dark(dark).await;
        page.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": device.touch })).await;
        page.cdp("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
        // Where the machine stands must not be seen in the picture.
        page.cdp("Emulation.setTimezoneOverride", json!({ "timezoneId": "Europe/London" })).await;
        page.open(&self.site.url("/index.html")).await;
        page
    }

    /// The floor button, while the rest is on its way.
    async fn before_the_wasm(&self) {
        self.site.rule("/heard_bg.wasm", Rule::new().late(20_000));
        let page = Browser::new().blank().await;
        page.resize_at(PHONE.size.0, PHONE.size.1, PHONE.scale).await;
        page.open_bare(&self.site.url("/index.html")).await;
        page.wait_for("[data-early] [part=floor]").await;
        page.screenshot(&self.folder.join("early.png")).await;
    }

    /// The snippet builder, as whoever serves the files would see it.
    async fn builder(&self) {
        let page = Browser::new().size(DESKTOP.size.0, DESKTOP.size.1).blank().await;
        let choices = "at=https%3A%2F%2Fintranet.example%2Fheard%2F&layout=compact&target-talk=35";
        page.open(&self.site.url(&format!("/builder.html#{choices}"))).await;
        page.flush().await;
        page.screenshot(&self.folder.join("builder.png")).await;
        page.finish().await;
    }

    /// Takes the picture once everything is drawn and every transition is over.
    async fn take(&self, page: &Page, name: &str) {
        self.take_at(page, ".heard", name).await;
    }

    /// The same, from a part of the screen on.
    async fn take_at(&self, page: &Page, css: &str, name: &str) {
        page.flush().await;
        let to = "s.activeElement?.blur(); s.querySelector(args[0])?.scrollIntoView();";
        page.widget_with(to, json!([css])).await;
        page.wait_until("s.getAnimations().length === 0").await;
        page.screenshot(&self.folder.join(format!("{name}.png"))).await;
    }

    /// Every screen of a day, in the light.
    async fn a_day(&self, page: &Page) {
        story::earlier_meetings(page).await;
        page.wait_for(".start").await;
        page.click(".notice [data-act=file]").await;
        page.wait_until("!s.querySelector('.notice')").await;
        page.click("button.chip").await;
        self.take(page, "start").await;
        self.loops(page).await;

        story::opens(page).await;
        page.wait_for(".live[data-quiet=true]").await;
        self.take(page, "listening-quiet").await;
        page.press_key("Shift").await;
        page.wait_for(".live[data-quiet=false]").await;
        self.take(page, "listening-details").await;
        done(page, "passFloor", Value::Null).await;
        page.clock().advance(42_000).await;
        page.wait_until("s.querySelector('.clock').textContent === '0:42'").await;
        self.take(page, "talking").await;
        page.clock().advance(95_000).await;
        page.wait_for(".live[data-long=true]").await;
        self.take(page, "talking-long").await;
        page.tap(FLOOR).await;
        page.clock().advance(63_000).await;
        done(page, "takeBreak", Value::Null).await;
        page.clock().advance(150_000).await;
        page.wait_until("s.querySelector('.clock').textContent === '2:30'").await;
        self.take(page, "break").await;
        story::ends(page).await;
        self.take(page, "guess").await;
        story::guesses(page).await;
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

    /// What waits, what became of it, and how it went over time.
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

    /// The two screens that matter most, under another light or at another size. A meeting runs in the dark in any
    /// light, so that picture is taken only once.
    async fn live_and_review(&self, page: &Page, name: &str) {
        story::opens(page).await;
        done(page, "passFloor", Value::Null).await;
        page.clock().advance(42_000).await;
        page.wait_until("s.querySelector('.clock').textContent === '0:42'").await;
        if name != "dark" {
            self.take(page, &format!("live-{name}")).await;
        }
        done(page, "passFloor", Value::Null).await;
        page.clock().advance(63_000).await;
        story::ends(page).await;
        story::guesses(page).await;
        self.take(page, &format!("review-{name}")).await;
    }
}
