//! Writing the text of a segment, and splitting it into lines.

/// Writes lines as the text of a segment, in the given order.
pub fn write<'a>(lines: impl IntoIterator<Item = &'a str>) -> String {
    write_with_room(0, lines)
}

/// Writes lines as the text of a segment, with `capacity` bytes allocated in advance.
pub(super) fn write_with_room<'a>(
    capacity: usize,
    lines: impl IntoIterator<Item = &'a str>,
) -> String {
    let mut text = String::with_capacity(capacity);
    text.push('[');
    for line in lines {
        text.push_str(if text.len() > 1 { ",\n" } else { "\n" });
        text.push_str(line);
    }
    text.push_str("\n]");
    text
}

/// The lines of a segment, valid or damaged, without the brackets and commas that [`write()`] adds.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let stripped = |line: &'_ str| line.len() - usize::from(line.ends_with(','));
    text.split('\n').map(move |line| &line[..stripped(line)]).filter(|line| !is_frame(line))
}

/// Whether a text consists of the brackets, commas and white space between lines alone.
pub(super) fn is_frame(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'[' | b']' | b',' | b' ' | b'\r' | b'\n'))
}
