//! The files of the repository, as the rules see them: those that Git knows or would add.

use std::fmt;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::code::code_of;
use crate::{process, repo};

/// One file. What is not UTF-8 text has no text, and only its name matters.
pub(crate) struct SourceFile {
    /// From the root, with `/` on every system.
    pub(crate) path: String,
    pub(crate) text: Option<String>,
    /// The text of a Rust file with spaces for comments and literals; `None` if it has unreadable
    /// tokens, too.
    pub(crate) code: Option<String>,
}

impl SourceFile {
    pub(crate) fn new(path: &str, bytes: Vec<u8>) -> Self {
        let text = String::from_utf8(bytes).ok().filter(|text| !text.contains('\0'));
        let is_rust = has_extension(path, &["rs"]);
        let code = text.as_deref().filter(|_| is_rust).and_then(|text| code_of(text).ok());
        Self { path: path.to_owned(), text, code }
    }

    pub(crate) fn is(&self, extensions: &[&str]) -> bool {
        has_extension(&self.path, extensions)
    }
}

fn has_extension(path: &str, extensions: &[&str]) -> bool {
    let own = Path::new(path).extension();
    extensions.iter().any(|extension| own == Some(extension.as_ref()))
}

/// Everything that a rule may look at.
pub(crate) struct Tree {
    pub(crate) files: Vec<SourceFile>,
}

impl Tree {
    pub(crate) fn of_repository() -> Result<Self> {
        let root = repo::root();
        let mut git = Command::new("git");
        git.current_dir(&root);
        // Containers often check out as one user and build as another, which Git would refuse.
        git.args(["-c", "safe.directory=*"]);
        git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
        let names =
            process::read(&mut git).context("Git must say which files are the project's")?;
        let mut files = Vec::new();
        for name in names.split('\0').filter(|name| !name.is_empty()) {
            // A file that was deleted but not yet committed is still listed.
            if let Ok(bytes) = fs::read(root.join(name)) {
                files.push(SourceFile::new(name, bytes));
            }
        }
        Ok(Self { files })
    }

    pub(crate) fn file(&self, path: &str) -> Option<&SourceFile> {
        self.files.iter().find(|file| file.path == path)
    }

    /// Files that are text, with it.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&SourceFile, &str)> {
        self.files.iter().filter_map(|file| Some((file, file.text.as_deref()?)))
    }

    /// Rust files, with their code.
    pub(crate) fn codes(&self) -> impl Iterator<Item = (&SourceFile, &str)> {
        self.files.iter().filter_map(|file| Some((file, file.code.as_deref()?)))
    }

    /// A tree for the tests of rules.
    #[cfg(test)]
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let file = |(path, text): &(&str, &str)| SourceFile::new(path, text.as_bytes().to_vec());
        Self { files: files.iter().map(file).collect() }
    }
}

/// A fault: where, and why it is one.
#[derive(Debug)]
pub(crate) struct Finding {
    path: String,
    line: usize,
    why: String,
}

impl Finding {
    pub(crate) fn new(file: &SourceFile, line: usize, why: impl Into<String>) -> Self {
        Self { path: file.path.clone(), line, why: why.into() }
    }

    /// A fault of a file that should be there.
    pub(crate) fn missing(path: &str, why: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line: 1, why: why.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.path, self.line, self.why)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_have_none() {
        assert!(SourceFile::new("a.png", vec![0x89, b'P', 0xff]).text.is_none());
        assert!(SourceFile::new("a.wasm", b"\0asm".to_vec()).text.is_none());
    }

    #[test]
    fn a_fault_is_printed_as_editors_read_it() {
        let file = SourceFile::new("src/a.rs", Vec::new());
        assert_eq!(Finding::new(&file, 7, "too long").to_string(), "src/a.rs:7: too long");
    }
}
