//! What stands in the capture line before it is kept: it survives the page, caret and all.

use heard_core::act::{Act, Catch};
use heard_core::capture::Kind;
use serde::{Deserialize, Serialize};

/// The capture line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The words so far.
    pub words: String,
    /// What they are of.
    pub kind: Kind,
    /// Who said them.
    #[serde(default)]
    pub said_by: String,
    /// The selection, in UTF-16 units as the browser counts; both the same for a caret.
    #[serde(default)]
    pub selection: (u32, u32),
    /// Whether the line had the focus.
    #[serde(default)]
    pub writing: bool,
    /// The wall clock when the first letter was written, in milliseconds since 1970.
    #[serde(default)]
    pub began_wall_ms: i64,
    /// The wall clock when it was last changed, by which the newest is known.
    #[serde(default)]
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

    /// The act that keeps the words, as said `ago_ms` milliseconds ago.
    pub fn caught(&self, ago_ms: u64) -> Act {
        let said_by = self.said_by.trim();
        Act::Captured(Catch {
            kind: self.kind,
            words: self.words.trim().to_owned(),
            said_by: (!said_by.is_empty()).then(|| said_by.to_owned()),
            ago_ms,
        })
    }

    /// Reads a kept draft.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// Writes it down; nothing, when it is blank.
    pub fn written(&self) -> Option<String> {
        if self.is_blank() { None } else { serde_json::to_string(self).ok() }
    }
}
