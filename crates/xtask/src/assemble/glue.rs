//! What wasm-bindgen writes, made fit to stand in one scope with the element, and on a page with other applications.

use anyhow::{Result, bail, ensure};

const EXPORT: &str = "export { initSync, __wbg_init as default };";
const WASM: &str = "new URL('heard_bg.wasm', import.meta.url)";
/// Yew marks the page's nodes with these. Two applications on one page that use the same marks fire each other's
/// handlers.
const MARK: &str = "__yew_";
const OWN_MARK: &str = "__heard_";

/// The glue without exports; its loader is named `init`, its marks are our own. Its pointer to types goes: there is
/// no such file.
pub(super) fn localised(glue: &str) -> Result<String> {
    let version = "the glue does not look as wasm-bindgen 0.2.129 writes it for the web:";
    let ends = glue.lines().filter(|line| line.trim() == EXPORT).count();
    ensure!(ends == 1, "{version} `{EXPORT}` stands in it {ends} times, not once");
    ensure!(glue.contains(WASM), "{version} `{WASM}` is missing");
    ensure!(glue.contains(MARK), "{version} Yew's marks `{MARK}` are missing");
    let kept = glue.lines().filter(|line| !line.contains("@ts-self-types"));
    let lines: Result<Vec<String>> = kept.map(local_line).collect();
    Ok(lines?.join("\n").replace(MARK, OWN_MARK))
}

/// The same for a form that has its wasm inside: it knows no address, and a classic script may not even ask for its own.
pub(super) fn without_address(localised: &str) -> String {
    localised.replace(WASM, "undefined")
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
        _ => bail!("the glue exports in a way that is not known here: `{line}`"),
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
    fn nothing_is_exported_and_no_mark_is_yews() {
        let glue = localised(SAMPLE).unwrap();
        for line in ["const init = __wbg_init;", "function mount(element) {", "class Handle {"] {
            assert!(glue.lines().any(|found| found == line), "{line} in:\n{glue}");
        }
        assert!(glue.contains("const unmount = heard_unmount;"));
        assert!(glue.contains("element.__heard_listener_id") && !glue.contains("__yew"));
        assert!(!glue.contains("export") && !glue.contains("@ts-self-types"));
        assert!(glue.contains("import.meta") && !without_address(&glue).contains("import.meta"));
    }

    fn refusal(glue: &str) -> String {
        format!("{:#}", localised(glue).unwrap_err())
    }

    #[test]
    fn glue_of_another_shape_is_refused() {
        assert!(refusal(&SAMPLE.replace(EXPORT, "")).contains("0 times"));
        assert!(refusal(&SAMPLE.replace("heard_bg", "other_bg")).contains("is missing"));
        assert!(refusal(&SAMPLE.replace("__yew_", "__other_")).contains("are missing"));
        let starred = format!("export * from './x.js';\n{SAMPLE}");
        assert!(refusal(&starred).contains("not known here"));
    }
}
