//! Tests of promises as a calendar file (RFC 5545).

use heard_core::event::capture::Kind;
use heard_core::event::kind::{EventKind, Opening};
use heard_core::report::recap::{Form, has_dates};
use heard_core::transfer::export::Audience;
use proptest::prelude::*;

use crate::random_actions::config;
use crate::recap::{file, full_meeting, met, planned};
use crate::scene::{Scene, captured, opening};

/// A content line, unfolded and parted.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) name: String,
    value: String,
}

impl Entry {
    /// The lines of a file. Each ends as it must, is as short as it must be, and is a line of its own.
    pub(super) fn all(text: &str) -> Vec<Self> {
        let lines = text.strip_suffix("\r\n").expect("it ends with a line's end").split("\r\n");
        let mut unfolded: Vec<String> = Vec::new();
        for line in lines {
            assert!(line.len() <= 75, "{} octets: {line}", line.len());
            assert!(!line.contains(|c: char| c.is_control()), "{line:?}");
            match line.strip_prefix(' ') {
                Some(more) => unfolded.last_mut().expect("something to go on").push_str(more),
                None => unfolded.push(line.to_owned()),
            }
        }
        let part = |line: &String| {
            let (name, value) = line.split_once(':').expect("a name and a value");
            Self { name: name.to_owned(), value: value.to_owned() }
        };
        unfolded.iter().map(part).collect()
    }

    /// The text of a value, as section 3.3.11 writes it.
    fn text(&self) -> String {
        let mut text = String::new();
        let mut chars = self.value.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => match chars.next().expect("something is escaped") {
                    'n' => text.push('\n'),
                    c @ ('\\' | ';' | ',') => text.push(c),
                    c => panic!("`{c}` needs no escaping"),
                },
                ';' | ',' => panic!("a `{c}` that would part the value"),
                c => text.push(c),
            }
        }
        text
    }
}

pub(crate) fn values(text: &str, name: &str) -> Vec<String> {
    let all = Entry::all(text);
    all.iter().filter(|entry| entry.name == name).map(Entry::text).collect()
}

#[test]
fn a_promise_with_a_day_is_an_all_day_event() {
    let scene = full_meeting();
    let text = file(&scene.notebook, Audience::Client, Form::Calendar);
    let lines: Vec<_> = Entry::all(&text).into_iter().map(|e| (e.name, e.value)).collect();
    let promise = scene.meeting().captures.iter().find(|one| one.kind == Kind::Promise).unwrap();
    let uid = format!("heard-{}", promise.id);
    let expected = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//Heard//What I heard//EN"),
        ("X-WR-CALNAME", "Promises"),
        ("BEGIN", "VEVENT"),
        ("UID", &uid),
        ("DTSTAMP", "20261121T210000Z"),
        ("DTSTART;VALUE=DATE", "20261127"),
        ("DTEND;VALUE=DATE", "20261128"),
        ("SUMMARY", "Harbour Trust: I will call"),
        ("DESCRIPTION", "I will call"),
        ("TRANSP", "TRANSPARENT"),
        ("END", "VEVENT"),
        ("END", "VCALENDAR"),
    ];
    assert_eq!(lines, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    assert_eq!(file(&scene.notebook, Audience::Me, Form::Calendar), text);
}

#[test]
fn only_promises_with_a_day_are_in_the_calendar() {
    let mut scene = Scene::opened();
    scene.record(captured(Kind::Promise, "Some day"));
    let outcome = scene.capture_outcome("An outcome");
    scene.record(planned(outcome, None, "2026-12-01"));
    assert!(!has_dates(scene.meeting()));
    assert_eq!(
        values(&file(&scene.notebook, Audience::Me, Form::Calendar), "BEGIN"),
        ["VCALENDAR"]
    );
}

#[test]
fn the_last_representable_day_has_no_next_day() {
    let mut scene = Scene::opened();
    let promise = scene.record(captured(Kind::Promise, "Never"));
    scene.record(planned(promise, None, "9999-12-31"));
    assert!(has_dates(scene.meeting()));
    let text = file(&scene.notebook, Audience::Me, Form::Calendar);
    assert_eq!(values(&text, "DTSTART;VALUE=DATE"), ["99991231"]);
    assert!(!text.contains("DTEND"));
}

#[test]
fn a_long_promise_has_a_short_summary_and_a_whole_description() {
    let mut scene = Scene::empty();
    scene.record(EventKind::MeetingOpened(Opening { client: None, ..opening() }));
    let words = "é".repeat(500);
    let promise = scene.record(captured(Kind::Promise, &words));
    scene.record(planned(promise, None, "2026-12-01"));
    let text = file(&scene.notebook, Audience::Me, Form::Calendar);
    assert_eq!(values(&text, "SUMMARY"), ["é".repeat(120) + "…"]);
    assert_eq!(values(&text, "DESCRIPTION"), [words]);
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn words_are_unchanged_in_a_calendar(words in "[!-~é👋]{1,30}( [!-~é]{1,60}|\n[!-~]{1,80}){0,5}") {
        let mut scene = Scene::empty();
        met(&mut scene, "Tom; Yard, \\n Ltd");
        let promise = scene.record(captured(Kind::Promise, &words));
        scene.record(planned(promise, None, "2026-12-01"));
        let text = file(&scene.notebook, Audience::Me, Form::Calendar);
        prop_assert_eq!(values(&text, "DESCRIPTION"), [words.clone()]);
        let summary = values(&text, "SUMMARY").pop().unwrap();
        prop_assert!(summary.starts_with("Tom; Yard, \\n Ltd: "), "{}", summary);
    }
}
