//! Meetings and what follows from them: who had the floor, what was captured in the client's words, and the figures,
//! loops and reports computed from both.
//!
//! Everything kept is an immutable [`Event`]; everything shown is computed from events. The crate uses no browser, no
//! clock and no randomness: times and ids come in as arguments, so that every result can be tested.
//!
//! The modules, each importing only from those after it: [`report`] writes recaps, sheets and trends; [`transfer`] exports
//! and imports files; [`validate`] decides which events the present state allows; [`notebook`] holds everything kept under
//! one storage key; [`loops`] follows issues and promises until the client closes them; [`meeting`] computes one meeting
//! from its events; `imported` reads records that came without a log; [`codec`] writes and reads an event as a line of
//! JSON; [`event`] defines the events; [`chunk_list`], [`sorted_map`] and [`time`] know nothing of meetings.

pub mod chunk_list;
pub mod codec;
pub mod event;
pub(crate) mod imported;
pub mod loops;
pub mod meeting;
pub mod notebook;
pub mod report;
pub mod sorted_map;
pub mod time;
pub mod transfer;
pub mod validate;

pub use event::Event;
pub use event::floor::{Floor, Party};
pub use event::id::{EventId, Record};
pub use event::kind::EventKind;
pub use event::refusal::Refusal;
pub use event::timestamp::{DocumentId, Timestamp};
pub use meeting::Meeting;
pub use notebook::Notebook;
