//! Rust without its comments and literals, so that a rule about code is not tripped by a sentence.

/// The same text with comments and literals turned into spaces; lines and columns stay.
pub(crate) fn code_of(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let end = silent_end(&chars, at);
        if end == at {
            code.push(chars[at]);
            at += 1;
        } else {
            let end = end.min(chars.len());
            code.extend(chars[at..end].iter().map(|c| if *c == '\n' { '\n' } else { ' ' }));
            at = end;
        }
    }
    code
}

/// Where the comment or literal that begins here ends; here itself, if none begins.
fn silent_end(chars: &[char], at: usize) -> usize {
    let next = chars.get(at + 1).copied();
    match chars[at] {
        '/' if next == Some('/') => find(chars, at, |c| c == '\n'),
        '/' if next == Some('*') => block_comment_end(chars, at),
        '"' => string_end(chars, at),
        'r' if matches!(next, Some('"' | '#')) => raw_string_end(chars, at),
        '\'' => char_end(chars, at),
        _ => at,
    }
}

fn find(chars: &[char], from: usize, wanted: impl Fn(char) -> bool) -> usize {
    (from..chars.len()).find(|at| wanted(chars[*at])).unwrap_or(chars.len())
}

/// Rust's block comments hold one another.
fn block_comment_end(chars: &[char], from: usize) -> usize {
    let (mut depth, mut at) = (1, from + 2);
    while at < chars.len() && depth > 0 {
        match chars[at..] {
            ['/', '*', ..] => (depth, at) = (depth + 1, at + 2),
            ['*', '/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
    at
}

fn string_end(chars: &[char], from: usize) -> usize {
    let mut at = from + 1;
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// `r"…"` or `r#"…"#`; a raw identifier such as `r#type` is neither.
fn raw_string_end(chars: &[char], from: usize) -> usize {
    let open = find(chars, from + 1, |c| c != '#');
    if chars.get(open) != Some(&'"') {
        return from;
    }
    let hashes = open - from - 1;
    let mut at = open + 1;
    while at < chars.len() {
        let close = find(chars, at, |c| c == '"');
        let followed = chars.iter().skip(close + 1).take(hashes).filter(|c| **c == '#').count();
        if followed == hashes {
            return close + 1 + hashes;
        }
        at = close + 1;
    }
    chars.len()
}

/// `'x'` or `'\n'`; a lifetime is not a literal.
fn char_end(chars: &[char], from: usize) -> usize {
    match chars[from + 1..] {
        ['\\', _, ..] => find(chars, from + 3, |c| c == '\'') + 1,
        [_, '\'', ..] => from + 3,
        _ => from,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words that are left.
    fn words(text: &str) -> Vec<String> {
        code_of(text).split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn comments_vanish_and_lines_stay() {
        assert_eq!(words("a // b\nc /* d /* e */ f */ g"), ["a", "c", "g"]);
        assert_eq!(code_of("/* a\nb */\n//! c\nd").lines().count(), 4);
    }

    #[test]
    fn strings_vanish_whatever_they_hold() {
        assert_eq!(words(r#"a "b \" // c" d"#), ["a", "d"]);
        assert_eq!(words("a r##\"b \"# \" c\"## d r#type"), ["a", "d", "r#type"]);
    }

    #[test]
    fn characters_vanish_and_lifetimes_stay() {
        assert_eq!(words(r#"a '"' b '\'' c '\u{7f}' d &'e f"#), ["a", "b", "c", "d", "&'e", "f"]);
    }

    #[test]
    fn what_is_left_open_ends_with_the_text() {
        for text in ["a \"b", "a /* b", "a r#\"b", "a \"\\"] {
            assert_eq!(words(text), ["a"], "{text}");
        }
    }
}
