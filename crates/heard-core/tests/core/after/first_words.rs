//! Tests that the first words of a capture can always be restored.

use std::collections::HashMap;

use heard_core::event::capture::Kind;
use heard_core::event::kind::EventKind;
use heard_core::event::review::Answer;
use heard_core::{DocumentId, EventId, Notebook};
use proptest::prelude::*;

use crate::after::links;
use crate::import::{exported, imported, joined};
use crate::random_actions::{any_kind, config};
use crate::scene::{Scene, amended, captured};

/// An action of one of two people with the same notebook on their own machines.
#[derive(Clone, Debug)]
enum Step {
    NewCapture(String),
    Amend(usize, String),
    ChangeKind(usize, Kind),
    Reword(usize, String),
    Chain(usize, String),
    Answer(usize, Answer),
    Strike(usize),
    Undo,
    Redo,
    /// The notebook is exported and imported into an empty one.
    Move,
    /// The notebook imports the export of the other one.
    Merge,
    /// The notebook imports an older export of its own.
    Older,
}

fn any_step() -> impl Strategy<Value = Step> {
    let (nth, words) = (0..9_usize, "[a-z]{1,6}");
    prop_oneof![
        1 => words.prop_map(Step::NewCapture),
        4 => (nth.clone(), words).prop_map(|(nth, words)| Step::Amend(nth, words)),
        1 => (nth.clone(), any_kind()).prop_map(|(nth, kind)| Step::ChangeKind(nth, kind)),
        1 => (nth.clone(), words).prop_map(|(nth, words)| Step::Reword(nth, words)),
        1 => (nth.clone(), words).prop_map(|(nth, words)| Step::Chain(nth, words)),
        1 => (nth.clone(), proptest::sample::select(Answer::ALL.to_vec()))
            .prop_map(|(nth, answer)| Step::Answer(nth, answer)),
        1 => nth.prop_map(Step::Strike),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
        1 => Just(Step::Move),
        2 => Just(Step::Merge),
        1 => Just(Step::Older),
    ]
}

/// Two copies of a notebook, and the first words of each capture.
struct Two {
    scenes: [Scene; 2],
    older: [String; 2],
    first: HashMap<EventId, String>,
}

impl Two {
    fn new() -> Self {
        let mut one = Scene::opened();
        let first = ["Quiet Mondays", "Nobody calls back"]
            .map(|words| (one.capture_outcome(words), words.to_owned()));
        one.end_meeting();
        let mut other = Scene::empty();
        (other.notebook, other.meeting) = (one.notebook.clone(), one.meeting);
        other.now.boot = DocumentId::from_random(99);
        let older = [exported(&one.notebook), exported(&one.notebook)];
        Self { scenes: [one, other], older, first: HashMap::from(first) }
    }

    fn perform(&mut self, who: usize, step: &Step) {
        let others = exported(&self.scenes[1 - who].notebook);
        let scene = &mut self.scenes[who];
        let captures =
            scene.notebook.meeting(scene.meeting).map(|m| m.captures.clone()).unwrap_or_default();
        let capture = |nth: usize| captures.get(nth % captures.len().max(1)).map(|one| one.id);
        let kind = match step {
            Step::NewCapture(words) => Some(captured(Kind::Outcome, words)),
            Step::Amend(nth, words) => capture(*nth).map(|id| amended(id, words)),
            Step::ChangeKind(nth, to) => {
                capture(*nth).map(|capture| EventKind::KindChanged { capture, to: *to })
            }
            Step::Reword(nth, ours) => capture(*nth)
                .map(|capture| EventKind::Reworded { capture, ours: Some(ours.clone()) }),
            Step::Chain(nth, step) => capture(*nth).map(|outcome| EventKind::ChainDrawn {
                outcome,
                chain: None,
                links: links(&[step], None),
            }),
            Step::Answer(nth, answer) => {
                capture(*nth).map(|capture| EventKind::ReadBack { capture, answer: *answer })
            }
            Step::Strike(nth) => capture(*nth).map(|what| EventKind::Struck { what }),
            Step::Undo => scene.notebook.undoing(Some(scene.meeting)).ok().map(|(_, kind)| kind),
            Step::Redo => scene.notebook.redoing(Some(scene.meeting)).ok().map(|(_, kind)| kind),
            Step::Move => {
                self.older[who] = exported(&scene.notebook);
                scene.notebook = imported(&self.older[who]);
                None
            }
            Step::Merge => {
                scene.notebook = joined(&scene.notebook, &others);
                None
            }
            Step::Older => {
                scene.notebook = joined(&scene.notebook, &self.older[who]);
                None
            }
        };
        if let Some(Ok(id)) = kind.map(|kind| scene.try_record(kind))
            && let Step::NewCapture(words) = step
        {
            self.first.insert(id, words.clone());
        }
    }
}

fn assert_first_words(
    notebook: &Notebook,
    first: &HashMap<EventId, String>,
) -> Result<(), TestCaseError> {
    for capture in notebook.meetings().flat_map(|meeting| &meeting.captures) {
        prop_assert_eq!(Some(capture.first_words()), first.get(&capture.id).map(String::as_str));
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn the_first_words_survive_any_corrections_imports_merges_and_undos(
        steps in proptest::collection::vec((0..2_usize, any_step()), 0..40)
    ) {
        let mut two = Two::new();
        for (who, step) in &steps {
            two.perform(*who, step);
        }
        two.scenes.iter().try_for_each(|scene| assert_first_words(&scene.notebook, &two.first))?;
        let merged = joined(&two.scenes[0].notebook, &exported(&two.scenes[1].notebook));
        assert_first_words(&merged, &two.first)?;
        prop_assert!(joined(&merged, &two.older[0]) == merged);
    }
}
