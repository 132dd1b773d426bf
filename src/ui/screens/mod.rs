//! The screens, one module each.

pub(crate) mod client;
pub(crate) mod client_view;
pub(crate) mod data;
pub(crate) mod journal;
pub(crate) mod live;
pub(crate) mod loops;
pub(crate) mod past;
pub(crate) mod retention;
pub(crate) mod review;
pub(crate) mod settings;
pub(crate) mod sheet;
pub(crate) mod shortcuts;
pub(crate) mod start;
pub(crate) mod trends;
