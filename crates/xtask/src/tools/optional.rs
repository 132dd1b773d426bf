//! The parts of the test suite that a machine may lack, and whether a run may do without them.
//!
//! A missing part fails the run, unless the environment variable `HEARD_ALLOW_MISSING` names it.

use std::env;

use anyhow::{Result, bail};

use super::npm::Npm;
use super::{firefox, webkit};

/// Separated by commas: the parts without which the tests may run.
const VARIABLE: &str = "HEARD_ALLOW_MISSING";

/// Something that only some of the tests need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// npm and node, for the frameworks that host the widget and for axe-core.
    Npm,
    /// Firefox, for the faults.
    Firefox,
    /// `WebKitGTK` with its `MiniBrowser` and Xvfb, for the faults.
    WebKit,
    /// Linux, whose `/proc` tells the faults which processes to kill.
    Linux,
}

impl Part {
    const ALL: [Self; 4] = [Self::Npm, Self::Firefox, Self::WebKit, Self::Linux];

    /// Its name in `HEARD_ALLOW_MISSING` and in reports.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Npm => "npm",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
            Self::Linux => "linux",
        }
    }

    /// Whether it is here, after an attempt to install it where that needs no password.
    ///
    /// # Errors
    ///
    /// If an environment variable names a program that does not exist.
    fn is_here(self) -> Result<bool> {
        Ok(match self {
            Self::Npm => Npm::find()?.is_some(),
            Self::Firefox => firefox::find_or_install()?.is_some(),
            Self::WebKit => webkit::find_or_install()?.is_some(),
            Self::Linux => cfg!(target_os = "linux"),
        })
    }

    /// Where to get it.
    fn advice(self) -> &'static str {
        match self {
            Self::Npm => "node and npm are not on the path",
            Self::Firefox => "Firefox is not on the path, nor named by the variable FIREFOX",
            Self::WebKit => {
                "Xvfb or WebKitGTK's MiniBrowser is not installed, nor named by the variable WEBKIT"
            }
            Self::Linux => "faults are tried on Linux only",
        }
    }
}

/// Those of `needed` that are missing. The environment allows each of them to be.
///
/// # Errors
///
/// If a part is missing that `HEARD_ALLOW_MISSING` does not name, or the variable holds a word that
/// names no part.
pub(crate) fn missing(needed: &[Part]) -> Result<Vec<Part>> {
    let allowed = allowed()?;
    let mut missing = Vec::new();
    for part in needed {
        if !part.is_here()? {
            missing.push(*part);
        }
    }
    match refusal(&missing, &allowed) {
        Some(refusal) => bail!(refusal),
        None => Ok(missing),
    }
}

/// Whether the run may go on without a part that turned out not to work.
///
/// # Errors
///
/// If `HEARD_ALLOW_MISSING` holds a word that names no part.
pub(crate) fn is_allowed(part: Part) -> Result<bool> {
    Ok(allowed()?.contains(&part))
}

fn allowed() -> Result<Vec<Part>> {
    parse(&env::var(VARIABLE).unwrap_or_default())
}

fn parse(list: &str) -> Result<Vec<Part>> {
    let names = list.split(',').map(str::trim).filter(|name| !name.is_empty());
    names.map(part_named).collect()
}

fn part_named(name: &str) -> Result<Part> {
    match Part::ALL.into_iter().find(|part| part.name() == name) {
        Some(part) => Ok(part),
        None => bail!("{VARIABLE} takes {}, not `{name}`", join(&Part::ALL)),
    }
}

/// What to tell the user, if a missing part is not among the allowed ones.
fn refusal(missing: &[Part], allowed: &[Part]) -> Option<String> {
    let is_refused = |part: &&Part| !allowed.contains(part);
    let refused: Vec<_> = missing.iter().filter(is_refused).copied().collect();
    if refused.is_empty() {
        return None;
    }
    let reasons = refused.iter().map(|part| format!("\n  {}: {}", part.name(), part.advice()));
    let reasons: String = reasons.collect();
    Some(format!(
        "parts of the test suite are missing:{reasons}\nInstall them, or run the other tests with {VARIABLE}={}",
        join(missing)
    ))
}

fn join(parts: &[Part]) -> String {
    parts.iter().map(|part| part.name()).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_variable_is_a_list_of_names() {
        assert_eq!(parse("npm, webkit,").unwrap(), [Part::Npm, Part::WebKit]);
        assert_eq!(parse("").unwrap(), []);
        let refusal = parse("npm,chromium").unwrap_err().to_string();
        assert_eq!(refusal, "HEARD_ALLOW_MISSING takes npm,firefox,webkit,linux, not `chromium`");
    }

    #[test]
    fn a_missing_part_is_refused_unless_it_is_named() {
        assert_eq!(refusal(&[], &[]), None);
        assert_eq!(refusal(&[Part::Npm], &[Part::WebKit, Part::Npm]), None);
        let refusal = refusal(&[Part::Npm, Part::Firefox], &[Part::Npm]).unwrap();
        assert!(!refusal.contains("node and npm"), "{refusal}");
        assert!(refusal.contains("firefox: "), "{refusal}");
        assert!(refusal.ends_with("HEARD_ALLOW_MISSING=npm,firefox"), "{refusal}");
    }
}
