//! `docs/export.schema.json` and `docs/export-format.md`, checked against the files that Heard writes.

mod described;
mod document;
mod refused;
mod samples;
mod valid;

use std::sync::OnceLock;

use jsonschema::Validator;
use serde_json::Value;

// The imports of this module and of its children, in one place.
use crate::after::{ended, everything, links};
use crate::import::{FIRST, FOREIGN, exported, imported, joined, later, value};
use crate::loops::random::{Tabs, any_tries};
use crate::random_actions::{any_steps, config, perform_all};
use crate::scene::{Scene, amended, captured, opening};
use crate::whole_meeting::eventful;
use heard_core::Notebook;
use heard_core::codec;
use heard_core::event::capture::Kind;
use heard_core::event::kind::{EventKind, MeetingKind, Opening};
use heard_core::event::review::{Answer, Cost, CostKind, NoticeText};
use heard_core::event::settings::Setting;
use heard_core::loops::{StateKind, StepKind};
use heard_core::meeting::away::Counted;
use heard_core::time::Day;
use heard_core::transfer::export::{Audience, Wanted, csv, json, loops_csv};

const SCHEMA: &str = include_str!("../../../../docs/export.schema.json");
pub(crate) const FORMAT: &str = include_str!("../../../../docs/export-format.md");

/// The definition for files whose records were all made by Heard.
const WRITTEN: &str = "#/$defs/written";

fn schema() -> &'static Value {
    static SCHEMA_READ: OnceLock<Value> = OnceLock::new();
    SCHEMA_READ.get_or_init(|| value(SCHEMA))
}

fn validator(schema: &Value) -> Validator {
    jsonschema::options().should_validate_formats(true).build(schema).expect("a schema")
}

/// The validator for any file of the format.
fn any_file() -> &'static Validator {
    static ANY: OnceLock<Validator> = OnceLock::new();
    ANY.get_or_init(|| validator(schema()))
}

/// The validator for files whose records were all made by Heard.
fn written_file() -> &'static Validator {
    static STRICT: OnceLock<Validator> = OnceLock::new();
    STRICT.get_or_init(|| {
        let mut strict = schema().clone();
        strict["$ref"] = WRITTEN.into();
        validator(&strict)
    })
}

/// The errors that a validator reports for a file, a line each.
fn faults(validator: &Validator, file: &Value) -> Vec<String> {
    let errors = validator.iter_errors(file);
    errors.map(|error| format!("{}: {error}", error.instance_path())).collect()
}
