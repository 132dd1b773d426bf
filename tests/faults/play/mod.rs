//! An automatic meeting in a browser without a driver, and the check of its saved data.

mod action_log;
mod summary;
mod trial;
mod verify;

pub(crate) use {summary::Summary, trial::Trial};
