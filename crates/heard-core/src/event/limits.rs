//! The longest texts and largest numbers that an event may hold, and the checks of texts against them.

use crate::event::refusal::Refusal;

/// The longest text kept in one piece, in characters: about ten printed pages.
pub const MAX_WORDS: usize = 20_000;
/// The longest name of a client or a speaker, in characters.
pub const MAX_NAME: usize = 200;
/// The most steps of a chain that works an outcome backwards; the form asks for three.
pub const MAX_STEPS: usize = 12;
/// The longest time that a meeting may have been going on before it was opened in Heard, in milliseconds: a day.
pub const MAX_AGO_MS: u64 = 86_400_000;

/// Checks a text of the user: [`Refusal::NoWords`] if it is blank, [`Refusal::TooLong`] if it has more than
/// [`MAX_WORDS`] characters.
pub(crate) fn check_words(words: &str) -> Result<(), Refusal> {
    check_length(words, MAX_WORDS)
}

/// Checks a name: [`Refusal::NoWords`] if it is blank, [`Refusal::TooLong`] if it has more than [`MAX_NAME`] characters.
pub(crate) fn check_name(name: &str) -> Result<(), Refusal> {
    check_length(name, MAX_NAME)
}

fn check_length(text: &str, max_chars: usize) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::NoWords);
    }
    if text.chars().nth(max_chars).is_some() { Err(Refusal::TooLong) } else { Ok(()) }
}
