//! The small reader of JSON, held against `serde_json`: what one takes the other takes, for the same value.
//!
//! They differ on purpose in three things: documents may lie 64 deep here and 127 there; numbers stay text here, so
//! that none is too large; and `-0` is a whole number here, nought, where there it is a fraction.

mod writing;

use std::fmt;

use heard_core::json::Json;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::deeds::config;

/// The fields of an object in their order, those of one name too.
struct Fields<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Each;
        impl<'de> Visitor<'de> for Each {
            type Value = Fields<'de>;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Fields<'de>, M::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }
        from.deserialize_map(Each)
    }
}

/// A document as `serde_json` reads it, piece by piece, so that numbers of any size stay as they are written.
fn theirs(text: &str) -> Option<Json<'_>> {
    let raw: &RawValue = serde_json::from_str(text).ok()?;
    let text = raw.get();
    Some(match text.as_bytes()[0] {
        b'n' => Json::Null,
        b't' | b'f' => Json::Bool(text == "true"),
        b'"' => Json::Text(serde_json::from_str(text).ok()?),
        b'[' => {
            let list: Vec<&RawValue> = serde_json::from_str(text).ok()?;
            Json::List(list.into_iter().map(|one| theirs(one.get())).collect::<Option<_>>()?)
        }
        b'{' => {
            let Fields(fields) = serde_json::from_str(text).ok()?;
            let read = fields.into_iter().map(|(name, value)| Some((name, theirs(value.get())?)));
            Json::Object(read.collect::<Option<_>>()?)
        }
        _ => Json::Number(text),
    })
}

fn agree(text: &str) -> Result<(), TestCaseError> {
    prop_assert_eq!(Json::read(text), theirs(text), "{:?}", text);
    // Read at once, and not piece by piece, it has the same values, where it has any.
    if let Ok(value) = serde_json::from_str::<Value>(text) {
        let ours = Json::read(text);
        prop_assert!(ours.is_some_and(|ours| is(&ours, &value)), "{:?}", text);
    }
    Ok(())
}

/// Whether a document says what a value of `serde_json` says.
fn is(json: &Json, value: &Value) -> bool {
    match (json, value) {
        (Json::Null, Value::Null) => json.is_null(),
        (Json::Bool(ours), Value::Bool(theirs)) => ours == theirs,
        (Json::Number("-0"), _) => json.whole() == Some(0_i64) && value.as_f64() == Some(-0.0),
        (Json::Number(_), Value::Number(_)) => {
            json.whole::<i64>() == value.as_i64() && json.whole::<u64>() == value.as_u64()
        }
        (Json::Text(_), Value::String(theirs)) => json.text() == Some(theirs),
        (Json::List(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(one, other)| is(one, other))
        }
        (Json::Object(ours), Value::Object(theirs)) => {
            ours.iter().all(|(name, _)| theirs.contains_key(name))
                && theirs.iter().all(|(name, value)| json.field(name).is_some_and(|j| is(j, value)))
        }
        _ => false,
    }
}

/// A piece of a text between quotes, in any way of writing it, and sometimes in none that is allowed.
fn piece() -> impl Strategy<Value = String> {
    let unit = |code: u32| format!("\\u{code:04x}");
    prop_oneof![
        8 => any::<char>().prop_filter("ends or begins something", |c| !matches!(c, '"' | '\\') && *c >= ' ')
            .prop_map(String::from),
        4 => select(vec!["\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t"]).prop_map_into(),
        3 => (0..0xd800_u32).prop_map(unit),
        3 => (0xd800..0xdc00_u32, 0xdc00..0xe000_u32)
            .prop_map(|(high, low)| format!("\\u{high:04X}\\u{low:04x}")),
        1 => prop_oneof![
            // Half a pair, a control character as it is, and escapes that there are not.
            (0xd800..0xe000_u32).prop_map(unit),
            (0xd800..0xdc00_u32, 0xd800..0xf000_u32)
                .prop_map(|(high, low)| format!("\\u{high:04x}\\u{low:04x}")),
            (0..0x20_u8).prop_map(|byte| char::from(byte).to_string()),
            select(vec!["\\x", "\\u12", "\\u+123", "\\u00é", "\\ud83d\\n", "\\ud83dx", "\\'", "\""])
                .prop_map_into(),
        ],
    ]
}

fn quoted() -> impl Strategy<Value = String> {
    vec(piece(), 0..4).prop_map(|pieces| format!("\"{}\"", pieces.concat()))
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "-?(0|[1-9][0-9]{0,24})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,4})?",
        2 => any::<i64>().prop_map(|n| n.to_string()),
        1 => select(vec!["0", "-0", "-0.0", "1e999", "18446744073709551615", "18446744073709551616"])
            .prop_map_into(),
        1 => "[-+]?[0-9]{0,3}\\.?[0-9]{0,2}[eE]?[-+]?[0-9]{0,2}",
    ]
}

/// Space as JSON knows it, and now and then as it does not.
fn space() -> impl Strategy<Value = String> {
    prop_oneof![60 => "[ \t\n\r]{0,2}", 1 => select(vec!["\u{b}", "\u{a0}", "\u{feff}"]).prop_map_into()]
}

fn document() -> impl Strategy<Value = String> {
    let word = select(vec!["null", "true", "false"]).prop_map_into();
    let leaf = prop_oneof![1 => word, 2 => number(), 2 => quoted()];
    let spaced = |value| (space(), value, space()).prop_map(|(a, value, b)| [a, value, b].concat());
    let whole = leaf.prop_recursive(5, 24, 5, move |inner| {
        let name = prop_oneof![2 => "\"[ab]\"", 1 => quoted()];
        let field = (spaced(name.boxed()), spaced(inner.clone()))
            .prop_map(|(name, value)| format!("{name}:{value}"));
        prop_oneof![
            vec(spaced(inner), 0..5).prop_map(|list| format!("[{}]", list.join(","))),
            vec(field, 0..5).prop_map(|fields| format!("{{{}}}", fields.join(","))),
        ]
        .boxed()
    });
    spaced(whole.boxed())
}

/// A byte put in, left out or changed, or a stretch twice.
fn mutated(text: &str, changes: &[(Index, u8, u8)]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for (at, how, byte) in changes {
        let at = at.index(bytes.len() + 1);
        match how {
            0 => bytes.insert(at, *byte),
            1 => bytes.truncate(at),
            2 => bytes.extend_from_within(at..),
            _ if at == bytes.len() => bytes.push(*byte),
            3 => drop(bytes.remove(at)),
            _ => bytes[at] = *byte,
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn changes() -> impl Strategy<Value = Vec<(Index, u8, u8)>> {
    let byte = prop_oneof![3 => select(b"{}[]\":,\\ -+.eEu0123ntf\n\0".to_vec()), 1 => any::<u8>()];
    vec((any::<Index>(), 0..6_u8, byte), 1..4)
}

proptest! {
    #![proptest_config(config(2_000))]

    #[test]
    fn any_document_is_taken_or_left_as_serde_would_and_means_the_same(text in document()) {
        agree(&text)?;
    }

    #[test]
    fn any_damage_to_a_document_is_seen_as_serde_would_see_it(text in document(), changes in changes()) {
        agree(&mutated(&text, &changes))?;
    }

    #[test]
    fn anything_at_all_is_taken_or_left_as_serde_would(text in ".{0,12}", soup in "[\\[\\]{}\":,0-2enu\\\\. -]{0,9}") {
        agree(&text)?;
        agree(&soup)?;
    }
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn a_document_cut_off_anywhere_or_followed_by_more_is_seen_as_serde_would_see_it(text in document()) {
        for (at, _) in text.char_indices() {
            agree(&text[..at])?;
        }
        for more in [" ", "x", ",", "]", "}", "\0", "null", "\u{feff}"] {
            agree(&format!("{text}{more}"))?;
        }
    }
}

#[test]
fn documents_may_lie_64_deep_and_no_deeper() {
    let nested = |open: &str, deep: usize, close: &str| {
        Json::read(&[&open.repeat(deep), "0", &close.repeat(deep)].concat()).is_some()
    };
    assert!(nested("[", 64, "]") && nested("{\"a\":", 64, "}"));
    assert!(!nested("[", 65, "]") && !nested("{\"a\":", 65, "}"));
    assert!(!nested("[", 100_000, "]") && !nested("{\"a\":", 100_000, "}"));
    assert!(!nested("[", 100_000, "") && !nested("[{\"a\":", 50_000, "}]"));
}

#[test]
fn of_fields_with_one_name_the_last_counts() {
    let text = r#"{"a":1,"b":2,"\u0061":3}"#;
    let json = Json::read(text).unwrap();
    assert_eq!(json.field("a").and_then(Json::whole), Some(3));
    assert_eq!(serde_json::from_str::<Value>(text).unwrap()["a"], 3);
    assert_eq!(json.field("c"), None);
}

#[test]
fn a_whole_number_is_given_only_where_it_fits() {
    let whole = |text| Json::read(text).unwrap().whole::<u8>();
    assert_eq!(
        ["0", "255", "256", "-1", "1.0", "1e1", "\"1\""].map(whole),
        [Some(0), Some(255), None, None, None, None, None,]
    );
}

#[test]
fn half_a_number_is_none() {
    for text in ["-", "1.", "1.e3", "1e", "1e+", "1E-", ".5", "01", "+1"] {
        assert_eq!(Json::read(text), None, "{text}");
    }
}
