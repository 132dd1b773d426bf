//! Upper limits of the texts and numbers in an event, and checks of texts against them.

use crate::event::refusal::Refusal;

/// The maximum length of a text, in characters: about ten printed pages.
pub const MAX_WORDS: usize = 20_000;
/// The maximum length of a name of a client or a speaker, in characters.
pub const MAX_NAME: usize = 200;
/// The maximum number of steps in a chain that works an outcome backwards; the form offers three.
pub const MAX_STEPS: usize = 12;
/// The maximum time by which a meeting may have begun before it was opened in the widget, in milliseconds: one day.
pub const MAX_AGO_MS: u64 = 86_400_000;

/// Checks a text that the user entered.
///
/// # Errors
///
/// [`Refusal::NoWords`] if it is blank, [`Refusal::TooLong`] if it has more than [`MAX_WORDS`] characters.
pub(crate) fn check_words(words: &str) -> Result<(), Refusal> {
    check_length(words, MAX_WORDS)
}

/// Checks a name.
///
/// # Errors
///
/// [`Refusal::NoWords`] if it is blank, [`Refusal::TooLong`] if it has more than [`MAX_NAME`] characters.
pub(crate) fn check_name(name: &str) -> Result<(), Refusal> {
    check_length(name, MAX_NAME)
}

fn check_length(text: &str, max_chars: usize) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::NoWords);
    }
    if text.chars().nth(max_chars).is_some() { Err(Refusal::TooLong) } else { Ok(()) }
}
