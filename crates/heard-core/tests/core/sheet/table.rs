//! Tests of the CSV export of loops.

use heard_core::event::kind::EventKind;
use heard_core::loops::StepKind;
use heard_core::time::Day;
use heard_core::transfer::export::{Audience, Wanted, loops_csv};
use proptest::prelude::*;

use crate::csv::{FORMULA, rows, unguarded};
use crate::import::{FOREIGN, imported};
use crate::loops::scene_steps::DAY_MS;
use crate::random_actions::config;
use crate::recap::{met, said};
use crate::scene::{Scene, amended, captured};
use crate::sheet::reviewed;

const HEADER: &str = "id,client,kind,words,first_words,raised_by,raised_on,times_raised,owner,promised_by,\
state,reason,silence_days,last_told_on,told_how,closed_by_client_on";

fn table(scene: &Scene, wanted: Wanted) -> String {
    loops_csv(&scene.notebook, wanted, scene.here().day())
}

#[test]
fn a_loop_is_a_row_with_its_days_and_its_silence_in_days() {
    let mut scene = reviewed();
    let lift = scene.notebook.loops()[1].id;
    let by = Day::parse("2026-12-24");
    scene.record(EventKind::LoopAssigned { which: lift, owner: Some("Ann".to_owned()), by });
    let ids: Vec<_> = scene.notebook.loops().iter().map(|one| one.id.to_string()).collect();
    let rows = [
        r#""The printer eats every second page",,"Maria",2026-11-21,1,,,"done",,,,,2026-12-01"#,
        r#""The lift is slow",,,2026-11-21,1,"Ann",2026-12-24,"doing",,8,2026-11-23,"by telephone","#,
        r#""Nobody ever calls back","Nobody calls back",,2026-11-21,2,,,"heard",,10,,,"#,
        r#""I want it in green",,,2026-11-21,1,,,"not-doing","the colour is the law’s",10,,,"#,
        r#""The fan hums",,,2026-11-21,1,,,"heard",,,,,2026-12-01"#,
        r#""I will send the list",,,2026-11-21,1,,2026-12-04,"heard",,10,,,"#,
    ];
    let mut expected = vec![format!("\u{feff}{HEADER}")];
    for (id, row) in ids.iter().zip(rows) {
        let kind = if row.contains("I will") { "promise" } else { "issue" };
        expected.push(format!("\"{id}\",\"Harbour Trust\",\"{kind}\",{row}"));
    }
    expected.push(String::new());
    assert_eq!(table(&scene, Wanted::default()), expected.join("\r\n"));
}

#[test]
fn the_clients_table_has_neither_the_owner_nor_the_original_words() {
    let mut scene = reviewed();
    let lift = scene.notebook.loops()[1].id;
    scene.record(EventKind::LoopAssigned { which: lift, owner: Some("Ann".to_owned()), by: None });
    let text = table(&scene, Wanted { audience: Audience::Client, ..Wanted::default() });
    assert!(!text.contains("Ann") && !text.contains("Nobody calls back"), "{text}");
    assert!(text.contains("Nobody ever calls back"), "{text}");
}

#[test]
fn a_filtered_table_has_only_that_client_or_meeting() {
    let mut scene = reviewed();
    let first = scene.meeting;
    met(&mut scene, "Zoo");
    scene.raise_issue("The gate is open");
    let zoo = scene.notebook.client_named("Zoo").map(|client| client.id);
    let client = Wanted { client: zoo, ..Wanted::default() };
    let meeting = Wanted { meeting: Some(scene.meeting), ..Wanted::default() };
    for wanted in [client, meeting] {
        let text = table(&scene, wanted);
        assert_eq!(rows(&text).unwrap().len(), 2, "{text}");
        assert!(text.contains("The gate is open"), "{text}");
    }
    let other = Wanted { meeting: Some(first), ..Wanted::default() };
    assert_eq!(rows(&table(&scene, other)).unwrap().len(), 7);
}

#[test]
fn an_imported_loop_keeps_its_id() {
    let notebook = imported(FOREIGN);
    let today = Day::parse("2026-11-30").unwrap();
    let text = loops_csv(&notebook, Wanted::default(), today);
    let row =
        r#""l1","Harbour Trust","issue","Tickets vanish",,"Maria",2026-11-21,1,,,"heard",,9,,,"#;
    assert!(text.contains(row), "{text}");
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn any_words_give_a_valid_table_without_formulas(words in "['=+@,;\"\r\n\t\0 aー－＝-]{1,9}") {
        let mut scene = Scene::empty();
        met(&mut scene, "=Harbour, \"Trust\"");
        let id = scene.try_record(captured(heard_core::event::capture::Kind::Issue, &words));
        let Ok(id) = id else { return Ok(()) };
        scene.try_record(said(id, "@Maria")).ok();
        scene.try_record(amended(id, &["+", &words].concat())).ok();
        scene.wait(DAY_MS).end_meeting();
        scene.try_step(id, StepKind::TellBack, &words).ok();
        scene.try_step(id, StepKind::Decline, &words).ok();
        let text = table(&scene, Wanted::default());
        let rows = rows(&text).expect("a table");
        prop_assert!(rows.iter().all(|row| row.len() == 16), "{}", text);
        prop_assert!(!rows.iter().flatten().any(|cell| cell.starts_with(FORMULA)), "{}", text);
        let shown = words.replace('\0', "\u{fffd}");
        prop_assert_eq!(unguarded(&rows[1][4]), shown);
    }
}
