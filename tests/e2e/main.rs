//! The built widget, end to end in a real browser: one file a hazard or a journey.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test says no by panicking")]

mod drive;
mod ropes;
mod scene;
mod screens;

mod access;
mod after;
mod apart;
mod bad_input;
mod by_keyboard;
mod by_methods;
mod damaged;
mod erase;
mod erase_one;
mod forty_changes;
mod in_and_out;
mod kept;
mod lead;
mod loop_by_method;
mod loop_story;
mod loops;
mod manners;
mod many_loops;
mod newer;
mod not_loaded;
mod opening;
mod panic;
mod parts;
mod picture;
mod quiet_face;
mod read_back;
mod recap;
mod reload;
mod saved;
mod sheet;
mod sizes;
mod sleep;
mod storage_blocked;
mod tab_order;
mod trends;
mod two_tabs;
mod two_widgets;
mod version;
mod way_back;
mod whole_meeting;
