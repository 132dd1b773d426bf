//! Random meetings: actions that select their own target in the meeting.

use heard_core::event::capture::{Kind, Tally};
use heard_core::event::floor::Source;
use heard_core::event::kind::EventKind;
use heard_core::meeting::away::Counted;
use heard_core::meeting::gap_detection::{self, Wake};
use heard_core::{EventId, Floor, Party, Refusal};
use proptest::prelude::*;

use crate::scene::{Scene, amended, captured, floor_left, opening, taken};

/// An action in a meeting. The numbers select an existing target, or a time in thousandths of the meeting.
#[derive(Clone, Debug)]
pub(crate) enum Action {
    Take(Party),
    Leave,
    Rest,
    Resume,
    Mark,
    NewCapture(Kind, String),
    Amend(usize, String),
    Strike(usize),
    Count(Tally),
    Move(usize, u64),
    Give(usize, Floor),
    Split(u64, Floor),
    /// The wall clock and the monotonic clock advance by these milliseconds, and a late timer records it.
    Sleep(i64, u64),
    CountAway(usize, Counted),
    Undo,
    Redo,
    End,
    Open,
    Reload,
}

/// An action and the time before it.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    pub(crate) wait_ms: u64,
    pub(crate) action: Action,
}

impl Scene {
    /// Performs an action. An action without a target counts as refused.
    pub(crate) fn perform(&mut self, action: &Action) -> Result<EventId, Refusal> {
        let kind = match *action {
            Action::Undo => return self.undo(),
            Action::Redo => return self.redo(),
            Action::Reload => {
                self.reload();
                return Err(Refusal::Unknown);
            }
            Action::Take(by) => taken(by),
            Action::Leave => floor_left(),
            Action::Rest => EventKind::BreakTaken,
            Action::Resume => EventKind::BreakEnded,
            Action::Mark => EventKind::MomentMarked,
            Action::NewCapture(kind, ref words) => captured(kind, words),
            Action::Amend(nth, ref words) => amended(self.capture(nth)?, words),
            Action::Strike(nth) => EventKind::Struck { what: self.capture(nth)? },
            Action::Count(tally) => EventKind::Tallied(tally),
            Action::Move(nth, part) => {
                EventKind::TurnMoved { turn: self.event(nth), to_ms: self.at(part) }
            }
            Action::Give(nth, to) => EventKind::TurnGiven { turn: self.event(nth), to },
            Action::Sleep(wall_ms, mono_ms) => {
                let since = self.now;
                self.now.wall_ms += wall_ms;
                self.now.mono_ms += mono_ms;
                gap_detection::missed(since, self.now, Wake::Pulse).ok_or(Refusal::Unknown)?;
                EventKind::AwayFound { since }
            }
            Action::CountAway(nth, counted) => {
                EventKind::AwayCounted { away: self.away(nth)?, counted }
            }
            Action::Split(part, to) => EventKind::TurnSplit { at_ms: self.at(part), to },
            Action::End => EventKind::MeetingEnded,
            Action::Open => EventKind::MeetingOpened(opening()),
        };
        self.try_record(kind)
    }

    fn capture(&self, nth: usize) -> Result<EventId, Refusal> {
        let meeting = self.notebook.meeting(self.meeting).ok_or(Refusal::Unknown)?;
        let nth = nth.checked_rem(meeting.captures.len()).ok_or(Refusal::Unknown)?;
        Ok(meeting.captures[nth].id)
    }

    fn away(&self, nth: usize) -> Result<EventId, Refusal> {
        let meeting = self.notebook.meeting(self.meeting).ok_or(Refusal::Unknown)?;
        let aways = meeting.aways(meeting.position(self.now));
        let nth = nth.checked_rem(aways.len()).ok_or(Refusal::Unknown)?;
        Ok(aways[nth].id)
    }

    fn event(&self, nth: usize) -> EventId {
        self.events[nth % self.events.len()].id()
    }

    fn at(&self, thousandths: u64) -> u64 {
        let meeting = self.notebook.meeting(self.meeting);
        meeting.map_or(0, |meeting| meeting.position(self.now)) * thousandths / 1_000
    }
}

/// Opens a meeting and performs the actions in order. `after` is called with the result of each.
pub(crate) fn perform_all(
    steps: &[Step],
    mut after: impl FnMut(&mut Scene, &Action, Result<EventId, Refusal>),
) -> Scene {
    let mut scene = Scene::opened();
    for Step { wait_ms, action } in steps {
        let outcome = scene.wait(*wait_ms).perform(action);
        after(&mut scene, action, outcome);
    }
    scene
}

/// Up to 40 actions of any kind.
pub(crate) fn any_steps() -> impl Strategy<Value = Vec<Step>> {
    proptest::collection::vec(
        (wait_ms(), prop_oneof![3 => live_action(), 1 => edit(), 1 => away(), 1 => rare()])
            .prop_map(|(wait_ms, action)| Step { wait_ms, action }),
        0..40,
    )
}

/// Up to 40 actions of a running meeting, with undo, redo and reloads.
pub(crate) fn live_steps() -> impl Strategy<Value = Vec<Step>> {
    let action = prop_oneof![8 => live_action(), 1 => Just(Action::Reload), 1 => Just(Action::End)];
    let step = (wait_ms(), action).prop_map(|(wait_ms, action)| Step { wait_ms, action });
    proptest::collection::vec(step, 0..40)
}

fn wait_ms() -> impl Strategy<Value = u64> {
    prop_oneof![1 => Just(0), 6 => 1_u64..300]
}

fn live_action() -> impl Strategy<Value = Action> {
    prop_oneof![
        6 => any_party().prop_map(Action::Take),
        1 => Just(Action::Leave),
        1 => Just(Action::Rest),
        2 => Just(Action::Resume),
        1 => Just(Action::Mark),
        2 => (any_kind(), "\\PC{0,12}").prop_map(|(kind, words)| Action::NewCapture(kind, words)),
        2 => (any::<usize>(), "\\PC{0,12}").prop_map(|(nth, words)| Action::Amend(nth, words)),
        1 => any::<usize>().prop_map(Action::Strike),
        1 => any_tally().prop_map(Action::Count),
        2 => Just(Action::Undo),
        2 => Just(Action::Redo),
    ]
}

fn edit() -> impl Strategy<Value = Action> {
    prop_oneof![
        (any::<usize>(), 0_u64..1_200).prop_map(|(nth, part)| Action::Move(nth, part)),
        (any::<usize>(), any_floor()).prop_map(|(nth, to)| Action::Give(nth, to)),
        (0_u64..1_200, any_floor()).prop_map(|(part, to)| Action::Split(part, to)),
    ]
}

fn away() -> impl Strategy<Value = Action> {
    let ms = prop_oneof![90_001_u64..100_000, 0_u64..20_000];
    let ahead = prop_oneof![0_i64..5, 10_001_i64..20_000, -20_000_i64..0];
    prop_oneof![
        (ms, ahead).prop_map(|(ms, ahead)| Action::Sleep(i64::try_from(ms).unwrap() + ahead, ms)),
        (any::<usize>(), any_counted()).prop_map(|(nth, counted)| Action::CountAway(nth, counted)),
    ]
}

fn rare() -> impl Strategy<Value = Action> {
    prop_oneof![Just(Action::Reload), Just(Action::End), Just(Action::Open)]
}

pub(crate) fn any_party() -> impl Strategy<Value = Party> {
    prop_oneof![Just(Party::Client), Just(Party::Consultant)]
}

pub(crate) fn any_floor() -> impl Strategy<Value = Floor> {
    prop_oneof![Just(Floor::Client), Just(Floor::Consultant), Just(Floor::Open)]
}

pub(crate) fn any_counted() -> impl Strategy<Value = Counted> {
    proptest::sample::select(Counted::ALL.to_vec())
}

pub(crate) fn any_source() -> impl Strategy<Value = Source> {
    prop_oneof![Just(Source::Touch), Just(Source::Ear), Just(Source::Api), Just(Source::Edit)]
}

pub(crate) fn any_kind() -> impl Strategy<Value = Kind> {
    proptest::sample::select(Kind::ALL.to_vec())
}

pub(crate) fn any_tally() -> impl Strategy<Value = Tally> {
    proptest::sample::select(Tally::ALL.to_vec())
}

/// The divisor of the number of cases, for runs that repeat the tests many times.
#[allow(
    clippy::disallowed_methods,
    reason = "the core may not ask its surroundings; its tests may"
)]
pub(crate) fn share() -> u32 {
    let share = std::env::var("HEARD_PROPERTY_SHARE").ok().and_then(|share| share.parse().ok());
    share.unwrap_or(1).max(1)
}

/// The configuration of property tests: failures are printed, and no file is written.
pub(crate) fn config(cases: u32) -> ProptestConfig {
    let cases = (cases / share()).max(1);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}
