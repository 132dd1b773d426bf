//! Writes the tables in the documentation from the contract, each between two comments that mark its place.

use std::fmt::Write;
use std::fs;

use anyhow::{Context, Result, ensure};

use super::contract::{Contract, Named};
use super::files::read;
use crate::repo;

/// The documents with tables.
const DOCUMENTS: &[&str] = &["docs/element.md", "README.md"];

/// `cargo xtask tables`: replaces the tables in all documents.
///
/// # Errors
///
/// If a document cannot be read or written, or asks for a table that the contract does not have.
pub(crate) fn run() -> Result<()> {
    let contract = Contract::of_repository()?;
    for name in DOCUMENTS {
        let path = repo::root().join(name);
        let fresh = fill(&read(&path)?, &contract).with_context(|| (*name).to_owned())?;
        fs::write(&path, fresh).with_context(|| format!("{name} is not writable"))?;
    }
    Ok(())
}

/// The documents with tables that differ from the contract.
///
/// # Errors
///
/// If a document cannot be read, or asks for a table that the contract does not have.
pub(crate) fn stale() -> Result<Vec<&'static str>> {
    let contract = Contract::of_repository()?;
    let mut stale = Vec::new();
    for name in DOCUMENTS {
        let text = read(&repo::root().join(name))?;
        if fill(&text, &contract).with_context(|| (*name).to_owned())? != text {
            stale.push(*name);
        }
    }
    Ok(stale)
}

/// The document with a new table in each `<!-- contract: attributes -->` … `<!-- end -->`.
fn fill(document: &str, contract: &Contract) -> Result<String> {
    let (open, end) = ("<!-- contract: ", "<!-- end -->");
    let mut parts = document.split(open);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (what, rest) = part.split_once(" -->").context("a comment that does not end")?;
        let (_, after) =
            rest.split_once(end).with_context(|| format!("`{what}` has no `<!-- end -->`"))?;
        let table = table(what, contract)?;
        let _ = write!(out, "{open}{what} -->\n\n{table}\n{end}{after}");
    }
    Ok(out)
}

fn table(what: &str, contract: &Contract) -> Result<String> {
    let rows: Vec<[String; 2]> = match what {
        "attributes" => attributes(contract),
        "properties" => contract
            .properties
            .iter()
            .map(|one| [typed(&one.name, &one.kind), one.text.clone()])
            .collect(),
        "methods" => contract
            .methods
            .iter()
            .map(|one| [format!("`{}({})`", one.name, one.parameters), one.text.clone()])
            .collect(),
        "events" => events(contract),
        "slots" => named(&contract.slots, |name| {
            if name.is_empty() { "(default)".to_owned() } else { format!("`{name}`") }
        }),
        "parts" => named(&contract.parts, |name| format!("`::part({name})`")),
        "states" => named(&contract.states, |name| format!("`:state({name})`")),
        "custom properties" => named(&contract.css_properties, |name| format!("`{name}`")),
        "errors" => {
            contract.errors.iter().map(|one| [format!("`{}`", one.code), error(one)]).collect()
        }
        _ => Vec::new(),
    };
    ensure!(!rows.is_empty(), "the contract has no `{what}`");
    let mut out = format!(
        "| {} | |\n|---|---|\n",
        what.strip_suffix('s').unwrap_or(what).replace("propertie", "property")
    );
    for [name, text] in rows {
        let _ = writeln!(out, "| {} | {} |", name.replace('|', "\\|"), text.replace('|', "\\|"));
    }
    Ok(out)
}

fn attributes(contract: &Contract) -> Vec<[String; 2]> {
    let one = contract.attributes.iter().map(|attribute| {
        let values = attribute.values.iter().map(|value| format!("`{value}`"));
        let values: Vec<String> = values.collect();
        let values =
            if values.is_empty() { String::new() } else { format!(" {}.", values.join(", ")) };
        [format!("`{}`", attribute.name), format!("{}{values}", attribute.text)]
    });
    one.collect()
}

fn typed(name: &str, kind: &str) -> String {
    format!("`{name}: {kind}`")
}

fn events(contract: &Contract) -> Vec<[String; 2]> {
    let one = contract.events.iter().map(|event| {
        let fields: Vec<String> = event.detail.keys().map(|name| format!("`{name}`")).collect();
        let cancelable = if event.cancelable { " Cancelable." } else { "" };
        let fields =
            if fields.is_empty() { String::new() } else { format!(" {}.", fields.join(", ")) };
        [format!("`{}`", event.name), format!("{}{cancelable}{fields}", event.text)]
    });
    one.collect()
}

fn named(all: &[Named], written: impl Fn(&str) -> String) -> Vec<[String; 2]> {
    all.iter().map(|one| [written(&one.name), one.text.clone()]).collect()
}

fn error(error: &super::contract::Error) -> String {
    let todo = error.todo.as_deref().unwrap_or_default();
    format!("{} {todo}", error.text).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_between_the_comments_is_replaced() {
        let contract = Contract::of_repository().unwrap();
        let document = "Before.\n<!-- contract: slots -->\nold\n<!-- end -->\nAfter.\n";
        let fresh = fill(document, &contract).unwrap();
        assert!(fresh.contains("| `failure` |") && !fresh.contains("old"), "{fresh}");
        assert!(fresh.starts_with("Before.\n") && fresh.ends_with("<!-- end -->\nAfter.\n"));
        assert_eq!(fill(&fresh, &contract).unwrap(), fresh, "a second run changes nothing");
        assert!(fill("<!-- contract: nothing -->\n<!-- end -->", &contract).is_err());
        assert!(fill("<!-- contract: slots -->", &contract).is_err());
    }

    #[test]
    fn the_documents_agree_with_the_contract() {
        assert_eq!(stale().unwrap(), Vec::<&str>::new(), "run `cargo xtask tables`");
    }
}
