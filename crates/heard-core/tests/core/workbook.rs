//! Tests of the workbook, which is read back with an independent crate.

use std::io::Cursor;

use calamine::{Data, ExcelDateTime, Range, Reader, Xlsx};
use heard_core::Notebook;
use heard_core::event::capture::{Kind, Tally};
use heard_core::event::kind::{EventKind, Opening};
use heard_core::time::Day;
use heard_core::transfer::export::{Audience, Wanted, csv, loops_csv, xlsx};
use proptest::prelude::*;

use crate::csv::{rows, unguarded};
use crate::export_schema::FORMAT;
use crate::import::later;
use crate::random_actions::{any_steps, config, perform_all};
use crate::recap::hostile::HOSTILE;
use crate::recap::{planned, said};
use crate::scene::{Scene, captured, opening};

const SHEETS: [&str; 4] = ["meetings", "turns", "captures", "loops"];

fn today() -> Day {
    Day::of(later().wall_ms, 60)
}

fn read(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).expect("a workbook")
}

fn sheet(bytes: &[u8], name: &str) -> Range<Data> {
    read(bytes.to_vec()).worksheet_range(name).expect("a worksheet")
}

/// The values of a column, by its name in the first row.
fn column(sheet: &Range<Data>, name: &str) -> Vec<Data> {
    let mut rows = sheet.rows();
    let at = rows.next().and_then(|row| row.iter().position(|cell| cell == name));
    let at = at.unwrap_or_else(|| panic!("there is no column `{name}`"));
    rows.map(|row| row[at].clone()).collect()
}

/// A time of day or a day as the CSV export writes it, and a duration in milliseconds.
fn time(at: ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    if at.is_duration() {
        format!("{:.0}", at.as_f64() * 86_400_000.0)
    } else if at.as_f64() < 1.0 {
        format!("{hour:02}:{minute:02}:{second:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02}")
    }
}

/// Whether a cell of the workbook has the value, and the type, of a cell of the CSV export.
fn is_same(cell: &Data, table: &str) -> bool {
    // XML cannot contain most control characters.
    let is_missing =
        |c: char| c.is_ascii_control() && !"\t\n\r\u{7f}".contains(c) || c == '\u{ffff}';
    match cell {
        Data::Empty => table.is_empty(),
        Data::String(text) => *text == unguarded(table).replace(is_missing, "\u{fffd}"),
        Data::Float(number) => table.parse() == Ok(*number),
        Data::DateTime(at) => table == time(*at),
        other => panic!("{other:?}"),
    }
}

/// The rows of a kind in a CSV table.
fn of_kind<'a>(
    table: &'a [Vec<String>],
    kinds: &'a [&str],
) -> impl Iterator<Item = &'a Vec<String>> {
    table.iter().filter(|row| kinds.contains(&&*row[3]))
}

/// Compares a worksheet with the rows of a kind in the CSV export, column by column.
fn assert_same(
    sheet: &Range<Data>,
    table: &[Vec<String>],
    kinds: &[&str],
    columns: &[(&str, &str)],
) -> Result<(), TestCaseError> {
    let header = &table[0];
    for (name, csv_name) in columns {
        let at = header.iter().position(|one| one == csv_name).expect("a column of the CSV");
        let values = column(sheet, name);
        prop_assert_eq!(values.len(), of_kind(table, kinds).count());
        for (cell, row) in values.iter().zip(of_kind(table, kinds)) {
            prop_assert!(is_same(cell, &row[at]), "{}: {:?} is not {:?}", name, cell, row[at]);
        }
    }
    Ok(())
}

/// Compares every worksheet with the CSV export.
fn assert_agrees(notebook: &Notebook, wanted: Wanted) -> Result<(), TestCaseError> {
    let bytes = xlsx(notebook, wanted, later(), today());
    let table = rows(&csv(notebook, wanted, later())).expect("a table");
    let all = ["client", "meeting", "meeting_day", "meeting_time"].map(|name| (name, name));
    let of = |own: &[(&'static str, &'static str)]| [&all[..], own].concat();
    let meeting = of(&[
        ("kind", "kind"),
        ("length", "end_ms"),
        ("length_ms", "end_ms"),
        ("talk", "talk_ms"),
        ("talk_ms", "talk_ms"),
        ("listen", "listen_ms"),
        ("listen_ms", "listen_ms"),
        ("talk_share_of_speech", "talk_share_of_speech"),
    ]);
    let turn = of(&[
        ("row", "row"),
        ("floor", "floor"),
        ("start", "start_ms"),
        ("start_ms", "start_ms"),
        ("end", "end_ms"),
        ("end_ms", "end_ms"),
    ]);
    let same = ["id", "kind", "floor", "words", "said_by", "confirmed", "by_when", "known_by"];
    let mut capture = of(&same.map(|name| (name, name)));
    capture.extend([("at", "start_ms"), ("at_ms", "start_ms")]);
    assert_same(&sheet(&bytes, "meetings"), &table, &["meeting"], &meeting)?;
    assert_same(&sheet(&bytes, "turns"), &table, &["turn", "break"], &turn)?;
    assert_same(&sheet(&bytes, "captures"), &table, &["capture"], &capture)?;

    let loops = sheet(&bytes, "loops");
    let table = rows(&loops_csv(notebook, wanted, today())).expect("a table");
    prop_assert_eq!(loops.height(), table.len());
    for (cells, row) in loops.rows().zip(&table) {
        let is_row = cells.len() == row.len() && cells.iter().zip(row).all(|(a, b)| is_same(a, b));
        prop_assert!(is_row, "{:?} is not {:?}", cells, row);
    }
    Ok(())
}

/// A notebook with one meeting, in which a client of this name says these words.
fn said_in_meeting(name: &str, words: &str) -> Scene {
    let mut scene = Scene::empty();
    let client = scene.try_record(EventKind::ClientAdded { name: name.to_owned() }).ok();
    scene.record(EventKind::MeetingOpened(Opening { client, ..opening() }));
    for kind in Kind::ALL {
        if let Ok(id) = scene.try_record(captured(kind, words)) {
            scene.try_record(said(id, name)).ok();
            scene.try_record(planned(id, Some(words), "2026-12-24")).ok();
        }
    }
    scene.record(EventKind::Tallied(Tally::PlayedBack));
    scene.wait(60_000).end_meeting();
    scene
}

#[test]
fn texts_that_look_like_something_else_stay_texts() {
    for words in [
        "=1+1",
        "'=1+1",
        "+1",
        "-20 %",
        "@tom",
        "0012",
        "1e5",
        "1.5",
        "1,5",
        "1.234,50",
        "12/11",
        "15.1.",
        "3-4",
        "50%",
        "12:30",
        "5 May",
        "TRUE",
        "NA",
        "€ 300",
        "'90s",
        "_x0041_",
        " a  b ",
        "Müller & Söhne <東京>",
        "one\r\ntwo\tthree\nfour",
        "👋 שלום",
    ] {
        let scene = said_in_meeting(words.trim(), words);
        let bytes = xlsx(&scene.notebook, Wanted::default(), later(), today());
        let captures = sheet(&bytes, "captures");
        let expected = vec![Data::String(words.to_owned()); Kind::ALL.len()];
        assert_eq!(column(&captures, "words"), expected);
        let names = column(&sheet(&bytes, "meetings"), "client");
        let client = &scene.notebook.clients()[0].name;
        assert_eq!(names, [Data::String(client.to_string())]);
        assert_agrees(&scene.notebook, Wanted::default()).unwrap();
    }
}

#[test]
fn days_times_durations_and_shares_are_numbers_with_a_format() {
    let scene = said_in_meeting("Harbour Trust", "late");
    let bytes = xlsx(&scene.notebook, Wanted::default(), later(), today());
    let of = |name: &str, cell| column(&sheet(&bytes, name), cell)[0].clone();
    for (name, cell, written, is_duration) in [
        ("meetings", "meeting_day", "2026-11-21", false),
        ("meetings", "meeting_time", "21:00:00", false),
        ("meetings", "length", "60000", true),
        ("turns", "end", "60000", true),
        ("captures", "by_when", "2026-12-24", false),
        ("loops", "raised_on", "2026-11-21", false),
    ] {
        let Data::DateTime(at) = of(name, cell) else { panic!("{cell} has no date or time") };
        assert_eq!((&*time(at), at.is_duration()), (written, is_duration), "{cell}");
    }
    assert_eq!(of("meetings", "talk_share_of_speech"), Data::Float(0.0));
    assert_eq!(of("meetings", "played_back"), Data::Float(1.0));
}

#[test]
fn no_cell_has_a_formula() {
    for text in HOSTILE {
        let scene = said_in_meeting("=Harbour", text);
        let bytes = xlsx(&scene.notebook, Wanted::default(), later(), today());
        let mut book = read(bytes.clone());
        for name in SHEETS {
            assert!(book.worksheet_formula(name).expect("a worksheet").is_empty(), "{text:?}");
        }
        assert_agrees(&scene.notebook, Wanted::default()).unwrap();
    }
}

#[test]
fn the_clients_workbook_has_nothing_private() {
    let scene = said_in_meeting("Harbour Trust", "late");
    let wanted = Wanted { audience: Audience::Client, ..Wanted::default() };
    let bytes = xlsx(&scene.notebook, wanted, later(), today());
    let kinds = column(&sheet(&bytes, "captures"), "kind");
    assert_eq!(kinds.len(), Kind::ALL.len() - 1);
    assert!(!kinds.contains(&Data::String("held".to_owned())));
    let meetings = sheet(&bytes, "meetings");
    for name in ["asked", "played_back", "jumped_in", "guess_talk_percent", "felt_heard"] {
        assert!(column(&meetings, name).iter().all(|cell| *cell == Data::Empty), "{name}");
    }
    assert_agrees(&scene.notebook, wanted).unwrap();
}

#[test]
fn an_empty_notebook_has_four_worksheets_with_the_names_of_their_columns() {
    let bytes = xlsx(&Notebook::default(), Wanted::default(), later(), today());
    assert_eq!(read(bytes.clone()).sheet_names(), SHEETS);
    assert!(SHEETS.into_iter().all(|name| sheet(&bytes, name).height() == 1));
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn every_notebook_has_the_same_values_in_the_workbook_as_in_the_tables(
        steps in any_steps(),
        words in "['=+<>&;_x0-9\"\r\n\t\0\u{7} aー－-]{1,12}",
    ) {
        let mut scene = perform_all(&steps, |_, _, _| {});
        scene.try_record(captured(Kind::Issue, &words)).ok();
        assert_agrees(&scene.notebook, Wanted::default())?;
    }
}

#[test]
fn each_column_is_in_the_document_of_the_format() {
    let bytes = xlsx(&Notebook::default(), Wanted::default(), later(), today());
    for name in &SHEETS[..3] {
        let row = FORMAT.lines().find(|line| line.starts_with(&format!("| `{name}` | a ")));
        let row = row.unwrap_or_else(|| panic!("{name} has no row"));
        for column in sheet(&bytes, name).rows().next().expect("a header") {
            assert!(row.contains(&format!("`{column}`")), "{name}: {column}");
        }
    }
}
