//! The small writer of JSON: what it writes means what was meant, to `serde_json` and to the reader beside it.

use heard_core::json::{Json, Writer};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

use super::agree;
use crate::deeds::config;

/// A value without fractions, which the writer never has to write.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map_into(),
        any::<i64>().prop_map_into(),
        any::<u64>().prop_map_into(),
        any::<String>().prop_map_into(),
        "[\\x00-\\x1f\"\\\\/,:\\[\\]{}\u{7f}\u{2028}\u{2029}\u{1f44b}]{0,6}".prop_map_into(),
    ];
    leaf.prop_recursive(6, 40, 6, |inner| {
        let field = (".{0,4}", inner.clone());
        prop_oneof![
            vec(inner, 0..6).prop_map_into(),
            vec(field, 0..6).prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

fn write(to: &mut Writer, value: &Value) {
    match value {
        Value::Null => to.null(),
        Value::Bool(value) => to.bool(*value),
        Value::Number(number) => to.number(number),
        Value::String(text) => to.text(text),
        Value::Array(list) => {
            to.list();
            for one in list {
                write(to, one);
            }
            to.end_list()
        }
        Value::Object(fields) => {
            to.object();
            for (name, value) in fields {
                to.key(name);
                write(to, value);
            }
            to.end_object()
        }
    };
}

fn written(value: &Value) -> String {
    let mut writer = Writer::default();
    write(&mut writer, value);
    writer.done()
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn what_is_written_serde_and_we_read_as_the_same(value in value()) {
        let text = written(&value);
        prop_assert_eq!(serde_json::from_str::<Value>(&text).ok(), Some(value), "{}", text);
        agree(&text)?;
    }
}

#[test]
fn every_letter_there_is_survives_the_writing() {
    let all: String = ('\0'..=char::MAX).collect();
    let text = written(&Value::String(all.clone()));
    assert!(text.chars().all(|letter| letter >= ' '), "a line stays one line");
    assert!(serde_json::from_str::<String>(&text).unwrap() == all);
    assert!(Json::read(&text) == Some(Json::Text(all)));
}

#[test]
fn what_may_be_missing_is_written_as_null() {
    let mut writer = Writer::default();
    writer.list().maybe_text(None).maybe_text(Some("")).maybe_number(None::<u8>);
    writer.maybe_number(Some(-1)).end_list();
    assert_eq!(writer.done(), r#"[null,"",null,-1]"#);
}
