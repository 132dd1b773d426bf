//! What comes back from a file: read whole, shown before anything changes, and then merged as events.
//!
//! What may live here turns a text into events. What such events come to is the notebook's, and keeping them the edge's.

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

/// The longest text that is read, in bytes.
pub const MAX_BYTES: usize = 64 << 20;
/// Reads a file.
pub fn read(text: &str) -> Result<File, ImportError> {
    if text.len() > MAX_BYTES {
        return Err(ImportError::TooLarge);
    }
    // Some editors put a byte order mark before every text.
    let top = Top::read(text.strip_prefix('\u{feff}').unwrap_or(text))?;
    let mut logged = Logged::read(top.log)?;
    let mut entries = Entries::default();
    entries.clients(top.clients, &mut logged)?;
    entries.meetings(top.meetings, &mut logged)?;
    let mut file = logged.done();
    file.damaged += entries.damaged;
    let known = Known::of(&file);
    let rest = top.rest(entries.rest(), &mut file.damaged, &file.settings, &known)?;
    // The log may have the very event that the rest gives.
    file.settings.extend(rest.filter(|rest| file.settings.iter().all(|e| e.id() != rest.id())));
    Ok(file)
}
