//! Compares two JSON values and reports the first difference.

use serde_json::Value;

/// Panics with the first difference only, since exports are long.
#[track_caller]
pub(crate) fn assert_same(one: &Value, other: &Value, what: &str) {
    if let Some(place) = difference(one, other) {
        panic!("{what}: {place}");
    }
}

/// The path and the values of the first difference. `None` if the values are equal.
pub(crate) fn difference(one: &Value, other: &Value) -> Option<String> {
    match (one, other) {
        (Value::Object(a), Value::Object(b)) => {
            let mut names = a.keys().chain(b.keys().filter(|name| !a.contains_key(*name)));
            names.find_map(|name| {
                // A field that is missing on one side equals null.
                difference(&one[name], &other[name]).map(|place| format!(".{name}{place}"))
            })
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            let mut pairs = a.iter().zip(b).enumerate();
            pairs.find_map(|(n, (a, b))| Some(format!("[{n}]{}", difference(a, b)?)))
        }
        (Value::Array(a), Value::Array(b)) => Some(format!(": {} or {} entries", a.len(), b.len())),
        _ => (one != other).then(|| format!(": {one} or {other}")),
    }
}

#[test]
fn the_first_difference_is_reported_with_its_path() {
    let one = serde_json::json!({ "a": [{ "b": 1 }], "c": [1, 2] });
    let mut other = one.clone();
    assert_eq!(difference(&one, &other), None);
    other["a"][0]["b"] = 2.into();
    assert_eq!(difference(&one, &other).as_deref(), Some(".a[0].b: 1 or 2"));
    other = one.clone();
    other["c"] = serde_json::json!([1]);
    assert_eq!(difference(&one, &other).as_deref(), Some(".c: 2 or 1 entries"));
    other = one.clone();
    other["d"] = 1.into();
    assert_eq!(difference(&one, &other).as_deref(), Some(".d: null or 1"));
}
