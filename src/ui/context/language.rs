//! The strings of the widget's language, in a form that can be copied and compared as a prop.

use std::ops::Deref;

use crate::i18n::{self, Strings};

/// The strings of one language. Two are equal if they are the same table.
#[derive(Clone, Copy)]
pub(crate) struct Words(&'static Strings);

impl Words {
    /// The strings for a language tag, such as `en`.
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
