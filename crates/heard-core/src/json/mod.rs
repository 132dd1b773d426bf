//! JSON (RFC 8259), read into a tree and written as one line. What may live here knows nothing of meetings.
//!
//! Of our own, because a general library brings the arithmetic of floating point, its tables and its errors to every
//! phone, and nothing that Heard keeps is a fraction. The tests hold it against `serde_json`, document by document.

mod write;

pub use write::Writer;
