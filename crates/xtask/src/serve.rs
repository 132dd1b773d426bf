//! `cargo xtask serve`: serves the widget on this machine and rebuilds it at each change.

use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::tools::Toolbox;
use crate::{repo, usage};

/// The default port.
const DEFAULT_PORT: u16 = 8080;

#[derive(Debug, Default, PartialEq, Eq)]
struct Options {
    release: bool,
    port: Option<u16>,
    no_open: bool,
}

pub(crate) fn run(words: &[String]) -> Result<()> {
    let options = parse(words)?;
    let tools = if options.release { Toolbox::for_release()? } else { Toolbox::for_development()? };
    let port = free_port(options.port)?;
    println!("Heard will be at http://127.0.0.1:{port}/ once it is built. Ctrl+C ends it.");
    replace_process(&mut command(&tools, &options, port))
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

fn parse(words: &[String]) -> Result<Options> {
    let mut options = Options::default();
    let mut words = words.iter().map(String::as_str);
    while let Some(word) = words.next() {
        match word {
            "--release" => options.release = true,
            "--no-open" => options.no_open = true,
            "--port" => options.port = Some(port(words.next().unwrap_or_default())?),
            _ => match word.strip_prefix("--port=") {
                Some(number) => options.port = Some(port(number)?),
                None => return Err(usage::misused(format!("`serve` does not know `{word}`"))),
            },
        }
    }
    Ok(options)
}

fn port(text: &str) -> Result<u16> {
    let number = text.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| usage::misused(format!("`--port` takes 1 to 65535, not `{text}`")))
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

    fn parsed(line: &str) -> Result<Options> {
        parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn every_option_is_understood() {
        let all = Options { release: true, port: Some(9000), no_open: true };
        assert_eq!(parsed("--release --port 9000 --no-open").unwrap(), all);
        assert_eq!(parsed("--port=9000 --no-open --release").unwrap(), all);
        assert_eq!(parsed("").unwrap(), Options::default());
    }

    #[test]
    fn wrong_options_are_refused() {
        for line in ["--prot 1", "--port", "--port 0", "--port 70000", "here"] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }

    #[test]
    fn a_port_in_use_is_refused_when_asked_for() {
        let holder = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let taken = holder.local_addr().unwrap().port();
        assert!(free_port(Some(taken)).is_err());
    }
}
