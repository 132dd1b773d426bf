//! Rule: no two files of a crate import each other, directly or through others.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::modules::{Dependency, Modules};
use super::tree::{Finding, Tree};

/// The crates that the rule holds for, by their root files.
const ROOTS: &[&str] = &[
    "crates/heard-core/src/lib.rs",
    "crates/heard-demo/src/lib.rs",
    "crates/xtask/src/main.rs",
    "src/lib.rs",
    "src/main.rs",
];

/// Files that all import each other, directly or through others of them.
struct Cycle<'a> {
    files: BTreeSet<&'a str>,
    /// What they import from each other.
    dependencies: Vec<&'a Dependency>,
}

pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let dependencies = dependencies(tree);
    let mut findings = Vec::new();
    for cycle in cycles(&dependencies) {
        let why = format!(
            "{} files import each other; `cargo xtask tidy --cycles` lists their imports",
            cycle.files.len()
        );
        findings.extend(cycle.files.first().map(|file| Finding::missing(file, why)));
    }
    findings
}

/// All cycles, with each import that is part of one: a work list for untying them.
pub(crate) fn report(tree: &Tree) -> Option<String> {
    let dependencies = dependencies(tree);
    let cycles = cycles(&dependencies);
    let mut text = String::new();
    for (at, cycle) in cycles.iter().enumerate() {
        let _ = writeln!(text, "Cycle {} of {}: {} files", at + 1, cycles.len(), cycle.files.len());
        for file in &cycle.files {
            let _ = writeln!(text, "  {file}");
            for dependency in cycle.dependencies.iter().filter(|one| one.from == *file) {
                let is_mutual = cycle
                    .dependencies
                    .iter()
                    .any(|other| other.from == dependency.to && other.to == dependency.from);
                let arrow = if is_mutual { "<->" } else { " ->" };
                let Dependency { to, line, name, .. } = dependency;
                let _ = writeln!(text, "    line {line:<4} {arrow} {to}  ({name})");
            }
        }
        text.push('\n');
    }
    (!cycles.is_empty()).then_some(text)
}

fn dependencies(tree: &Tree) -> Vec<Dependency> {
    ROOTS.iter().flat_map(|root| Modules::of_crate(tree, root).dependencies()).collect()
}

/// The strongly connected components of more than one file: those that reach each other.
fn cycles(dependencies: &[Dependency]) -> Vec<Cycle<'_>> {
    let reachable = reachable(dependencies);
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut cycles = Vec::new();
    for (&file, beyond) in &reachable {
        if seen.contains(file) || !beyond.contains(file) {
            continue;
        }
        let is_mate = |other: &&str| reachable.get(other).is_some_and(|back| back.contains(file));
        let files: BTreeSet<&str> = beyond.iter().copied().filter(is_mate).collect();
        seen.extend(files.iter().copied());
        let is_inside = |one: &&Dependency| {
            files.contains(one.from.as_str()) && files.contains(one.to.as_str())
        };
        let dependencies = dependencies.iter().filter(is_inside).collect();
        cycles.push(Cycle { files, dependencies });
    }
    cycles.sort_by_key(|cycle| std::cmp::Reverse(cycle.files.len()));
    cycles
}

/// For each file that imports anything, all files that it reaches through imports.
fn reachable(dependencies: &[Dependency]) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut direct: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for one in dependencies {
        direct.entry(&one.from).or_default().push(&one.to);
    }
    let reach = |from: &str| {
        let mut found = BTreeSet::new();
        let mut open = direct[from].clone();
        while let Some(file) = open.pop() {
            if found.insert(file) {
                open.extend(direct.get(file).into_iter().flatten());
            }
        }
        found
    };
    direct.keys().map(|from| (*from, reach(from))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIB: (&str, &str) = ("src/lib.rs", "mod a;\nmod b;\nmod c;");

    #[test]
    fn files_in_one_direction_are_no_cycle() {
        let a = ("src/a.rs", "use crate::{b::B, c::C};");
        let b = ("src/b.rs", "use crate::c::C; pub struct B;");
        let tree = Tree::of(&[LIB, a, b, ("src/c.rs", "pub struct C;")]);
        assert!(check(&tree).is_empty());
        assert_eq!(report(&tree), None);
    }

    #[test]
    fn a_ring_of_three_files_is_one_cycle() {
        let a = ("src/a.rs", "use crate::b::B; pub struct A;");
        let b = ("src/b.rs", "use crate::c::C; pub struct B;");
        let c = ("src/c.rs", "\nuse crate::a::A; pub struct C;");
        let tree = Tree::of(&[LIB, a, b, c]);
        assert_eq!(check(&tree).len(), 1);
        let report = report(&tree).unwrap();
        assert!(report.starts_with("Cycle 1 of 1: 3 files\n"), "{report}");
        assert!(report.contains("line 2     -> src/a.rs  (crate::a::A)"), "{report}");
    }

    #[test]
    fn a_file_that_only_leads_to_a_cycle_is_no_part_of_it() {
        let a = ("src/a.rs", "use crate::b::B;");
        let b = ("src/b.rs", "use crate::c::C; pub struct B;");
        let c = ("src/c.rs", "use crate::b::B; pub struct C;");
        let report = report(&Tree::of(&[LIB, a, b, c])).unwrap();
        assert!(report.starts_with("Cycle 1 of 1: 2 files\n"), "{report}");
        assert!(!report.contains("src/a.rs") && report.contains("<->"), "{report}");
    }

    #[test]
    fn every_crate_is_searched() {
        for root in ROOTS {
            let folder = root.rsplit_once('/').unwrap().0;
            let child = format!("{folder}/a.rs");
            let tree = Tree::of(&[
                (root, "mod a; use a::A; pub struct B;"),
                (&child, "use crate::B; pub struct A;"),
            ]);
            assert_eq!(check(&tree).len(), 1, "{root}");
        }
    }
}
