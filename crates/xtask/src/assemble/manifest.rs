//! `custom-elements.json`: describes the element for editors and catalogues, in the schema of
//! <https://github.com/webcomponents/custom-elements-manifest>, version 1.0.0.

use serde_json::{Value, json};

use super::contract::{Contract, Named, camel};

/// The content of the file.
pub(super) fn json(contract: &Contract) -> String {
    let class = "HeardWidget";
    let named = |all: &[Named]| -> Vec<Value> {
        all.iter().map(|one| json!({ "name": one.name, "description": one.text })).collect()
    };
    let declaration = json!({
        "kind": "class",
        "customElement": true,
        "name": class,
        "tagName": contract.element,
        "description": contract.text,
        "superclass": { "name": "HTMLElement" },
        "attributes": attributes(contract),
        "members": members(contract),
        "events": events(contract),
        "slots": named(&contract.slots),
        "cssParts": named(&contract.parts),
        "cssProperties": named(&contract.css_properties),
        "cssStates": named(&contract.states),
    });
    let exports = json!([
        { "kind": "js", "name": class, "declaration": { "name": class } },
        { "kind": "custom-element-definition", "name": contract.element, "declaration": { "name": class } },
    ]);
    let manifest = json!({
        "schemaVersion": "1.0.0",
        "readme": "README.md",
        "modules": [{
            "kind": "javascript-module",
            "path": "heard.mjs",
            "declarations": [declaration],
            "exports": exports,
        }],
    });
    format!("{manifest:#}\n")
}

fn attributes(contract: &Contract) -> Vec<Value> {
    let one = contract.attributes.iter().map(|attribute| {
        let kind = match attribute.kind.as_str() {
            "choice" => attribute.values.join(" | "),
            "text" => "string".to_owned(),
            kind => kind.to_owned(),
        };
        let mut member = json!({
            "name": attribute.name,
            "fieldName": camel(&attribute.name),
            "description": attribute.text,
            "type": { "text": kind },
        });
        if !attribute.default.is_empty() {
            member["default"] = json!(attribute.default);
        }
        member
    });
    one.collect()
}

fn members(contract: &Contract) -> Vec<Value> {
    let attributes = contract.attributes.iter().map(|attribute| {
        let name = camel(&attribute.name);
        json!({ "kind": "field", "name": name, "attribute": attribute.name, "description": attribute.text })
    });
    let read_only = contract.properties.iter().map(|property| {
        let kind = json!({ "text": property.kind });
        json!({ "kind": "field", "name": property.name, "readonly": true, "type": kind, "description": property.text })
    });
    let methods = contract.methods.iter().map(|method| {
        let returns = json!({ "type": { "text": format!("Promise<{}>", method.returns) } });
        json!({ "kind": "method", "name": method.name, "description": method.text, "return": returns })
    });
    let ready = json!({
        "kind": "field", "name": "ready", "readonly": true, "type": { "text": "Promise<HeardWidget>" },
        "description": "A promise of the element that resolves when the widget is there.",
    });
    attributes.chain([ready]).chain(read_only).chain(methods).collect()
}

fn events(contract: &Contract) -> Vec<Value> {
    let one = contract.events.iter().map(|event| {
        let fields: Vec<String> =
            event.detail.iter().map(|(name, kind)| format!("{name}: {kind}")).collect();
        let kind = format!(
            "CustomEvent<{{ {} }}>",
            [&["v: 1".to_owned()], &fields[..]].concat().join("; ")
        );
        json!({ "name": event.name, "description": event.text, "type": { "text": kind } })
    });
    one.collect()
}
