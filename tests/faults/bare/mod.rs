//! Browsers that no driver holds: found, started, killed and opened again, each make alike.

mod devtools;
mod make;
mod processes;
mod running;

pub(crate) use {make::Make, running::Running};
