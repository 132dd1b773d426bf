//! What a meeting is: who had the floor, what was caught in the client's words, and what follows from both.
//!
//! Everything kept is an immutable [`Event`]; everything shown is a fold over events. This crate knows no
//! browser, no clock and no randomness: moments and ids come in as arguments, so every total can be proved.
//!
//! In reading order: [`moment`] and [`id`] name when and which; [`floor`] says who may speak; [`kind`] lists what
//! can happen; [`history`] knows what was undone; [`vigil`] finds time that nobody can vouch for; [`timeline`] places
//! events, and such time, on a meeting's own clock; [`away`] says what it counts as; [`meeting`] is one conversation,
//! tiled by stretches, [`measure`] its figures, [`story`] where its stories lie, [`picture`] the arithmetic of drawing it,
//! [`band`] what is usual; [`loops`] keep what they said until they
//! close it; [`trend`] lays meetings and months side by side;
//! [`notebook`] is the root state; [`wire`] is how an event is written down, [`segment`] how a closed
//! meeting is, [`export`] what leaves as a file and [`import`] what comes back from one; [`recap`] tells a meeting to
//! people, and [`sheet`] what became of all that a client said. [`order`] sorts for all of them.

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
