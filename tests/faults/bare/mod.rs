//! Browsers that no driver holds: found, started, killed and opened again, each make alike.

mod devtools;
mod knife;
mod make;
mod processes;
mod running;
mod screen;

pub(crate) use {make::Make, running::Running};
