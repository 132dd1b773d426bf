//! What does not fit is refused, and changes nothing.

use heard_core::event::capture::Kind;
use heard_core::event::kind::{Act, Catch};
use heard_core::event::review::{Answer, Cost, CostKind, Says};
use heard_core::{EventId, Refusal};

use crate::after::{ended, links, some, told};
use crate::scene::caught;

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
