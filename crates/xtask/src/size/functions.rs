//! The functions of a wasm module, with their sizes and their crates.

use std::collections::HashMap;

use anyhow::{Context, Result, ensure};
use wasmparser::{Imports, KnownCustom, Name, NameMap, Parser, Payload, SectionLimited, TypeRef};

/// A function.
#[derive(Debug)]
pub(crate) struct Function {
    pub(crate) name: String,
    /// The length of its code, in bytes.
    pub(crate) bytes: u64,
}

/// The functions of a module, without the descriptors that wasm-bindgen removes.
///
/// # Errors
///
/// If the module is not valid, or has no function names.
pub(crate) fn of_module(module: &[u8]) -> Result<Vec<Function>> {
    let (mut imported, mut bodies, mut names) = (0_u32, Vec::new(), HashMap::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload.context("the module is not valid wasm")? {
            Payload::ImportSection(section) => imported = imported_functions(section)?,
            Payload::CodeSectionEntry(body) => {
                let range = body.range();
                bodies.push(range.end - range.start);
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    for part in section {
                        if let Name::Function(map) = part? {
                            collect_names(map, &mut names)?;
                        }
                    }
                }
            }
            _ => {}
        }
    }
    ensure!(!names.is_empty(), "the module has no names: the release profile must keep symbols");
    let functions = (imported..).zip(bodies).map(|(index, bytes)| Function {
        name: names.remove(&index).unwrap_or_else(|| format!("function {index}")),
        bytes,
    });
    Ok(functions.filter(|function| !function.name.starts_with("__wbindgen_describe")).collect())
}

/// The number of imported functions, which have the first indices.
fn imported_functions(section: SectionLimited<'_, Imports<'_>>) -> Result<u32> {
    let mut count = 0;
    for import in section.into_imports() {
        count += u32::from(matches!(import?.ty, TypeRef::Func(_)));
    }
    Ok(count)
}

fn collect_names(map: NameMap<'_>, names: &mut HashMap<u32, String>) -> Result<()> {
    for naming in map {
        let naming = naming?;
        // The alternate form leaves out the hash.
        names.insert(naming.index, format!("{:#}", rustc_demangle::demangle(naming.name)));
    }
    Ok(())
}

/// The crate of a function from its path; for `<T as Trait>::f`, the crate of `T`.
pub(crate) fn crate_of(function: &str) -> &str {
    let mut path = function.trim_start_matches(['<', '&', '*', '(', '[']);
    while let Some(rest) =
        ["mut ", "const ", "dyn ", "for<"].iter().find_map(|word| path.strip_prefix(word))
    {
        path = rest.trim_start_matches(['<', '&', '*', '(', '[']);
    }
    match path.split_once("::") {
        Some((first, _)) if is_identifier(first) => first,
        _ if path.starts_with("__wbindgen") || path.starts_with("__wbg") => "(wasm-bindgen's glue)",
        _ => "(no crate)",
    }
}

fn is_identifier(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_crate_is_found_in_every_form_of_path() {
        assert_eq!(crate_of("yew::scheduler::start_now"), "yew");
        assert_eq!(crate_of("<heard::ui::Desk as yew::Component>::view"), "heard");
        assert_eq!(crate_of("<&mut core::fmt::Formatter as core::fmt::Write>::write"), "core");
        assert_eq!(crate_of("<dyn core::any::Any>::type_id"), "core");
        assert_eq!(crate_of("__wbindgen_malloc"), "(wasm-bindgen's glue)");
        assert_eq!(crate_of("memcpy"), "(no crate)");
    }

    /// A module with an imported function and a function `a::b::cd`, whose body has two bytes.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\
        \x02\x07\x01\x01e\x01i\0\0\x03\x02\x01\0\x0a\x04\x01\x02\0\x0b\
        \0\x15\x04name\x01\x0e\x02\0\x01i\x01\x08a::b::cd";

    #[test]
    fn a_function_is_found_with_its_name_and_size() {
        let found = of_module(MODULE).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].name.as_str(), found[0].bytes), ("a::b::cd", 2));
    }

    #[test]
    fn a_module_without_names_is_an_error() {
        let stripped = &MODULE[..MODULE.len() - 23];
        assert!(format!("{:#}", of_module(stripped).unwrap_err()).contains("no names"));
    }
}
