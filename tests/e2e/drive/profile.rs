//! A browser profile on disk, removed after its last use.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use super::driver::Driver;

/// A profile folder. Clones refer to the same folder, and dropping the last one removes it; so a test that kills its
/// browser can open the next one on the same data.
#[derive(Debug, Clone)]
pub(crate) struct Profile(Arc<Folder>);

#[derive(Debug)]
struct Folder(PathBuf);

impl Profile {
    /// An empty profile.
    pub(crate) fn fresh() -> Self {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let name = MADE.fetch_add(1, Ordering::Relaxed).to_string();
        let path = Driver::shared().profiles.join(name);
        std::fs::create_dir_all(&path).expect("the temporary folder is writable");
        Self(Arc::new(Folder(path)))
    }

    /// The path of the folder.
    pub(crate) fn path(&self) -> &Path {
        &self.0.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Files that an exiting browser still writes are removed with the parent folder at the end of the run.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
