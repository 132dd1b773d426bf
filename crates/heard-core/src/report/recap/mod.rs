//! The recap "what I heard": one or several meetings as text, for the client or for oneself, in four formats.
//!
//! A [`Recap`] consists of [`Block`]s whose texts are final and free of control characters. Each format is written from
//! it, and the screen draws the same [`Node`]s that the HTML file holds. [`Labels`] give the words of one language.
//!
//! The client's recap is built in `client` alone, which reads nothing private; `private` adds the rest for oneself.

pub(crate) mod builder;
mod client;
mod form;
mod html;
mod ics;
mod labels;
mod lines;
mod markdown;
mod meetings;
mod model;
mod plain;
mod private;
mod text;
mod tree;
mod write;

pub use form::Form;
pub use html::STYLE;
pub use ics::{calendar, has_dated_loops, has_dates};
pub use labels::{Labels, Language, Own};
pub use model::{Block, Line, Piece, Recap, Shape};
pub use tree::Node;
pub use write::written;

pub(crate) use builder::Told;
pub(crate) use client::{dotted, line, quoted};
pub(crate) use meetings::day_of;
pub(crate) use model::{ours, theirs};
