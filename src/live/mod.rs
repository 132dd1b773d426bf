//! Where the desk meets the page: one open notebook, shared by all widgets of its key.

mod book;
mod draft;
mod said;
mod shown;

pub use book::{Guard, Live, Watch};
pub use draft::Draft;
pub use said::{Beginning, Said};
pub use shown::Shown;
