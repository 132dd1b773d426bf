//! The built widget under faults that no user can help: one file a fault, tried at random moments.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test says no by panicking")]
#![allow(clippy::print_stdout, reason = "every test says in a line how much was tried")]

#[path = "../e2e/drive/mod.rs"]
mod drive;
#[path = "../e2e/scene.rs"]
mod scene;

mod a_year;
mod alike;
mod bare;
mod deaths;
mod harm;
mod kept;
mod play;
mod rounds;

mod crashed;
mod damaged;
mod guest;
mod killed;
mod leaving;
mod many_tabs;
mod refused;
mod ten_years;
mod wiped;
