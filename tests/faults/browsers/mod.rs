//! Browsers without a driver: found, started, killed and restarted in the same way for each kind.

mod devtools;
mod kind;
mod process_group;
mod processes;
mod running;
mod screen;

pub(crate) use {kind::BrowserKind, running::RunningBrowser};
