//! The browser's side: one file per facility, named as the platform names it. No `html!` lives here.

pub(crate) mod clock;
pub(crate) mod download;
pub(crate) mod keyboard;
pub(crate) mod locale;
pub(crate) mod notebook;
pub(crate) mod storage;
pub(crate) mod tabs;
pub(crate) mod ticker;
pub(crate) mod vibration;
