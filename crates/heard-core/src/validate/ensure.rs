//! The basic check used by all validation rules.

use crate::event::refusal::Refusal;

/// Returns `Ok` if the condition is true, and the refusal otherwise.
pub(super) const fn ensure(fits: bool, otherwise: Refusal) -> Result<(), Refusal> {
    if fits { Ok(()) } else { Err(otherwise) }
}
