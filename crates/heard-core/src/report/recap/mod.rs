//! The recap "what I heard": one or several meetings as text, for the client or for the consultant, in four formats.
//!
//! A [`Recap`] consists of [`Block`]s whose texts are final and free of control characters. Each format is written from
//! these blocks, and the screen shows the same [`Node`]s that the HTML file contains. [`Labels`] are the texts of one
//! language.
//!
//! The recap for the client is built in `client` alone, which reads no private data; `private` adds the rest for the
//! consultant.

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

pub(crate) use builder::RecapBuilder;
pub(crate) use client::{dotted, line, quoted};
pub(crate) use meetings::day_of;
pub(crate) use model::{ours, theirs};
