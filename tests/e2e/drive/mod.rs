//! Drives a built Heard in a real browser, and proves what every run must prove.
//!
//! A test reads like this:
//!
//! ```ignore
//! let site = Site::dist();
//! let page = Browser::new().clock(NOON).open(&site.url("/pages/plain.html")).await;
//! page.call("start", json!({ "client": "Harbour Trust" })).await.unwrap();
//! page.click("[part=floor]").await;
//! page.clock().advance(60_000).await;
//! page.wait_until("w.talkMs === 60000").await;
//! page.finish().await;
//! ```
//!
//! Nothing here sleeps: whatever must be waited for is awaited in the page, under a deadline. What
//! goes wrong panics in words, since a panic is how a test says no; only a refusal by the widget
//! itself is a value, because tests ask for refusals.
#![allow(dead_code, reason = "each test binary uses its own part of the harness")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test says no by panicking")]

mod browser;
mod clock;
mod command;
mod contract;
mod driver;
mod frame;
mod gesture;
mod keys;
mod look;
mod page;
mod profile;
mod reports;
mod rules;
mod script;
mod server;
mod session;
mod shadow;
mod shelves;
mod site;
mod wait;
mod watch;

#[allow(unused_imports, reason = "each test binary names its own part of the harness")]
pub(crate) use {
    browser::Browser,
    clock::Clock,
    gesture::Pointer,
    page::Page,
    profile::Profile,
    reports::{Report, Reports},
    rules::{Gate, Rule},
    script::Refused,
    shelves::Served,
    site::{Site, dist},
    watch::Problem,
};
