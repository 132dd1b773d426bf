//! Substring search for words and ids, with small code size.

use crate::event::id::EventId;

/// Whether a text contains `words`. The search of the standard library is faster, but adds ten times as much code to
/// the WebAssembly module.
pub fn mentions(text: &str, words: &str) -> bool {
    words.is_empty() || places(text, words).next().is_some()
}

/// Whether a text, which may be damaged, contains the id of an event. The first digits of a longer number do not count.
pub(crate) fn mentions_id(bytes: &str, id: EventId) -> bool {
    let name = id.to_string();
    let ends = |at: usize| !bytes.as_bytes().get(at + name.len()).is_some_and(u8::is_ascii_digit);
    places(bytes, &name).any(ends)
}

/// The byte positions at which `words`, which must not be empty, begin in a text.
pub(super) fn places(text: &str, words: &str) -> impl DoubleEndedIterator<Item = usize> {
    let (text, words) = (text.as_bytes(), words.as_bytes());
    let last = (text.len() + 1).saturating_sub(words.len());
    (0..last).filter(move |at| text[*at] == words[0] && text[*at..].starts_with(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_where_the_standard_library_finds_them() {
        for text in ["", "a", "aab", "aabaab", "éaé", "{\"v\":{\"v\":2"] {
            for words in ["", "a", "aab", "b", "é", "{\"v\":", "aabaabaab"] {
                assert_eq!(mentions(text, words), text.contains(words), "{words:?} in {text:?}");
                if !words.is_empty() {
                    assert_eq!(places(text, words).next(), text.find(words));
                    assert_eq!(places(text, words).next_back(), text.rfind(words));
                }
            }
        }
    }
}
