//! A recap as Markdown. All markup in texts that people wrote is escaped.
//!
//! Sources: <https://spec.commonmark.org/0.31.2/#backslash-escapes>,
//! <https://github.github.com/gfm/#autolinks-extension->.

use crate::report::recap::Shape;
use crate::report::recap::lines::Style;

pub(super) const MARKDOWN: Style =
    Style { escape, heading, quote: "> ", line_break: "  ", note: "— " };

fn heading(shape: Shape, text: &str) -> String {
    let level = match shape {
        Shape::Title => "# ",
        Shape::Meeting => "## ",
        _ => "### ",
    };
    [level, text, "\n"].concat()
}

/// Escapes every character of a line that could begin markup: code, emphasis, links, images, HTML, tables and
/// mathematics, and at the start of the line headings, lists, rules and underlines.
fn escape(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len() + line.len() / 8);
    for (at, c) in line.char_indices() {
        let rest = &line[at + c.len_utf8()..];
        let before = &line[..at];
        let is_special = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$' | '{' | '}' | '@'
            | '^' => true,
            '&' => is_entity(rest),
            '#' | '+' | '-' | '=' | ':' if at == 0 => true,
            '.' | ')' if is_number(before) => true,
            // Addresses that GitHub's dialect converts to links without further markup.
            ':' => rest.starts_with("//"),
            '.' => ends_with_www(before),
            _ => false,
        };
        if is_special {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

fn is_entity(rest: &str) -> bool {
    let end = rest.find(|c: char| c != '#' && !c.is_ascii_alphanumeric());
    end.is_some_and(|end| rest[end..].starts_with(';'))
}

fn is_number(before: &str) -> bool {
    !before.is_empty() && before.bytes().all(|byte| byte.is_ascii_digit())
}

fn ends_with_www(before: &str) -> bool {
    let at = before.len().checked_sub(3);
    let end = at.and_then(|at| before.get(at..));
    end.is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_is_escaped_and_what_does_not_stays_readable() {
        for (line, written) in [
            ("It's 5 % - no, 6 (R&D, e.g. 3.5).", "It's 5 % - no, 6 (R&D, e.g. 3.5)."),
            ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"),
            (
                "![x](y) <b>*c*</b> `d` e_f |g| ~h~ $i$",
                "!\\[x\\](y) \\<b\\>\\*c\\*\\</b\\> \\`d\\` e\\_f \\|g\\| \\~h\\~ \\$i\\$",
            ),
            ("# a", "\\# a"),
            ("- a", "\\- a"),
            ("+ a", "\\+ a"),
            ("=== a", "\\=== a"),
            ("12. a 12. b", "12\\. a 12. b"),
            ("1) a", "1\\) a"),
            ("&lt; &#60; &amp", "\\&lt; \\&#60; &amp"),
            ("see https://a.b or WWW.a.b or c@d.e", "see https\\://a.b or WWW\\.a.b or c\\@d.e"),
            ("a\\", "a\\\\"),
        ] {
            assert_eq!(escape(line), written);
        }
    }
}
