//! The fields of the capture line: what stands in them is the browser's until it is asked for.

use heard_core::event::capture::Kind;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::store::Draft;

/// The words, and who said them.
#[derive(Default)]
pub(crate) struct Fields {
    /// The words.
    pub(crate) line: NodeRef,
    /// Who said them.
    pub(crate) speaker: NodeRef,
}

impl Fields {
    /// What stands in the fields.
    pub(crate) fn draft(&self, kind: Kind, writing: bool) -> Draft {
        let line = self.line.cast::<HtmlTextAreaElement>();
        Draft {
            words: line.as_ref().map(HtmlTextAreaElement::value).unwrap_or_default(),
            kind,
            said_by: self.speaker().map(|speaker| speaker.value()).unwrap_or_default(),
            selection: line.map(|line| selection(&line)).unwrap_or_default(),
            writing,
            ..Draft::default()
        }
    }

    /// Puts a draft into the fields, caret and all.
    pub(crate) fn fill(&self, draft: &Draft) {
        if let Some(line) = self.line.cast::<HtmlTextAreaElement>() {
            line.set_value(&draft.words);
            let (start, end) = draft.selection;
            // A selection beyond the end is cut by the browser.
            let _ = line.set_selection_range(start, end);
        }
        if let Some(speaker) = self.speaker() {
            speaker.set_value(&draft.said_by);
        }
    }

    /// Gives the line the focus.
    pub(crate) fn focus(&self) {
        if let Some(line) = self.line.cast::<HtmlTextAreaElement>() {
            // Focusing a field in the document can not fail.
            let _ = line.focus();
        }
    }

    fn speaker(&self) -> Option<HtmlInputElement> {
        self.speaker.cast()
    }
}

/// Where the caret is, in UTF-16 units.
fn selection(line: &HtmlTextAreaElement) -> (u32, u32) {
    let at = |end: Result<Option<u32>, _>| end.ok().flatten().unwrap_or(0);
    (at(line.selection_start()), at(line.selection_end()))
}
