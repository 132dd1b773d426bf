//! Exports, recaps and client sheets of the open notebook, with the labels and dates of the reader's language.

use heard_core::report::recap::{self, Form, Language, Recap};
use heard_core::report::sheet::{self, SheetRequest};
use heard_core::transfer::export::{self, Wanted};
use heard_core::transfer::file_name;

use crate::browser::{clock, locale};
use crate::i18n;
use crate::store::notebook_store::NotebookStore;

impl NotebookStore {
    /// The name of a file with the wanted part of the notebook, without the extension.
    pub fn file_name(&self, wanted: Wanted) -> String {
        file_name::of_part(&self.snapshot().notebook, wanted, self.local_now())
    }

    /// The wanted part of the notebook as JSON, in the export format.
    pub fn json(&self, wanted: Wanted) -> String {
        export::json(&self.snapshot().notebook, wanted, clock::now(), clock::utc_offset_min())
    }

    /// The wanted part of the notebook as comma-separated values, a row for each interval of a meeting.
    pub fn csv(&self, wanted: Wanted) -> String {
        export::csv(&self.snapshot().notebook, wanted, clock::now())
    }

    /// The wanted part of the notebook as a workbook, with the loops in their state of today.
    pub fn xlsx(&self, wanted: Wanted) -> Vec<u8> {
        let today = self.local_now().day();
        export::xlsx(&self.snapshot().notebook, wanted, clock::now(), today)
    }

    /// The loops as comma-separated values, in their state of today.
    pub fn loops_csv(&self, wanted: Wanted) -> String {
        export::loops_csv(&self.snapshot().notebook, wanted, self.local_now().day())
    }

    /// The recap, as a document that can be rendered, written and sent.
    pub fn recap(&self, wanted: Wanted) -> Recap {
        Recap::of(&self.snapshot().notebook, wanted, clock::now(), language())
    }

    /// The recap as text of one of the export formats.
    pub fn recap_text(&self, wanted: Wanted, form: Form) -> String {
        recap::written(&self.snapshot().notebook, wanted, clock::now(), language(), form)
    }

    /// The sheet of a client and a period: what they said, and what became of it.
    pub fn sheet(&self, request: SheetRequest) -> Recap {
        let labels = &i18n::strings("en").sheet.labels;
        sheet::sheet(&self.snapshot().notebook, request, language(), labels)
    }
}

fn language() -> Language {
    Language { labels: &i18n::strings("en").recap.labels, day: locale::calendar_day }
}
