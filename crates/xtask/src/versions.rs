//! The versions that the repository pins, read from `Cargo.lock`, `Cargo.toml` and `Trunk.toml`.

/// A dependency that a manifest pins to one exact version.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Pin<'a> {
    pub(crate) line: usize,
    pub(crate) name: &'a str,
    pub(crate) version: &'a str,
}

/// The versions of a package that a `Cargo.lock` holds: usually one.
pub(crate) fn locked<'a>(lock: &'a str, name: &str) -> Vec<&'a str> {
    let wanted = format!("name = \"{name}\"");
    let heads = lock.lines().zip(lock.lines().skip(1));
    heads.filter(|(head, _)| *head == wanted).filter_map(|(_, next)| quoted(next)).collect()
}

/// The dependencies that a `Cargo.toml` pins with `=`, in the order of the file.
pub(crate) fn pins(manifest: &str) -> Vec<Pin<'_>> {
    let lines = manifest.lines().enumerate();
    lines.filter_map(|(at, text)| pin(at + 1, text)).collect()
}

/// The version of trunk in a `Trunk.toml`; `None` unless it names exactly one, with `=`.
pub(crate) fn trunk(config: &str) -> Option<&str> {
    let line = config.lines().find(|line| line.starts_with("trunk-version"))?;
    quoted(line)?.strip_prefix('=')
}

fn pin(line: usize, text: &str) -> Option<Pin<'_>> {
    let (name, value) = text.split_once('=')?;
    let name = name.trim().trim_end_matches(".version");
    let version = if value.contains('{') { value.split_once("version")?.1 } else { value };
    let version = quoted(version)?.strip_prefix('=')?;
    (!name.starts_with('#')).then_some(Pin { line, name, version: version.trim() })
}

fn quoted(text: &str) -> Option<&str> {
    text.split('"').nth(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"syn\"\nversion = \"1.0.109\"\n\n[[package]]\n\
                        name = \"syn\"\nversion = \"2.0.1\"\n\n[[package]]\nname = \"syn-mid\"\n\
                        version = \"0.1.0\"\n";

    #[test]
    fn every_locked_version_of_a_package_is_found_and_of_no_other() {
        assert_eq!(locked(LOCK, "syn"), ["1.0.109", "2.0.1"]);
        assert_eq!(locked(LOCK, "syn-mid"), ["0.1.0"]);
        assert!(locked(LOCK, "sy").is_empty());
    }

    #[test]
    fn exact_versions_are_found_in_both_spellings_and_ranges_are_not() {
        let manifest = "[dependencies]\na = \"=1.2.3\"\nb = \"1.2\"\n\
                        c = { version = \"=4.5.6\", features = [\"x\"] }\n# d = \"=7.8.9\"\n";
        let found = pins(manifest);
        assert_eq!(found[0], Pin { line: 2, name: "a", version: "1.2.3" });
        assert_eq!(found[1], Pin { line: 4, name: "c", version: "4.5.6" });
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn trunk_is_pinned_only_by_an_exact_version() {
        assert_eq!(trunk("# trunk\ntrunk-version = \"=0.21.14\"\n"), Some("0.21.14"));
        assert_eq!(trunk("trunk-version = \"0.21\"\n"), None);
        assert_eq!(trunk("[build]\n"), None);
    }
}
