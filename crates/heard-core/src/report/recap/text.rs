//! Cleaning of text that a person wrote, before it is combined with labels.

/// Removes invisible characters: line breaks of every kind become a line feed, a tab becomes a space, and other control
/// characters are removed. So are the characters that change the writing direction of the text after them (LRE to RLO
/// and LRI to PDI of Unicode's UAX 9), because an unclosed one would also reverse the labels after it.
pub(super) fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut after_return = false;
    for c in text.chars() {
        match c {
            '\n' if after_return => {}
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                clean.push('\n');
            }
            '\t' => clean.push(' '),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            c if c.is_control() => {}
            c => clean.push(c),
        }
        after_return = c == '\r';
    }
    clean.trim().to_owned()
}

/// The cleaned text on one line.
pub(super) fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_unseen_stays_and_every_line_end_is_one() {
        for (text, left) in [
            ("a\r\nb\rc\n\nd\u{b}e\u{c}f\u{85}g\u{2028}h\u{2029}i", "a\nb\nc\n\nd\ne\nf\ng\nh\ni"),
            ("\ta\tb\0\u{7}\u{1b}\u{7f}\u{9b}c ", "a bc"),
            ("\u{202e}abc\u{202c}\u{2066}d\u{2069}", "abcd"),
            ("שלום\u{200f}! ok", "שלום\u{200f}! ok"),
            ("\r\n", ""),
        ] {
            assert_eq!(clean(text), left, "{text:?}");
        }
        assert_eq!(one_line(" a \r\n\n b\tc "), "a b c");
    }
}
