//! `docs/export-format.md` describes every property of the schema and every column of the tables.

use super::{Day, FORMAT, Value, Wanted, csv, later, loops_csv, schema};
use crate::export_schema::samples::own;

/// The text below a heading, up to the next heading.
fn section(title: &str) -> &'static str {
    let after = FORMAT.split(&format!("\n## {title}\n")).nth(1);
    let after = after.or_else(|| FORMAT.split(&format!("\n### {title}\n")).nth(1));
    let after = after.unwrap_or_else(|| panic!("there is no heading `{title}`"));
    after.split("\n#").next().unwrap_or_default()
}

/// The row of a table whose first cell is this code.
fn row(section: &'static str, code: &str) -> Option<&'static str> {
    section.lines().find(|line| line.starts_with(&format!("| `{code}` |")))
}

/// The names of the properties of a part of the schema.
fn names(schema: &Value) -> Vec<&str> {
    let properties = schema["properties"].as_object();
    properties.into_iter().flat_map(|names| names.keys().map(String::as_str)).collect()
}

#[test]
fn each_object_of_the_schema_has_a_section_with_a_row_for_each_property() {
    let mut objects = 0;
    for (name, object) in schema()["$defs"].as_object().expect("definitions") {
        if name == "written" || names(object).is_empty() {
            continue;
        }
        objects += 1;
        let title = object["title"].as_str().expect("a title");
        for property in names(object) {
            assert!(row(section(title), property).is_some(), "{title}: {property}");
        }
    }
    assert_eq!(objects, 19);
}

#[test]
fn each_act_of_the_log_has_a_row_that_names_its_details() {
    let acts = schema()["$defs"]["act"]["anyOf"][2]["properties"].as_object().expect("acts");
    for (name, body) in acts {
        let row = row(section("Acts"), name).unwrap_or_else(|| panic!("{name} has no row"));
        for detail in names(body) {
            assert!(row.contains(&format!("`{detail}`")), "{name}: {detail}");
        }
    }
    for name in schema()["$defs"]["bareAct"]["enum"].as_array().expect("acts") {
        let name = name.as_str().expect("a word");
        assert!(row(section("Acts"), name).is_some(), "{name} has no row");
    }
}

#[test]
fn each_word_of_the_schema_is_in_the_document() {
    let mut words = 0;
    for (name, list) in schema()["$defs"].as_object().expect("definitions") {
        for word in list["enum"].as_array().into_iter().flatten() {
            words += 1;
            let word = word.as_str().expect("a word");
            assert!(FORMAT.contains(&format!("`{word}`")), "{name}: {word}");
        }
    }
    assert!(words > 40, "{words} words");
}

#[test]
fn each_column_of_the_tables_has_a_row() {
    let notebook = &own().pop().expect("a notebook").1;
    let tables = [
        ("The meeting table", csv(notebook, Wanted::default(), later())),
        ("The loop table", loops_csv(notebook, Wanted::default(), Day::of(later().wall_ms, 60))),
    ];
    for (title, table) in tables {
        let header = table.split("\r\n").next().and_then(|line| line.strip_prefix('\u{feff}'));
        let header = header.expect("a byte order mark and a header");
        for column in header.split(',') {
            assert!(row(section(title), column).is_some(), "{title}: {column}");
        }
    }
}

#[test]
fn the_document_links_to_the_schema() {
    assert!(FORMAT.contains("](export.schema.json)"));
    assert_eq!(schema()["$id"], "export.schema.json");
}
