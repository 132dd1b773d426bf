//! Wrappers of web platform interfaces, one file for each, named as the platform names it. Nothing is rendered here.

pub(crate) mod active_element;
pub(crate) mod badge;
pub(crate) mod channel;
pub(crate) mod clipboard;
pub(crate) mod clock;
pub(crate) mod download;
pub(crate) mod indexed_db;
pub(crate) mod keyboard;
pub(crate) mod language_tag;
pub(crate) mod lifecycle;
pub(crate) mod locale;
pub(crate) mod locks;
pub(crate) mod mail;
pub(crate) mod print;
pub(crate) mod reflect;
pub(crate) mod session;
pub(crate) mod shadow_root;
pub(crate) mod share;
pub(crate) mod storage;
pub(crate) mod storage_manager;
pub(crate) mod tabs;
pub(crate) mod ticker;
pub(crate) mod upload;
pub(crate) mod vibration;
pub(crate) mod wake_lock;
