//! What was heard and what became of it, told in the words of the widget and the days of the reader.

use heard_core::report::recap::{self, Form, Language, Recap};
use heard_core::report::sheet::{self, Asked};
use heard_core::transfer::export::{self, Wanted};

use crate::browser::{clock, locale};
use crate::i18n;
use crate::store::NotebookStore;

impl NotebookStore {
    /// What was heard, to be drawn, written and sent.
    pub fn recap(&self, wanted: Wanted) -> Recap {
        Recap::of(&self.snapshot().notebook, wanted, clock::now(), language())
    }

    /// What was heard, in a form of the contract.
    pub fn recap_text(&self, wanted: Wanted, form: Form) -> String {
        recap::written(&self.snapshot().notebook, wanted, clock::now(), language(), form)
    }

    /// What became of all that a client said.
    pub fn sheet(&self, asked: Asked) -> Recap {
        let labels = &i18n::strings("en").sheet.labels;
        sheet::sheet(&self.snapshot().notebook, asked, language(), labels)
    }

    /// The loops as a table, as they stand today.
    pub fn loops_csv(&self, wanted: Wanted) -> String {
        export::loops_csv(&self.snapshot().notebook, wanted, self.here().day())
    }
}

fn language() -> Language {
    Language { labels: &i18n::strings("en").recap.labels, day: locale::calendar_day }
}
