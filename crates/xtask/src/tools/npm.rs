//! npm, which brings what is written in JavaScript. Where it is missing, the tests that want it are
//! left out.

use std::path::PathBuf;

use super::search;

/// npm, where the path knows it and the node that runs it.
pub(crate) fn program() -> Option<PathBuf> {
    search::first_on_path(&["node"]).and_then(|_| search::first_on_path(&["npm"]))
}
