//! `cargo xtask serve`: serves the widget on this machine and rebuilds it at each change.

use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::repo;
use crate::tools::Toolbox;

/// The default port.
const DEFAULT_PORT: u16 = 8080;

/// What to serve, and where.
#[derive(Debug, Default, PartialEq, Eq, clap::Args)]
pub(crate) struct Options {
    /// Build with the release profile
    #[arg(long)]
    release: bool,
    /// The port to listen on [default: the first free one from 8080 on]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    port: Option<u16>,
    /// Do not open the page in a browser
    #[arg(long)]
    no_open: bool,
}

pub(crate) fn run(options: &Options) -> Result<()> {
    let tools = if options.release { Toolbox::for_release()? } else { Toolbox::for_development()? };
    let port = free_port(options.port)?;
    println!("Heard will be at http://127.0.0.1:{port}/ once it is built. Ctrl+C ends it.");
    replace_process(&mut command(&tools, options, port))
}

fn command(tools: &Toolbox, options: &Options, port: u16) -> Command {
    let mut trunk = tools.trunk();
    // Not into dist/, which contains the release that is measured and tested.
    trunk.arg("serve").arg("--dist").arg(repo::target().join("serve"));
    trunk.args(["--no-autoreload", "true", "--port"]).arg(port.to_string());
    trunk.args(["--open", if options.no_open { "false" } else { "true" }]);
    if options.release {
        trunk.arg("--release");
    }
    trunk
}

/// The port that was asked for, or the first free one of 20 from the default on.
///
/// # Errors
///
/// If the port is in use, or all of the 20 are.
fn free_port(asked: Option<u16>) -> Result<u16> {
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    match asked {
        Some(port) if is_free(&port) => Ok(port),
        Some(port) => bail!("port {port} cannot be used: leave `--port` out to get a free one"),
        None => (DEFAULT_PORT..DEFAULT_PORT + 20)
            .find(is_free)
            .context("no port from 8080 on is free: name another with `--port N`"),
    }
}

/// Replaces this process by trunk, so that ending this process ends the server.
#[cfg(unix)]
fn replace_process(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(command.exec()).context("trunk could not be started")
}

#[cfg(not(unix))]
fn replace_process(command: &mut Command) -> Result<()> {
    crate::process::run(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_refused_when_asked_for() {
        let holder = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let taken = holder.local_addr().unwrap().port();
        assert!(free_port(Some(taken)).is_err());
    }
}
