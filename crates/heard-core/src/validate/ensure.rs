//! The check that every rule is made of.

use crate::event::refusal::Refusal;

/// `Ok` if the condition holds, and otherwise the refusal.
pub(super) const fn ensure(fits: bool, otherwise: Refusal) -> Result<(), Refusal> {
    if fits { Ok(()) } else { Err(otherwise) }
}
