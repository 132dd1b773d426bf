//! Finds, for each path that a module names, the file that defines it, and so what each file imports.

use std::collections::BTreeMap;

use super::use_tree::{Import, ImportKind};
use super::{Dependency, Modules};

/// What a path leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Module(usize),
    /// An item of this module.
    Item(usize),
}

/// How many re-exports a path may lead through. More would be a `use` that leads to itself.
const MOST_REEXPORTS: usize = 16;

impl Modules {
    /// What each file of the crate imports from its other files, once for each pair of files.
    pub(crate) fn dependencies(&self) -> Vec<Dependency> {
        let mut found = Found::default();
        for module in 0..self.all.len() {
            self.follow_imports(module, &mut found);
            for path in &self.all[module].body.paths {
                if let Some(Target::Item(to)) = self.resolve(module, &path.segments, MOST_REEXPORTS)
                {
                    found.add(self, module, to, path.line, path.segments.join("::"));
                }
            }
        }
        found.dependencies.into_values().collect()
    }

    fn follow_imports(&self, module: usize, found: &mut Found) {
        for import in &self.all[module].body.imports {
            let name = import.segments.join("::");
            match (self.resolve(module, &import.segments, MOST_REEXPORTS), &import.kind) {
                (Some(Target::Item(to)), _) => found.add(self, module, to, import.line, name),
                (Some(Target::Module(to)), ImportKind::Glob) => {
                    self.follow_glob(module, to, &name, found);
                }
                // The paths that begin with the module's name lead further, to the items.
                (Some(Target::Module(to)), ImportKind::Name(bound)) => {
                    let paths = &self.all[module].body.paths;
                    if !paths.iter().any(|path| path.segments[0] == *bound) {
                        found.add(self, module, to, import.line, name);
                    }
                }
                (None, _) => {}
            }
        }
    }

    /// A glob imports what the importing module names of it.
    fn follow_glob(&self, module: usize, imported: usize, name: &str, found: &mut Found) {
        for (identifier, line) in &self.all[module].body.identifiers {
            if let Some(Target::Item(to)) = self.lookup(imported, identifier, MOST_REEXPORTS) {
                found.add(self, module, to, *line, format!("{name}::{identifier}"));
            }
        }
    }

    /// Follows a path from a module. `None` when it leads out of the crate.
    fn resolve(&self, module: usize, segments: &[String], depth: usize) -> Option<Target> {
        let (first, mut rest) = segments.split_first()?;
        let mut target = match first.as_str() {
            "crate" => Target::Module(0),
            "self" => Target::Module(module),
            "super" => Target::Module(self.all[module].parent?),
            name => self.lookup(module, name, depth)?,
        };
        while let (Target::Module(at), Some((name, after))) = (target, rest.split_first()) {
            rest = after;
            target = match name.as_str() {
                "super" => Target::Module(self.all[at].parent?),
                // What no item and no import accounts for is made by a macro in that module.
                name => self.lookup(at, name, depth).unwrap_or(Target::Item(at)),
            };
        }
        Some(target)
    }

    /// What a name means in a module: a child, an item, or what the module itself imports under that name.
    fn lookup(&self, module: usize, name: &str, depth: usize) -> Option<Target> {
        let depth = depth.checked_sub(1)?;
        let own = &self.all[module];
        if let Some(child) = own.children.get(name) {
            return Some(Target::Module(*child));
        }
        if own.body.items.contains(name) {
            return Some(Target::Item(module));
        }
        let imports = &own.body.imports;
        let is_bound =
            |import: &&Import| matches!(&import.kind, ImportKind::Name(bound) if bound == name);
        if let Some(import) = imports.iter().find(is_bound) {
            // `use a::a` in a module without an `a` is an import from another crate.
            let leads_to_itself = import.segments.first().is_some_and(|first| first == name);
            let children = &own.children;
            if leads_to_itself && !children.contains_key(name) {
                return None;
            }
            return self.resolve(module, &import.segments, depth);
        }
        let globs = imports.iter().filter(|import| import.kind == ImportKind::Glob);
        globs.clone().find_map(|glob| match self.resolve(module, &glob.segments, depth)? {
            Target::Module(imported) if imported != module => self.lookup(imported, name, depth),
            _ => None,
        })
    }
}

/// The first import for each pair of files.
#[derive(Default)]
struct Found {
    dependencies: BTreeMap<(String, String), Dependency>,
}

impl Found {
    fn add(&mut self, modules: &Modules, from: usize, to: usize, line: usize, name: String) {
        let (from, to) = (&modules.all[from].file, &modules.all[to].file);
        if from == to {
            return;
        }
        let dependency = Dependency { from: from.clone(), to: to.clone(), line, name };
        let known = self.dependencies.entry((from.clone(), to.clone()));
        let known = known.or_insert_with(|| dependency.clone());
        if line < known.line {
            *known = dependency;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tree::Tree;

    /// Each dependency of the crate with these files, as `from > to`, without `src/` and `.rs`.
    fn dependencies(files: &[(&str, &str)]) -> Vec<String> {
        let modules = Modules::of_crate(&Tree::of(files), "src/lib.rs");
        let short = |path: &str| path.replace("src/", "").replace(".rs", "");
        let spelled = |one: &Dependency| format!("{} > {}", short(&one.from), short(&one.to));
        modules.dependencies().iter().map(spelled).collect()
    }

    const TWO: &str = "mod a;\nmod b;\n";

    #[test]
    fn an_import_leads_to_the_file_that_defines_the_item() {
        for code in ["use crate::b::B;", "use super::b::B;", "fn f(_: crate::b::B) {}"] {
            let files = [("src/lib.rs", TWO), ("src/a.rs", code), ("src/b.rs", "pub struct B;")];
            assert_eq!(dependencies(&files), ["a > b"], "{code}");
        }
    }

    #[test]
    fn a_re_export_is_looked_through() {
        let files = [
            ("src/lib.rs", "mod a;\nmod b;\npub use b::Thing;\n"),
            ("src/a.rs", "use crate::Thing;\nuse crate::b::Other;"),
            ("src/b/mod.rs", "mod inner;\nmod more;\npub use inner::Thing;\npub use more::*;"),
            ("src/b/inner.rs", "pub struct Thing;"),
            ("src/b/more.rs", "pub const Other: u8 = 1;"),
        ];
        let found = dependencies(&files);
        assert!(found.contains(&"a > b/inner".to_owned()), "{found:?}");
        assert!(found.contains(&"a > b/more".to_owned()), "{found:?}");
        assert!(!found.iter().any(|one| one == "a > lib" || one == "a > b/mod"), "{found:?}");
    }

    #[test]
    fn an_imported_module_stands_for_the_items_named_through_it() {
        let files = [
            ("src/lib.rs", TWO),
            ("src/a.rs", "use crate::b;\nfn f() { b::inner::g(); }"),
            ("src/b/mod.rs", "pub mod inner;"),
            ("src/b/inner.rs", "pub fn g() {}"),
        ];
        assert_eq!(dependencies(&files), ["a > b/inner"]);
    }

    #[test]
    fn a_glob_imports_the_names_that_are_used() {
        let files = [
            ("src/lib.rs", "mod a;\nstruct Used;\nstruct Other;"),
            ("src/a.rs", "use super::*;\nfn f(_: Used) {}"),
        ];
        assert_eq!(dependencies(&files), ["a > lib"]);
        let unused = [files[0], ("src/a.rs", "use super::*;\nfn f() {}")];
        assert!(dependencies(&unused).is_empty());
    }

    #[test]
    fn other_crates_test_modules_and_own_items_are_no_dependencies() {
        for code in [
            "use std::fmt; fn f() -> fmt::Result { Ok(()) }",
            "use b_crate::b::B;",
            "#[cfg(test)]\nmod tests { use crate::b::B; }",
            "#[cfg(test)]\nuse crate::b::B;",
            "/// See [`crate::b::B`].\nstruct A;\nimpl A { fn f() { Self::g(); A::g() } }",
            "mod inner { pub struct C; }\nuse inner::C;\nuse self::inner::C as D;",
            "use missing::missing;",
        ] {
            let files = [("src/lib.rs", TWO), ("src/a.rs", code), ("src/b.rs", "pub struct B;")];
            assert!(dependencies(&files).is_empty(), "{code}");
        }
    }

    #[test]
    fn the_first_import_of_a_file_gives_the_line() {
        let code = "\nuse crate::b::{\n    B,\n    C,\n};";
        let files =
            [("src/lib.rs", TWO), ("src/a.rs", code), ("src/b.rs", "pub struct B; struct C;")];
        let modules = Modules::of_crate(&Tree::of(&files), "src/lib.rs");
        let [only] = &modules.dependencies()[..] else { panic!("one dependency") };
        assert_eq!((only.line, only.name.as_str()), (3, "crate::b::B"));
    }
}
