//! The fields of the capture form. They are uncontrolled: their values are read from the DOM when needed.

use heard_core::event::capture::Kind;
use heard_core::validate::MAX_WORDS;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::browser::focus;
use crate::store::Draft;

/// The fields of the form.
#[derive(Default)]
pub(crate) struct Fields {
    /// The quotation.
    pub(crate) line: NodeRef,
    /// Who said them.
    pub(crate) speaker: NodeRef,
}

impl Fields {
    /// The values of the fields as a draft.
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

    /// Fills the fields from a draft and restores its selection.
    pub(crate) fn fill(&self, draft: &Draft) {
        if let Some(line) = self.line.cast::<HtmlTextAreaElement>() {
            line.set_value(&draft.words);
            let (start, end) = draft.selection;
            // The browser clamps a selection beyond the end.
            let _ = line.set_selection_range(start, end);
        }
        if let Some(speaker) = self.speaker() {
            speaker.set_value(&draft.said_by);
        }
    }

    /// Focuses the quotation field, and shows it if the user requested that.
    pub(crate) fn focus(&self, requested: bool) {
        match self.line.cast::<Element>() {
            Some(line) if requested => focus::take_and_show(&line),
            Some(line) => {
                focus::take(&line);
            }
            None => {}
        }
    }

    fn speaker(&self) -> Option<HtmlInputElement> {
        self.speaker.cast()
    }
}

/// The length of the quotation, as far as the form depends on it.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Length {
    /// Nothing was typed.
    Empty,
    /// It can be saved.
    Fits,
    /// It is longer than the limit.
    TooLong,
}

impl Length {
    /// The length of a draft.
    pub(crate) fn of(draft: &Draft) -> Self {
        match draft.words.chars().take(MAX_WORDS + 1).count() {
            0 => Self::Empty,
            1..=MAX_WORDS => Self::Fits,
            _ => Self::TooLong,
        }
    }
}

/// The start and the end of the selection, in UTF-16 code units.
fn selection(line: &HtmlTextAreaElement) -> (u32, u32) {
    let at = |end: Result<Option<u32>, _>| end.ok().flatten().unwrap_or(0);
    (at(line.selection_start()), at(line.selection_end()))
}
