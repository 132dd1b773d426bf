//! Data in and out as files: export, import, records that were imported without a log, and erasing.

pub mod erase;
pub mod export;
pub mod import;
