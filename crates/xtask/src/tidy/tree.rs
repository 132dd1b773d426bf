//! The files of the repository that the rules check: those in Git, and new ones that Git does not ignore.

use std::fmt;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::code::code_of;
use crate::{process, repo};

/// A file.
pub(crate) struct SourceFile {
    /// The path from the root, with `/` on every system.
    pub(crate) path: String,
    /// `None` if the file is not UTF-8 or contains a zero byte.
    pub(crate) text: Option<String>,
    /// The text of a Rust file with spaces in place of comments and literals; `None` for other files and
    /// if it cannot be read as Rust.
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

/// All files that the rules check.
pub(crate) struct Tree {
    pub(crate) files: Vec<SourceFile>,
}

impl Tree {
    pub(crate) fn of_repository() -> Result<Self> {
        let root = repo::root();
        let mut git = Command::new("git");
        git.current_dir(&root);
        // In containers the files often belong to another user, which Git refuses otherwise.
        git.args(["-c", "safe.directory=*"]);
        git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
        let names = process::read(&mut git).context("Git could not list the files")?;
        let mut files = Vec::new();
        for name in names.split('\0').filter(|name| !name.is_empty()) {
            // Git also lists a file whose deletion is not committed.
            if let Ok(bytes) = fs::read(root.join(name)) {
                files.push(SourceFile::new(name, bytes));
            }
        }
        Ok(Self { files })
    }

    pub(crate) fn file(&self, path: &str) -> Option<&SourceFile> {
        self.files.iter().find(|file| file.path == path)
    }

    /// All files that are text, with their texts.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&SourceFile, &str)> {
        self.files.iter().filter_map(|file| Some((file, file.text.as_deref()?)))
    }

    /// A tree of these paths and texts, for tests.
    #[cfg(test)]
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let file = |(path, text): &(&str, &str)| SourceFile::new(path, text.as_bytes().to_vec());
        Self { files: files.iter().map(file).collect() }
    }
}

/// A violation of a rule.
#[derive(Debug)]
pub(crate) struct Finding {
    path: String,
    line: usize,
    why: String,
}

impl Finding {
    pub(crate) fn new(file: &SourceFile, line: usize, why: impl Into<String>) -> Self {
        Self::at(&file.path, line, why)
    }

    pub(crate) fn at(path: &str, line: usize, why: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, why: why.into() }
    }

    /// A finding about a file or folder as a whole, which need not exist.
    pub(crate) fn missing(path: &str, why: impl Into<String>) -> Self {
        Self::at(path, 1, why)
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
    fn bytes_that_are_not_text_have_no_text() {
        assert!(SourceFile::new("a.png", vec![0x89, b'P', 0xff]).text.is_none());
        assert!(SourceFile::new("a.wasm", b"\0asm".to_vec()).text.is_none());
    }

    #[test]
    fn a_finding_is_printed_as_path_line_and_reason() {
        let file = SourceFile::new("src/a.rs", Vec::new());
        assert_eq!(Finding::new(&file, 7, "too long").to_string(), "src/a.rs:7: too long");
    }
}
