//! The tree keeps the content of a document, and accepts the documents that `serde_json` accepts.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::*;

/// Whether a tree has the same content as a value of `serde_json`.
fn is(tree: &Value, value: &serde_json::Value) -> bool {
    use serde_json::Value as Theirs;
    match (tree, value) {
        (Value::Null, Theirs::Null) => tree.is_null(),
        (Value::Bool(ours), Theirs::Bool(theirs)) => ours == theirs,
        (Value::Number("-0"), _) => tree.whole() == Some(0_i64) && value.as_f64() == Some(-0.0),
        (Value::Number(_), Theirs::Number(_)) => {
            tree.whole::<i64>() == value.as_i64() && tree.whole::<u64>() == value.as_u64()
        }
        (Value::Text(_), Theirs::String(theirs)) => tree.text() == Some(theirs),
        (Value::List(ours), Theirs::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(one, other)| is(one, other))
        }
        (Value::Object(ours), Theirs::Object(theirs)) => {
            ours.iter().all(|(name, _)| theirs.contains_key(name))
                && theirs.iter().all(|(name, value)| tree.field(name).is_some_and(|t| is(t, value)))
        }
        _ => false,
    }
}

/// Checks that the tree accepts the documents that `serde_json` accepts, with the same content, and that its output
/// parses as the same tree.
fn agree(text: &str) -> Result<(), TestCaseError> {
    let tree = Value::read(text);
    match serde_json::from_str::<serde_json::Value>(text) {
        Ok(value) => prop_assert!(tree.as_ref().is_some_and(|tree| is(tree, &value)), "{:?}", text),
        // Numbers beyond 64 bits are the only documents that the tree accepts and `serde_json` rejects.
        Err(error) if tree.is_some() => {
            prop_assert!(error.to_string().contains("number out of range"), "{:?}", text);
        }
        Err(_) => {}
    }
    if let Some(tree) = tree {
        let written = tree.to_json();
        prop_assert!(written.chars().all(|letter| letter >= ' '), "one line: {:?}", written);
        prop_assert_eq!(Value::read(&written), Some(tree), "{:?}", text);
    }
    Ok(())
}

/// A part of a string, with any kind of escape; some parts are invalid.
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
            // Unpaired surrogates, unescaped control characters, and escapes that do not exist.
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

/// White space, which is sometimes not valid in JSON.
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

/// The text with bytes inserted, removed or changed, or a part repeated.
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
    #[test]
    fn any_document_is_read_as_serde_json_reads_it(text in document()) {
        agree(&text)?;
    }

    #[test]
    fn any_damaged_document_is_refused_as_serde_json_refuses_it(text in document(), changes in changes()) {
        agree(&mutated(&text, &changes))?;
    }

    #[test]
    fn a_document_cut_off_or_followed_by_more_is_refused(text in document()) {
        for (at, _) in text.char_indices() {
            agree(&text[..at])?;
        }
        for more in [" ", "x", ",", "]", "}", "\0", "null", "\u{feff}"] {
            agree(&format!("{text}{more}"))?;
        }
    }
}

#[test]
fn documents_may_be_nested_64_deep_and_no_deeper() {
    let nested = |open: &str, depth: usize, close: &str| {
        Value::read(&[&open.repeat(depth), "0", &close.repeat(depth)].concat()).is_some()
    };
    assert!(nested("[", 64, "]") && nested("{\"a\":", 64, "}"));
    assert!(!nested("[", 65, "]") && !nested("{\"a\":", 65, "}"));
    assert!(!nested("[", 100_000, "]") && !nested("{\"a\":", 100_000, "}"));
    assert!(!nested("[", 100_000, "") && !nested("[{\"a\":", 50_000, "}]"));
    let lists = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
    assert!(Value::read_within(&lists(9), 8).is_some());
    assert!(Value::read_within(&lists(10), 8).is_none());
}

#[test]
fn brackets_within_a_string_are_no_nesting() {
    let text = format!("\"{}\\\"{}\"", "[".repeat(100), "{".repeat(100));
    assert!(Value::read(&text).is_some());
}

#[test]
fn of_fields_with_one_name_the_last_counts_and_all_are_written() {
    let text = r#"{"a":1,"b":2,"a":3}"#;
    let tree = Value::read(text).unwrap();
    assert_eq!(tree.field("a").and_then(Value::whole), Some(3));
    assert_eq!(tree.field("c"), None);
    assert_eq!(tree.to_json(), text);
}

#[test]
fn a_whole_number_is_given_only_where_it_fits() {
    let whole = |text| Value::read(text).unwrap().whole::<u8>();
    assert_eq!(
        ["0", "255", "256", "-1", "1.0", "1e1", "\"1\""].map(whole),
        [Some(0), Some(255), None, None, None, None, None]
    );
    let large = Value::read("9007199254740993").unwrap();
    assert_eq!(large.whole(), Some(9_007_199_254_740_993_u64));
}

#[test]
fn numbers_keep_their_digits() {
    for text in ["-0", "1e999", "0.10", "18446744073709551616", "1E+2"] {
        assert_eq!(Value::read(text).unwrap().to_json(), text);
    }
    for text in ["-", "1.", "1.e3", "1e", "1e+", "1E-", ".5", "01", "+1", "NaN"] {
        assert_eq!(Value::read(text), None, "{text}");
    }
}

#[test]
fn half_of_a_surrogate_pair_is_refused_wherever_it_is() {
    for half in [r"\ud800", r"\udc00\ud800", r"\ud800\n", r"\ud800\u0041", r"x\uDFFF"] {
        for text in [format!("\"{half}\""), format!("{{\"{half}\":1}}"), format!("[[\"{half}\"]]")]
        {
            assert!(!is_strict(&text, MAX_DEPTH), "{text}");
            assert_eq!(Value::read(&text), None, "{text}");
        }
    }
    assert_eq!(Value::read(r#""\ud83d\udc4b""#).unwrap().text(), Some("👋"));
    assert_eq!(Value::read(r#""\\ud800""#).unwrap().text(), Some(r"\ud800"));
}

#[test]
fn every_character_is_escaped_as_in_every_version_before() {
    let text: String = ('\0'..=char::MAX).collect();
    let written = to_json(&text);
    assert!(written.starts_with(
        r#""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"#
    ));
    assert!(written.contains(r##"\u001e\u001f !\"#$%&"##) && written.contains(r"[\\]"));
    assert!(written.contains("~\u{7f}\u{80}") && written.contains("\u{2027}\u{2028}\u{2029}"));
    assert!(Value::read(&written) == Some(Value::Text(text)));
}

#[test]
fn fields_and_items_are_passed_on_as_they_are_written() {
    let text = " { \"a\" : [ 1 , {} ] , \"\\u0062\":\"x\\n\" } ";
    let mut fields = Vec::new();
    assert!(each_field(text, &mut |name, value| fields.push((name, value))).is_some());
    let expected = [("a".to_owned(), "[ 1 , {} ]"), ("b".to_owned(), "\"x\\n\"")];
    assert_eq!(fields, expected);
    let mut items = Vec::new();
    assert!(each_item(expected[0].1, &mut |item| items.push(item)).is_some());
    assert_eq!(items, ["1", "{}"]);
    for text in ["", "[]", "{", "{\"a\"}", "{\"a\":1,}", "{\"a\":tru}", "{}x"] {
        assert!(each_field(text, &mut |_, _| ()).is_none(), "{text}");
    }
}
