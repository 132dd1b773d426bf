//! The notebook as a workbook (`.xlsx`): meetings, turns, captures and loops in typed cells.
//!
//! A cell with text is an inline string in the format "Text", so no program takes it for a formula, a number or a day.
//! Days, times of day, durations and shares are numbers in formats of their own. There are no formulas.
//!
//! Sources: ECMA-376-1:2016 (`SpreadsheetML`) and ECMA-376-2:2021 (the package).

mod sheets;
mod worksheet;
mod zip;

use crate::event::timestamp::Timestamp;
use crate::notebook::Notebook;
use crate::time::Day;
use crate::transfer::export::loop_table;
use crate::transfer::export::wanted::Wanted;
use crate::transfer::export::workbook::worksheet::Worksheet;
use crate::transfer::export::workbook::zip::Archive;

/// The parts of the package that are the same in every workbook.
const PARTS: [(&str, &str); 5] = [
    ("[Content_Types].xml", include_str!("content_types.xml")),
    ("_rels/.rels", include_str!("package_relationships.xml")),
    ("xl/workbook.xml", include_str!("workbook.xml")),
    ("xl/_rels/workbook.xml.rels", include_str!("workbook_relationships.xml")),
    ("xl/styles.xml", include_str!("styles.xml")),
];

/// The notebook as the bytes of a workbook. A running meeting is exported up to `now`; the silence of a loop is counted
/// up to `today`.
///
/// A character that XML does not allow is written as U+FFFD, and a text is cut after 32,767 UTF-16 code units, because
/// a cell cannot hold more.
pub fn xlsx(notebook: &Notebook, wanted: Wanted, now: Timestamp, today: Day) -> Vec<u8> {
    let mut archive = Archive::default();
    for (name, xml) in PARTS {
        archive.add(name, xml.as_bytes());
    }
    let mut loops = Worksheet::of(&loop_table::COLUMNS);
    for row in loop_table::rows(notebook, wanted, today) {
        loops.row([&row, &[]]);
    }
    let sheets = sheets::of_meetings(notebook, wanted, now).into_iter().chain([loops]);
    for (sheet, number) in sheets.zip('1'..) {
        let name = ["xl/worksheets/sheet", number.encode_utf8(&mut [0; 4]), ".xml"].concat();
        archive.add(&name, sheet.finish().as_bytes());
    }
    archive.finish()
}
