//! Tests that the client's copy of the recap has exactly what the client may read.
//!
//! Every text in these notebooks is a word that occurs once. So a test can list exactly what a copy holds.

use std::collections::BTreeSet;

use heard_core::event::capture::{Capture, Kind, Tally};
use heard_core::event::kind::{EventKind, NewCapture};
use heard_core::event::review::{Answer, ChainText, Cost, CostKind, NoticeText};
use heard_core::report::recap::Form;
use heard_core::time::Day;
use heard_core::transfer::export::Audience;
use heard_core::{EventId, Notebook, Party};
use proptest::prelude::*;

use crate::random_actions::config;
use crate::recap::{file, met, recap};
use crate::scene::{Scene, taken};

/// Which kind, about which capture, with which of a few numbers.
type Step = (u8, usize, u8);

fn any_steps() -> impl Strategy<Value = Vec<Step>> {
    proptest::collection::vec((0..22_u8, any::<usize>(), any::<u8>()), 0..60)
}

/// Words that occur once.
struct Pen(u32);

impl Pen {
    fn word(&mut self) -> String {
        self.0 += 1;
        format!("zq{}z", self.0)
    }

    #[allow(clippy::unnecessary_wraps, reason = "what it stands for may be left out")]
    fn some(&mut self) -> Option<String> {
        Some(self.word())
    }
}

fn act(scene: &Scene, (what, nth, number): Step, pen: &mut Pen) -> Option<EventKind> {
    let meeting = scene.notebook.meeting(scene.meeting)?;
    let nth = |len: usize| nth.checked_rem(len);
    let capture = || Some(meeting.captures[nth(meeting.captures.len())?].id);
    let kind = Kind::ALL[usize::from(number) % Kind::ALL.len()];
    Some(match what {
        0..=3 => {
            let mark = nth(meeting.marks.len()).map(|nth| meeting.marks[nth].id);
            let (words, said_by) = (pen.word(), pen.some());
            EventKind::Captured(NewCapture { kind, words, said_by, ago_ms: 0, mark })
        }
        4 => EventKind::Captured(NewCapture {
            kind: Kind::Held,
            words: pen.word(),
            said_by: None,
            ago_ms: 0,
            mark: None,
        }),
        5 => EventKind::Amended { capture: capture()?, words: pen.word() },
        6 => EventKind::KindChanged { capture: capture()?, to: kind },
        7 => EventKind::Reworded { capture: capture()?, ours: pen.some() },
        8 => EventKind::Planned {
            capture: capture()?,
            known_by: pen.some(),
            by: Day::parse("2026-12-01"),
        },
        9 => EventKind::ChainDrawn {
            outcome: capture()?,
            chain: None,
            links: ChainText { steps: vec![pen.word(), pen.word()], hurts: pen.some() },
        },
        10 => EventKind::ReadBack {
            capture: capture()?,
            answer: Answer::ALL[usize::from(number) % 2],
        },
        11 => EventKind::Ranked { captures: vec![capture()?] },
        12 => EventKind::CostNoted {
            cost: None,
            text: Cost { kind: CostKind::Pain, whom: pen.some(), note: pen.some() },
        },
        13 => EventKind::NoticeWritten {
            notice: None,
            text: NoticeText { what: pen.word(), how_long: pen.some(), how_to_stop: pen.some() },
        },
        14 => EventKind::StoryWritten { story: None, learned: pen.word(), changed: pen.some() },
        15 => EventKind::Guessed { percent: number % 101 },
        16 => EventKind::FeltHeard { step: number % 5 + 1 },
        17 => EventKind::Tallied(Tally::ALL[usize::from(number) % 3]),
        18 => EventKind::MomentMarked,
        19 => taken(if number % 2 == 0 { Party::Client } else { Party::Consultant }),
        20 => scene.notebook.undoing(Some(scene.meeting)).ok()?.1,
        _ => EventKind::Struck { what: capture()? },
    })
}

fn lived(steps: &[Step]) -> Scene {
    let (mut scene, mut pen) = (Scene::empty(), Pen(0));
    met(&mut scene, &pen.word());
    let end = steps.len() / 2;
    for (at, step) in steps.iter().enumerate() {
        if at == end {
            scene.wait(1_000).try_record(EventKind::MeetingEnded).ok();
        }
        if let Some(kind) = act(&scene, *step, &mut pen) {
            scene.wait(1_000).try_record(kind).ok();
        }
    }
    scene
}

pub(crate) type Words = BTreeSet<String>;

/// Every generated word in a text.
pub(crate) fn words(text: &str) -> Words {
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| word.starts_with("zq") && word.ends_with('z'))
        .map(str::to_owned)
        .collect()
}

/// What the client may read of a notebook, and what the consultant reads besides.
fn expected(notebook: &Notebook) -> [Words; 2] {
    let [mut theirs, mut ours] = [Words::new(), Words::new()];
    for meeting in notebook.meetings() {
        for capture in &meeting.captures {
            let Capture { words, said_by, known_by, .. } = &**capture;
            let whose = if capture.kind == Kind::Held { &mut ours } else { &mut theirs };
            whose.insert(words.clone());
            // A held answer has no speaker.
            if capture.kind != Kind::Held {
                whose.extend([said_by, known_by].into_iter().flatten().cloned());
            }
            ours.extend(capture.earlier.first().cloned());
            ours.extend(capture.ours.clone());
            for chain in &capture.chains {
                ours.extend(chain.links.steps.iter().chain(&chain.links.hurts).cloned());
            }
        }
        for NoticeText { what, how_long, how_to_stop } in
            meeting.after.notices.iter().map(|n| &n.text)
        {
            theirs.extend(
                [Some(what), how_long.as_ref(), how_to_stop.as_ref()]
                    .into_iter()
                    .flatten()
                    .cloned(),
            );
        }
        let costs = meeting.after.costs.iter().flat_map(|(_, cost)| [&cost.whom, &cost.note]);
        ours.extend(costs.flatten().cloned());
        for story in &meeting.after.stories {
            ours.insert(story.learned.clone());
            ours.extend(story.changed.clone());
        }
        let client = meeting.opening.client.and_then(|id: EventId| notebook.client(id));
        let names = client.map(|client| client.name.to_string());
        (if theirs.is_empty() { &mut ours } else { &mut theirs }).extend(names);
    }
    [theirs, ours]
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn the_clients_copy_has_exactly_the_clients_words(steps in any_steps()) {
        let notebook = lived(&steps).notebook;
        let [theirs, ours] = expected(&notebook);
        let recap = recap(&notebook, Audience::Client);
        let forms = Form::ALL.map(|form| file(&notebook, Audience::Client, form));
        for (form, text) in Form::ALL.iter().zip(&forms) {
            // Held answers, guess, tallies, figures, costs and stories come with labels of their own.
            prop_assert!(!text.contains("zown"), "{:?}: {}", form, text);
            if *form == Form::Calendar {
                prop_assert!(words(text).is_subset(&theirs), "{}", text);
            } else {
                prop_assert_eq!(&words(text), &theirs, "{:?}: {}", form, text);
            }
        }
        prop_assert_eq!(&words(&recap.html_fragment(2)), &theirs);
        prop_assert!(!recap.subject.contains("zq"));
        let all: Words = theirs.union(&ours).cloned().collect();
        for form in [Form::Markdown, Form::Plain, Form::Html] {
            prop_assert_eq!(&words(&file(&notebook, Audience::Me, form)), &all, "{:?}", form);
        }
    }
}
