//! The app of `examples/yew`, which contains the component, built into `target/hosts/yew`.

use anyhow::Result;

use crate::tools::Toolbox;
use crate::{lock, process, repo};

/// Builds it with the development profile, which shares compiled crates with the components' tests.
///
/// # Errors
///
/// If a tool cannot be installed, or the build fails.
pub(crate) fn build() -> Result<()> {
    let tools = Toolbox::for_development()?;
    let _turn = lock::hold(&repo::target(), "building")?;
    let mut trunk = tools.trunk();
    trunk.current_dir(repo::root().join("examples").join("yew"));
    trunk.arg("build").arg("--dist").arg(repo::hosts().join("yew"));
    // An app must not need these to use the component.
    trunk.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    process::run(&mut trunk)
}
