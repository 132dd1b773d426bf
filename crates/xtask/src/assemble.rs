//! `cargo xtask assemble`, called by trunk after each build: composes `heard.mjs`, the one module
//! that pages load, from wasm-bindgen's glue and the hand-written element.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::{repo, usage};

const GLUE_EXPORT: &str = "export { initSync, __wbg_init as default };";
const GLUE_WASM: &str = "new URL('heard_bg.wasm', import.meta.url)";
const ELEMENT_IMPORT: &str = "import init, {";
/// Where the element says its version.
const VERSION_PLACE: &str = "\"HEARD_VERSION\"";
/// Where the element gets its style sheet.
const STYLES_PLACE: &str = "\"HEARD_STYLES\"";
const ELEMENT_SOURCE: &str = "} from \"./heard-glue.js\";";

pub(crate) fn run(words: &[String]) -> Result<()> {
    usage::takes_nothing("assemble", words)?;
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).context(
        "trunk calls this while it builds, and names its folder: use `cargo xtask dist`",
    )?;
    let glue = staging.join("heard.js");
    let element = repo::root().join("src").join("embed").join("element.js");
    let element = stamped(&read(&element)?, &styles()?)?;
    let module = compose(&read(&glue)?, &element)?;
    let whole = staging.join("heard.mjs");
    fs::write(&whole, module).with_context(|| format!("{} is not writable", whole.display()))?;
    // The name `heard.js` is promised to a classic script, which this module is not.
    fs::remove_file(&glue).with_context(|| format!("{} could not be removed", glue.display()))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} could not be read", path.display()))
}

/// The style sheets that `STYLES` in src/lib.rs lists, one after the other.
fn styles() -> Result<String> {
    let source = repo::root().join("src");
    let list = read(&source.join("lib.rs"))?;
    let files: Vec<&str> = list.lines().filter_map(included).collect();
    ensure!(!files.is_empty(), "src/lib.rs includes no style sheet");
    files.into_iter().map(|file| Ok(squeezed(&read(&source.join(file))?))).collect()
}

/// A style sheet without its comments and its indentation, which no visitor needs.
fn squeezed(sheet: &str) -> String {
    let mut parts = sheet.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.filter_map(|part| part.split_once("*/")).map(|(_, after)| after);
    let bare = rest.fold(first, |bare, part| bare + part);
    let lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.fold(String::new(), |squeezed, line| squeezed + line + "\n")
}

/// The file of a line like `include_str!("../styles/base.css"),`.
fn included(line: &str) -> Option<&str> {
    line.trim().strip_prefix("include_str!(\"")?.strip_suffix("\"),")
}

/// The element with its version and its style sheet written in.
fn stamped(element: &str, styles: &str) -> Result<String> {
    for place in [VERSION_PLACE, STYLES_PLACE] {
        ensure!(element.contains(place), "element.js has no place for {place}");
    }
    let version = concat!("\"", env!("CARGO_PKG_VERSION"), "\"");
    Ok(element.replace(VERSION_PLACE, version).replace(STYLES_PLACE, &quoted(styles)))
}

/// A text as a JavaScript string.
fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{escaped}\"")
}

/// The glue with its exports made local, then the element without its import.
fn compose(glue: &str, element: &str) -> Result<String> {
    let glue = localise(glue)?;
    let (imported, element) = without_import(element)?;
    let names: Vec<&str> = declared(&glue).collect();
    for name in imported {
        let known = names.contains(&name.as_str());
        ensure!(known, "element.js imports `{name}`, which the glue does not export");
    }
    if let Some(name) = declared(&element).find(|name| names.contains(name)) {
        bail!("element.js declares `{name}`, and so does the glue it shares a module with");
    }
    let whole = format!("{}\n\n{}\n", glue.trim_end(), element.trim());
    // Yew brands what it draws with these names, and would take another Yew app's brand for its own.
    Ok(whole.replace("__yew_", "__heard_"))
}

/// What wasm-bindgen exports becomes local, and its loader gets the name `init`. Its pointer to
/// types of the glue goes: there is no such file.
fn localise(glue: &str) -> Result<String> {
    let version = "the glue does not look as wasm-bindgen 0.2.129 writes it for the web:";
    let ends = glue.lines().filter(|line| line.trim() == GLUE_EXPORT).count();
    ensure!(ends == 1, "{version} `{GLUE_EXPORT}` stands in it {ends} times, not once");
    ensure!(glue.contains(GLUE_WASM), "{version} `{GLUE_WASM}` is missing");
    let kept = glue.lines().filter(|line| !line.contains("@ts-self-types"));
    let lines: Result<Vec<String>> = kept.map(local_line).collect();
    Ok(lines?.join("\n"))
}

fn local_line(line: &str) -> Result<String> {
    let Some(exported) = line.strip_prefix("export ") else { return Ok(line.to_owned()) };
    if line.trim() == GLUE_EXPORT {
        return Ok("const init = __wbg_init;".to_owned());
    }
    if declares(exported).is_some() {
        return Ok(exported.to_owned());
    }
    let names = exported.trim_end_matches(';').trim();
    match names.strip_prefix('{').and_then(|names| names.strip_suffix('}')) {
        Some(names) if !names.contains(',') => Ok(match names.trim().split_once(" as ") {
            Some((inner, outer)) => format!("const {outer} = {inner};"),
            None => String::new(),
        }),
        _ => bail!("the glue exports in a way that is not known here: `{line}`"),
    }
}

/// The names that the element imports from the glue, and the element without that line.
fn without_import(element: &str) -> Result<(Vec<String>, String)> {
    let imports: Vec<&str> = element.lines().filter(|line| line.starts_with("import ")).collect();
    let names = match imports[..] {
        [line] => line.trim().strip_prefix(ELEMENT_IMPORT),
        _ => None,
    };
    let names = names.and_then(|names| names.strip_suffix(ELEMENT_SOURCE)).with_context(|| {
        format!("element.js must import once, in one line: {ELEMENT_IMPORT} … {ELEMENT_SOURCE}")
    })?;
    let names = names.split(',').map(|name| name.trim().to_owned());
    let rest: Vec<&str> = element.lines().filter(|line| !line.starts_with("import ")).collect();
    Ok((names.filter(|name| !name.is_empty()).collect(), rest.join("\n")))
}

/// The names that a module declares at its top level.
fn declared(module: &str) -> impl Iterator<Item = &str> {
    module.lines().filter_map(|line| declares(line.strip_prefix("export ").unwrap_or(line)))
}

fn declares(line: &str) -> Option<&str> {
    let words = ["async function ", "function ", "class ", "const ", "let ", "var "];
    let rest = words.iter().find_map(|word| line.strip_prefix(word))?;
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$'));
    Some(&rest[..end.unwrap_or(rest.len())]).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "/* @ts-self-types=\"./heard.d.ts\" */\nexport class Handle {\n    free() {}\n}\n\
        export function mount(element) {\n    return wasm.mount(element);\n}\n\
        function heard_unmount() {}\nexport { heard_unmount as unmount }\n\
        async function __wbg_init(module_or_path) {\n    if (module_or_path === undefined) {\n        \
        module_or_path = new URL('heard_bg.wasm', import.meta.url);\n    }\n}\n\n\
        export { initSync, __wbg_init as default };\n";
    const ELEMENT: &str = "// The element.\nimport init, { mount, unmount } from \
        \"./heard-glue.js\";\n\nexport class HeardWidget extends HTMLElement {}\nexport default init;\n";

    #[test]
    fn the_parts_become_one_module_with_the_elements_exports_alone() {
        let whole = compose(GLUE, ELEMENT).unwrap();
        let exports: Vec<&str> = whole.lines().filter(|line| line.starts_with("export")).collect();
        let class = "export class HeardWidget extends HTMLElement {}";
        assert_eq!(exports, [class, "export default init;"]);
        assert!(!whole.contains("import init") && !whole.contains("@ts-self-types"));
        for line in ["const init = __wbg_init;", "function mount(element) {", "class Handle {"] {
            assert!(whole.lines().any(|found| found == line), "{line} in:\n{whole}");
        }
        assert!(whole.contains("const unmount = heard_unmount;"));
        assert!(whole.contains(GLUE_WASM));
    }

    #[test]
    fn another_yew_app_of_the_page_brands_nothing_with_our_names() {
        let glue = GLUE.replace("free() {}", "free() { this.__yew_subtree_id = 1; }");
        let whole = compose(&glue, ELEMENT).unwrap();
        assert!(whole.contains("__heard_subtree_id") && !whole.contains("__yew_"), "{whole}");
    }

    fn refusal(glue: &str, element: &str) -> String {
        format!("{:#}", compose(glue, element).unwrap_err())
    }

    #[test]
    fn comments_and_indentation_of_a_sheet_stay_at_home() {
        let sheet = "/* Why. */\na {\n  color: red; /* so\n that */\n}\n\nb {}\n";
        assert_eq!(squeezed(sheet), "a {\ncolor: red;\n}\nb {}\n");
    }

    #[test]
    fn what_the_build_writes_in_has_its_place() {
        let element = "x = \"HEARD_VERSION\"; y = \"HEARD_STYLES\";";
        let whole = stamped(element, "a::before { content: \"\\2713\" }\n").unwrap();
        assert!(whole.contains(r#"y = "a::before { content: \"\\2713\" }\n";"#), "{whole}");
        assert!(stamped("x", "").is_err());
    }

    #[test]
    fn glue_of_another_shape_is_refused() {
        assert!(refusal(&GLUE.replace(GLUE_EXPORT, ""), ELEMENT).contains("0 times"));
        assert!(refusal(&GLUE.replace("heard_bg", "other_bg"), ELEMENT).contains("is missing"));
        let starred = format!("export * from './x.js';\n{GLUE}");
        assert!(refusal(&starred, ELEMENT).contains("not known here"));
    }

    #[test]
    fn an_element_of_another_shape_is_refused() {
        assert!(refusal(GLUE, "class X {}").contains("must import once"));
        let twice = format!("{ELEMENT}import x from \"./x.js\";\n");
        assert!(refusal(GLUE, &twice).contains("must import once"));
    }

    #[test]
    fn names_must_exist_and_must_not_clash() {
        let unknown = ELEMENT.replace("mount, unmount", "mount, remount");
        assert!(refusal(GLUE, &unknown).contains("`remount`"));
        let clashing = format!("{ELEMENT}class Handle {{}}\n");
        assert!(refusal(GLUE, &clashing).contains("declares `Handle`"));
    }
}
