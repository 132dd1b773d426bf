//! Pages of others that host the widget: built before the tests, and looked at by them.

pub(crate) mod frameworks;

use std::path::PathBuf;

use crate::repo;

/// Where they are built; the tests know it as `HEARD_HOSTS`.
pub(crate) fn folder() -> PathBuf {
    repo::target().join("hosts")
}
