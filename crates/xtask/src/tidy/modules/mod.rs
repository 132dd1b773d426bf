//! The modules of a crate as a tree, read from the source files that its `mod` declarations lead to.

mod resolve;
mod source;
mod tokens;
mod use_tree;

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use source::{Body, Child};

pub(crate) use source::read;

use super::tree::Tree;

/// A file imports something from another file of its crate.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Dependency {
    /// The path of the importing file, from the repository's root.
    pub(crate) from: String,
    /// The path of the file that defines what is imported.
    pub(crate) to: String,
    /// The line of the first import.
    pub(crate) line: usize,
    /// What is imported, as the code spells it.
    pub(crate) name: String,
}

/// A module; its index in [`Modules::all`] identifies it.
struct Module {
    file: String,
    parent: Option<usize>,
    children: BTreeMap<String, usize>,
    body: Body,
}

/// The modules of one crate. The first is the root.
pub(crate) struct Modules {
    all: Vec<Module>,
}

impl Modules {
    /// Reads the crate whose root is this file. Modules whose file is missing are left out.
    pub(crate) fn of_crate(tree: &Tree, root: &str) -> Self {
        let mut modules = Self { all: Vec::new() };
        let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
        modules.add_file(tree, root, folder, None);
        modules
    }

    /// Adds the module that is this file, whose own modules lie in this folder.
    fn add_file(
        &mut self,
        tree: &Tree,
        path: &str,
        folder: &str,
        parent: Option<usize>,
    ) -> Option<usize> {
        let tokens = tree.file(path)?.text.as_deref()?.parse::<TokenStream>().ok()?;
        Some(self.add_body(tree, path, folder, read(tokens), parent))
    }

    fn add_body(
        &mut self,
        tree: &Tree,
        file: &str,
        folder: &str,
        mut body: Body,
        parent: Option<usize>,
    ) -> usize {
        let children = std::mem::take(&mut body.children);
        let index = self.all.len();
        self.all.push(Module { file: file.to_owned(), parent, children: BTreeMap::new(), body });
        for child in children {
            let name = child.name.clone();
            if let Some(child) = self.add_child(tree, file, folder, child, index) {
                self.all[index].children.insert(name, child);
            }
        }
        index
    }

    fn add_child(
        &mut self,
        tree: &Tree,
        file: &str,
        folder: &str,
        child: Child,
        parent: usize,
    ) -> Option<usize> {
        let inner = format!("{folder}/{}", child.name);
        if let Some(body) = child.inline {
            return Some(self.add_body(tree, file, &inner, body, Some(parent)));
        }
        let flat = format!("{inner}.rs");
        let path = if tree.file(&flat).is_some() { flat } else { format!("{inner}/mod.rs") };
        self.add_file(tree, &path, &inner, Some(parent))
    }
}
