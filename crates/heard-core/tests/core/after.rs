//! Tests of the review after a meeting.

mod first_words;
mod in_files;
mod private;
mod refused;

use heard_core::event::capture::{Capture, Kind};
use heard_core::event::kind::{EventKind, NewCapture};
use heard_core::event::review::{Answer, ChainText, Cost, CostKind, NoticeText};
use heard_core::time::Day;
use heard_core::{EventId, Refusal};

use crate::archived_meetings::{closed_meetings, from_archives, meetings};
use crate::scene::{Scene, amended, captured};

/// A meeting that has ended, with two outcomes and a mark.
pub(crate) fn ended() -> (Scene, [EventId; 3]) {
    let mut scene = Scene::opened();
    let mark = scene.wait(4_000).record(EventKind::MomentMarked);
    let first = scene.wait(1_000).record(captured(Kind::Outcome, "Quiet Mondays"));
    let second = scene.wait(1_000).record(captured(Kind::Outcome, "Tickets answered in a day"));
    scene.wait(1_000).end_meeting();
    (scene, [first, second, mark])
}

pub(crate) fn links(steps: &[&str], hurts: Option<&str>) -> ChainText {
    let steps = steps.iter().map(|step| (*step).to_owned()).collect();
    ChainText { steps, hurts: hurts.map(str::to_owned) }
}

#[allow(clippy::unnecessary_wraps, reason = "what it stands for may be left out")]
fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// Every kind of event of a review.
pub(crate) fn everything([first, second, mark]: [EventId; 3]) -> Vec<EventKind> {
    let catch = NewCapture {
        kind: Kind::Promise,
        words: "I will call on Friday".to_owned(),
        said_by: None,
        ago_ms: 0,
        mark: Some(mark),
    };
    vec![
        EventKind::Guessed { percent: 40 },
        EventKind::Captured(catch),
        EventKind::KindChanged { capture: second, to: Kind::Issue },
        EventKind::Attributed { capture: first, to: some("Maria") },
        EventKind::Reworded { capture: first, ours: some("Fewer calls at night") },
        EventKind::Planned {
            capture: first,
            known_by: some("the log"),
            by: Day::parse("2026-12-01"),
        },
        EventKind::ChainDrawn {
            outcome: first,
            chain: None,
            links: links(&["Sleep", "Patches by day", "Ask Tom"], Some("the day shift")),
        },
        EventKind::ReadBack { capture: first, answer: Answer::Yes },
        EventKind::ReadBack { capture: second, answer: Answer::NotQuite },
        EventKind::Ranked { captures: vec![second, first] },
        EventKind::FeltHeard { step: 4 },
        EventKind::CostNoted {
            cost: None,
            text: Cost {
                kind: CostKind::Pain,
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
    ]
}

fn reviewed_meeting() -> (Scene, [EventId; 3]) {
    let (mut scene, ids) = ended();
    for kind in everything(ids) {
        scene.record(kind);
    }
    (scene, ids)
}

fn capture(scene: &Scene, id: EventId) -> Capture {
    let meeting = scene.meeting();
    let found = meeting.captures.iter().find(|capture| capture.id == id);
    (**found.expect("it stands")).clone()
}

#[test]
fn every_event_of_a_review_is_accepted() {
    let (scene, [first, second, mark]) = reviewed_meeting();
    let meeting = scene.meeting();
    let outcome = capture(&scene, first);
    assert_eq!(
        (outcome.said_by.as_deref(), outcome.ours.as_deref()),
        (Some("Maria"), Some("Fewer calls at night"))
    );
    assert_eq!(
        (outcome.known_by.as_deref(), outcome.by),
        (Some("the log"), Day::parse("2026-12-01"))
    );
    assert_eq!((outcome.is_confirmed(), outcome.rank), (true, Some(2)));
    assert_eq!(outcome.chains.len(), 1);
    assert_eq!(
        outcome.chains[0].links,
        links(&["Sleep", "Patches by day", "Ask Tom"], Some("the day shift"))
    );
    let issue = capture(&scene, second);
    assert_eq!(
        (issue.kind, issue.answer, issue.rank),
        (Kind::Issue, Some(Answer::NotQuite), Some(1))
    );
    let promise = &meeting.captures[2];
    assert_eq!(
        (promise.mark, promise.at_ms),
        (Some(mark), 4_000),
        "a mark's words were said at its moment"
    );
    let after = &meeting.after;
    assert_eq!((after.guess_percent, after.felt_heard), (Some(40), Some(4)));
    assert_eq!((after.costs.len(), after.notices.len(), after.stories.len()), (1, 1, 1));
    assert_eq!(after.stories[0].learned, "They had asked before");
}

#[test]
fn every_event_of_a_review_can_be_undone_and_redone() {
    let (mut scene, ids) = ended();
    let mut before = vec![scene.meeting().clone()];
    for kind in everything(ids) {
        scene.record(kind);
        before.push(scene.meeting().clone());
    }
    for meeting in before.iter().rev().skip(1) {
        scene.undo().unwrap();
        assert_eq!(scene.meeting(), meeting);
    }
    for meeting in before.iter().skip(1) {
        scene.redo().unwrap();
        assert_eq!(scene.meeting(), meeting);
    }
}

#[test]
fn correcting_words_clears_their_confirmation() {
    let (mut scene, [first, ..]) = reviewed_meeting();
    scene.record(amended(first, "Quiet weeks"));
    let outcome = capture(&scene, first);
    assert_eq!(
        (outcome.answer, outcome.rank, outcome.first_words()),
        (None, Some(2), "Quiet Mondays")
    );
}

#[test]
fn chains_and_stories_are_replaced_in_place() {
    let (mut scene, [first, ..]) = reviewed_meeting();
    let chain = capture(&scene, first).chains[0].id;
    scene.record(EventKind::ChainDrawn {
        outcome: first,
        chain: None,
        links: links(&["Other"], None),
    });
    scene.record(EventKind::ChainDrawn {
        outcome: first,
        chain: Some(chain),
        links: links(&["Less"], None),
    });
    let drawn: Vec<_> = capture(&scene, first).chains.into_iter().map(|c| c.links.steps).collect();
    assert_eq!(drawn, [["Less"], ["Other"]]);
    let (notice, story) =
        (scene.meeting().after.notices[0].id, scene.meeting().after.stories[0].id);
    let text = NoticeText { what: "Not before May".to_owned(), ..NoticeText::default() };
    scene.record(EventKind::NoticeWritten { notice: Some(notice), text: text.clone() });
    let cost = scene.meeting().after.costs[0].0;
    let noted = Cost { kind: CostKind::Expense, whom: None, note: some("a licence") };
    scene.record(EventKind::CostNoted { cost: Some(cost), text: noted.clone() });
    assert_eq!(scene.meeting().after.costs, [(cost, noted)]);
    let learned = "To wait".to_owned();
    scene.record(EventKind::StoryWritten { story: Some(story), learned, changed: None });
    let after = &scene.meeting().after;
    assert_eq!((after.notices.len(), &after.notices[0].text), (1, &text));
    assert_eq!((after.stories.len(), &*after.stories[0].learned), (1, "To wait"));
}

#[test]
fn chains_costs_notices_and_stories_can_be_struck() {
    let (mut scene, [first, ..]) = reviewed_meeting();
    let after = scene.meeting().after.clone();
    let chain = capture(&scene, first).chains[0].id;
    for what in [chain, after.costs[0].0, after.notices[0].id, after.stories[0].id] {
        scene.record(EventKind::Struck { what });
        assert_eq!(scene.try_record(EventKind::Struck { what }), Err(Refusal::Unknown));
    }
    let left = &scene.meeting().after;
    assert_eq!((left.costs.len(), left.notices.len(), left.stories.len()), (0, 0, 0));
    assert_eq!(capture(&scene, first).chains, []);
    assert_eq!(scene.meeting().captures.len(), 3);
}

#[test]
fn the_journal_has_all_stories_and_reads_only_meetings_that_have_one() {
    let mut scene = closed_meetings(3, 2);
    let with_story = meetings(&scene)[1];
    scene.meeting = with_story;
    let learned = "To wait".to_owned();
    scene.record(EventKind::StoryWritten { story: None, learned, changed: None });
    for notebook in [scene.notebook.clone(), from_archives(&scene)] {
        let journal = notebook.journal();
        let reviewed_meeting: Vec<_> =
            journal.iter().map(|(meeting, story)| (meeting.id, &*story.learned)).collect();
        assert_eq!(reviewed_meeting, [(with_story, "To wait")]);
    }
    let packed = from_archives(&scene);
    let read_before = packed.logs().iter().filter(|log| log.is_read()).count();
    packed.journal();
    let read = packed.logs().iter().filter(|log| log.is_read()).count();
    assert!(read <= read_before + 1, "{read} of {}", packed.logs().len());
}
