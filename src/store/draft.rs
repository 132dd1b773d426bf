//! The draft: the unsaved content of the capture form, which is restored after a reload, selection included.

use heard_core::EventId;
use heard_core::event::capture::Kind;
use heard_core::event::kind::{EventKind, NewCapture};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;

/// The content of the capture form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The text.
    pub words: String,
    /// The kind of capture.
    #[serde(default, deserialize_with = "lenient")]
    pub kind: Kind,
    /// Who said it; empty if not given.
    #[serde(default, deserialize_with = "lenient")]
    pub said_by: String,
    /// The mark that the text belongs to, if it belongs to one.
    #[serde(default, deserialize_with = "lenient")]
    pub mark: Option<EventId>,
    /// The meeting that the draft was written in. It is never shown in another one.
    #[serde(default, deserialize_with = "lenient")]
    pub of: Option<EventId>,
    /// Start and end of the selection, in UTF-16 code units; equal for a caret.
    #[serde(default, deserialize_with = "lenient")]
    pub selection: (u32, u32),
    /// Whether the text field had the focus.
    #[serde(default, deserialize_with = "lenient")]
    pub writing: bool,
    /// When the first letter was typed, in milliseconds since 1970; 0 without text.
    #[serde(default, deserialize_with = "lenient")]
    pub began_wall_ms: i64,
    /// When the draft was last changed, in milliseconds since 1970. Of several drafts the newest is restored.
    #[serde(default, deserialize_with = "lenient")]
    pub changed_wall_ms: i64,
}

impl Draft {
    /// Whether there is nothing to restore after a reload.
    pub fn is_blank(&self) -> bool {
        self.words.is_empty() && self.said_by.is_empty()
    }

    /// This draft as the successor of an `earlier` one, changed at `now_ms`, in milliseconds since 1970. The time of the
    /// first letter is kept while there is text.
    #[must_use]
    pub fn over(mut self, earlier: &Self, now_ms: i64) -> Self {
        self.began_wall_ms = match (self.words.is_empty(), earlier.words.is_empty()) {
            (true, _) => 0,
            (false, true) => now_ms,
            (false, false) => earlier.began_wall_ms,
        };
        self.changed_wall_ms = now_ms;
        self
    }

    /// How long before `now_ms` the first letter was typed, in milliseconds; 0 without text or if the clock was set back.
    pub fn ago_ms(&self, now_ms: i64) -> u64 {
        let began = if self.began_wall_ms == 0 { now_ms } else { self.began_wall_ms };
        u64::try_from(now_ms.saturating_sub(began)).unwrap_or(0)
    }

    /// The event that records the draft as a capture, said `ago_ms` milliseconds ago.
    pub fn to_capture(&self, ago_ms: u64) -> EventKind {
        let said_by = self.said_by.trim();
        EventKind::Captured(NewCapture {
            kind: self.kind,
            words: self.words.trim().to_owned(),
            said_by: (!said_by.is_empty()).then(|| said_by.to_owned()),
            ago_ms,
            mark: self.mark,
        })
    }

    /// Decodes a stored draft; `None` if it has no text field or is not JSON. Unknown and missing fields are ignored.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// Encodes the draft for storage.
    pub fn written(&self) -> String {
        // Encoding fails only for maps with keys that are not texts, and there are none.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// Decodes a field; one that this version cannot decode gets its default value.
fn lenient<'de, D: Deserializer<'de>, T: DeserializeOwned + Default>(
    from: D,
) -> Result<T, D::Error> {
    let value = Box::<RawValue>::deserialize(from)?;
    Ok(serde_json::from_str(value.get()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    fn typed(words: &str) -> Draft {
        Draft { words: words.to_owned(), ..Draft::default() }
    }

    #[wasm_bindgen_test]
    fn any_draft_is_decoded_as_it_was_encoded() {
        for kind in Kind::ALL {
            let draft = Draft {
                words: "“Ja”,\n\t\\ \u{0}\u{2028} 👋🏽 \"und?\"".to_owned(),
                kind,
                said_by: "Ève & Søn".to_owned(),
                mark: (kind == Kind::Issue).then(|| EventId::parse("beef-7")).flatten(),
                of: (kind == Kind::Issue).then(|| EventId::parse("beef-5")).flatten(),
                selection: (3, 17),
                writing: kind == Kind::Held,
                began_wall_ms: -1,
                changed_wall_ms: i64::MAX,
            };
            assert_eq!(Draft::read(&draft.written()), Some(draft));
        }
    }

    #[wasm_bindgen_test]
    fn a_draft_without_text_and_name_is_blank() {
        let chosen = Draft { kind: Kind::Issue, writing: true, selection: (1, 1), ..typed("") };
        assert!(chosen.is_blank());
        assert!(!typed(" ").is_blank());
        assert!(!Draft { said_by: "E".to_owned(), ..typed("") }.is_blank());
    }

    #[wasm_bindgen_test]
    fn missing_and_unknown_fields_do_not_affect_the_text() {
        let kept = r#"{"words":"x","kind":"hunch","selection":[1.5,-1],"writing":1,"mood":"good"}"#;
        assert_eq!(Draft::read(kept), Some(typed("x")));
        for damaged in ["", "{}", "null", r#"{"words":1}"#, r#"{"words":"x""#, r#""words""#] {
            assert_eq!(Draft::read(damaged), None, "{damaged}");
        }
    }

    #[wasm_bindgen_test]
    fn the_time_of_the_first_letter_is_kept_until_the_text_is_empty() {
        let first = typed("o").over(&Draft::default(), 1_000);
        let second = typed("ou").over(&first, 4_000);
        assert_eq!((second.began_wall_ms, second.changed_wall_ms), (1_000, 4_000));
        assert_eq!(second.ago_ms(9_000), 8_000);
        let emptied = typed("").over(&second, 5_000);
        assert_eq!((emptied.began_wall_ms, emptied.ago_ms(9_000)), (0, 0));
        assert_eq!(typed("n").over(&emptied, 6_000).began_wall_ms, 6_000);
    }

    #[wasm_bindgen_test]
    fn a_clock_set_back_gives_an_age_of_zero() {
        assert_eq!(typed("o").over(&Draft::default(), 9_000).ago_ms(1_000), 0);
    }

    #[wasm_bindgen_test]
    fn a_capture_has_no_white_space_around_its_text_and_name() {
        let mut draft =
            Draft { said_by: " Eve ".to_owned(), kind: Kind::Promise, ..typed(" a  b\n") };
        draft.mark = EventId::parse("beef-7");
        let capture = |said_by: Option<&str>| {
            let said_by = said_by.map(str::to_owned);
            EventKind::Captured(NewCapture {
                kind: Kind::Promise,
                words: "a  b".to_owned(),
                said_by,
                ago_ms: 7,
                mark: EventId::parse("beef-7"),
            })
        };
        assert_eq!(draft.to_capture(7), capture(Some("Eve")));
        draft.said_by = " ".to_owned();
        assert_eq!(draft.to_capture(7), capture(None));
    }
}
