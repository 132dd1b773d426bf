//! The words on the screen: one struct, one static per language; a word that is missing does not compile.

mod en;
mod strings;

pub(crate) use strings::Strings;

/// The words of a language; English for a language that has none yet.
pub(crate) fn strings(_lang: &str) -> &'static Strings {
    &en::ENGLISH
}
