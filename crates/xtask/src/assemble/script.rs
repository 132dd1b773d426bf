//! Joins several JavaScript modules into one script with one scope.

use anyhow::{Context, Result, ensure};

/// A module: its name for error messages, and its text.
pub(super) struct Source<'a> {
    pub(super) name: &'a str,
    pub(super) text: &'a str,
}

/// Joins the modules in this order, without their imports and exports.
///
/// # Errors
///
/// If a name is imported that no module declares, or two modules declare the same name.
pub(super) fn join(sources: &[Source]) -> Result<String> {
    let mut names: Vec<(String, &str)> = Vec::new();
    for source in sources {
        for name in declared(source.text) {
            let known = names.iter().find(|(known, _)| known == name);
            let from = source.name;
            ensure!(
                known.is_none(),
                "{from} declares `{name}`, and so does {}",
                known.map_or("", |k| k.1)
            );
            names.push((name.to_owned(), from));
        }
    }
    for source in sources {
        for line in source.text.lines().filter(|line| is_import(line)) {
            for name in imported(line)? {
                let known = names.iter().any(|(known, _)| *known == name);
                ensure!(known, "{} imports `{name}`, which nothing declares", source.name);
            }
        }
    }
    let texts: Vec<String> = sources.iter().map(|source| bare(source.text)).collect();
    Ok(texts.join("\n\n") + "\n")
}

/// A module without its imports, its exports and the comment at its top.
fn bare(text: &str) -> String {
    let body = text.lines().skip_while(|line| line.starts_with("//") || line.is_empty());
    let kept: Vec<&str> =
        body.filter(|line| !is_import(line) && !line.starts_with("export {")).collect();
    kept.join("\n").trim().to_owned()
}

fn is_import(line: &str) -> bool {
    line.starts_with("import ")
}

/// The names of a line like `import init, { Handle } from "./glue.js";`.
fn imported(line: &str) -> Result<Vec<String>> {
    let names = line.strip_prefix("import ").and_then(|rest| rest.split_once(" from "));
    let (names, _) = names.with_context(|| format!("an import of unknown form: `{line}`"))?;
    let names = names.split([',', '{', '}']).map(str::trim).filter(|name| !name.is_empty());
    Ok(names.map(str::to_owned).collect())
}

/// The names that a script declares at its top level.
fn declared(script: &str) -> impl Iterator<Item = &str> {
    script.lines().filter_map(|line| declares(line.strip_prefix("export ").unwrap_or(line)))
}

/// The name that a line at the top level declares, if any.
pub(super) fn declares(line: &str) -> Option<&str> {
    let words = ["async function ", "function ", "class ", "const ", "let ", "var "];
    let rest = words.iter().find_map(|word| line.strip_prefix(word))?;
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$'));
    Some(&rest[..end.unwrap_or(rest.len())]).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: Source = Source { name: "glue", text: "class Handle {}\nconst init = 1;\n" };
    const ELEMENT: Source = Source {
        name: "element.js",
        text: "// The element.\nimport init, { Handle } from \"./glue.js\";\n\nclass Widget {}\n\nexport { Widget };\n",
    };

    #[test]
    fn imports_and_exports_are_left_out() {
        assert_eq!(
            join(&[GLUE, ELEMENT]).unwrap(),
            "class Handle {}\nconst init = 1;\n\nclass Widget {}\n"
        );
    }

    fn error(sources: &[Source]) -> String {
        format!("{:#}", join(sources).unwrap_err())
    }

    #[test]
    fn a_missing_or_repeated_name_is_an_error() {
        assert!(error(&[ELEMENT]).contains("imports `init`"));
        let twice = Source { name: "other.js", text: "function Widget() {}\n" };
        assert!(
            error(&[GLUE, ELEMENT, twice])
                .contains("other.js declares `Widget`, and so does element.js")
        );
        let odd = Source { name: "odd.js", text: "import \"./x.js\";\n" };
        assert!(error(&[odd]).contains("unknown form"));
    }
}
