//! What stands in the capture line before it is kept: it survives the page, caret and all.

use heard_core::EventId;
use heard_core::event::capture::Kind;
use heard_core::event::kind::{EventKind, NewCapture};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;

/// The capture line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The words so far.
    pub words: String,
    /// What they are of.
    #[serde(default, deserialize_with = "lenient")]
    pub kind: Kind,
    /// Who said them.
    #[serde(default, deserialize_with = "lenient")]
    pub said_by: String,
    /// The mark whose words they are.
    #[serde(default, deserialize_with = "lenient")]
    pub mark: Option<EventId>,
    /// The meeting in which they are written. Nobody's words stand in the line of somebody else's meeting.
    #[serde(default, deserialize_with = "lenient")]
    pub of: Option<EventId>,
    /// The selection, in UTF-16 units as the browser counts; both the same for a caret.
    #[serde(default, deserialize_with = "lenient")]
    pub selection: (u32, u32),
    /// Whether the line had the focus.
    #[serde(default, deserialize_with = "lenient")]
    pub writing: bool,
    /// The wall clock when the first letter was written, in milliseconds since 1970.
    #[serde(default, deserialize_with = "lenient")]
    pub began_wall_ms: i64,
    /// The wall clock when it was last changed, by which the newest is known.
    #[serde(default, deserialize_with = "lenient")]
    pub changed_wall_ms: i64,
}

impl Draft {
    /// Whether there is nothing that a reload could lose.
    pub fn is_blank(&self) -> bool {
        self.words.is_empty() && self.said_by.is_empty()
    }

    /// This draft, written over an `earlier` one at `now_ms`: words that go on keep the time they were begun.
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

    /// How long ago the first letter was written, in milliseconds.
    pub fn ago_ms(&self, now_ms: i64) -> u64 {
        let began = if self.began_wall_ms == 0 { now_ms } else { self.began_wall_ms };
        u64::try_from(now_ms.saturating_sub(began)).unwrap_or(0)
    }

    /// The kind that keeps the words, as said `ago_ms` milliseconds ago.
    pub fn caught(&self, ago_ms: u64) -> EventKind {
        let said_by = self.said_by.trim();
        EventKind::Captured(NewCapture {
            kind: self.kind,
            words: self.words.trim().to_owned(),
            said_by: (!said_by.is_empty()).then(|| said_by.to_owned()),
            ago_ms,
            mark: self.mark,
        })
    }

    /// Reads a kept draft.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// Writes it down.
    pub fn written(&self) -> String {
        // It has no maps, so that it never fails to be written.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// Reads a field that is its default where it is not as this build writes it.
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
    fn it_reads_back_as_written_whatever_it_says() {
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
    fn there_is_nothing_to_keep_where_nothing_was_written() {
        let chosen = Draft { kind: Kind::Issue, writing: true, selection: (1, 1), ..typed("") };
        assert!(chosen.is_blank());
        assert!(!typed(" ").is_blank());
        assert!(!Draft { said_by: "E".to_owned(), ..typed("") }.is_blank());
    }

    #[wasm_bindgen_test]
    fn what_is_missing_or_unknown_leaves_the_words_alone() {
        let kept = r#"{"words":"x","kind":"hunch","selection":[1.5,-1],"writing":1,"mood":"good"}"#;
        assert_eq!(Draft::read(kept), Some(typed("x")));
        for damaged in ["", "{}", "null", r#"{"words":1}"#, r#"{"words":"x""#, r#""words""#] {
            assert_eq!(Draft::read(damaged), None, "{damaged}");
        }
    }

    #[wasm_bindgen_test]
    fn words_keep_the_time_of_their_first_letter_until_there_are_none() {
        let first = typed("o").over(&Draft::default(), 1_000);
        let second = typed("ou").over(&first, 4_000);
        assert_eq!((second.began_wall_ms, second.changed_wall_ms), (1_000, 4_000));
        assert_eq!(second.ago_ms(9_000), 8_000);
        let emptied = typed("").over(&second, 5_000);
        assert_eq!((emptied.began_wall_ms, emptied.ago_ms(9_000)), (0, 0));
        assert_eq!(typed("n").over(&emptied, 6_000).began_wall_ms, 6_000);
    }

    #[wasm_bindgen_test]
    fn a_clock_set_back_makes_nothing_negative() {
        assert_eq!(typed("o").over(&Draft::default(), 9_000).ago_ms(1_000), 0);
    }

    #[wasm_bindgen_test]
    fn words_are_caught_without_the_space_around_them() {
        let mut draft =
            Draft { said_by: " Eve ".to_owned(), kind: Kind::Promise, ..typed(" a  b\n") };
        draft.mark = EventId::parse("beef-7");
        let caught = |said_by: Option<&str>| {
            let said_by = said_by.map(str::to_owned);
            EventKind::Captured(NewCapture {
                kind: Kind::Promise,
                words: "a  b".to_owned(),
                said_by,
                ago_ms: 7,
                mark: EventId::parse("beef-7"),
            })
        };
        assert_eq!(draft.caught(7), caught(Some("Eve")));
        draft.said_by = " ".to_owned();
        assert_eq!(draft.caught(7), caught(None));
    }
}
