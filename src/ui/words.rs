//! The words of the widget's language, handed down as a context.

use std::ops::Deref;

use yew::prelude::*;

use crate::i18n::{self, Strings};

/// The language of a widget.
#[derive(Clone, Copy)]
pub(crate) struct Words(&'static Strings);

impl Words {
    /// The words of a language tag.
    pub(crate) fn of(lang: &str) -> Self {
        Self(i18n::strings(lang))
    }
}

impl Deref for Words {
    type Target = Strings;

    fn deref(&self) -> &Strings {
        self.0
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

/// The words of the widget around; English for a component that stands alone.
#[hook]
pub(crate) fn use_words() -> Words {
    use_context::<Words>().unwrap_or_else(|| Words::of("en"))
}
