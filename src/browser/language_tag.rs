//! Language tags from the page: whatever it has in `lang` becomes a tag that `Intl` accepts.

use js_sys::Array;
use wasm_bindgen::JsValue;

use crate::browser::reflect::{call, get, list};

/// The language of the widget, which is used if a page has no other that `Intl` accepts.
pub(crate) const FALLBACK: &str = "en";
/// More subtags than any registered language has. A longer tag is cut before it is tried.
const MAX_SUBTAGS: usize = 12;
/// The longest subtag of BCP 47.
const MAX_SUBTAG: usize = 8;

/// A tag in canonical form: the tag itself, or the longest beginning of it that is a valid tag. Blanks, underscores and other
/// characters separate subtags as a hyphen does. `None` if not even the first subtag is a language.
///
/// Pages have tags such as `pt-PT-ao90`, `zh-CHS` and `de_DE`, for which `Intl` throws a `RangeError`.
pub(crate) fn canonical(tag: &str) -> Option<String> {
    let subtags = tag.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let subtags: Vec<&str> =
        subtags.take(MAX_SUBTAGS).take_while(|part| part.len() <= MAX_SUBTAG).collect();
    (1..=subtags.len()).rev().find_map(|count| accepted(&subtags[..count].join("-")))
}

/// The canonical form of a tag that `Intl` accepts.
fn accepted(tag: &str) -> Option<String> {
    let intl = get(&js_sys::global(), "Intl");
    let tags = call(&intl, "getCanonicalLocales", &[&tag.into()]).ok()?;
    get(&tags, "0").as_string()
}

/// The tags to ask `Intl` for: this one, and English if the browser does not have the language.
pub(crate) fn preferred(tag: &str) -> Array {
    list(&[&JsValue::from(tag), &FALLBACK.into()])
}

/// Whether a canonical tag is a more specific form of another, or the same.
pub(crate) fn is_variant(tag: &str, of: &str) -> bool {
    tag.strip_prefix(of).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    #[wasm_bindgen_test]
    fn a_valid_tag_is_only_brought_into_canonical_form() {
        for (tag, form) in [
            ("en", "en"),
            ("DE-at", "de-AT"),
            ("zh-hant-tw", "zh-Hant-TW"),
            ("de-DE-1996", "de-DE-1996"),
            ("ar-u-nu-latn", "ar-u-nu-latn"),
            ("tlh", "tlh"),
        ] {
            assert_eq!(canonical(tag).as_deref(), Some(form), "{tag}");
        }
    }

    #[wasm_bindgen_test]
    fn an_invalid_tag_is_shortened_until_it_is_valid() {
        for (tag, form) in [
            ("pt-PT-ao90", "pt-PT"),
            ("zh-CHS", "zh"),
            ("sr-SP-Cyrl", "sr-SP"),
            ("de_DE", "de-DE"),
            ("de_DE.UTF-8", "de-DE"),
            (" fr ", "fr"),
            ("en, fr", "en-FR"),
            ("en-US-", "en-US"),
            ("en--US", "en-US"),
            ("en-x", "en"),
            ("en-averyveryverylongsubtag-US", "en"),
        ] {
            assert_eq!(canonical(tag).as_deref(), Some(form), "{tag}");
        }
    }

    #[wasm_bindgen_test]
    fn what_begins_with_no_language_is_none() {
        let long = "x".repeat(1_000_000);
        for tag in
            ["", " ", "-", "x-klingon", "i", "日本語", "0", "1-en", "{{lang}}", "undefined", &long]
        {
            assert_eq!(canonical(tag), None, "{}", &tag[..tag.len().min(20)]);
        }
        let many = "en-US-".repeat(100_000);
        assert_eq!(canonical(&many).as_deref(), Some("en-US"));
    }

    #[wasm_bindgen_test]
    fn a_variant_has_the_same_subtags_and_maybe_more() {
        assert!(is_variant("en-GB", "en") && is_variant("en", "en"));
        assert!(!is_variant("eng", "en") && !is_variant("de", "en"));
    }
}
