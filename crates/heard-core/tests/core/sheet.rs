//! Tests of the sheet of a client and a period.

mod due;
mod hostile;
mod private;
mod table;

use heard_core::event::capture::Kind;
use heard_core::event::kind::EventKind;
use heard_core::loops::StepKind;
use heard_core::report::recap::Recap;
use heard_core::report::sheet::{Labels, Period, SheetRequest, Span, Status, sheet};
use heard_core::time::Day;
use heard_core::{EventId, Notebook, Record};

use crate::loops::scene_steps::DAY_MS;
use crate::recap::{language, met, planned, said};
use crate::scene::{Scene, amended, captured};

static LABELS: Labels = Labels {
    title: "You said",
    nobody: "Nobody",
    period: |from, to| [from.unwrap_or("…"), to.unwrap_or("…")].join(" to "),
    intro: "Intro.",
    closing: "Closing.",
    nothing: "Nothing.",
    section: |status| match status {
        Status::Done => "Done",
        Status::Closed => "Closed",
        Status::Doing => "Doing",
        Status::Open => "Open",
        Status::NotDoing => "Not doing",
    },
    spared: "Spared",
    promise: "promised",
    raised_times: |times| format!("Told us {times} times."),
    again: "Again: ",
    done_on: "done on ",
    yours_to_close: "yours to close",
    closed_on: "closed on ",
    begun_on: "begun on ",
    by: "by ",
    word_on: "word on ",
    no_word: "no word",
    because: "Because: ",
    declined_on: "declined on ",
};

fn request(client: Option<EventId>, from: &str, to: &str) -> SheetRequest {
    SheetRequest { client, period: Period { from: Day::parse(from), to: Day::parse(to) } }
}

fn drawn(notebook: &Notebook, request: SheetRequest) -> Recap {
    sheet(notebook, request, language(), &LABELS)
}

fn plain(scene: &Scene, from: &str, to: &str) -> String {
    let client = scene.notebook.clients().first().map(|client| client.id);
    drawn(&scene.notebook, request(client, from, to)).plain()
}

/// A client with a loop of every fate, from 21 November 2026 to 1 December.
fn reviewed() -> Scene {
    let mut scene = Scene::empty();
    met(&mut scene, "Harbour Trust");
    let printer = scene.raise_issue("The printer eats every second page");
    scene.record(said(printer, "Maria"));
    let lift = scene.raise_issue("The lift is slow");
    let calls = scene.raise_issue("Nobody calls back");
    scene.record(amended(calls, "Nobody ever calls back"));
    let colour = scene.raise_issue("I want it in green");
    let noise = scene.raise_issue("The fan hums");
    let promise = scene.record(captured(Kind::Promise, "I will send the list"));
    scene.record(planned(promise, None, "2026-12-04"));
    let spared = scene.record(captured(Kind::Spared, "The outage in May"));
    scene.record(said(spared, "Tom"));
    scene.record(captured(Kind::Held, "Buy the other one"));
    scene.record(captured(Kind::Outcome, "Quiet Mondays"));
    scene.end_meeting();
    scene.wait(2 * DAY_MS);
    scene.take_step(printer, StepKind::Finish, "");
    scene.take_step(lift, StepKind::Start, "");
    scene.take_step(lift, StepKind::TellBack, "by telephone");
    scene.take_step(calls, StepKind::RaiseAgain, "");
    scene.take_step(colour, StepKind::Decline, "the colour is the law’s");
    scene.wait(8 * DAY_MS);
    scene.take_step(printer, StepKind::Close, "");
    scene.take_step(noise, StepKind::Close, "");
    scene
}

#[test]
fn the_sheet_states_the_outcome_of_each_loop() {
    assert_eq!(plain(&reviewed(), "", ""), include_str!("sheet/sheet.txt"));
}

#[test]
fn every_format_of_the_sheet_has_the_same_words() {
    let scene = reviewed();
    let client = scene.notebook.clients().first().map(|client| client.id);
    let sheet = drawn(&scene.notebook, request(client, "", ""));
    for text in [sheet.markdown(), sheet.html(), sheet.html_fragment(3)] {
        for words in ["The lift is slow", "Nobody ever calls back", "the colour is the law’s"] {
            assert!(text.contains(words), "{words}: {text}");
        }
    }
    assert_eq!(sheet.subject, "You said, … to …");
}

#[test]
fn an_open_loop_is_on_every_sheet_since_it_was_raised() {
    let scene = reviewed();
    let later = plain(&scene, "2027-01-01", "2027-03-31");
    for open in ["The lift is slow", "Nobody ever calls back", "I will send the list"] {
        assert!(later.contains(open), "{open}: {later}");
    }
    for over in ["The printer", "The fan", "green", "The outage"] {
        assert!(!later.contains(over), "{over}: {later}");
    }
    let before = plain(&scene, "", "2026-11-20");
    assert_eq!(before, "You said\n========\n\nHarbour Trust · … to 2026-11-20\n\nNothing.\n");
}

#[test]
fn a_loop_with_a_step_in_the_period_is_on_the_sheet_even_if_raised_before() {
    let scene = reviewed();
    let closed = plain(&scene, "2026-12-01", "2026-12-01");
    assert!(closed.contains("The printer") && closed.contains("The fan"), "{closed}");
    assert!(!closed.contains("green") && !closed.contains("The outage"), "{closed}");
    let declined = plain(&scene, "2026-11-23", "2026-11-23");
    assert!(declined.contains("green") && !declined.contains("The fan"), "{declined}");
}

#[test]
fn a_loop_raised_again_shows_both_wordings() {
    let mut scene = Scene::empty();
    met(&mut scene, "Harbour Trust");
    let first = scene.raise_issue("Nobody calls back");
    let second = scene.wait(60_000).raise_issue("Still nobody called me");
    scene.record(said(second, "Tom"));
    scene.record(EventKind::Likened { capture: second, to: Some(first) });
    let text = plain(&scene, "", "");
    let actual = "  “Nobody calls back”\n  — 2026-11-21\n  — Told us 2 times.\n\
        \x20 — Again: “Still nobody called me” · Tom · 2026-11-21\n  — no word\n";
    assert!(text.contains(actual), "{text}");
}

#[test]
fn a_loop_without_a_client_is_on_the_sheet_without_a_client_only() {
    let mut scene = Scene::opened();
    scene.raise_issue("The door jams");
    scene.record(captured(Kind::Spared, "A flood"));
    scene.end_meeting();
    met(&mut scene, "Zoo");
    let nobodys = drawn(&scene.notebook, SheetRequest::default()).plain();
    assert!(nobodys.contains("Nobody · ") && nobodys.contains("The door jams"), "{nobodys}");
    assert!(nobodys.contains("A flood"), "{nobodys}");
    let zoos = plain(&scene, "", "");
    assert!(zoos.contains("Zoo") && zoos.ends_with("Nothing.\n"), "{zoos}");
}

#[test]
fn loops_of_a_merged_client_are_on_the_sheet_of_the_remaining_one() {
    let mut scene = Scene::empty();
    met(&mut scene, "Harbour");
    scene.raise_issue("The door jams");
    scene.record(captured(Kind::Spared, "A flood"));
    scene.end_meeting();
    met(&mut scene, "Harbour Trust");
    scene.end_meeting();
    let [gone, stays] = [0, 1].map(|at: usize| scene.notebook.clients()[at].id);
    let merged = EventKind::ClientMerged { into: stays };
    scene.try_record_for(Record::Begun(gone), merged).expect("they are one");
    for client in [gone, stays] {
        let text = drawn(&scene.notebook, request(Some(client), "", "")).plain();
        for words in ["Harbour Trust · ", "The door jams", "A flood"] {
            assert!(text.contains(words), "{words}: {text}");
        }
    }
}

#[test]
fn a_named_period_ends_today() {
    let day = |text: &str| Day::parse(text);
    let today = day("2026-11-21").unwrap();
    let starts = [day("2026-10-01"), day("2026-01-01"), day("2025-11-22"), None].into_iter();
    for (span, from) in Span::ALL.into_iter().zip(starts) {
        let to = from.map(|_| today);
        assert_eq!(span.seen_from(today), Period { from, to }, "{span:?}");
    }
}
