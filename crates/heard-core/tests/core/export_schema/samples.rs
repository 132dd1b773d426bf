//! Notebooks to export: some with Heard's own records only, some with records of other tools.

use super::{
    Audience, Cost, CostKind, Day, EventKind, FIRST, FOREIGN, Kind, Notebook, NoticeText, Opening,
    Scene, Setting, StepKind, Value, Wanted, amended, captured, codec, ended, eventful, everything,
    exported, imported, joined, json, later, links, opening, value,
};

const GOLDEN: [(&str, &str); 5] = [
    ("golden version 1", include_str!("../../golden/events-v1.jsonl")),
    ("golden version 1, time away", include_str!("../../golden/events-v1-away.jsonl")),
    ("golden version 2, review", include_str!("../../golden/events-v2-after.jsonl")),
    ("golden version 2, clients", include_str!("../../golden/events-v2-clients.jsonl")),
    ("golden version 2, loops", include_str!("../../golden/events-v2-loops.jsonl")),
];
/// Has records that another tool wrote.
const GOLDEN_MIXED: &str = include_str!("../../golden/events-v2.jsonl");
const FUTURE: &str = include_str!("../../golden/events-future.jsonl");

fn golden(lines: &str) -> Notebook {
    Notebook::from_events(lines.lines().map(|line| codec::read(line).expect("an event")))
}

/// A meeting with every note that a review can have, each of them written and rewritten.
fn reviewed() -> Notebook {
    let (mut scene, [first, second, mark]) = ended();
    for kind in everything([first, second, mark]) {
        scene.record(kind);
    }
    let meeting = scene.meeting().clone();
    let (after, outcome) = (&meeting.after, &meeting.captures[0]);
    let text = |text: &str| Some(text.to_owned());
    let what = || "The new switch, on Sunday".to_owned();
    for kind in [
        EventKind::ChainDrawn {
            outcome: first,
            chain: Some(outcome.chains[0].id),
            links: links(&["Sleep", "Ask Tom"], None),
        },
        EventKind::CostNoted {
            cost: Some(after.costs[0].0),
            text: Cost { kind: CostKind::Expense, whom: None, note: text("a licence") },
        },
        EventKind::NoticeWritten {
            notice: Some(after.notices[0].id),
            text: NoticeText { what: what(), how_long: None, how_to_stop: text("call 12") },
        },
        EventKind::StoryWritten {
            story: Some(after.stories[0].id),
            learned: "They had asked twice".to_owned(),
            changed: None,
        },
    ] {
        scene.record(kind);
    }
    scene.notebook
}

/// An issue with every step, a promise with an owner and a day, and a changed setting.
fn tracked() -> Notebook {
    let mut scene = Scene::empty();
    let client = Some(scene.record(EventKind::ClientAdded { name: "Harbour Trust".to_owned() }));
    scene.record(EventKind::MeetingOpened(Opening { client, ..opening() }));
    let issue = scene.raise_issue("The printer jams");
    let promise = scene.record(captured(Kind::Promise, "I will send the list"));
    scene.record(amended(promise, "I will send the whole list"));
    scene.wait(1_000).end_meeting();
    for (kind, text) in [
        (StepKind::Acknowledge, ""),
        (StepKind::Start, ""),
        (StepKind::Decline, "It is rented"),
        (StepKind::TellBack, "by telephone"),
        (StepKind::RaiseAgain, ""),
        (StepKind::Finish, ""),
        (StepKind::Close, ""),
    ] {
        scene.wait(1_000).take_step(issue, kind, text);
    }
    let (owner, by) = (Some("Ann".to_owned()), Day::parse("2026-12-24"));
    scene.record(EventKind::LoopAssigned { which: promise, owner, by });
    scene.take_step(promise, StepKind::Decline, "They have it");
    scene.record(EventKind::SettingChanged(Setting::BlackHole(7)));
    scene.record(EventKind::SettingChanged(Setting::KeepOpenLoops(false)));
    scene.notebook
}

/// A meeting that has not ended.
fn running() -> Notebook {
    Scene::opened().notebook
}

/// Notebooks whose records were all made by Heard.
pub(super) fn own() -> Vec<(&'static str, Notebook)> {
    let mut notebooks: Vec<_> = GOLDEN.iter().map(|(name, lines)| (*name, golden(lines))).collect();
    notebooks.extend([
        ("an empty notebook", Notebook::default()),
        ("a running meeting", running()),
        ("a whole meeting", eventful(|_| {}).notebook),
        ("a reviewed meeting", reviewed()),
        ("tracked loops", tracked()),
        ("the first export", imported(FIRST)),
    ]);
    notebooks
}

/// Notebooks with records that came from other tools' files or from a later release.
pub(super) fn mixed() -> Vec<(&'static str, Notebook)> {
    let foreign = imported(FOREIGN);
    let mut scene = Scene::empty();
    scene.notebook = foreign.clone();
    scene.meeting = foreign.meetings().find(|meeting| meeting.opening.them == 2).unwrap().id;
    let outcome = scene.meeting().captures[0].id;
    scene.record(amended(outcome, "Quiet weeks"));
    scene.record(captured(Kind::Insight, "Said later"));
    let one = foreign.loops().iter().find(|one| one.words == "Tickets vanish").unwrap().id;
    scene.take_step(one, StepKind::Start, "");
    let zoo = foreign.client_named("Zoo").unwrap().id;
    scene.rename(zoo, "Menagerie").unwrap();
    let mut annotated = value(&exported(&reviewed()));
    annotated["clients"] = serde_json::json!([{ "id": "c1", "name": "Zoo", "sector": "animals" }]);
    annotated["meetings"][0]["room"] = "Pier 4".into();
    annotated["meetings"][0]["captures"][1]["mood"] = "warm".into();
    annotated["journal"] = serde_json::json!([{ "learned": "a" }, { "learned": "b" }]);
    vec![
        ("another tool's file", foreign.clone()),
        ("another tool's file, worked on", scene.notebook),
        ("another tool's file in a notebook", joined(&reviewed(), FOREIGN)),
        ("a file to which another tool added", imported(&annotated.to_string())),
        ("golden version 2", golden(GOLDEN_MIXED)),
        ("lines of a later release", foreign.with_newer(FUTURE.lines())),
    ]
}

/// The exports of a whole notebook, of each client and of each meeting, for either audience.
pub(super) fn files(notebook: &Notebook) -> Vec<Value> {
    let whole = Wanted::default();
    let clients =
        notebook.clients().iter().map(|client| Wanted { client: Some(client.id), ..whole });
    let meetings = notebook.meetings().map(|meeting| Wanted { meeting: Some(meeting.id), ..whole });
    let parts = [whole].into_iter().chain(clients).chain(meetings);
    let both = parts.flat_map(|part| {
        [Audience::Me, Audience::Client].map(|audience| Wanted { audience, ..part })
    });
    both.map(|wanted| value(&json(notebook, wanted, later(), 60))).collect()
}
