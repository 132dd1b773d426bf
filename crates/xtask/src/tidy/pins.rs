//! Rule: a version that one file pins is the version that the others use.

use super::tree::{Finding, SourceFile, Tree};
use crate::versions::{locked, pins, trunk};

pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let trunk_pin = tree.file("Trunk.toml").and_then(|file| trunk(file.text.as_deref()?));
    if trunk_pin.is_none() {
        let why = "trunk must be pinned: trunk-version = \"=x.y.z\"";
        findings.push(Finding::missing("Trunk.toml", why));
    }
    let lock = tree.file("Cargo.lock").and_then(|file| file.text.as_deref());
    match (tree.file("Cargo.toml"), lock) {
        (Some(manifest), Some(lock)) => compare(manifest, lock, &mut findings),
        _ => findings.push(Finding::missing("Cargo.lock", "it must be in Git, next to Cargo.toml")),
    }
    findings
}

fn compare(manifest: &SourceFile, lock: &str, findings: &mut Vec<Finding>) {
    let text = manifest.text.as_deref().unwrap_or_default();
    for pin in pins(text) {
        let found = locked(lock, pin.name);
        // A package that is pinned but not used is not in the lock file.
        if !found.is_empty() && found != [pin.version] {
            let found = found.join(" and ");
            let why = format!("`{}` is pinned here, but Cargo.lock holds {found}", pin.name);
            findings.push(Finding::new(manifest, pin.line, why));
        }
    }
    if !pins(text).iter().any(|pin| pin.name == "wasm-bindgen") {
        let why = "wasm-bindgen must be pinned with `=`: its command-line tool reads only the output of its own version";
        findings.push(Finding::new(manifest, 1, why));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRUNK: (&str, &str) = ("Trunk.toml", "trunk-version = \"=0.21.14\"\n");
    const LOCK: (&str, &str) =
        ("Cargo.lock", "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\n");

    fn faults(manifest: &str) -> Vec<String> {
        let tree = Tree::of(&[TRUNK, LOCK, ("Cargo.toml", manifest)]);
        check(&tree).iter().map(Finding::to_string).collect()
    }

    #[test]
    fn the_pin_must_exist_and_agree() {
        assert!(faults("wasm-bindgen = \"=0.2.129\"\n").is_empty());
        assert!(faults("\nwasm-bindgen = \"=0.2.130\"\n")[0].starts_with("Cargo.toml:2: "));
        assert!(faults("wasm-bindgen = \"0.2.129\"\n")[0].contains("must be pinned"));
    }

    #[test]
    fn the_files_with_pins_must_exist() {
        let manifest = ("Cargo.toml", "wasm-bindgen = \"=0.2.129\"\n");
        assert_eq!(check(&Tree::of(&[TRUNK, manifest])).len(), 1);
        assert_eq!(check(&Tree::of(&[LOCK, manifest])).len(), 1);
        let range = ("Trunk.toml", "trunk-version = \"0.21\"\n");
        assert_eq!(check(&Tree::of(&[LOCK, manifest, range])).len(), 1);
    }
}
