//! Rewrites the JavaScript of wasm-bindgen so that it can share a scope with the element, and a page with other
//! applications.

use anyhow::{Result, bail, ensure};

const EXPORT: &str = "export { initSync, __wbg_init as default };";
const WASM: &str = "new URL('heard_bg.wasm', import.meta.url)";
/// The prefix of the properties that Yew sets on the page's nodes. Two applications on one page with the same prefix
/// run each other's event handlers.
const PREFIX: &str = "__yew_";
const OWN_PREFIX: &str = "__heard_";

/// The script without exports and with our own prefix; its loader is named `init`. The reference to a file of types is
/// left out, since there is no such file.
///
/// # Errors
///
/// If the script does not have the form that this version of wasm-bindgen writes.
pub(super) fn localize(glue: &str) -> Result<String> {
    let version = "the script does not have the form of wasm-bindgen 0.2.129 for the web:";
    let ends = glue.lines().filter(|line| line.trim() == EXPORT).count();
    ensure!(ends == 1, "{version} it contains `{EXPORT}` {ends} times, not once");
    ensure!(glue.contains(WASM), "{version} `{WASM}` is missing");
    ensure!(glue.contains(PREFIX), "{version} Yew's prefix `{PREFIX}` is missing");
    let kept = glue.lines().filter(|line| !line.contains("@ts-self-types"));
    let lines: Result<Vec<String>> = kept.map(local_line).collect();
    Ok(lines?.join("\n").replace(PREFIX, OWN_PREFIX))
}

/// The same for a script that contains its wasm: it has no URL, and a classic script cannot read `import.meta`.
pub(super) fn without_url(script: &str) -> String {
    script.replace(WASM, "undefined")
}

fn local_line(line: &str) -> Result<String> {
    let Some(exported) = line.strip_prefix("export ") else { return Ok(line.to_owned()) };
    if line.trim() == EXPORT {
        return Ok("const init = __wbg_init;".to_owned());
    }
    if super::script::declares(exported).is_some() {
        return Ok(exported.to_owned());
    }
    let names = exported.trim_end_matches(';').trim();
    match names.strip_prefix('{').and_then(|names| names.strip_suffix('}')) {
        Some(names) if !names.contains(',') => Ok(match names.trim().split_once(" as ") {
            Some((inner, outer)) => format!("const {outer} = {inner};"),
            None => String::new(),
        }),
        _ => bail!("an export of unknown form: `{line}`"),
    }
}

#[cfg(test)]
pub(super) const SAMPLE: &str = "/* @ts-self-types=\"./heard.d.ts\" */\nexport class Handle {\n    free() {}\n}\n\
    export function mount(element) {\n    return element.__yew_listener_id;\n}\n\
    function heard_unmount() {}\nexport { heard_unmount as unmount }\n\
    async function __wbg_init(module_or_path) {\n    if (module_or_path === undefined) {\n        \
    module_or_path = new URL('heard_bg.wasm', import.meta.url);\n    }\n}\n\n\
    export { initSync, __wbg_init as default };\n";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_exported_and_yews_prefix_is_replaced() {
        let glue = localize(SAMPLE).unwrap();
        for line in ["const init = __wbg_init;", "function mount(element) {", "class Handle {"] {
            assert!(glue.lines().any(|found| found == line), "{line} in:\n{glue}");
        }
        assert!(glue.contains("const unmount = heard_unmount;"));
        assert!(glue.contains("element.__heard_listener_id") && !glue.contains("__yew"));
        assert!(!glue.contains("export") && !glue.contains("@ts-self-types"));
        assert!(glue.contains("import.meta") && !without_url(&glue).contains("import.meta"));
    }

    fn error(glue: &str) -> String {
        format!("{:#}", localize(glue).unwrap_err())
    }

    #[test]
    fn a_script_of_another_form_is_an_error() {
        assert!(error(&SAMPLE.replace(EXPORT, "")).contains("0 times"));
        assert!(error(&SAMPLE.replace("heard_bg", "other_bg")).contains("is missing"));
        assert!(error(&SAMPLE.replace("__yew_", "__other_")).contains("is missing"));
        let starred = format!("export * from './x.js';\n{SAMPLE}");
        assert!(error(&starred).contains("unknown form"));
    }
}
