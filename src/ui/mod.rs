//! Components: props in, [`Said`](crate::Said) out. No clock but the dials', no storage, no globals of the browser.

mod amending;
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
mod saying;
mod settings;
mod start;
mod status;
mod stepper;
mod strip;
mod tallies;
mod turns;
mod window;
mod words;

pub use heard::{Heard, HeardProps};
