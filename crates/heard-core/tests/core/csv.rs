//! Tests of the CSV export.

use heard_core::event::capture::{Kind, Tally};
use heard_core::event::kind::{EventKind, NewCapture, Opening};
use heard_core::event::review::Answer;
use heard_core::time::Day;
use heard_core::transfer::export::{Audience, Wanted, csv};
use heard_core::{Notebook, Party};
use proptest::prelude::*;

use crate::import::later;
use crate::random_actions::{any_steps, config, perform_all};
use crate::scene::{Scene, captured, opening};

const HEADER: &str = "client,meeting,meeting_started_at,row,kind,floor,start_ms,end_ms,words,said_by,count,\
talk_ms,listen_ms,talk_share_of_speech,confirmed,meeting_day,meeting_time,id,by_when,known_by";

/// The signs of a formula, as the document of the format lists them.
pub(crate) const FORMULA: [char; 13] =
    ['=', '+', '-', '@', '\t', '\r', '\n', '\u{fffd}', '＝', '＋', '－', '＠', 'ー'];

/// The text of a cell without the apostrophe of the guard, as the document of the format describes it.
pub(crate) fn unguarded(cell: &str) -> &str {
    let is_guarded = cell.trim_start_matches('\'').starts_with(FORMULA);
    cell.strip_prefix('\'').filter(|_| is_guarded).unwrap_or(cell)
}

/// Parses a table with a byte order mark by RFC 4180; `None` if it is invalid.
pub(crate) fn rows(table: &str) -> Option<Vec<Vec<String>>> {
    let table = table.strip_prefix('\u{feff}')?;
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut letters = table.chars().peekable();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' if quoted => {
                quoted = false;
                matches!(letters.peek(), Some(',' | '\r')).then_some(())?;
            }
            _ if quoted => cell.push(letter),
            '"' if cell.is_empty() => quoted = true,
            '"' | '\n' => return None,
            ',' => row.push(std::mem::take(&mut cell)),
            '\r' => {
                (letters.next() == Some('\n')).then_some(())?;
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(letter),
        }
    }
    (!quoted && row.is_empty() && cell.is_empty()).then_some(rows)
}

fn full() -> Scene {
    let mut scene = Scene::empty();
    let client =
        Some(scene.record(EventKind::ClientAdded { name: "=Harbour, \"Trust\"".to_owned() }));
    scene.record(EventKind::MeetingOpened(Opening { client, ..opening() }));
    scene.wait(1_000).take_floor(Party::Consultant);
    scene.record(captured(Kind::Outcome, "Quiet\r\nMondays"));
    let said_by = Some("Ida".to_owned());
    let held = |catch| EventKind::Captured(NewCapture { said_by, ..catch });
    scene.record(match captured(Kind::Held, "We tried that") {
        EventKind::Captured(catch) => held(catch),
        kind => kind,
    });
    scene.record(EventKind::MomentMarked);
    scene.record(EventKind::Tallied(Tally::PlayedBack));
    scene.wait(500).record(EventKind::BreakTaken);
    scene.wait(500).end_meeting();
    let capture = scene.meeting().captures[0].id;
    scene.record(EventKind::ReadBack { capture, answer: Answer::Yes });
    let known_by = Some("+20 % \"quiet\" Mondays".to_owned());
    let by = Day::parse("2026-12-24");
    scene.record(EventKind::Planned { capture, known_by, by });
    scene
}

#[test]
fn a_meeting_is_a_row_and_so_is_each_thing_in_it() {
    let scene = full();
    let table = csv(&scene.notebook, Wanted::default(), scene.now);
    let meeting = scene.meeting();
    let [outcome, held] = [0, 1].map(|at| meeting.captures[at].id.to_string());
    let mark = meeting.marks[0].id;
    let on = "2026-11-21,21:00:00";
    let of = "\"'=Harbour, \"\"Trust\"\"\",\"1-2\",2026-11-21T21:00:00.000+01:00,";
    let lines = [
        format!("{of}\"meeting\",\"discovery\",,0,2000,,,,500,1000,0.3333,,{on},,,"),
        format!("{of}\"turn\",,\"client\",0,1000,,,,,,,,{on},,,"),
        format!("{of}\"turn\",,\"consultant\",1000,1500,,,,,,,,{on},,,"),
        format!("{of}\"break\",,,1500,2000,,,,,,,,{on},,,"),
        format!("{of}\"mark\",,\"consultant\",1000,,,,,,,,,{on},\"{mark}\",,"),
        format!(
            "{of}\"capture\",\"outcome\",\"consultant\",1000,,\"Quiet\r\nMondays\",,,,,,\"yes\",{on},\
             \"{outcome}\",2026-12-24,\"'+20 % \"\"quiet\"\" Mondays\""
        ),
        format!(
            "{of}\"capture\",\"held\",\"consultant\",1000,,\"We tried that\",\"Ida\",,,,,,{on},\"{held}\",,"
        ),
        format!("{of}\"tally\",\"asked\",,,,,,0,,,,,{on},,,"),
        format!("{of}\"tally\",\"played-back\",,,,,,1,,,,,{on},,,"),
        format!("{of}\"tally\",\"jumped-in\",,,,,,0,,,,,{on},,,"),
    ];
    assert_eq!(table, format!("\u{feff}{HEADER}\r\n{}\r\n", lines.join("\r\n")));
}

#[test]
fn the_day_and_the_time_of_a_meeting_are_those_of_its_place() {
    for (offset, on) in [(-300, "2026-11-21,15:00:00"), (330, "2026-11-22,01:30:00")] {
        let mut scene = Scene::empty();
        scene.record(EventKind::MeetingOpened(Opening { utc_offset_min: offset, ..opening() }));
        let table = csv(&scene.notebook, Wanted::default(), scene.now);
        assert!(table.contains(&format!(",{on},")), "{table}");
    }
}

#[test]
fn the_apostrophe_of_the_guard_can_be_told_from_one_of_the_client() {
    for words in
        ["=1+1 is text", "'=1+1 is text", "''-20 %", "'90s", "'t Hart", "ー1", "'ー1", "@tom"]
    {
        let mut scene = Scene::opened();
        scene.record(captured(Kind::Issue, words));
        let rows = rows(&csv(&scene.notebook, Wanted::default(), scene.now)).unwrap();
        let cell = &rows.iter().find(|row| row[3] == "capture").unwrap()[8];
        assert_eq!(unguarded(cell), words);
        assert!(!cell.starts_with(FORMULA), "{cell}");
    }
}

#[test]
fn exports_for_the_client_have_no_held_answers_or_tallies() {
    let scene = full();
    let wanted = Wanted { audience: Audience::Client, ..Wanted::default() };
    let table = csv(&scene.notebook, wanted, scene.now);
    assert!(!table.contains("tried") && !table.contains("tally"), "{table}");
    assert_eq!(rows(&table).unwrap().len(), 7);
}

#[test]
fn an_empty_notebook_has_the_names_of_the_columns() {
    assert_eq!(
        csv(&Notebook::default(), Wanted::default(), later()),
        format!("\u{feff}{HEADER}\r\n")
    );
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn every_notebook_exports_to_rows_with_a_cell_for_each_column(
        steps in any_steps(),
        words in "['=+@,;\"\r\n\t\0 aー－＝-]{1,9}",
    ) {
        let mut scene = perform_all(&steps, |_, _, _| {});
        let said = scene.try_record(captured(Kind::Issue, &words)).is_ok();
        let table = csv(&scene.notebook, Wanted::default(), scene.now);
        let rows = rows(&table).expect("a table");
        prop_assert!(rows.iter().all(|row| row.len() == 20), "{}", table);
        let shown = words.replace('\0', "\u{fffd}");
        prop_assert!(!said || rows.iter().any(|row| unguarded(&row[8]) == shown), "{}", table);
        prop_assert!(!rows.iter().flatten().any(|cell| cell.starts_with(FORMULA)), "{}", table);
    }
}

#[test]
fn an_unconfirmed_capture_is_labelled() {
    let mut scene = Scene::opened();
    let capture = scene.record(captured(Kind::Issue, "late"));
    let last = |scene: &Scene| {
        let table = csv(&scene.notebook, Wanted::default(), scene.now);
        let rows = rows(&table).unwrap();
        rows.iter().find(|row| row[3] == "capture").unwrap()[14].clone()
    };
    assert_eq!(last(&scene), "unconfirmed");
    scene.record(EventKind::ReadBack { capture, answer: Answer::NotQuite });
    assert_eq!(last(&scene), "not-quite");
}
