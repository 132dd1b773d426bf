//! The year as a file: valid, and the same after an import.

use heard_core::transfer::export::{self, Wanted};
use heard_core::transfer::import;
use heard_core::{DocumentId, Notebook, Timestamp};

use crate::{EVENING, year};

fn file(notebook: &Notebook) -> String {
    let now = Timestamp { boot: DocumentId::from_random(1), wall_ms: EVENING.wall_ms, mono_ms: 0 };
    export::json(notebook, Wanted::default(), now, EVENING.utc_offset_min)
}

#[test]
fn a_year_is_exported_to_the_same_bytes_after_its_import() {
    let written = file(&Notebook::from_events(year()));
    let read = import::read(&written).expect("the file is valid");
    let empty = Notebook::default();
    let preview = read.preview(&empty);
    assert_eq!((preview.meetings_new, preview.clients_new, preview.damaged), (500, 60, 0));
    let imported = empty.with_events(read.events(&empty));
    assert!(file(&imported) == written, "the bytes differ");
}

#[test]
fn a_year_is_exported_in_the_strict_form_of_the_schema() {
    let schema = include_str!("../../../../docs/export.schema.json");
    let mut schema: serde_json::Value = serde_json::from_str(schema).expect("JSON");
    schema["$ref"] = "#/$defs/written".into();
    let options = jsonschema::options().should_validate_formats(true);
    let validator = options.build(&schema).expect("a schema");
    let written = serde_json::from_str(&file(&Notebook::from_events(year()))).expect("JSON");
    let error = validator.validate(&written).err();
    assert_eq!(error.map(|error| format!("{}: {error}", error.instance_path())), None);
}
