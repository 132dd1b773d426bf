//! Components: props in, [`Said`](crate::Said) out. No clock but the dials', no storage, no globals of the browser.

mod bar;
mod capture_line;
mod capture_list;
mod choice;
mod dialog;
mod dials;
mod facts;
mod floor_button;
mod format;
mod heard;
mod hearing;
mod hotkeys;
mod keyboard;
mod keys;
mod live;
mod news;
mod notice;
mod past;
mod peek;
mod review;
mod settings;
mod start;
mod status;
mod stepper;
mod strip;
mod tallies;
mod turns;
mod words;

pub use heard::{Heard, HeardProps};
