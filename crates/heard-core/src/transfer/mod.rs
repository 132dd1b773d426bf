//! Data in and out as files: export, import and erasing.

pub mod erase;
pub mod export;
pub mod file_name;
pub mod import;
