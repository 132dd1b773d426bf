//! Tests of the recap for the client and for the consultant.

pub(crate) mod calendar;
pub(crate) mod hostile;
mod labels;
mod lines;
pub(crate) mod private;

use heard_core::event::capture::{Kind, Tally};
use heard_core::event::kind::{EventKind, MeetingKind, Opening};
use heard_core::event::review::{Answer, Cost, CostKind, NoticeText};
use heard_core::report::recap::{Form, Language, Recap, written};
use heard_core::time::Day;
use heard_core::transfer::export::{Audience, Wanted};
use heard_core::{EventId, Notebook, Party};

use crate::after::links;
use crate::import::later;
use crate::scene::{Scene, amended, captured, opening, taken};

use labels::LABELS;

pub(crate) fn language() -> Language {
    Language { labels: &LABELS, day: |day| day.to_string() }
}

fn wanted(audience: Audience) -> Wanted {
    Wanted { audience, ..Wanted::default() }
}

fn recap(notebook: &Notebook, audience: Audience) -> Recap {
    Recap::of(notebook, wanted(audience), later(), language())
}

fn file(notebook: &Notebook, audience: Audience, form: Form) -> String {
    written(notebook, wanted(audience), later(), language(), form)
}

#[allow(clippy::unnecessary_wraps, reason = "what it stands for may be left out")]
fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

pub(crate) fn said(capture: EventId, by: &str) -> EventKind {
    EventKind::Attributed { capture, to: some(by) }
}

pub(crate) fn planned(capture: EventId, known_by: Option<&str>, by: &str) -> EventKind {
    EventKind::Planned { capture, known_by: known_by.map(str::to_owned), by: Day::parse(by) }
}

/// A client of this name, and a meeting with them that begins now.
pub(crate) fn met(scene: &mut Scene, name: &str) {
    let client = scene.record(EventKind::ClientAdded { name: name.to_owned() });
    let opening = Opening { client: Some(client), them: 2, ..opening() };
    scene.record(EventKind::MeetingOpened(opening));
}

/// A meeting with something of everything, ended after 47 minutes.
fn full_meeting() -> Scene {
    let mut scene = Scene::empty();
    met(&mut scene, "Harbour Trust");
    let monday = scene.wait(65_000).capture_outcome("I want Monday to start without it");
    let tickets = scene.capture_outcome("Tickets answered\nin a day");
    let issue = scene.record(captured(Kind::Issue, "Nobody calls back"));
    scene.record(captured(Kind::Insight, "It is about trust"));
    scene.record(captured(Kind::Spared, "The outage in May"));
    let promise = scene.record(captured(Kind::Promise, "I will call"));
    scene.record(captured(Kind::Held, "Buy the other one"));
    scene.record(EventKind::MomentMarked);
    scene.record(EventKind::Tallied(Tally::Asked));
    scene.wait(600_000).record(taken(Party::Consultant));
    scene.wait(300_000).record(taken(Party::Client));
    scene.wait_until(47 * 60_000).end_meeting();
    for kind in [
        said(monday, "Maria"),
        planned(monday, Some("the list is empty"), "2026-12-01"),
        planned(promise, None, "2026-11-27"),
        amended(issue, "Nobody ever calls back"),
        EventKind::ReadBack { capture: tickets, answer: Answer::Yes },
        EventKind::ReadBack { capture: issue, answer: Answer::NotQuite },
        EventKind::Ranked { captures: vec![tickets, monday] },
        EventKind::Reworded { capture: monday, ours: some("Automate it") },
        EventKind::ChainDrawn {
            outcome: monday,
            chain: None,
            links: links(&["It loads itself", "Watch one Monday"], Some("the day shift")),
        },
        EventKind::Guessed { percent: 40 },
        EventKind::FeltHeard { step: 4 },
        EventKind::CostNoted {
            cost: None,
            text: Cost {
                kind: CostKind::Disruption,
                whom: some("the night shift"),
                note: some("two weeks"),
            },
        },
        EventKind::NoticeWritten {
            notice: None,
            text: NoticeText {
                what: "The new switch".to_owned(),
                how_long: some("an hour"),
                how_to_stop: some("ring 12"),
            },
        },
        EventKind::StoryWritten {
            story: None,
            learned: "They had asked before".to_owned(),
            changed: some("I ask first"),
        },
    ] {
        scene.record(kind);
    }
    scene
}

#[test]
fn the_clients_plain_text_can_be_sent_as_it_is() {
    let text = file(&full_meeting().notebook, Audience::Client, Form::Plain);
    assert_eq!(text, include_str!("recap/client.txt"));
}

#[test]
fn the_clients_markdown_can_be_sent_as_it_is() {
    let text = file(&full_meeting().notebook, Audience::Client, Form::Markdown);
    // Two blanks before a line's end are a break, which an editor would take away from the file.
    assert_eq!(text, include_str!("recap/client.md"));
}

#[test]
fn the_consultants_recap_has_everything() {
    let text = file(&full_meeting().notebook, Audience::Me, Form::Plain);
    assert_eq!(text, include_str!("recap/me.txt"));
}

#[test]
fn an_html_recap_loads_no_resources_and_includes_the_drawings() {
    let recap = recap(&full_meeting().notebook, Audience::Client);
    let html = recap.html();
    assert!(html.starts_with("<!doctype html>\n<html lang=\"en\">"), "{html}");
    assert!(html.contains("default-src 'none'; style-src 'unsafe-inline'"), "{html}");
    assert!(html.contains(&recap.html_fragment(1)), "{html}");
    for never in ["<script", "<img", "<link", "<a ", "href", "src=", "style=", "url("] {
        assert!(!html.contains(never), "{never}: {html}");
    }
    let deeper = recap.html_fragment(1).replace("h3>", "h6>").replace("h2>", "h5>");
    assert_eq!(recap.html_fragment(4), deeper.replace("h1>", "h4>"));
}

#[test]
fn empty_sections_are_left_out() {
    let mut scene = Scene::opened();
    let nothing = "Title\n=====\n\nNothing yet.\n";
    assert_eq!(file(&scene.notebook, Audience::Client, Form::Plain), nothing);
    assert_eq!(
        file(&Notebook::default(), Audience::Me, Form::Plain),
        "Title\n=====\n\nNothing yet.\n"
    );
    scene.record(captured(Kind::Held, ""));
    assert_eq!(file(&scene.notebook, Audience::Client, Form::Plain), nothing);
    let own = file(&scene.notebook, Audience::Me, Form::Plain);
    assert!(own.contains("- zown held\n"), "{own}");
    assert!(!own.contains("For: zown section") && !own.contains("Marks"), "{own}");
}

#[test]
fn several_meetings_come_newest_first_each_under_its_heading() {
    let mut scene = Scene::empty();
    for (name, words) in [("One", "first"), ("Two", "second"), ("Three", "third")] {
        met(&mut scene, name);
        scene.capture_outcome(words);
        scene.wait(60_000).end_meeting();
    }
    let text = file(&scene.notebook, Audience::Client, Form::Markdown);
    let places: Vec<_> = ["## 2026-11-21, with Three", "third", "with Two", "second", "with One"]
        .iter()
        .map(|part| text.find(part).unwrap_or_else(|| panic!("{part}: {text}")))
        .collect();
    assert!(places.is_sorted(), "{text}");
    let client = scene.notebook.client_named("Two").map(|client| client.id);
    let one = Wanted { client, ..wanted(Audience::Client) };
    let text = written(&scene.notebook, one, later(), language(), Form::Markdown);
    assert!(text.contains("second") && !text.contains("first") && !text.contains("third"));
    let meeting = Some(scene.meeting);
    let one = Wanted { meeting, ..wanted(Audience::Client) };
    let recap = Recap::of(&scene.notebook, one, later(), language());
    assert!(recap.markdown().contains("third") && !recap.markdown().contains("second"));
    assert_eq!(recap.subject, "Title, 2026-11-21");
}

#[test]
fn the_date_is_local_to_the_meeting() {
    let mut scene = Scene::empty();
    let far = Opening { utc_offset_min: 12 * 60, kind: MeetingKind::Demo, ..opening() };
    scene.record(EventKind::MeetingOpened(far));
    scene.capture_outcome("tomorrow");
    assert!(file(&scene.notebook, Audience::Client, Form::Plain).contains("2026-11-22"));
}

#[test]
fn quoted_words_get_no_second_quotation_marks() {
    let mut scene = Scene::opened();
    for words in ["“We wait”", "\"We wait\"", "„We wait“", "«We wait»"] {
        scene.capture_outcome(words);
    }
    scene.capture_outcome("“Wait” is all we do");
    scene.capture_outcome("\"");
    let text = file(&scene.notebook, Audience::Client, Form::Plain);
    assert!(text.contains("  “We wait”\n") && text.contains("  «We wait»\n"), "{text}");
    assert!(text.contains("  ““Wait” is all we do”\n"), "{text}");
    assert!(text.contains("  “\"”\n"), "a single mark is no pair: {text}");
}

#[test]
fn a_mark_with_words_is_not_listed_as_wordless() {
    let mut scene = Scene::opened();
    let mark = scene.wait(5_000).record(EventKind::MomentMarked);
    let bare = |scene: &Scene| {
        file(&scene.notebook, Audience::Me, Form::Plain).contains("0:05 · zown floor")
    };
    assert!(bare(&scene));
    let words = heard_core::event::kind::NewCapture {
        kind: Kind::Issue,
        words: "It was this".to_owned(),
        said_by: None,
        ago_ms: 0,
        mark: Some(mark),
    };
    scene.record(EventKind::Captured(words));
    assert!(!bare(&scene));
}

#[test]
fn every_format_has_its_media_type() {
    let types = Form::ALL.map(Form::mime);
    assert_eq!(types, ["text/markdown", "text/plain", "text/html", "text/calendar"]);
}

#[test]
fn words_of_two_lines_have_one_break_between_them() {
    let mut scene = Scene::opened();
    scene.capture_outcome("Quiet Mondays\nand Tuesdays");
    let wanted = Wanted { audience: Audience::Client, ..Wanted::default() };
    let language = Language { labels: &LABELS, day: |day| day.to_string() };
    let recap = Recap::of(&scene.notebook, wanted, later(), language);
    let html = recap.html_fragment(2);
    assert!(html.contains("<bdi>Quiet Mondays<br>and Tuesdays</bdi>"), "{html}");
}
