//! JSON (RFC 8259), read into a tree and written as one line. What may live here knows nothing of meetings.
//!
//! Of our own, because a general library brings the arithmetic of floating point, its tables and its errors to every
//! phone, and nothing that Heard keeps is a fraction. The tests hold it against `serde_json`, document by document.

mod pass;
mod read;
mod write;

pub(crate) use pass::{compact, each_field, each_item, is_json};
pub use read::Json;
pub use write::Writer;
