//! Tests of the golden files: a line for every event kind as each version wrote it, and lines of future versions.
//! The files are never edited; new kinds go into a new file.

use std::collections::{BTreeSet, HashSet};

use heard_core::codec;
use heard_core::event::capture::{Kind, Tallies};
use heard_core::event::kind::{EventKind, MeetingKind};
use heard_core::event::review::Answer;
use heard_core::event::settings::{Face, Settings, Theme};
use heard_core::{Event, Floor, Meeting, Notebook};

use crate::reference::{BREAK, CONSULTANT, OPEN, Strip};
use crate::scene::{EVENING, summary};

const V1: &str = include_str!("../golden/events-v1.jsonl");
const V2: &str = include_str!("../golden/events-v2.jsonl");
const AFTER: &str = include_str!("../golden/events-v2-after.jsonl");
const LOOPS: &str = include_str!("../golden/events-v2-loops.jsonl");
const CLIENTS: &str = include_str!("../golden/events-v2-clients.jsonl");
/// All of them that this build wrote, or would write.
const ALL: [&str; 5] = [V1, V2, AFTER, LOOPS, CLIENTS];
const FUTURE: &str = include_str!("../golden/events-future.jsonl");

fn read(file: &str) -> Vec<Event> {
    file.lines().map(|line| codec::read(line).unwrap()).collect()
}

/// The serialized name of a kind. A new kind does not compile until it is listed here.
const fn word(kind: &EventKind) -> &'static str {
    match kind {
        EventKind::ClientAdded { .. } => "client-added",
        EventKind::ClientRenamed { .. } => "client-renamed",
        EventKind::ClientMerged { .. } => "client-merged",
        EventKind::MeetingOpened(_) => "meeting-opened",
        EventKind::FloorTaken { .. } => "floor-taken",
        EventKind::FloorLeft { .. } => "floor-left",
        EventKind::BreakTaken => "break-taken",
        EventKind::BreakEnded => "break-ended",
        EventKind::MomentMarked => "moment-marked",
        EventKind::Captured(_) => "captured",
        EventKind::Amended { .. } => "amended",
        EventKind::Struck { .. } => "struck",
        EventKind::Tallied(_) => "tallied",
        EventKind::MeetingEnded => "meeting-ended",
        EventKind::TurnMoved { .. } => "turn-moved",
        EventKind::TurnGiven { .. } => "turn-given",
        EventKind::TurnSplit { .. } => "turn-split",
        EventKind::Undone { .. } => "undone",
        EventKind::Redone { .. } => "redone",
        EventKind::SettingChanged(_) => "setting-changed",
        EventKind::AwayFound { .. } => "away-found",
        EventKind::AwayCounted { .. } => "away-counted",
        EventKind::FileSaved => "file-saved",
        EventKind::ClientImported(_) => "client-brought",
        EventKind::MeetingImported(_) => "meeting-brought",
        EventKind::DataImported(_) => "rest-brought",
        EventKind::Guessed { .. } => "guessed",
        EventKind::KindChanged { .. } => "kind-changed",
        EventKind::Attributed { .. } => "attributed",
        EventKind::Reworded { .. } => "reworded",
        EventKind::Planned { .. } => "planned",
        EventKind::ChainDrawn { .. } => "chain-drawn",
        EventKind::ReadBack { .. } => "read-back",
        EventKind::Ranked { .. } => "ranked",
        EventKind::FeltHeard { .. } => "felt-heard",
        EventKind::CostNoted { .. } => "cost-noted",
        EventKind::NoticeWritten { .. } => "notice-written",
        EventKind::StoryWritten { .. } => "story-written",
        EventKind::Likened { .. } => "likened",
        EventKind::LoopStepped(_) => "loop-stepped",
        EventKind::LoopAssigned { .. } => "loop-assigned",
    }
}

/// How many kinds the file of this version has.
const ACTS: usize = 24;
/// How many kinds the file of loops has.
const ACTS_LOOPS: usize = 3;
/// How many kinds the file of reviews has.
const ACTS_AFTER: usize = 12;
/// How many kinds the file of clients has.
const ACTS_OF_CLIENTS: usize = 2;

#[test]
fn every_line_of_any_version_is_written_as_it_was_read() {
    for line in ALL.into_iter().flat_map(str::lines) {
        assert_eq!(codec::write(&codec::read(line).unwrap()), line);
    }
}

#[test]
fn a_line_of_this_version_is_what_its_event_is_written_as_anew() {
    assert!(ALL[1..].iter().flat_map(|file| read(file)).all(|event| event.raw.is_none()));
}

#[test]
fn a_line_of_version_1_keeps_its_bytes_and_says_the_same_as_in_version_2() {
    assert!(
        read(V1).iter().zip(V1.lines()).all(|(event, line)| event.raw.as_deref() == Some(line))
    );
    assert_eq!(read(V1), read(V2)[..V1.lines().count()]);
}

#[test]
fn every_future_line_is_newer_and_has_an_id() {
    for (n, line) in (1..).zip(FUTURE.lines()) {
        assert_eq!(codec::read(line), Err(codec::DecodeError::Newer), "{line}");
        assert_eq!(codec::id(line), heard_core::EventId::parse(&format!("fade-{n}")), "{line}");
    }
}

#[test]
fn every_event_kind_has_a_golden_line() {
    for (line, event) in ALL[1..].iter().flat_map(|file| file.lines().zip(read(file))) {
        let (_, kind) = line.split_once("\"act\":").unwrap();
        assert_eq!(kind.split('"').nth(1), Some(word(&event.kind)), "{line}");
    }
    let words = |file| read(file).iter().map(|event| word(&event.kind)).collect::<BTreeSet<_>>();
    assert_eq!((words(V1).len(), words(V2).len()), (18, ACTS));
    assert_eq!(words(AFTER).difference(&words(V2)).count(), ACTS_AFTER);
    assert_eq!(words(LOOPS).difference(&words(V2)).count(), ACTS_LOOPS);
    assert_eq!(words(CLIENTS).difference(&words(V2)).count(), ACTS_OF_CLIENTS);
}

#[test]
fn every_kind_of_meeting_and_of_capture_has_a_golden_line() {
    let golden = read(V2);
    let openings = golden.iter().filter_map(|event| match &event.kind {
        EventKind::MeetingOpened(opening) => Some(opening.kind),
        _ => None,
    });
    assert_eq!(openings.collect::<HashSet<_>>().len(), MeetingKind::ALL.len());
    let captured = golden.iter().filter_map(|event| match &event.kind {
        EventKind::Captured(catch) => Some(catch.kind),
        _ => None,
    });
    assert_eq!(captured.collect::<HashSet<_>>().len(), Kind::ALL.len());
}

fn meeting(notebook: &Notebook) -> &Meeting {
    notebook.meetings().next().unwrap()
}

#[test]
fn the_golden_meeting_has_its_recorded_figures() {
    [V1, V2].into_iter().for_each(holds_the_golden_meeting);
}

fn holds_the_golden_meeting(file: &str) {
    let golden = read(file);
    let notebook = Notebook::from_events(golden.iter().cloned());
    let meeting = meeting(&notebook);
    let summary = summary(meeting, golden[0].at);
    let mut strip = Strip::of(690_000);
    strip.paint_between(300_000, 301_000, OPEN);
    strip.paint_between(610_000, 621_000, CONSULTANT);
    strip.paint_between(630_000, 660_000, BREAK);
    strip.paint_between(672_000, 690_000, CONSULTANT);
    assert_eq!(summary.intervals, strip.intervals());
    assert_eq!(summary.measures, strip.measures());
    assert_eq!((meeting.started_wall_ms, summary.ended_ms), (EVENING - 600_000, Some(690_000)));
    assert_eq!(summary.tallies, Tallies { asked: 1, played_back: 1, jumped_in: 1 });
    assert_eq!(summary.marks, []);
    let kinds: Vec<_> = meeting.captures.iter().map(|capture| capture.kind).collect();
    assert_eq!(kinds, [Kind::Outcome, Kind::Insight, Kind::Issue, Kind::Promise, Kind::Spared]);
    let outcome = &meeting.captures[0];
    assert_eq!((outcome.at_ms, outcome.floor), (657_000, None));
    assert_eq!(outcome.words, "No more surprises on Mondays");
    assert_eq!(outcome.earlier, ["No surprises on Mondays"]);
    assert_eq!(outcome.said_by.as_deref(), Some("Maria"));
    assert_eq!(meeting.captures[1].floor, Some(Floor::Client));
}

#[test]
fn the_golden_notebook_has_its_client_its_meetings_and_its_settings() {
    let notebook = Notebook::from_events(read(V1));
    assert_eq!(&*notebook.clients()[0].name, "Harbour <b>Trust</b>");
    assert_eq!(meeting(&notebook).opening.client, Some(notebook.clients()[0].id));
    let kinds: Vec<_> = notebook.meetings().map(|meeting| meeting.opening.kind).collect();
    assert_eq!(kinds, MeetingKind::ALL);
    assert_eq!(notebook.running(), None);
    let chosen = Settings {
        aim_percent: None,
        nudge_s: None,
        face: Face::Detailed,
        theme: Theme::Dark,
        ..Settings::default()
    };
    assert_eq!(**notebook.settings(), chosen);
    let today = Settings { retention_months: Some(24), ..chosen };
    assert_eq!(**Notebook::from_events(read(V2)).settings(), today);
}

#[test]
fn the_golden_review_has_its_recorded_content() {
    let notebook = Notebook::from_events(read(AFTER));
    let meeting = meeting(&notebook);
    let after = &meeting.after;
    assert_eq!((after.guess_percent, after.felt_heard), (Some(40), Some(4)));
    assert_eq!((after.costs.len(), after.notices.len(), after.stories.len()), (1, 1, 1));
    let summary: Vec<_> = meeting.captures.iter().map(|c| (c.kind, c.answer, c.rank)).collect();
    let expected = [
        (Kind::Outcome, Some(Answer::Yes), Some(2)),
        (Kind::Issue, Some(Answer::NotQuite), Some(1)),
        (Kind::Promise, None, None),
    ];
    assert_eq!(summary, expected);
    let outcome = &meeting.captures[0];
    assert_eq!(
        (outcome.by.map(|day| day.to_string()), outcome.chains.len()),
        (Some("2026-12-01".to_owned()), 1)
    );
    assert_eq!(meeting.captures[2].mark, Some(meeting.marks[0].id));
}

#[test]
fn the_golden_clients_have_their_recorded_names() {
    let notebook = Notebook::from_events(read(CLIENTS));
    let names: Vec<_> = notebook.clients().iter().map(|client| &*client.name).collect();
    assert_eq!(names, ["Port of Harbour", "Mill"]);
    let (port, mill) = (&notebook.clients()[0], &notebook.clients()[1]);
    let merged: Vec<_> = notebook.merged_into(port.id).map(|client| &*client.name).collect();
    assert_eq!((merged, notebook.merged_into(mill.id).count()), (vec!["Harbour Tr."], 0));
}
