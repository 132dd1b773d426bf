//! The notebook: all data under one storage key, as one immutable value, and the operations that return a changed one.

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
pub use retention::Expiring;
