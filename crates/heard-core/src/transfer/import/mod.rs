//! Import of a file: it is read as a whole, previewed, and then merged as events.
//!
//! This module only converts a text to events. The notebook applies them, and the caller stores them.

mod entry;
mod error;
mod file;
mod items;
mod logged;
mod preview;
mod top;

pub use error::ImportError;
pub use file::File;
pub use preview::Preview;

use crate::transfer::import::entry::Entries;
use crate::transfer::import::file::Known;
use crate::transfer::import::logged::Logged;
use crate::transfer::import::top::Top;

/// The largest text that [`read`] accepts, in bytes.
pub const MAX_BYTES: usize = 64 << 20;
/// Reads a file that was written by an export.
///
/// # Errors
///
/// [`ImportError::TooLarge`] for more than [`MAX_BYTES`], [`ImportError::NotJson`] for a text that is not JSON or is nested
/// too deep, [`ImportError::NotHeard`] for other JSON, and [`ImportError::Newer`] for a file of a newer version.
pub fn read(text: &str) -> Result<File, ImportError> {
    if text.len() > MAX_BYTES {
        return Err(ImportError::TooLarge);
    }
    // Some editors write a byte order mark at the start of every text.
    let top = Top::read(text.strip_prefix('\u{feff}').unwrap_or(text))?;
    let mut logged = Logged::read(top.log)?;
    let mut entries = Entries::default();
    entries.clients(top.clients, &mut logged)?;
    entries.meetings(top.meetings, &mut logged)?;
    let mut file = logged.done();
    file.damaged += entries.damaged;
    let known = Known::of(&file);
    let rest = top.rest(entries.rest(), &mut file.damaged, &file.settings, &known)?;
    // The log may have the same event.
    file.settings.extend(rest.filter(|rest| file.settings.iter().all(|e| e.id() != rest.id())));
    Ok(file)
}
