//! The forms in which the element is published, each a file of `dist/`.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::contract::Contract;
use super::script::{Source, joined};
use super::{glue, manifest, pack, read, styles, types, write};
use crate::repo;

const VERSION: &str = env!("CARGO_PKG_VERSION");
/// The element's scripts, in the order in which they stand.
const ELEMENT: [&str; 9] = [
    "trouble.js",
    "written.js",
    "sheets.js",
    "submitted.js",
    "early.js",
    "card.js",
    "names.js",
    "near.js",
    "element.js",
];
/// The scripts that a host may pin with an `integrity` attribute.
const PINNED: &[&str] = &["heard.js", "heard.mjs", "loader.js"];

/// Writes every form into a folder that holds what trunk has made; `packed` is the wasm, by gzip.
pub(super) fn written(folder: &Path, glue: &str, packed: &[u8]) -> Result<()> {
    let contract = Contract::of_repository()?;
    let parts = Parts::of_repository(&contract, glue)?;
    let packed = pack::letters(packed);

    let define = "HeardWidget.define();\n";
    let export = "export { HeardWidget };\n";
    let beside = parts.beside()?;
    let inside = parts.inside(&packed)?;
    // A class declared in a classic script would be a name in the host's own scope.
    let script = format!("(() => {{\n\"use strict\";\n{inside}{define}}})();\n");
    write(&folder.join("heard.mjs"), format!("{beside}{define}{export}"))?;
    write(&folder.join("heard-standalone.html"), standalone(&script)?)?;
    let npm = folder.join("npm");
    fs::create_dir_all(&npm).with_context(|| format!("{} can not be made", npm.display()))?;
    write(&npm.join("heard.mjs"), format!("{inside}{export}"))?;
    write(&folder.join("heard.js"), script)?;
    write(&folder.join("custom-elements.json"), manifest::written(&contract))?;
    write(&folder.join("heard.d.ts"), types::written(&contract, VERSION))?;
    for file in files(&repo::root().join("src/embed/frame"))? {
        let name = file.file_name().context("a file has a name")?;
        write(&folder.join(name), named(&read(&file)?, &contract))?;
    }
    builder(folder)?;
    sums(folder, &contract)?;
    Ok(())
}

/// Puts the packed copies beside the files: what is published has them, what is only tried out does without.
pub(super) fn packed(folder: &Path) -> Result<()> {
    files(folder)?.iter().try_for_each(|file| pack::beside(file))
}

/// The hand-written parts, with what the build writes in.
struct Parts {
    glue: String,
    /// Name and text, in the order in which they stand.
    sources: Vec<(&'static str, String)>,
    beside: String,
    inside: String,
}

impl Parts {
    fn of_repository(contract: &Contract, glue: &str) -> Result<Self> {
        let shelf = repo::root().join("src/embed");
        let source = |name: &str| read(&shelf.join(name));
        let mut sources = Vec::new();
        for name in ELEMENT {
            sources.push((name, stamped(&source(name)?, contract)?));
        }
        Ok(Self {
            glue: glue::localised(glue)?,
            sources,
            beside: source("wasm_beside.js")?,
            inside: source("wasm_inside.js")?,
        })
    }

    /// The module that fetches the wasm which lies beside it.
    fn beside(&self) -> Result<String> {
        self.with(&self.glue, "wasm_beside.js", &self.beside)
    }

    /// The script that carries its wasm.
    fn inside(&self, packed: &str) -> Result<String> {
        let place = "\"HEARD_PACKED\"";
        ensure!(self.inside.contains(place), "wasm_inside.js has no place for {place}");
        let inside = self.inside.replace(place, &format!("\"{packed}\""));
        self.with(&glue::without_address(&self.glue), "wasm_inside.js", &inside)
    }

    fn with(&self, glue: &str, name: &str, text: &str) -> Result<String> {
        let mut sources = vec![Source { name: "the glue", text: glue }, Source { name, text }];
        sources.extend(self.sources.iter().map(|(name, text)| Source { name, text }));
        joined(&sources)
    }
}

/// A source with its version, its style sheet and its contract written in, where it has a place for them.
fn stamped(source: &str, contract: &Contract) -> Result<String> {
    let styles = serde_json::to_string(&styles::sheet()?)?;
    let places = [
        ("\"HEARD_VERSION\"", format!("\"{VERSION}\"")),
        ("\"HEARD_STYLES\"", styles),
        ("\"HEARD_CONTRACT\"", contract.for_element()),
        ("\"HEARD_ERRORS\"", contract.for_card()),
    ];
    Ok(places.iter().fold(source.to_owned(), |text, (place, value)| text.replace(place, value)))
}

/// A source with the names of the contract written in, where it has a place for them.
pub(super) fn named(source: &str, contract: &Contract) -> String {
    source.replace("\"HEARD_NAMES\"", &contract.names())
}

/// The page that is one file. Its policy allows this very script and no connection.
fn standalone(script: &str) -> Result<String> {
    let root = repo::root();
    let page = read(&root.join("src/embed/standalone.html"))?;
    let style = read(&root.join("styles/page.css"))?;
    ensure!(!script.contains("</script"), "a script in a page may not contain its own end");
    let hash = |text: &str| format!("'sha256-{}'", pack::letters(&Sha256::digest(text.as_bytes())));
    let whole = page
        .replace("HEARD_SCRIPT_HASH", &hash(script))
        .replace("HEARD_STYLE_HASH", &hash(&style))
        .replace("/* HEARD_STYLE */", &style)
        .replace("/* HEARD_SCRIPT */", script);
    ensure!(!whole.contains("HEARD_S"), "standalone.html has a place that nothing fills");
    Ok(whole)
}

/// The snippet builder: its scripts become one, since a page that is opened from a folder may load no modules; and the
/// documents it links to.
fn builder(folder: &Path) -> Result<()> {
    let shelf = repo::root().join("src/embed/builder");
    for name in ["builder.html", "builder.css"] {
        write(&folder.join(name), read(&shelf.join(name))?)?;
    }
    let mut script = String::new();
    for name in ["platforms.js", "snippets.js", "page.js"] {
        script += &read(&shelf.join(name))?;
    }
    write(&folder.join("builder.js"), script)?;
    let documents = folder.join("docs/embed");
    fs::create_dir_all(&documents)
        .with_context(|| format!("{} can not be made", documents.display()))?;
    copied(&repo::root().join("docs/embed"), &documents)
}

fn copied(from: &Path, folder: &Path) -> Result<()> {
    for file in files(from)? {
        let name = file.file_name().context("a file has a name")?;
        write(&folder.join(name), fs::read(&file)?)?;
    }
    Ok(())
}

/// The files of a folder, in the order of their names.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let trouble = || format!("{} could not be read", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(trouble)? {
        let path = entry.with_context(trouble)?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Writes what a host pins a script with, what the snippet builder knows, and a checksum of every file.
fn sums(folder: &Path, contract: &Contract) -> Result<()> {
    let mut pins = Map::new();
    for name in PINNED.iter().filter(|name| folder.join(name).exists()) {
        let script = fs::read(folder.join(name)).with_context(|| format!("{name} is missing"))?;
        pins.insert((*name).to_owned(), Value::String(pack::integrity(&script)));
    }
    write(&folder.join("integrity.json"), format!("{:#}\n", Value::Object(pins.clone())))?;
    let known = json!({ "version": VERSION, "integrity": pins, "attributes": contract.attributes });
    write(&folder.join("builder-data.js"), format!("window.HEARD_CONTRACT = {known};\n"))?;
    let mut lines = String::new();
    for file in files(folder)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let sum = Sha256::digest(fs::read(&file)?);
        let _ = writeln!(lines, "{sum:x}  {name}");
    }
    write(&folder.join("SHA256SUMS"), lines)
}
