//! Validation of events of a client's record against the present state.

use crate::event::id::EventId;
use crate::event::kind::EventKind;
use crate::event::limits::check_name;
use crate::event::refusal::Refusal;
use crate::notebook::Notebook;
use crate::validate::ensure::ensure;

/// Checks whether the present state allows an event of a client's record. Events are also allowed while a meeting with
/// the client is running.
pub(super) fn admit(notebook: &Notebook, id: EventId, kind: &EventKind) -> Result<(), Refusal> {
    match kind {
        EventKind::ClientRenamed { name } => renamed(notebook, id, name),
        EventKind::ClientMerged { into } => ensure(
            *into != id && is_unmerged(notebook, id) && is_unmerged(notebook, *into),
            Refusal::Unknown,
        ),
        EventKind::Undone { event } => {
            ensure(notebook.undoable_of_client(id) == Some(*event), Refusal::NothingToUndo)
        }
        EventKind::Redone { .. } => Err(Refusal::NothingToRedo),
        _ => Err(Refusal::NoMeeting),
    }
}

/// Returns whether `id` is a client that exists and is not merged into another.
fn is_unmerged(notebook: &Notebook, id: EventId) -> bool {
    notebook.client(id).is_some_and(|client| client.id == id)
}

/// Checks a new name for a client: its length, that it has one line, that it is new, and that no other client has it.
fn renamed(notebook: &Notebook, id: EventId, name: &str) -> Result<(), Refusal> {
    check_name(name)?;
    ensure(!name.contains(['\n', '\r']), Refusal::TooLong)?;
    let client = notebook.client(id).filter(|client| client.id == id).ok_or(Refusal::Unknown)?;
    ensure(*client.name != *name, Refusal::AlreadyHeld)?;
    // The name of a client that was merged into this one is allowed: this is how the user chooses between two
    // spellings.
    let mut others = notebook.clients().iter().filter(|other| other.id != id);
    ensure(!others.any(|other| other.is_named(name)), Refusal::NameTaken)
}
