//! Rule: each module imports only from modules below it, so that it can be read and tested without
//! those above.

use super::modules::{Dependency, Modules};
use super::tree::{Finding, Tree};

/// The rooms of one package: files and folders in the order in which they may import each other.
struct Package {
    folder: &'static str,
    /// The root files of its crates.
    roots: &'static [&'static str],
    /// Paths below the folder, without `.rs`, the highest first. Each room may import from all that
    /// follow it. A file belongs to the room with the longest path that fits.
    rooms: &'static [&'static str],
}

/// The order of all rooms. ARCHITECTURE.md says what each of them is for.
const PACKAGES: &[Package] = &[
    Package {
        folder: "crates/heard-core/src",
        roots: &["lib.rs"],
        rooms: &[
            "lib",
            "report",
            "transfer",
            "validate",
            "notebook",
            "loops",
            "meeting",
            "imported",
            "codec",
            "event",
            "chunk_list",
            "sorted_map",
            "time",
        ],
    },
    Package {
        folder: "src",
        roots: &["lib.rs", "main.rs"],
        rooms: &[
            "main",
            "embed",
            "lib",
            "yew_component",
            "ui",
            "ui/widget",
            "ui/screens",
            "ui/components",
            "ui/context",
            "store",
            "i18n",
            "persistence",
            "browser",
            "options",
            "styles",
        ],
    },
];

pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    PACKAGES.iter().flat_map(|package| package.check(tree)).collect()
}

impl Package {
    fn check(&self, tree: &Tree) -> Vec<Finding> {
        let mut findings = self.check_files(tree);
        for root in self.roots {
            let modules = Modules::of_crate(tree, &format!("{}/{root}", self.folder));
            let dependencies = modules.dependencies();
            findings.extend(dependencies.iter().filter_map(|one| self.check_dependency(one)));
        }
        findings
    }

    /// Each file has a room, and each room has a file.
    fn check_files(&self, tree: &Tree) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut used = vec![false; self.rooms.len()];
        for file in tree.files.iter().filter(|file| file.is(&["rs"])) {
            match self.room(&file.path) {
                Some(room) => used[room] = true,
                None if file.path.starts_with(&format!("{}/", self.folder)) => {
                    let why = "the file belongs to no room of the list in tidy/rooms.rs";
                    findings.push(Finding::new(file, 1, why));
                }
                None => {}
            }
        }
        for (room, _) in self.rooms.iter().zip(used).filter(|(_, used)| !used) {
            let why = format!("the list in tidy/rooms.rs has a room `{room}` without a file");
            findings.push(Finding::missing(self.folder, why));
        }
        findings
    }

    fn check_dependency(&self, dependency: &Dependency) -> Option<Finding> {
        let (from, to) = (self.room(&dependency.from)?, self.room(&dependency.to)?);
        let why = format!(
            "`{}` imports `{}` from `{}`, which is above it",
            self.rooms[from], dependency.name, self.rooms[to]
        );
        (to < from).then(|| Finding::at(&dependency.from, dependency.line, why))
    }

    /// The index of the room that a file belongs to.
    fn room(&self, path: &str) -> Option<usize> {
        let path = path.strip_prefix(self.folder)?.strip_prefix('/')?;
        let fits = |room: &&str| {
            let rest = path.strip_prefix(*room);
            rest.is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
        };
        let room = self.rooms.iter().filter(|room| fits(room)).max_by_key(|room| room.len())?;
        self.rooms.iter().position(|other| other == room)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: Package =
        Package { folder: "src", roots: &["lib.rs"], rooms: &["lib", "ui", "ui/parts", "store"] };
    const LIB: (&str, &str) = ("src/lib.rs", "mod ui;\nmod store;\npub use ui::Ui;");
    const UI: (&str, &str) =
        ("src/ui/mod.rs", "mod parts;\nuse crate::store::Store;\nuse parts::Part;\npub struct Ui;");
    const PARTS: (&str, &str) = ("src/ui/parts.rs", "pub struct Part;");
    const STORE: (&str, &str) = ("src/store.rs", "pub struct Store;");

    fn findings(files: &[(&str, &str)]) -> Vec<String> {
        SMALL.check(&Tree::of(files)).iter().map(Finding::to_string).collect()
    }

    #[test]
    fn imports_from_lower_rooms_are_allowed() {
        assert_eq!(findings(&[LIB, UI, PARTS, STORE]), Vec::<String>::new());
    }

    #[test]
    fn an_import_from_a_higher_room_is_found() {
        for import in ["use crate::ui::Ui;", "use crate::Ui;", "use super::ui;\ntype A = ui::Ui;"] {
            let store = format!("\n{import}\npub struct Store;");
            let found = findings(&[LIB, UI, PARTS, ("src/store.rs", &store)]);
            assert_eq!(found.len(), 1, "{import}: {found:?}");
            assert!(found[0].starts_with("src/store.rs:"), "{found:?}");
            assert!(found[0].ends_with("from `ui`, which is above it"), "{found:?}");
        }
    }

    #[test]
    fn a_room_inside_a_room_has_its_own_place() {
        let parts = ("src/ui/parts.rs", "use super::Ui;\npub struct Part;");
        let found = findings(&[LIB, UI, parts, STORE]);
        assert_eq!(
            found,
            ["src/ui/parts.rs:1: `ui/parts` imports `super::Ui` from `ui`, which is above it"]
        );
    }

    #[test]
    fn a_file_without_a_room_is_found() {
        let found = findings(&[LIB, UI, PARTS, STORE, ("src/uix.rs", "")]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("src/uix.rs:1: "), "{found:?}");
    }

    #[test]
    fn a_room_without_a_file_is_found() {
        let ui = ("src/ui/mod.rs", "mod parts;\npub struct Ui;");
        let found = findings(&[LIB, ui, PARTS]);
        assert_eq!(found, ["src:1: the list in tidy/rooms.rs has a room `store` without a file"]);
    }

    #[test]
    fn no_room_is_listed_twice() {
        for package in PACKAGES {
            for (at, room) in package.rooms.iter().enumerate() {
                let path = format!("{}/{room}.rs", package.folder);
                assert_eq!(package.room(&path), Some(at), "{path}");
            }
        }
    }
}
