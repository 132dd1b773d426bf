//! Checks events of a client's record against the present state.

use crate::event::id::EventId;
use crate::event::kind::EventKind;
use crate::event::limits::check_name;
use crate::event::refusal::Refusal;
use crate::notebook::Notebook;
use crate::validate::ensure::ensure;

/// Checks whether the present state allows an event of a client's record. A running meeting with the client is no obstacle.
pub(super) fn admit(notebook: &Notebook, id: EventId, kind: &EventKind) -> Result<(), Refusal> {
    match kind {
        EventKind::ClientRenamed { name } => renamed(notebook, id, name),
        EventKind::ClientMerged { into } => {
            ensure(*into != id && stands(notebook, id) && stands(notebook, *into), Refusal::Unknown)
        }
        EventKind::Undone { event } => {
            ensure(notebook.undoable_of_client(id) == Some(*event), Refusal::NothingToUndo)
        }
        EventKind::Redone { .. } => Err(Refusal::NothingToRedo),
        _ => Err(Refusal::NoMeeting),
    }
}

fn stands(notebook: &Notebook, id: EventId) -> bool {
    notebook.client(id).is_some_and(|client| client.id == id)
}

fn renamed(notebook: &Notebook, id: EventId, name: &str) -> Result<(), Refusal> {
    check_name(name)?;
    ensure(!name.contains(['\n', '\r']), Refusal::TooLong)?;
    let client = notebook.client(id).filter(|client| client.id == id).ok_or(Refusal::Unknown)?;
    ensure(*client.name != *name, Refusal::AlreadyHeld)?;
    // Whose name was merged into somebody may be taken up again: that is how one chooses between two spellings.
    let mut others = notebook.clients().iter().filter(|other| other.id != id);
    ensure(!others.any(|other| other.is_named(name)), Refusal::NameTaken)
}
