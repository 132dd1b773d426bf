//! The public interface of the element, read from `src/embed/contract.json` and, for the custom properties, from
//! `styles/tokens.css`.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::files::read;
use crate::repo;

/// The public interface of the element.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Contract {
    pub(crate) element: String,
    pub(crate) text: String,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) properties: Vec<Property>,
    pub(crate) methods: Vec<Method>,
    pub(crate) events: Vec<Event>,
    pub(crate) slots: Vec<Named>,
    pub(crate) parts: Vec<Named>,
    pub(crate) states: Vec<Named>,
    pub(crate) errors: Vec<Error>,
    #[serde(skip)]
    pub(crate) css_properties: Vec<Named>,
}

/// An attribute. A property in camelCase reflects it.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Attribute {
    pub(crate) name: String,
    /// `text`, `number`, `boolean`, or `choice` for one of its values.
    #[serde(rename = "type", default = "choice")]
    pub(crate) kind: String,
    /// The default comes first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) values: Vec<String>,
    #[serde(default)]
    pub(crate) default: String,
    pub(crate) text: String,
}

fn choice() -> String {
    "choice".to_owned()
}

/// A read-only property.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Property {
    pub(crate) name: String,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// Its value while there is no meeting.
    pub(crate) rest: Value,
    pub(crate) text: String,
}

/// A method. `parameters` and `returns` are TypeScript; the method returns a promise of the latter.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Method {
    pub(crate) name: String,
    pub(crate) parameters: String,
    pub(crate) returns: String,
    pub(crate) text: String,
}

/// An event. `detail` contains the fields besides `v`, with their types.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Event {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) cancelable: bool,
    pub(crate) detail: BTreeMap<String, String>,
    pub(crate) text: String,
}

/// A slot, a part, a state or a custom property.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// An error. One with a title is shown on a card in place of the widget.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Error {
    pub(crate) code: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) title: Option<String>,
    pub(crate) text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) todo: Option<String>,
}

/// The methods that the element's JavaScript implements; the wasm implements the others.
const OWN_METHODS: [&str; 4] = ["export", "exportText", "import", "flush"];

impl Contract {
    /// Reads both files.
    ///
    /// # Errors
    ///
    /// If a file is missing or has another form.
    pub(crate) fn of_repository() -> Result<Self> {
        let root = repo::root();
        let text = read(&root.join("src/embed/contract.json"))?;
        let mut contract: Self =
            serde_json::from_str(&text).context("src/embed/contract.json has another form")?;
        for attribute in &mut contract.attributes {
            if let Some(first) = attribute.values.first() {
                attribute.default.clone_from(first);
            }
        }
        contract.css_properties = custom_properties(&read(&root.join("styles/tokens.css"))?);
        ensure!(
            !contract.css_properties.is_empty(),
            "styles/tokens.css describes no custom property"
        );
        Ok(contract)
    }

    /// What the element's JavaScript needs, as a literal.
    pub(super) fn for_element(&self) -> String {
        let names = |wanted: &dyn Fn(&&Attribute) -> bool| -> Vec<&str> {
            self.attributes.iter().filter(wanted).map(|one| one.name.as_str()).collect()
        };
        let rest: serde_json::Map<String, Value> =
            self.properties.iter().map(|one| (one.name.clone(), one.rest.clone())).collect();
        let methods = self.methods.iter().map(|one| one.name.as_str());
        let methods: Vec<&str> = methods.filter(|name| !OWN_METHODS.contains(name)).collect();
        let cancelable = self.events.iter().filter(|event| event.cancelable);
        let cancelable: Vec<&str> = cancelable.map(|event| event.name.as_str()).collect();
        json!({
            "attributes": names(&|_| true),
            "booleans": names(&|one| one.kind == "boolean"),
            "rest": rest,
            "methods": methods,
            "cancelable": cancelable,
        })
        .to_string()
    }

    /// The names of the attributes, methods and events, as a literal.
    pub(super) fn names(&self) -> String {
        let attributes: Vec<&str> = self.attributes.iter().map(|one| one.name.as_str()).collect();
        let methods: Vec<&str> = self.methods.iter().map(|one| one.name.as_str()).collect();
        let events: Vec<&str> = self.events.iter().map(|one| one.name.as_str()).collect();
        json!({ "attributes": attributes, "methods": methods, "events": events }).to_string()
    }

    /// The texts of the errors that are shown on a card, by code, as a literal.
    pub(super) fn for_card(&self) -> String {
        let cards = self.errors.iter().filter(|error| error.title.is_some());
        let cards = cards.map(|error| {
            (
                error.code.clone(),
                json!({ "title": error.title, "text": error.text, "todo": error.todo }),
            )
        });
        Value::Object(cards.collect()).to_string()
    }
}

/// The custom properties that have a line like `/* --heard-paper: the background. */`.
fn custom_properties(sheet: &str) -> Vec<Named> {
    let described = sheet.lines().filter_map(|line| {
        let comment = line.trim().strip_prefix("/* --")?.strip_suffix("*/")?;
        let (name, text) = comment.split_once(':')?;
        Some(Named { name: format!("--{name}"), text: capitalize(text.trim()) })
    });
    described.collect()
}

/// The text with a capital first letter.
fn capitalize(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `target-talk` as `targetTalk`.
pub(crate) fn camel(name: &str) -> String {
    let mut parts = name.split('-');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |whole, part| whole + &capitalize(part))
}

#[cfg(test)]
mod tests {
    use heard_core::Refusal;

    use super::*;

    #[test]
    fn every_member_has_a_name_of_its_own() {
        let contract = Contract::of_repository().unwrap();
        let names = contract.attributes.iter().map(|one| camel(&one.name));
        let names = names.chain(contract.properties.iter().map(|one| one.name.clone()));
        let mut names: Vec<String> =
            names.chain(contract.methods.iter().map(|one| one.name.clone())).collect();
        names.sort();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all, "two members have the same name");
        assert!(contract.css_properties.iter().any(|one| one.name == "--heard-listen"));
    }

    #[test]
    fn every_custom_property_in_use_is_described() {
        let contract = Contract::of_repository().unwrap();
        let sheet = read(&repo::root().join("styles/tokens.css")).unwrap();
        let used = sheet.split("var(--heard-").skip(1).map(|rest| {
            let name = rest.split([',', ')']).next().unwrap_or_default();
            format!("--heard-{}", name.trim_end_matches("-dark"))
        });
        for name in used {
            assert!(contract.css_properties.iter().any(|one| one.name == name), "{name}");
        }
    }

    #[test]
    fn every_refusal_of_the_core_is_an_error_of_the_contract() {
        let contract = Contract::of_repository().unwrap();
        for refusal in Refusal::ALL {
            assert!(contract.errors.iter().any(|error| error.code == refusal.code()), "{refusal}");
        }
    }

    #[test]
    fn the_attributes_are_those_that_have_a_setter() {
        // The element's JavaScript implements `loading` and `name`.
        let contract = Contract::of_repository().unwrap();
        let source = read(&repo::root().join("src/embed/attributes.rs")).unwrap();
        let set =
            source.lines().filter_map(|line| line.trim().strip_prefix("(\"")?.split_once("\", |"));
        let mut set: Vec<&str> = set.map(|(name, _)| name).chain(["loading", "name"]).collect();
        let mut described: Vec<&str> =
            contract.attributes.iter().map(|one| one.name.as_str()).collect();
        set.sort_unstable();
        described.sort_unstable();
        assert_eq!(set, described);
    }

    #[test]
    fn kebab_case_becomes_camel_case() {
        assert_eq!(["client", "target-talk", "a-b-c"].map(camel), ["client", "targetTalk", "aBC"]);
    }
}
