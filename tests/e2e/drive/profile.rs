//! A browser's profile: what it keeps on disk, for as long as a test needs it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use super::driver::Driver;

/// A profile folder. Clones are the same folder, and the last one to go removes it; so a test that
/// kills its browser can open the next one on what the first had kept.
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
        std::fs::create_dir_all(&path).expect("the temporary folder takes a profile");
        Self(Arc::new(Folder(path)))
    }

    /// Where it lies.
    pub(crate) fn path(&self) -> &Path {
        &self.0.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What a dying browser still writes is left to the driver's leash, which removes the
        // parent.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
