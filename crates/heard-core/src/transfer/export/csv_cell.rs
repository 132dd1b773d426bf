//! Text as a cell of a CSV table.

/// Formats a text as a cell, quoted where RFC 4180 requires it.
///
/// Spreadsheets evaluate a cell that begins like a formula, so an apostrophe is added before such a text (CWE-1236, and
/// 1.2.10 of OWASP's ASVS 5). NUL is replaced by U+FFFD, because some parsers end the text at it; other control
/// characters are kept, within quotes.
pub(super) fn cell(text: &str) -> String {
    const FORMULA: [char; 12] = [
        '=', '+', '-', '@', '\t', '\r', '\n', '\0', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ];
    let guard = if text.starts_with(FORMULA) { "'" } else { "" };
    let text = [guard, &text.replace('\0', "\u{fffd}")].concat();
    let needs_quotes = |c: char| matches!(c, '"' | ',' | ';' | ' ') || c.is_control();
    if text.contains(needs_quotes) {
        ["\"", &text.replace('"', "\"\""), "\""].concat()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_begins_like_a_formula_is_preceded_by_an_apostrophe() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            ("\n=1", "\"'\n=1\""),
            ("\0=1", "'\u{fffd}=1"),
            ("＝1", "'＝1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠x", "'＠x"),
        ] {
            assert_eq!(cell(text), written);
        }
        assert_eq!(cell("1=1"), "1=1");
    }

    #[test]
    fn a_text_with_separators_or_control_characters_is_quoted() {
        for (text, written) in [
            ("", ""),
            ("plain", "plain"),
            ("a,b", "\"a,b\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
            ("one\r\ntwo", "\"one\r\ntwo\""),
            ("bell\u{7}", "\"bell\u{7}\""),
            ("nul\0", "nul\u{fffd}"),
        ] {
            assert_eq!(cell(text), written);
        }
    }
}
