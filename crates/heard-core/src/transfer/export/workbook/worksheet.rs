//! A worksheet as XML: typed cells in rows below a header.
//!
//! Source: ECMA-376-1:2016, 18.3 (worksheets) and 22.9.2.19 (`ST_Xstring`).

use crate::transfer::export::cell::Cell;

/// The most UTF-16 code units that a cell can hold: "Excel specifications and limits".
const MAX_UNITS: usize = 32_767;

/// The indices of the cell formats in `styles.xml`.
const HEADER: u8 = 1;
const TEXT: u8 = 2;
const DAY: u8 = 3;
const TIME: u8 = 4;
const DURATION: u8 = 5;
const SHARE: u8 = 6;

/// Milliseconds of a day.
const DAY_MS: u64 = 86_400_000;

/// Days from 1899-12-30, day 0 of workbooks, to 1970-01-01.
const DAYS_BEFORE_1970: i64 = 25_569;

/// A worksheet that is being written.
pub(super) struct Worksheet {
    xml: String,
    rows: usize,
}

impl Worksheet {
    /// Creates a worksheet with a header, which stays in place while the rows are scrolled.
    pub(super) fn of(columns: &[&str]) -> Self {
        let xml = r#"<?xml version="1.0" encoding="UTF-8"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultColWidth="16" defaultRowHeight="15"/><sheetData>"#;
        let mut sheet = Self { xml: xml.to_owned(), rows: 0 };
        let names: Vec<_> = columns.iter().map(|name| Cell::text(name)).collect();
        sheet.write([&names, &[]], Some(HEADER));
        sheet
    }

    /// Adds a row of at most 26 cells, in two parts.
    pub(super) fn row(&mut self, parts: [&[Cell]; 2]) {
        self.write(parts, None);
    }

    /// The XML of the worksheet.
    pub(super) fn finish(mut self) -> String {
        self.xml.push_str("</sheetData></worksheet>");
        self.xml
    }

    fn write(&mut self, parts: [&[Cell]; 2], style: Option<u8>) {
        self.rows += 1;
        let row = self.rows.to_string();
        self.xml.extend(["<row r=\"", &row, "\">"]);
        for (cell, column) in parts.into_iter().flatten().zip('A'..='Z') {
            let Some((own_style, kind, value)) = content(cell) else { continue };
            let style = style.unwrap_or(own_style).to_string();
            self.xml.extend(["<c r=\"", column.encode_utf8(&mut [0; 4]), &row, "\" s=\"", &style]);
            self.xml.extend(["\" t=\"", kind, &value, "</c>"]);
        }
        self.xml.push_str("</row>");
    }
}

/// The format of a cell, its type, and its content as XML after the quote before the type; `None` if it is empty.
fn content(cell: &Cell) -> Option<(u8, &'static str, String)> {
    let number = |style, value: String| Some((style, "n\"><v>", value + "</v>"));
    match cell {
        Cell::Empty => None,
        Cell::Number(value) => number(0, value.to_string()),
        Cell::Share(_) => number(SHARE, cell.plain().into_owned()),
        Cell::Day(day) => number(DAY, (day.utc_ms() / 86_400_000 + DAYS_BEFORE_1970).to_string()),
        Cell::Time(second) => number(TIME, days(second.unsigned_abs() * 1_000)),
        Cell::Duration(ms) => number(DURATION, days(*ms)),
        Cell::Text(_) | Cell::Moment(_) => {
            let text = escape(&cell.plain());
            Some((TEXT, "inlineStr\"><is><t xml:space=\"preserve\">", text + "</t></is>"))
        }
    }
}

/// Milliseconds as a number of days with eleven decimals, rounded half up, without floating-point arithmetic.
fn days(ms: u64) -> String {
    const UNIT: u64 = 100_000_000_000;
    let part = (ms % DAY_MS * UNIT + DAY_MS / 2) / DAY_MS;
    format!("{}.{part:011}", ms / DAY_MS)
}

/// The text as the content of an element. What looks like an escape of `ST_Xstring`, such as `_x0041_`, is escaped as
/// one, so that it stays as it is. A character that XML does not allow becomes U+FFFD, and a text is cut after
/// 32,767 UTF-16 code units.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut units = 0;
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > MAX_UNITS {
            break;
        }
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\r' => escaped.push_str("&#13;"),
            '_' if is_escape(&text[at..]) => escaped.push_str("_x005F_"),
            '\t' | '\n' => escaped.push(c),
            '\0'..=' ' | '\u{fffe}' | '\u{ffff}' if c != ' ' => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Whether a text begins with `_x`, four hexadecimal digits and `_`.
fn is_escape(text: &str) -> bool {
    let code = text.strip_prefix("_x").and_then(|rest| rest.as_bytes().split_at_checked(4));
    code.is_some_and(|(code, rest)| {
        code.iter().all(u8::is_ascii_hexdigit) && rest.first() == Some(&b'_')
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Day;

    fn xml(cell: &Cell) -> String {
        let (style, kind, value) = content(cell).unwrap();
        format!("{style} {kind}{value}")
    }

    #[test]
    fn each_type_of_cell_has_its_own_form() {
        let day = Day::parse("2026-11-21").unwrap();
        let text = "2 inlineStr\"><is><t xml:space=\"preserve\">";
        for (cell, written) in [
            (Cell::text("=1+1"), format!("{text}=1+1</t></is>")),
            (Cell::text("0012"), format!("{text}0012</t></is>")),
            (Cell::Number(12), "0 n\"><v>12</v>".to_owned()),
            (Cell::Share(5_307), "6 n\"><v>0.5307</v>".to_owned()),
            (Cell::Day(day), "3 n\"><v>46347</v>".to_owned()),
            (Cell::Time(43_200), "4 n\"><v>0.50000000000</v>".to_owned()),
            (Cell::Duration(90 * 3_600_000 + 1), "5 n\"><v>3.75000001157</v>".to_owned()),
        ] {
            assert_eq!(xml(&cell), written);
        }
        assert!(content(&Cell::Empty).is_none());
    }

    #[test]
    fn words_are_escaped_for_xml_and_for_workbooks() {
        for (text, written) in [
            ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
            ("one\r\ntwo\tthree", "one&#13;\ntwo\tthree"),
            ("\0\u{7}\u{ffff}", "\u{fffd}\u{fffd}\u{fffd}"),
            ("_x0041_ _x00e4_ _x41_ x_", "_x005F_x0041_ _x005F_x00e4_ _x41_ x_"),
            ("_x004", "_x004"),
        ] {
            assert_eq!(escape(text), written);
        }
        assert_eq!(escape(&"é".repeat(40_000)).chars().count(), MAX_UNITS);
        assert_eq!(escape(&"👋".repeat(20_000)).chars().count(), MAX_UNITS / 2);
    }
}
