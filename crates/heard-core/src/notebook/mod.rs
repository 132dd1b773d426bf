//! Everything kept under one storage key, as one value, and the one way in which it changes.

mod client_queries;
mod clients;
mod journal;
mod lines;
mod logs;
mod loops;
mod model;
mod once;
pub mod opening_card;
mod past;
mod records;
mod retention;
mod undo;

pub use clients::Client;
pub use model::Notebook;
