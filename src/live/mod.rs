//! Where the desk meets the page: one open notebook, shared by all widgets of its key.

mod ahead;
mod asked;
mod book;
mod closing;
mod draft;
mod early;
mod edge;
mod erasing;
mod files;
mod happened;
mod inventory;
mod keeping;
mod loading;
mod others;
mod reading;
mod recap;
mod record;
mod said;
mod shown;
mod vigil;
mod waiting;
mod watchers;

pub use book::Live;
pub use draft::Draft;
pub use happened::{
    Captured, FloorChange, Happened, LoopChange, MeetingEnd, MeetingStart, StorageChange, Trouble,
};
pub use reading::{Figures, State};
pub use said::{Beginning, Said};
pub use shown::Shown;
pub use watchers::{Guard, Watch};
