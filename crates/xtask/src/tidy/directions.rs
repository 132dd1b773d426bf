//! Rule: modules import only downwards, so that each can be read and tested without those above it.

use super::roots::roots;
use super::tree::{Finding, Tree};

/// A folder of `src/`, what it must not name, and why.
struct Direction {
    folder: &'static str,
    never: &'static [&'static str],
    why: &'static str,
}

const DIRECTIONS: &[Direction] = &[
    Direction {
        folder: "shell",
        never: &["ui", "live", "host"],
        why: "the browser's side serves those above it and knows none of them",
    },
    Direction {
        folder: "i18n",
        never: &["ui", "live", "shell", "host"],
        why: "words depend on nothing",
    },
    Direction {
        folder: "live",
        never: &["ui", "host"],
        why: "what is on the desk does not depend on how it is shown",
    },
    Direction { folder: "ui", never: &["host"], why: "the widget knows no app around it" },
];

/// Files that may name the embedding: the one that starts it.
const STARTS: &str = "src/main.rs";

pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (file, code) in tree.codes() {
        let Some(module) = Module::of(&file.path) else { continue };
        for root in roots(code, module.depth) {
            if let Some(why) = objection(&file.path, module.folder, root.name) {
                let why = format!("`{}` names `{}`: {why}", module.folder, root.name);
                findings.push(Finding::new(file, root.line, why));
            }
        }
    }
    findings
}

fn objection(path: &str, folder: &str, root: &str) -> Option<&'static str> {
    if root == "embed" && folder != "embed" && path != STARTS {
        return Some("only main.rs starts the embedding, and nothing else knows of it");
    }
    let rule = DIRECTIONS.iter().find(|direction| direction.folder == folder)?;
    rule.never.contains(&root).then_some(rule.why)
}

/// Where a file of the widget lies among its modules.
struct Module<'a> {
    folder: &'a str,
    depth: usize,
}

impl<'a> Module<'a> {
    fn of(path: &'a str) -> Option<Self> {
        let inner = path.strip_prefix("src/")?.strip_suffix(".rs")?;
        let parts: Vec<&str> = inner.split('/').collect();
        let is_index = matches!(parts.last(), Some(&("mod" | "main" | "lib")));
        Some(Self { folder: parts[0], depth: parts.len() - usize::from(is_index) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(path: &str, code: &str) -> usize {
        check(&Tree::of(&[(path, code)])).len()
    }

    #[test]
    fn every_direction_can_fail() {
        for direction in DIRECTIONS {
            for never in direction.never.iter().chain(&["embed"]) {
                let path = format!("src/{}/x.rs", direction.folder);
                assert_eq!(faults(&path, &format!("use crate::{never}::X;")), 1, "{path}");
            }
        }
        assert_eq!(faults("src/ui/x.rs", "use crate::embed::X;"), 1);
        assert_eq!(faults("src/ui.rs", "use super::embed;"), 1);
    }

    #[test]
    fn downwards_is_allowed_and_so_is_a_comment() {
        assert_eq!(faults("src/ui/desk/mod.rs", "use crate::{i18n, live, shell};"), 0);
        assert_eq!(faults("src/shell/x.rs", "//! See crate::ui.\nuse super::clock;"), 0);
        assert_eq!(faults("src/main.rs", "use crate::embed;"), 0);
        assert_eq!(faults("src/embed/mod.rs", "use crate::{embed::x, ui};"), 0);
        assert_eq!(faults("crates/heard-core/src/ui.rs", "use crate::embed;"), 0);
    }
}
