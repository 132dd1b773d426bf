//! What was heard, told in the words of the widget and the days of the reader.

use heard_core::export::Wanted;
use heard_core::recap::{self, Form, Language, Recap};

use crate::i18n;
use crate::live::Live;
use crate::shell::{clock, locale};

impl Live {
    /// What was heard, to be drawn, written and sent.
    pub fn recap(&self, wanted: Wanted) -> Recap {
        Recap::of(&self.shown().desk, wanted, clock::now(), language())
    }

    /// What was heard, in a form of the contract.
    pub fn recap_text(&self, wanted: Wanted, form: Form) -> String {
        recap::written(&self.shown().desk, wanted, clock::now(), language(), form)
    }
}

fn language() -> Language {
    Language { labels: &i18n::strings("en").recap.labels, day: locale::calendar_day }
}
