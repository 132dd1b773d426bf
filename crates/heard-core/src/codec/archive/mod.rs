//! A segment: the lines of a closed meeting as one value. It is a JSON array with an event a line, so any tool reads
//! it; we read it line by line, so one damaged line never takes another with it.

mod packed;
mod salvage;
pub(crate) mod verify;

pub(crate) use packed::Ending;
pub use packed::Packed;
pub use verify::{Checked, check};

use crate::codec;
use crate::event::id::EventId;
use crate::sorted_map;

/// Writes lines down as one text, in the order in which they come.
pub fn write<'a>(lines: impl IntoIterator<Item = &'a str>) -> String {
    write_with_room(0, lines)
}

/// Writes lines whose bytes will need about so much room.
fn write_with_room<'a>(room: usize, lines: impl IntoIterator<Item = &'a str>) -> String {
    let mut text = String::with_capacity(room);
    text.push('[');
    for line in lines {
        text.push_str(if text.len() > 1 { ",\n" } else { "\n" });
        text.push_str(line);
    }
    text.push_str("\n]");
    text
}

/// The lines of a text, whole or damaged; what [`write()`] put around them is left away.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let stripped = |line: &'_ str| line.len() - usize::from(line.ends_with(','));
    text.split('\n').map(move |line| &line[..stripped(line)]).filter(|line| !is_frame(line))
}

/// Whether there is nothing but what stands between lines.
fn is_frame(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'[' | b']' | b',' | b' ' | b'\r' | b'\n'))
}

/// Whether a text has these words somewhere. The standard library's search is quicker, and ten times as large.
pub fn mentions(text: &str, words: &str) -> bool {
    words.is_empty() || places(text, words).next().is_some()
}

/// Whether bytes, be they damaged, name an event: its number ends where the digits end.
pub(crate) fn names(bytes: &str, id: EventId) -> bool {
    let name = id.to_string();
    let ends = |at: usize| !bytes.as_bytes().get(at + name.len()).is_some_and(u8::is_ascii_digit);
    places(bytes, &name).any(ends)
}

/// Where a text has these words, which are not empty.
fn places(text: &str, words: &str) -> impl DoubleEndedIterator<Item = usize> {
    let (text, words) = (text.as_bytes(), words.as_bytes());
    let last = (text.len() + 1).saturating_sub(words.len());
    (0..last).filter(move |at| text[*at] == words[0] && text[*at..].starts_with(words))
}

/// One text of all the lines that are not damaged, each event once, in the order of their names. The bytes of a line stay
/// as they are; of two lines of one event the same one is kept, in whatever order they come.
pub fn union<'a>(lines: impl IntoIterator<Item = &'a str>) -> String {
    let named = |line: &'a str| Some((codec::id(line)?, line));
    let mut named: Vec<(EventId, &str)> = lines.into_iter().filter_map(named).collect();
    in_order(&mut named);
    write(named.into_iter().map(|(_, line)| line))
}

/// Puts lines in the order of their names, and keeps of one event the line that sorts last: a newer version's.
fn in_order(lines: &mut Vec<(EventId, &str)>) {
    sorted_map::sort(lines, &Ord::cmp);
    sorted_map::last_of_each(lines, &|(one, _), (other, _)| one.cmp(other));
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
