//! The intranet of `examples/yew`: a Yew app that holds the component, in `target/hosts/yew`.

use anyhow::Result;

use crate::tools::Toolbox;
use crate::{lock, process, repo};

/// Builds it as its developer would while working on it, which shares what the components' tests have compiled.
pub(crate) fn build() -> Result<()> {
    let tools = Toolbox::for_development()?;
    let _turn = lock::hold(&repo::target(), "building")?;
    let mut trunk = tools.trunk();
    trunk.current_dir(repo::root().join("examples").join("yew"));
    trunk.arg("build").arg("--dist").arg(repo::hosts().join("yew"));
    // No app that takes the component has to set these.
    trunk.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    process::run(&mut trunk)
}
