//! The CSV format: rows of cells as lines of RFC 4180.

use crate::transfer::export::cell::Cell;

/// A byte order mark, with which a table begins.
///
/// With it `SheetJS` reads the text as UTF-8; gnumeric, pandas, polars, `DuckDB`, R and Papa Parse skip it. `csv-parse`
/// and Python's `csv` have an option for it (`bom`, `utf-8-sig`), without which it becomes a part of the first column's
/// name. Excel was not tried.
pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

/// The signs with which a formula begins: those of 1.2.10 of OWASP's ASVS 5, CR, LF and the replacement of NUL, and the
/// prolonged sound mark (U+30FC), which Japanese keyboards give for a minus.
const FORMULA: [char; 13] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\u{fffd}', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}',
    '\u{ff20}', '\u{30fc}',
];

/// The start of a table: the byte order mark and the names of the columns, which need no quotes.
pub(super) fn header(columns: &[&str]) -> String {
    format!("{BYTE_ORDER_MARK}{}\r\n", columns.join(","))
}

/// Adds a row to a table.
///
/// Texts are quoted, also where RFC 4180 does not require it, because a spreadsheet can be told to read quoted cells as
/// text. Other values, and cells without one, are not quoted.
pub(super) fn write_row<'a>(table: &mut String, cells: impl IntoIterator<Item = Cell<'a>>) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            table.push(',');
        }
        match cell {
            Cell::Text(text) => {
                let text = guarded(&text).replace('"', "\"\"");
                table.extend(["\"", &text, "\""]);
            }
            other => table.push_str(&other.plain()),
        }
    }
    table.push_str("\r\n");
}

/// The text with an apostrophe before it if a spreadsheet could evaluate it (CWE-1236).
///
/// A text that begins with apostrophes and then such a sign gets one more, so that the guard can be undone: removing
/// one apostrophe from a cell that begins with apostrophes and then such a sign gives the text. NUL is replaced by
/// U+FFFD, because some parsers end the text at it.
fn guarded(text: &str) -> String {
    let text = text.replace('\0', "\u{fffd}");
    if text.trim_start_matches('\'').starts_with(FORMULA) { ["'", &text].concat() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reverses [`guarded`], as the document of the format describes it.
    fn unguarded(cell: &str) -> &str {
        let is_guarded = cell.trim_start_matches('\'').starts_with(FORMULA);
        cell.strip_prefix('\'').filter(|_| is_guarded).unwrap_or(cell)
    }

    #[test]
    fn a_text_that_begins_like_a_formula_is_preceded_by_an_apostrophe() {
        for text in [
            "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x",
            "ー1", "ー=1+1",
        ] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        assert_eq!(guarded("\0=1"), "'\u{fffd}=1");
    }

    #[test]
    fn every_text_is_read_back_by_removing_one_apostrophe_from_guarded_cells() {
        for (text, cell) in [
            ("=1+1 is text", "'=1+1 is text"),
            ("'=1+1 is text", "''=1+1 is text"),
            ("''-", "'''-"),
            ("'ー1", "''ー1"),
            ("'90s", "'90s"),
            ("'t Hart", "'t Hart"),
            ("'", "'"),
            ("", ""),
            ("1=1", "1=1"),
        ] {
            assert_eq!(guarded(text), cell);
            assert_eq!(unguarded(cell), text);
        }
    }

    #[test]
    fn texts_are_quoted_and_other_values_are_not() {
        let mut table = header(&["a", "b"]);
        let cells = [Cell::text("007"), Cell::text("say \"no\"\r\n"), Cell::Empty];
        write_row(&mut table, cells);
        write_row(&mut table, [Cell::Number(7), Cell::Share(5_307), Cell::Time(3_723)]);
        assert_eq!(
            table,
            "\u{feff}a,b\r\n\"007\",\"say \"\"no\"\"\r\n\",\r\n7,0.5307,01:02:03\r\n"
        );
    }
}
