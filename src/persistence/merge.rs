//! The archive text of a closed meeting: how it is built, and how two versions of it are united.

use heard_core::codec::archive;
use heard_core::{EventId, Notebook};

use crate::persistence::keys::{self, Kind};

/// The archive with the lines of two archives of one meeting, each line once.
pub(crate) fn union(one: &str, other: &str) -> String {
    archive::union(archive::lines(one).chain(archive::lines(other)))
}

/// The archive of a meeting, including lines that a newer version of Heard has written.
pub(crate) fn archive_of(notebook: &Notebook, meeting: EventId) -> String {
    let lines = notebook.lines_of(meeting);
    archive::write(lines.iter().map(|line| &**line))
}

/// The value to store under `name` where `stored` is there already: archives are united, every other value is replaced by
/// `text`.
pub(crate) fn merge(name: &str, stored: &str, text: &str) -> String {
    match keys::kind(name) {
        Kind::Segment(_) => union(stored, text),
        _ => text.to_owned(),
    }
}
