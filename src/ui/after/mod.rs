//! What one does with a meeting when it is over: a file for each thing, drawn by functions and kept by acts.

mod felt;
mod handover;
mod hands;
mod ranking;
mod readback;

pub(crate) use handover::{Hand, Handing, hand_over, handed, restored, show};
pub(crate) use readback::standing;
