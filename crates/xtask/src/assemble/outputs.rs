//! Writes the files of `dist/` in which the element is published.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::contract::Contract;
use super::files::{copy_all, list, read, write};
use super::script::{Source, join};
use super::{compress, glue, manifest, styles, types};
use crate::repo;

const VERSION: &str = env!("CARGO_PKG_VERSION");
/// The element's scripts, in the order in which they are joined.
const ELEMENT: [&str; 12] = [
    "errors.js",
    "json.js",
    "style_sheet.js",
    "form_submit.js",
    "early.js",
    "attach.js",
    "card.js",
    "names.js",
    "lazy_loading.js",
    "load.js",
    "define.js",
    "element.js",
];
/// The scripts that a host may pin with an `integrity` attribute.
const PINNED: &[&str] = &["heard.js", "heard.mjs", "loader.js"];

/// Writes all files into the folder with trunk's output. `wasm` is compressed by gzip.
///
/// # Errors
///
/// If a file cannot be read or written, or has no place for what is to be inserted.
pub(super) fn write_all(folder: &Path, glue: &str, wasm: &[u8]) -> Result<()> {
    let contract = Contract::of_repository()?;
    let parts = Parts::of_repository(&contract, glue)?;
    let wasm = compress::base64(wasm);

    let define = "HeardWidget.define();\n";
    let export = "export { HeardWidget };\n";
    let beside = parts.beside()?;
    let inside = parts.inside(&wasm)?;
    // The function keeps the names of a classic script out of the scope of the host's page.
    let script = format!("(() => {{\n\"use strict\";\n{inside}{define}}})();\n");
    write(&folder.join("heard.mjs"), format!("{beside}{define}{export}"))?;
    write(&folder.join("heard-standalone.html"), standalone(&script)?)?;
    let npm = folder.join("npm");
    fs::create_dir_all(&npm).with_context(|| format!("{} could not be made", npm.display()))?;
    write(&npm.join("heard.mjs"), format!("{inside}{export}"))?;
    write(&folder.join("heard.js"), script)?;
    write(&folder.join("custom-elements.json"), manifest::json(&contract))?;
    write(&folder.join("heard.d.ts"), types::declarations(&contract, VERSION))?;
    for file in list(&repo::root().join("src/embed/frame"))? {
        let name = file.file_name().context("a file has a name")?;
        write(&folder.join(name), fill_names(&read(&file)?, &contract))?;
    }
    write_builder(folder)?;
    write_checksums(folder, &contract)
}

/// Writes compressed copies of all files, for a release.
///
/// # Errors
///
/// If a copy cannot be written.
pub(super) fn compress_all(folder: &Path) -> Result<()> {
    list(folder)?.iter().try_for_each(|file| compress::write_copies(file))
}

/// The scripts that the element is joined from.
struct Parts {
    glue: String,
    /// Names and texts, in the order in which they are joined.
    sources: Vec<(&'static str, String)>,
    /// The loader of a separate wasm file.
    beside: String,
    /// The loader of a wasm in the script itself.
    inside: String,
}

impl Parts {
    fn of_repository(contract: &Contract, glue: &str) -> Result<Self> {
        let folder = repo::root().join("src/embed");
        let source = |name: &str| read(&folder.join(name));
        let mut sources = Vec::new();
        for name in ELEMENT {
            sources.push((name, fill_places(&source(name)?, contract)?));
        }
        Ok(Self {
            glue: glue::localize(glue)?,
            sources,
            beside: source("wasm_beside.js")?,
            inside: source("wasm_inside.js")?,
        })
    }

    /// The script that fetches the wasm from next to it.
    fn beside(&self) -> Result<String> {
        self.join(&self.glue, "wasm_beside.js", &self.beside)
    }

    /// The script that contains the wasm.
    fn inside(&self, wasm: &str) -> Result<String> {
        let place = "\"HEARD_PACKED\"";
        ensure!(self.inside.contains(place), "wasm_inside.js has no place for {place}");
        let inside = self.inside.replace(place, &format!("\"{wasm}\""));
        self.join(&glue::without_url(&self.glue), "wasm_inside.js", &inside)
    }

    fn join(&self, glue: &str, name: &str, text: &str) -> Result<String> {
        let mut sources =
            vec![Source { name: "heard.js of wasm-bindgen", text: glue }, Source { name, text }];
        sources.extend(self.sources.iter().map(|(name, text)| Source { name, text }));
        join(&sources)
    }
}

/// Inserts the version, the style sheet and the contract where the script has places for them.
fn fill_places(source: &str, contract: &Contract) -> Result<String> {
    let styles = serde_json::to_string(&styles::style_sheet()?)?;
    let places = [
        ("\"HEARD_VERSION\"", format!("\"{VERSION}\"")),
        ("\"HEARD_STYLES\"", styles),
        ("\"HEARD_CONTRACT\"", contract.for_element()),
        ("\"HEARD_ERRORS\"", contract.for_card()),
    ];
    Ok(places.iter().fold(source.to_owned(), |text, (place, value)| text.replace(place, value)))
}

/// Inserts the names of the contract where the script has a place for them.
pub(super) fn fill_names(source: &str, contract: &Contract) -> String {
    source.replace("\"HEARD_NAMES\"", &contract.names())
}

/// The page that is one file. Its content security policy allows only this script, and no connection.
fn standalone(script: &str) -> Result<String> {
    let root = repo::root();
    let page = read(&root.join("src/embed/standalone.html"))?;
    let style = read(&root.join("styles/page.css"))?;
    ensure!(!script.contains("</script"), "a script in a page must not contain `</script`");
    let hash =
        |text: &str| format!("'sha256-{}'", compress::base64(&Sha256::digest(text.as_bytes())));
    let page = page
        .replace("HEARD_SCRIPT_HASH", &hash(script))
        .replace("HEARD_STYLE_HASH", &hash(&style))
        .replace("/* HEARD_STYLE */", &style)
        .replace("/* HEARD_SCRIPT */", script);
    ensure!(!page.contains("HEARD_S"), "standalone.html has an unknown place");
    Ok(page)
}

/// Writes the snippet builder and the documents that it links to. Its scripts become one, since a page that is opened
/// as a file cannot load modules.
fn write_builder(folder: &Path) -> Result<()> {
    let source = repo::root().join("src/embed/builder");
    for name in ["builder.html", "builder.css"] {
        write(&folder.join(name), read(&source.join(name))?)?;
    }
    let mut script = String::new();
    for name in ["platforms.js", "snippets.js", "page.js"] {
        script += &read(&source.join(name))?;
    }
    write(&folder.join("builder.js"), script)?;
    copy_all(&repo::root().join("docs/embed"), &folder.join("docs/embed"))
}

/// Writes the integrity of the pinned scripts, the data of the snippet builder, and a checksum of every file.
fn write_checksums(folder: &Path, contract: &Contract) -> Result<()> {
    let mut pins = Map::new();
    for name in PINNED.iter().filter(|name| folder.join(name).exists()) {
        let script = fs::read(folder.join(name)).with_context(|| format!("{name} is missing"))?;
        pins.insert((*name).to_owned(), Value::String(compress::integrity(&script)));
    }
    write(&folder.join("integrity.json"), format!("{:#}\n", Value::Object(pins.clone())))?;
    let data = json!({ "version": VERSION, "integrity": pins, "attributes": contract.attributes });
    write(&folder.join("builder-data.js"), format!("window.HEARD_CONTRACT = {data};\n"))?;
    let mut lines = String::new();
    for file in list(folder)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let sum = Sha256::digest(fs::read(&file)?);
        let _ = writeln!(lines, "{sum:x}  {name}");
    }
    write(&folder.join("SHA256SUMS"), lines)
}
