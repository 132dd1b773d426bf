//! The files that Heard writes are valid.

use proptest::prelude::*;

use super::{
    FOREIGN, Tabs, any_file, any_steps, any_tries, config, exported, faults, perform_all, schema,
    value, written_file,
};
use crate::export_schema::samples::{files, mixed, own};

#[test]
fn the_schema_is_one_of_its_draft() {
    assert_eq!(schema()["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let faults = jsonschema::meta::validate(schema()).err().map(|error| error.to_string());
    assert_eq!(faults, None);
    assert!(any_file().is_valid(&serde_json::json!({ "heard": 1 })));
}

#[test]
fn every_export_of_heards_own_records_has_the_strict_form() {
    for (name, notebook) in own() {
        for file in files(&notebook) {
            assert_eq!(faults(any_file(), &file), [""; 0], "{name}");
            assert_eq!(faults(written_file(), &file), [""; 0], "{name}");
        }
    }
}

#[test]
fn every_export_with_another_tools_records_is_valid() {
    for (name, notebook) in mixed() {
        for file in files(&notebook) {
            assert_eq!(faults(any_file(), &file), [""; 0], "{name}");
        }
    }
}

#[test]
fn another_tools_file_is_valid_and_not_in_the_strict_form() {
    assert_eq!(faults(any_file(), &value(FOREIGN)), [""; 0]);
    assert!(!written_file().is_valid(&value(FOREIGN)));
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn every_random_meeting_is_exported_in_the_strict_form(steps in any_steps()) {
        let scene = perform_all(&steps, |_, _, _| {});
        let file = value(&exported(&scene.notebook));
        prop_assert_eq!(faults(written_file(), &file), [""; 0]);
    }

    #[test]
    fn every_random_history_of_loops_is_exported_in_the_strict_form(tries in any_tries()) {
        let file = value(&exported(Tabs::after(&tries).notebook()));
        prop_assert_eq!(faults(written_file(), &file), [""; 0]);
    }
}
