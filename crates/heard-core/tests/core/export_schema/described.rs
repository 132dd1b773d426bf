//! The schema describes every property that Heard writes, and no other.

use std::collections::BTreeSet;

use super::{
    Answer, CostKind, Counted, Kind, MeetingKind, Notebook, StateKind, StepKind, Value, exported,
    schema, value,
};
use crate::export_schema::samples::{files, mixed, own};

/// A part of the schema, and the JSON pointer to it.
#[derive(Clone)]
struct Node {
    pointer: String,
    schema: &'static Value,
}

impl Node {
    fn root() -> Self {
        Self { pointer: "#".to_owned(), schema: schema() }
    }

    fn at(pointer: &str) -> Self {
        let path = pointer.trim_start_matches('#');
        Self { pointer: pointer.to_owned(), schema: schema().pointer(path).expect(pointer) }
    }

    fn step(&self, name: &str) -> Option<Self> {
        let inner = self.schema.get(name)?;
        Some(Self { pointer: format!("{}/{name}", self.pointer), schema: inner })
    }

    fn property(&self, name: &str) -> Option<Self> {
        self.step("properties")?.step(name)
    }

    /// This part and all parts that it applies to the same value.
    fn all(&self) -> Vec<Self> {
        let mut all = vec![self.clone()];
        if let Some(target) = self.schema.get("$ref").and_then(Value::as_str) {
            all.extend(Self::at(target).all());
        }
        for list in ["allOf", "anyOf", "oneOf"].iter().filter_map(|name| self.step(name)) {
            for (schema, n) in list.schema.as_array().into_iter().flatten().zip(0..) {
                all.extend(Self { pointer: format!("{}/{n}", list.pointer), schema }.all());
            }
        }
        all
    }
}

/// Which properties of some files and of the schema correspond.
#[derive(Default)]
struct Coverage {
    /// Properties of the schema that occur in a file, as JSON pointers.
    described: BTreeSet<String>,
    /// Properties in a file that the schema does not describe.
    undescribed: BTreeSet<String>,
}

impl Coverage {
    fn walk(&mut self, node: &Node, value: &Value) {
        let parts = node.all();
        match value {
            Value::Array(items) => {
                for part in parts.iter().filter_map(|part| part.step("items")) {
                    for item in items {
                        self.walk(&part, item);
                    }
                }
            }
            // An object for which the schema lists no properties may have any.
            Value::Object(fields) if parts.iter().any(|p| p.step("properties").is_some()) => {
                for (name, inner) in fields {
                    let known: Vec<_> = parts.iter().filter_map(|p| p.property(name)).collect();
                    if known.is_empty() {
                        self.undescribed.insert(format!("{} {name}", node.pointer));
                    }
                    for property in known {
                        self.described.insert(property.pointer.clone());
                        self.walk(&property, inner);
                    }
                }
            }
            _ => {}
        }
    }
}

fn coverage(notebooks: &[(&str, Notebook)]) -> Coverage {
    let mut coverage = Coverage::default();
    for (_, notebook) in notebooks {
        for file in files(notebook) {
            coverage.walk(&Node::root(), &file);
        }
    }
    coverage
}

/// Every property that the schema describes. The definition `written` is left out: it only narrows the others.
fn properties() -> Vec<Node> {
    fn collect(node: &Node, found: &mut Vec<Node>) {
        if let Some(properties) = node.step("properties") {
            let names = properties.schema.as_object().into_iter().flat_map(|names| names.keys());
            for property in names.filter_map(|name| properties.step(name)) {
                collect(&property, found);
                found.push(property);
            }
        }
        // A referenced definition is collected under its own name.
        let parts = node.all().into_iter().skip(1).chain(node.step("items"));
        for part in parts.filter(|part| part.pointer.starts_with(&node.pointer)) {
            collect(&part, found);
        }
    }
    let definitions = schema()["$defs"].as_object().expect("definitions");
    let mut found = Vec::new();
    for name in definitions.keys().filter(|name| *name != "written") {
        collect(&Node::at(&format!("#/$defs/{name}")), &mut found);
    }
    found
}

#[test]
fn every_property_of_an_export_is_described() {
    assert_eq!(coverage(&own()).undescribed, BTreeSet::new());
}

#[test]
fn a_property_that_the_schema_does_not_describe_is_found() {
    let (_, notebook) = own().pop().expect("a notebook");
    let mut file = value(&exported(&notebook));
    file["meetings"][0]["captures"][0]["mood"] = "warm".into();
    let mut coverage = Coverage::default();
    coverage.walk(&Node::root(), &file);
    assert_eq!(
        coverage.undescribed.iter().collect::<Vec<_>>(),
        ["#/$defs/meeting/properties/captures/items mood"]
    );
}

#[test]
fn every_property_of_the_schema_occurs_in_an_export() {
    let notebooks = [own(), mixed()].concat();
    let described = coverage(&notebooks).described;
    let missing: BTreeSet<String> = properties()
        .into_iter()
        .map(|property| property.pointer)
        .filter(|pointer| !described.contains(pointer))
        .collect();
    assert_eq!(missing, BTreeSet::new());
}

#[test]
fn every_property_of_the_schema_has_a_description_with_its_unit() {
    let units = [
        ("_ms", "milliseconds"),
        ("_ms_ago", "milliseconds"),
        ("_min", "minutes"),
        ("_percent", "percent"),
        ("_days", "days"),
        ("_months", "months"),
        ("ed_at", "RFC 3339"),
        ("wall", "milliseconds"),
        ("mono", "milliseconds"),
    ];
    let all = properties();
    assert!(all.len() > 150, "{} properties", all.len());
    for Node { pointer, schema } in all {
        let text = schema["description"].as_str().unwrap_or_default();
        assert!(text.ends_with('.'), "{pointer}: no description");
        for (end, unit) in units {
            assert!(!pointer.ends_with(end) || text.contains(unit), "{pointer}: no unit, {unit}");
        }
    }
}

#[test]
fn the_words_of_the_schema_are_those_of_the_code() {
    let steps = StepKind::ALL.map(|kind| kind.with_text("because").expect("a step").as_str());
    let lists: [(&str, BTreeSet<&str>); 8] = [
        ("meetingKind", MeetingKind::ALL.map(MeetingKind::as_str).into()),
        ("captureKind", Kind::ALL.map(Kind::as_str).into()),
        ("countedAs", Counted::ALL.map(Counted::as_str).into()),
        ("answer", Answer::ALL.map(Answer::as_str).into()),
        ("costKind", CostKind::ALL.map(CostKind::as_str).into()),
        ("loopKind", [Kind::Issue, Kind::Promise].map(Kind::as_str).into()),
        ("loopState", StateKind::ALL.map(StateKind::as_str).into()),
        ("stepKind", steps.into()),
    ];
    for (name, words) in lists {
        let list = schema()["$defs"][name]["enum"].as_array().expect(name);
        assert_eq!(list.iter().filter_map(Value::as_str).collect::<BTreeSet<_>>(), words, "{name}");
    }
}
