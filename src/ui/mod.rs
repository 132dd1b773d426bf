//! Components and what they draw: state in, [`Said`](crate::Said) out. No clock but the dials', no storage, no globals
//! of the browser.

mod after;
mod away;
mod bar;
mod capture_line;
mod capture_list;
mod choice;
mod dialog;
mod dials;
mod facts;
mod fields;
mod filing;
mod floor_button;
mod form;
mod format;
mod heard;
mod hearing;
mod hotkeys;
mod journal;
mod keys;
mod live;
mod local;
mod news;
mod notice;
mod parts;
mod past;
mod picture;
mod press;
mod review;
mod settings;
mod start;
mod stepper;
mod store;
mod strip;
mod tallies;
mod trends;
mod turns;
mod update;
mod view;
mod words;

pub use heard::{Heard, HeardProps};
