//! Tests of the review events that are refused.

use heard_core::event::capture::Kind;
use heard_core::event::kind::{EventKind, NewCapture};
use heard_core::event::review::{Answer, Cost, CostKind, NoticeText};
use heard_core::{EventId, Refusal};

use crate::after::{ended, links, reviewed_meeting, some};
use crate::scene::captured;

#[test]
fn a_review_event_that_does_not_apply_is_refused() {
    let (mut scene, [first, second, mark]) = reviewed_meeting();
    let nobody = EventId { n: 999, ..first };
    let unknown = [
        EventKind::KindChanged { capture: nobody, to: Kind::Issue },
        EventKind::Attributed { capture: mark, to: None },
        EventKind::Reworded { capture: nobody, ours: None },
        EventKind::Planned { capture: nobody, known_by: None, by: None },
        EventKind::ReadBack { capture: nobody, answer: Answer::Yes },
        EventKind::ChainDrawn { outcome: nobody, chain: None, links: links(&["x"], None) },
        EventKind::ChainDrawn { outcome: second, chain: Some(nobody), links: links(&["x"], None) },
        EventKind::Ranked { captures: vec![first, nobody] },
        EventKind::Ranked { captures: vec![first, first] },
        EventKind::NoticeWritten {
            notice: Some(nobody),
            text: NoticeText { what: "x".to_owned(), ..NoticeText::default() },
        },
        EventKind::StoryWritten { story: Some(nobody), learned: "x".to_owned(), changed: None },
        EventKind::Captured(NewCapture {
            kind: Kind::Issue,
            words: "x".to_owned(),
            said_by: None,
            ago_ms: 0,
            mark: Some(first),
        }),
    ];
    for kind in unknown {
        assert_eq!(scene.try_record(kind.clone()), Err(Refusal::Unknown), "{kind:?}");
    }
    let held = [
        EventKind::KindChanged { capture: first, to: Kind::Outcome },
        EventKind::Attributed { capture: first, to: some("Maria") },
        EventKind::Reworded { capture: second, ours: None },
        EventKind::Planned { capture: second, known_by: None, by: None },
        EventKind::ReadBack { capture: first, answer: Answer::Yes },
    ];
    for kind in held {
        assert_eq!(scene.try_record(kind.clone()), Err(Refusal::AlreadyHeld), "{kind:?}");
    }
}

#[test]
fn values_out_of_range_empty_or_too_long_are_refused() {
    let (mut scene, [first, ..]) = reviewed_meeting();
    let long = "x".repeat(20_001);
    let chain = |steps: &[&str]| EventKind::ChainDrawn {
        outcome: first,
        chain: None,
        links: links(steps, None),
    };
    for (kind, why) in [
        (EventKind::Guessed { percent: 101 }, Refusal::OutOfRange),
        (EventKind::FeltHeard { step: 0 }, Refusal::OutOfRange),
        (EventKind::FeltHeard { step: 6 }, Refusal::OutOfRange),
        (EventKind::Attributed { capture: first, to: some(&"x".repeat(201)) }, Refusal::TooLong),
        (EventKind::Attributed { capture: first, to: some(" ") }, Refusal::NoWords),
        (EventKind::Reworded { capture: first, ours: some(&long) }, Refusal::TooLong),
        (EventKind::Reworded { capture: first, ours: some("") }, Refusal::NoWords),
        (EventKind::Planned { capture: first, known_by: some(&long), by: None }, Refusal::TooLong),
        (chain(&[]), Refusal::NoWords),
        (chain(&["x", " "]), Refusal::NoWords),
        (chain(&[&long]), Refusal::TooLong),
        (chain(&["x"; 13]), Refusal::TooLong),
        (
            EventKind::CostNoted {
                cost: None,
                text: Cost { kind: CostKind::Pain, whom: some(""), note: None },
            },
            Refusal::NoWords,
        ),
        (
            EventKind::CostNoted {
                cost: None,
                text: Cost { kind: CostKind::Pain, whom: None, note: some(&long) },
            },
            Refusal::TooLong,
        ),
        (EventKind::NoticeWritten { notice: None, text: NoticeText::default() }, Refusal::NoWords),
        (
            EventKind::StoryWritten { story: None, learned: String::new(), changed: None },
            Refusal::NoWords,
        ),
        (
            EventKind::StoryWritten { story: None, learned: "x".to_owned(), changed: some(&long) },
            Refusal::TooLong,
        ),
    ] {
        assert_eq!(scene.try_record(kind.clone()), Err(why), "{kind:?}");
    }
    for kind in [
        EventKind::Guessed { percent: 100 },
        EventKind::FeltHeard { step: 1 },
        EventKind::FeltHeard { step: 5 },
        chain(&["x"; 12]),
    ] {
        scene.record(kind);
    }
}

#[test]
fn a_held_answer_without_words_can_not_change_its_kind() {
    let (mut scene, _) = ended();
    let held = scene.record(captured(Kind::Held, ""));
    assert_eq!(
        scene.try_record(EventKind::KindChanged { capture: held, to: Kind::Issue }),
        Err(Refusal::NoWords)
    );
}
