//! What is said when a meeting is over: taken, corrected, undone, refused, and told in a file.

mod first_words;
mod private;

use heard_core::act::{Act, Catch};
use heard_core::after::{Answer, Cost, CostKind, Links, Says};
use heard_core::calendar::Day;
use heard_core::capture::{Capture, Kind};
use heard_core::{EventId, Refusal};
use serde_json::{Value, json as j};

use crate::import::{exported, imported, value};
use crate::scene::{Scene, amended, caught};
use crate::years::{from_segments, lived, meetings};

/// A meeting that has ended, with two outcomes and a mark.
pub(crate) fn ended() -> (Scene, [EventId; 3]) {
    let mut scene = Scene::opened();
    let mark = scene.wait(4_000).says(Act::MomentMarked);
    let first = scene.wait(1_000).says(caught(Kind::Outcome, "Quiet Mondays"));
    let second = scene.wait(1_000).says(caught(Kind::Outcome, "Tickets answered in a day"));
    scene.wait(1_000).ends();
    (scene, [first, second, mark])
}

pub(crate) fn links(steps: &[&str], hurts: Option<&str>) -> Links {
    let steps = steps.iter().map(|step| (*step).to_owned()).collect();
    Links { steps, hurts: hurts.map(str::to_owned) }
}

#[allow(clippy::unnecessary_wraps, reason = "what it stands for may be left out")]
fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// Everything that can be said of a meeting when it is over, each in its own event.
pub(crate) fn everything([first, second, mark]: [EventId; 3]) -> Vec<Act> {
    let catch = Catch {
        kind: Kind::Promise,
        words: "I will call on Friday".to_owned(),
        said_by: None,
        ago_ms: 0,
        mark: Some(mark),
    };
    vec![
        Act::Guessed { percent: 40 },
        Act::Captured(catch),
        Act::KindChanged { capture: second, to: Kind::Issue },
        Act::Attributed { capture: first, to: some("Maria") },
        Act::Reworded { capture: first, ours: some("Fewer calls at night") },
        Act::Planned { capture: first, known_by: some("the log"), by: Day::parse("2026-12-01") },
        Act::ChainDrawn {
            outcome: first,
            chain: None,
            links: links(&["Sleep", "Patches by day", "Ask Tom"], Some("the day shift")),
        },
        Act::ReadBack { capture: first, answer: Answer::Yes },
        Act::ReadBack { capture: second, answer: Answer::NotQuite },
        Act::Ranked { captures: vec![second, first] },
        Act::FeltHeard { step: 4 },
        Act::CostNoted {
            cost: None,
            says: Cost {
                kind: CostKind::Pain,
                whom: some("the night shift"),
                note: some("two weeks"),
            },
        },
        Act::NoticeWritten {
            notice: None,
            says: Says {
                what: "The new switch".to_owned(),
                how_long: some("an hour"),
                how_to_stop: some("ring 12"),
            },
        },
        Act::StoryWritten {
            story: None,
            learned: "They had asked before".to_owned(),
            changed: some("I ask first"),
        },
    ]
}

fn told() -> (Scene, [EventId; 3]) {
    let (mut scene, ids) = ended();
    for act in everything(ids) {
        scene.says(act);
    }
    (scene, ids)
}

fn capture(scene: &Scene, id: EventId) -> Capture {
    let meeting = scene.meeting();
    let found = meeting.captures.iter().find(|capture| capture.id == id);
    (**found.expect("it stands")).clone()
}

#[test]
fn all_of_it_is_taken() {
    let (scene, [first, second, mark]) = told();
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
fn each_of_it_is_undone_and_redone_by_itself() {
    let (mut scene, ids) = ended();
    let mut before = vec![scene.meeting().clone()];
    for act in everything(ids) {
        scene.says(act);
        before.push(scene.meeting().clone());
    }
    for meeting in before.iter().rev().skip(1) {
        scene.undoes().unwrap();
        assert_eq!(scene.meeting(), meeting);
    }
    for meeting in before.iter().skip(1) {
        scene.redoes().unwrap();
        assert_eq!(scene.meeting(), meeting);
    }
}

#[test]
fn words_that_are_corrected_lose_the_yes_to_the_words_before() {
    let (mut scene, [first, ..]) = told();
    scene.says(amended(first, "Quiet weeks"));
    let outcome = capture(&scene, first);
    assert_eq!(
        (outcome.answer, outcome.rank, outcome.first_words()),
        (None, Some(2), "Quiet Mondays")
    );
}

#[test]
fn what_was_drawn_or_written_is_drawn_and_written_anew_in_its_place() {
    let (mut scene, [first, ..]) = told();
    let chain = capture(&scene, first).chains[0].id;
    scene.says(Act::ChainDrawn { outcome: first, chain: None, links: links(&["Other"], None) });
    scene.says(Act::ChainDrawn {
        outcome: first,
        chain: Some(chain),
        links: links(&["Less"], None),
    });
    let drawn: Vec<_> = capture(&scene, first).chains.into_iter().map(|c| c.links.steps).collect();
    assert_eq!(drawn, [["Less"], ["Other"]]);
    let (notice, story) =
        (scene.meeting().after.notices[0].id, scene.meeting().after.stories[0].id);
    let says = Says { what: "Not before May".to_owned(), ..Says::default() };
    scene.says(Act::NoticeWritten { notice: Some(notice), says: says.clone() });
    let cost = scene.meeting().after.costs[0].0;
    let noted = Cost { kind: CostKind::Expense, whom: None, note: some("a licence") };
    scene.says(Act::CostNoted { cost: Some(cost), says: noted.clone() });
    assert_eq!(scene.meeting().after.costs, [(cost, noted)]);
    let learned = "To wait".to_owned();
    scene.says(Act::StoryWritten { story: Some(story), learned, changed: None });
    let after = &scene.meeting().after;
    assert_eq!((after.notices.len(), &after.notices[0].says), (1, &says));
    assert_eq!((after.stories.len(), &*after.stories[0].learned), (1, "To wait"));
}

#[test]
fn a_chain_a_cost_a_notice_and_a_story_are_withdrawn_like_any_capture() {
    let (mut scene, [first, ..]) = told();
    let after = scene.meeting().after.clone();
    let chain = capture(&scene, first).chains[0].id;
    for what in [chain, after.costs[0].0, after.notices[0].id, after.stories[0].id] {
        scene.says(Act::Struck { what });
        assert_eq!(scene.tries(Act::Struck { what }), Err(Refusal::Unknown));
    }
    let left = &scene.meeting().after;
    assert_eq!((left.costs.len(), left.notices.len(), left.stories.len()), (0, 0, 0));
    assert_eq!(capture(&scene, first).chains, []);
    assert_eq!(scene.meeting().captures.len(), 3);
}

#[test]
fn what_does_not_fit_is_refused() {
    let (mut scene, [first, second, mark]) = told();
    let nobody = EventId { n: 999, ..first };
    let unknown = [
        Act::KindChanged { capture: nobody, to: Kind::Issue },
        Act::Attributed { capture: mark, to: None },
        Act::Reworded { capture: nobody, ours: None },
        Act::Planned { capture: nobody, known_by: None, by: None },
        Act::ReadBack { capture: nobody, answer: Answer::Yes },
        Act::ChainDrawn { outcome: nobody, chain: None, links: links(&["x"], None) },
        Act::ChainDrawn { outcome: second, chain: Some(nobody), links: links(&["x"], None) },
        Act::Ranked { captures: vec![first, nobody] },
        Act::Ranked { captures: vec![first, first] },
        Act::NoticeWritten {
            notice: Some(nobody),
            says: Says { what: "x".to_owned(), ..Says::default() },
        },
        Act::StoryWritten { story: Some(nobody), learned: "x".to_owned(), changed: None },
        Act::Captured(Catch {
            kind: Kind::Issue,
            words: "x".to_owned(),
            said_by: None,
            ago_ms: 0,
            mark: Some(first),
        }),
    ];
    for act in unknown {
        assert_eq!(scene.tries(act.clone()), Err(Refusal::Unknown), "{act:?}");
    }
    let held = [
        Act::KindChanged { capture: first, to: Kind::Outcome },
        Act::Attributed { capture: first, to: some("Maria") },
        Act::Reworded { capture: second, ours: None },
        Act::Planned { capture: second, known_by: None, by: None },
        Act::ReadBack { capture: first, answer: Answer::Yes },
    ];
    for act in held {
        assert_eq!(scene.tries(act.clone()), Err(Refusal::AlreadyHeld), "{act:?}");
    }
}

#[test]
fn what_is_out_of_its_range_empty_or_too_long_is_refused() {
    let (mut scene, [first, ..]) = told();
    let long = "x".repeat(20_001);
    let chain =
        |steps: &[&str]| Act::ChainDrawn { outcome: first, chain: None, links: links(steps, None) };
    for (act, why) in [
        (Act::Guessed { percent: 101 }, Refusal::OutOfRange),
        (Act::FeltHeard { step: 0 }, Refusal::OutOfRange),
        (Act::FeltHeard { step: 6 }, Refusal::OutOfRange),
        (Act::Attributed { capture: first, to: some(&"x".repeat(201)) }, Refusal::TooLong),
        (Act::Attributed { capture: first, to: some(" ") }, Refusal::NoWords),
        (Act::Reworded { capture: first, ours: some(&long) }, Refusal::TooLong),
        (Act::Reworded { capture: first, ours: some("") }, Refusal::NoWords),
        (Act::Planned { capture: first, known_by: some(&long), by: None }, Refusal::TooLong),
        (chain(&[]), Refusal::NoWords),
        (chain(&["x", " "]), Refusal::NoWords),
        (chain(&[&long]), Refusal::TooLong),
        (chain(&["x"; 13]), Refusal::TooLong),
        (
            Act::CostNoted {
                cost: None,
                says: Cost { kind: CostKind::Pain, whom: some(""), note: None },
            },
            Refusal::NoWords,
        ),
        (
            Act::CostNoted {
                cost: None,
                says: Cost { kind: CostKind::Pain, whom: None, note: some(&long) },
            },
            Refusal::TooLong,
        ),
        (Act::NoticeWritten { notice: None, says: Says::default() }, Refusal::NoWords),
        (
            Act::StoryWritten { story: None, learned: String::new(), changed: None },
            Refusal::NoWords,
        ),
        (
            Act::StoryWritten { story: None, learned: "x".to_owned(), changed: some(&long) },
            Refusal::TooLong,
        ),
    ] {
        assert_eq!(scene.tries(act.clone()), Err(why), "{act:?}");
    }
    for act in [
        Act::Guessed { percent: 100 },
        Act::FeltHeard { step: 1 },
        Act::FeltHeard { step: 5 },
        chain(&["x"; 12]),
    ] {
        scene.says(act);
    }
}

#[test]
fn an_answer_held_without_words_becomes_nothing_else() {
    let (mut scene, _) = ended();
    let held = scene.says(caught(Kind::Held, ""));
    assert_eq!(
        scene.tries(Act::KindChanged { capture: held, to: Kind::Issue }),
        Err(Refusal::NoWords)
    );
}

/// The one meeting of a file.
fn meeting(file: &str) -> Value {
    value(file)["meetings"][0].clone()
}

#[test]
fn a_file_tells_all_of_it_in_the_fields_of_the_contract() {
    let (scene, [first, _, mark]) = told();
    let file = exported(&scene.desk);
    let told = meeting(&file);
    assert_eq!((&told["guess_talk_percent"], &told["felt_heard"]), (&j!(40), &j!(4)));
    let cost = &told["cost"][0];
    assert_eq!(
        (&cost["kind"], &cost["whom"], &cost["note"]),
        (&j!("pain"), &j!("the night shift"), &j!("two weeks"))
    );
    let notice = &told["notices"][0];
    assert_eq!(
        (&notice["what"], &notice["how_long"], &notice["how_to_stop"]),
        (&j!("The new switch"), &j!("an hour"), &j!("ring 12"))
    );
    let outcome = &told["captures"][0];
    assert_eq!(outcome["id"], first.to_string());
    let fields = ["ours", "confirmed", "rank", "hurts", "known_by", "by_when"]
        .map(|name| outcome[name].clone());
    assert_eq!(
        fields,
        [
            j!("Fewer calls at night"),
            j!("yes"),
            j!(2),
            j!("the day shift"),
            j!("the log"),
            j!("2026-12-01")
        ]
    );
    assert_eq!(outcome["chain"], j!(["Sleep", "Patches by day", "Ask Tom"]));
    assert_eq!(outcome["chains"][0]["steps"], outcome["chain"]);
    assert_eq!(told["captures"][1]["confirmed"], "not-quite");
    assert_eq!(told["captures"][2]["mark"], mark.to_string());
    let journal = value(&file)["journal"].clone();
    assert_eq!(
        (&journal[0]["learned"], &journal[0]["changed"]),
        (&j!("They had asked before"), &j!("I ask first"))
    );
}

#[test]
fn a_file_with_all_of_it_comes_back_the_same_and_brings_nothing_twice() {
    let (scene, _) = told();
    let file = exported(&scene.desk);
    let desk = imported(&file);
    assert_eq!(desk, scene.desk);
    assert_eq!(exported(&desk), file);
    assert_eq!(crate::import::file(&file).events(&desk), []);
    assert!(!file.contains("rest-brought"), "the log tells it all");
}

#[test]
fn a_file_without_a_log_brings_all_of_it_and_is_told_again_as_it_was() {
    let (scene, _) = told();
    let mut file = value(&exported(&scene.desk));
    file.as_object_mut().unwrap().remove("log");
    let text = file.to_string();
    let desk = imported(&text);
    let (before, brought) = (scene.meeting(), desk.meetings().next().unwrap());
    assert_eq!(brought.after.guess_percent, before.after.guess_percent);
    assert_eq!(brought.after.felt_heard, before.after.felt_heard);
    assert_eq!(brought.after.costs[0].1, before.after.costs[0].1);
    assert_eq!(brought.after.notices[0].says, before.after.notices[0].says);
    for (brought, before) in brought.captures.iter().zip(&before.captures) {
        let (chains, mark) = (before.chains.clone(), brought.mark);
        assert_eq!(**brought, Capture { chains, mark, ..(**before).clone() });
    }
    assert_eq!(value(&exported(&desk))["meetings"], file["meetings"]);
    assert_eq!(value(&exported(&desk))["journal"], file["journal"]);
}

#[test]
fn what_is_said_here_of_a_brought_meeting_joins_what_the_file_said() {
    let mut scene = Scene::empty();
    scene.desk = imported(crate::import::FOREIGN);
    let brought = scene.desk.meetings().find(|meeting| meeting.opening.them == 2).unwrap().clone();
    scene.meeting = brought.id;
    assert_eq!((brought.after.guess_percent, brought.after.felt_heard), (Some(40), Some(4)));
    let outcome = &brought.captures[0];
    assert_eq!(
        (outcome.is_confirmed(), outcome.rank, outcome.ours.as_deref()),
        (true, Some(1), Some("Quiet weeks"))
    );
    assert_eq!(outcome.chains[0].links, links(&["fewer calls", "sleep"], Some("a lot")));
    let mut expected = meeting(crate::import::FOREIGN);
    scene.says(Act::Guessed { percent: 55 });
    expected["guess_talk_percent"] = j!(55);
    let cost = Cost { kind: CostKind::Expense, whom: None, note: some("a licence") };
    let id = scene.says(Act::CostNoted { cost: None, says: cost });
    let new = j!({"id": id.to_string(), "kind": "expense", "whom": null, "note": "a licence"});
    expected["cost"].as_array_mut().unwrap().push(new);
    scene.says(Act::KindChanged { capture: outcome.id, to: Kind::Issue });
    expected["captures"][0]["kind"] = j!("issue");
    scene.says(Act::Attributed { capture: outcome.id, to: None });
    expected["captures"][0]["said_by"] = Value::Null;
    scene.says(Act::ReadBack { capture: outcome.id, answer: Answer::NotQuite });
    expected["captures"][0]["confirmed"] = j!("not-quite");
    let file = exported(&scene.desk);
    assert_eq!(meeting(&file), expected);
    assert_eq!(imported(&file), scene.desk);
    assert_eq!(exported(&imported(&file)), file);
}

#[test]
fn the_journal_has_the_stories_of_all_meetings_and_reads_no_other() {
    let mut scene = lived(3, 2);
    let with_story = meetings(&scene)[1];
    scene.meeting = with_story;
    let learned = "To wait".to_owned();
    scene.says(Act::StoryWritten { story: None, learned, changed: None });
    for desk in [scene.desk.clone(), from_segments(&scene)] {
        let journal = desk.journal();
        let told: Vec<_> =
            journal.iter().map(|(meeting, story)| (meeting.id, &*story.learned)).collect();
        assert_eq!(told, [(with_story, "To wait")]);
    }
    let packed = from_segments(&scene);
    let read_before = packed.logs().iter().filter(|log| log.is_read()).count();
    packed.journal();
    let read = packed.logs().iter().filter(|log| log.is_read()).count();
    assert!(read <= read_before + 1, "{read} of {}", packed.logs().len());
}
