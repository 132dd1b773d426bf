//! Tests of the CSV export.

use heard_core::event::capture::{Kind, Tally};
use heard_core::event::kind::{EventKind, NewCapture, Opening};
use heard_core::event::review::Answer;
use heard_core::transfer::export::{Audience, Wanted, csv};
use heard_core::{Notebook, Party};
use proptest::prelude::*;

use crate::import::later;
use crate::random_actions::{any_steps, config, perform_all};
use crate::scene::{Scene, captured, opening};

const HEADER: &str = "client,meeting,meeting_started_at,row,kind,floor,start_ms,end_ms,words,said_by,count,\
talk_ms,listen_ms,talk_share_of_speech,confirmed";

/// Parses a table by RFC 4180; `None` if it is invalid.
pub(crate) fn rows(table: &str) -> Option<Vec<Vec<String>>> {
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
    scene
}

#[test]
fn a_meeting_is_a_row_and_so_is_each_thing_in_it() {
    let scene = full();
    let table = csv(&scene.notebook, Wanted::default(), scene.now);
    let lines = [
        HEADER,
        "meeting,discovery,,0,2000,,,,500,1000,0.3333,",
        "turn,,client,0,1000,,,,,,,",
        "turn,,consultant,1000,1500,,,,,,,",
        "break,,,1500,2000,,,,,,,",
        "mark,,consultant,1000,,,,,,,,",
        "capture,outcome,consultant,1000,,\"Quiet\r\nMondays\",,,,,,yes",
        "capture,held,consultant,1000,,\"We tried that\",Ida,,,,,",
        "tally,asked,,,,,,0,,,,",
        "tally,played-back,,,,,,1,,,,",
        "tally,jumped-in,,,,,,0,,,,",
        "",
    ];
    let of = "\"'=Harbour, \"\"Trust\"\"\",1-2,2026-11-21T21:00:00.000+01:00,";
    assert_eq!(
        table,
        lines
            .join("\r\n")
            .replace("\r\n", &format!("\r\n{of}"))
            .replace(&format!("Quiet\r\n{of}Mondays"), "Quiet\r\nMondays",)
            .trim_end_matches(of)
    );
    assert!(!table.starts_with('\u{feff}'));
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
    assert_eq!(csv(&Notebook::default(), Wanted::default(), later()), format!("{HEADER}\r\n"));
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn every_notebook_exports_to_rows_with_a_cell_for_each_column(
        steps in any_steps(),
        words in "[=+@,;\"\r\n\t\0 a－＝-]{1,9}",
    ) {
        let mut scene = perform_all(&steps, |_, _, _| {});
        let said = scene.try_record(captured(Kind::Issue, &words)).is_ok();
        let table = csv(&scene.notebook, Wanted::default(), scene.now);
        let rows = rows(&table).expect("a table");
        prop_assert!(rows.iter().all(|row| row.len() == 15), "{}", table);
        let shown = words.replace('\0', "\u{fffd}");
        let is_said = |cell: &String| cell.strip_prefix('\'').unwrap_or(cell) == shown;
        prop_assert!(!said || rows.iter().any(|row| is_said(&row[8])), "{}", table);
        let formula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '－'];
        prop_assert!(!rows.iter().flatten().any(|cell| cell.starts_with(formula)), "{}", table);
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
