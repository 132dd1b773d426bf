//! The built widget, end to end in a real browser: one file a hazard or a journey.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test says no by panicking")]

mod drive;
mod ropes;
mod scene;

mod access;
mod bad_input;
mod by_keyboard;
mod by_methods;
mod damaged;
mod erase;
mod forty_changes;
mod manners;
mod not_loaded;
mod parts;
mod quiet_face;
mod reload;
mod sizes;
mod storage_blocked;
mod tab_order;
mod two_tabs;
mod two_widgets;
mod whole_meeting;
