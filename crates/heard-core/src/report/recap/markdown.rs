//! A recap as Markdown. All markup in texts that people wrote is escaped.
//!
//! Each line of a quotation or an item is a paragraph, because converters to other formats drop line breaks within one.
//! Within an item they are indented by four spaces, as Python-Markdown requires. A backslash is used where the first Markdown knew it
//! as an escape; other characters are written as character references, which readers that are older than `CommonMark`
//! understand too.
//!
//! Sources: <https://spec.commonmark.org/0.31.2/#backslash-escapes>,
//! <https://daringfireball.net/projects/markdown/syntax#backslash>,
//! <https://pandoc.org/MANUAL.html#extension-smart> for quotes, dashes and dots.

use crate::report::recap::Shape;
use crate::report::recap::lines::Style;

pub(super) const MARKDOWN: Style = Style {
    escape,
    heading,
    quote: "> ",
    item_indent: "    ",
    has_paragraph_per_line: true,
    note: "— ",
};

fn heading(shape: Shape, text: &str) -> String {
    let level = match shape {
        Shape::Title => "# ",
        Shape::Meeting => "## ",
        _ => "### ",
    };
    [level, text, "\n"].concat()
}

/// Escapes every character of a line that could begin markup (code, emphasis, links, images, HTML, tables and
/// mathematics, and at the start of the line headings, lists, rules and underlines), or that a reader could replace by a
/// typographic one.
fn escape(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len() + line.len() / 8);
    for (at, c) in line.char_indices() {
        let around = (&line[..at], &line[at + c.len_utf8()..]);
        if let Some(reference) = reference(c, around) {
            escaped.push_str(reference);
            continue;
        }
        if needs_backslash(c, around) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// The character reference to write for a character between two parts of its line; `None` if it needs none.
fn reference(c: char, (before, after): (&str, &str)) -> Option<&'static str> {
    let is_first = before.is_empty();
    Some(match c {
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '@' => "&#64;",
        '|' => "&#124;",
        '~' => "&#126;",
        '$' => "&#36;",
        '^' => "&#94;",
        '&' if is_entity(after) => "&amp;",
        ':' if is_first || after.starts_with("//") => "&#58;",
        '=' if is_first => "&#61;",
        ',' if is_in_run(c, (before, after)) => "&#44;",
        // An apostrophe within a word remains readable: a typographic one has the same meaning.
        '\'' if !(before.ends_with(char::is_alphanumeric)
            && after.starts_with(char::is_alphanumeric)) =>
        {
            "&#39;"
        }
        _ => return None,
    })
}

/// Whether a character between two parts of its line is markup that a backslash prevents.
fn needs_backslash(c: char, (before, after): (&str, &str)) -> bool {
    match c {
        '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '}' => true,
        '#' | '+' | '-' if before.is_empty() => true,
        '.' | ')' if is_number(before) => true,
        '.' if ends_with_www(before) => true,
        // Typographic replacements: an ellipsis, dashes, and signs such as © and ±.
        '.' | '-' => is_in_run(c, (before, after)),
        '+' => after.starts_with('-'),
        '(' => is_sign(after),
        _ => false,
    }
}

fn is_in_run(c: char, (before, after): (&str, &str)) -> bool {
    before.ends_with(c) || after.starts_with(c)
}

/// Whether the text after a parenthesis makes it one of the signs (c), (r), (p) and (tm).
fn is_sign(after: &str) -> bool {
    let end = after.find(')');
    let name = end.and_then(|end| after.get(..end)).map(str::to_ascii_lowercase);
    name.is_some_and(|name| matches!(&*name, "c" | "r" | "p" | "tm"))
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
                "!\\[x\\](y) &lt;b&gt;\\*c\\*&lt;/b&gt; \\`d\\` e\\_f &#124;g&#124; &#126;h&#126; &#36;i&#36;",
            ),
            ("# a", "\\# a"),
            ("- a", "\\- a"),
            ("+ a", "\\+ a"),
            ("=== a", "&#61;== a"),
            (": a", "&#58; a"),
            ("12. a 12. b", "12\\. a 12. b"),
            ("1) a", "1\\) a"),
            ("&lt; &#60; &amp", "&amp;lt; &amp;#60; &amp"),
            (
                "see https://a.b or WWW.a.b or c@d.e",
                "see https&#58;//a.b or WWW\\.a.b or c&#64;d.e",
            ),
            ("a\\", "a\\\\"),
        ] {
            assert_eq!(escape(line), written);
        }
    }

    #[test]
    fn what_a_reader_would_replace_by_typographic_signs_is_escaped() {
        for (line, written) in [
            ("She said \"no\"", "She said &quot;no&quot;"),
            ("'90s, 'no' and don't", "&#39;90s, &#39;no&#39; and don't"),
            ("a --- b -- c - d", "a \\-\\-\\- b \\-\\- c - d"),
            ("wait... no.", "wait\\.\\.\\. no."),
            ("(c) (TM) (d) a,,b 5 +- 1", "\\(c) \\(TM) (d) a&#44;&#44;b 5 \\+- 1"),
        ] {
            assert_eq!(escape(line), written);
        }
    }
}
