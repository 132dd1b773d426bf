//! Drives a built Heard in a real browser, and checks what every run must satisfy.
//!
//! A typical test:
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
//! Nothing here sleeps: the page itself awaits conditions, under a deadline. A failure panics with a message. Only a
//! rejection by the widget is a value, since tests check for rejections.
#![allow(dead_code, reason = "each test binary uses its own part of the harness")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests fail by panicking")]

mod browser;
mod clock;
mod command;
mod contract;
mod driver;
mod emulation;
mod frame;
mod input;
mod keys;
mod page;
mod problems;
mod profile;
mod reports;
mod responder;
mod response_rule;
mod script;
mod server;
mod session;
mod shadow;
mod site;
mod wait;

#[allow(unused_imports, reason = "each test binary names its own part of the harness")]
pub(crate) use {
    browser::Browser,
    clock::Clock,
    input::Pointer,
    page::Page,
    problems::Problem,
    profile::Profile,
    reports::{Report, Reports},
    responder::Served,
    response_rule::{Gate, ResponseRule},
    script::Rejected,
    site::{Site, dist},
};
