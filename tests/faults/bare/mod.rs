//! Browsers without a driver: found, started, killed and started again, in the same way for each make.

mod devtools;
mod make;
mod process_group;
mod processes;
mod running;
mod screen;

pub(crate) use {make::Make, running::Running};
