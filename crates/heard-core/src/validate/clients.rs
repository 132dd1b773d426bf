//! Which acts of a client fit what is so.

use crate::event::id::EventId;
use crate::event::kind::Act;
use crate::notebook::Desk;
use crate::validate::refusal::Refusal;
use crate::validate::{ensure, one_line};

/// Whether an act fits a client's record. A meeting that runs with them changes nothing: it is shown under whoever stands.
pub(super) fn admit(desk: &Desk, id: EventId, act: &Act) -> Result<(), Refusal> {
    match act {
        Act::ClientRenamed { name } => renamed(desk, id, name),
        Act::ClientMerged { into } => {
            ensure(*into != id && stands(desk, id) && stands(desk, *into), Refusal::Unknown)
        }
        Act::Undone { event } => {
            ensure(desk.undoable_of_client(id) == Some(*event), Refusal::NothingToUndo)
        }
        Act::Redone { .. } => Err(Refusal::NothingToRedo),
        _ => Err(Refusal::NoMeeting),
    }
}

fn stands(desk: &Desk, id: EventId) -> bool {
    desk.client(id).is_some_and(|client| client.id == id)
}

fn renamed(desk: &Desk, id: EventId, name: &str) -> Result<(), Refusal> {
    one_line(name)?;
    ensure(!name.contains(['\n', '\r']), Refusal::TooLong)?;
    let client = desk.client(id).filter(|client| client.id == id).ok_or(Refusal::Unknown)?;
    ensure(*client.name != *name, Refusal::AlreadyHeld)?;
    // Whose name was merged into somebody may be taken up again: that is how one chooses between two spellings.
    let mut others = desk.clients().iter().filter(|other| other.id != id);
    ensure(!others.any(|other| other.is_named(name)), Refusal::NameTaken)
}
