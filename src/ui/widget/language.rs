//! The words of the widget's language, handed down to whoever draws.

use std::ops::Deref;

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
