//! Where the desk meets the page: one open notebook, shared by all widgets of its key.

mod ahead;
mod book;
mod closing;
mod draft;
mod early;
mod edge;
mod erasing;
mod files;
mod inventory;
mod keeping;
mod loading;
mod others;
mod recap;
mod record;
mod said;
mod shown;
mod vigil;
mod waiting;
mod watchers;

pub use book::Live;
pub use draft::Draft;
pub use said::{Beginning, Said};
pub use shown::Shown;
pub use watchers::{Guard, Watch};
