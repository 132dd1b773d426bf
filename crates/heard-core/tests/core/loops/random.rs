//! Random loop histories in two tabs that are merged later.

use heard_core::event::capture::Kind;
use heard_core::event::kind::{EventKind, NewCapture, Opening};
use heard_core::loops::{StepKind, Stepped};
use heard_core::time::Day;
use heard_core::{DocumentId, Event, EventId, Notebook, Record, Timestamp};
use proptest::prelude::*;

use crate::scene::{EVENING, opening};

/// Something that is tried. Numbers choose among what there is.
#[derive(Clone, Debug)]
pub(crate) enum Try {
    Open(usize),
    End,
    NewCapture(Kind, &'static str),
    Amend(usize, &'static str),
    Turn(usize, Kind),
    Strike(usize),
    Liken(usize, usize),
    Deny(usize),
    Step(usize, StepKind, &'static str),
    Assign(usize, Option<&'static str>),
    UndoStep(usize),
    UndoLast,
    RedoLast,
    /// Switches to the other tab.
    Change,
    /// The tabs hear of each other.
    Meet,
}

const WORDS: [&str; 4] = ["The printer jams", "The printer jams again", "Nobody calls back", " "];

pub(crate) fn any_tries() -> impl Strategy<Value = Vec<Try>> {
    let words = || proptest::sample::select(WORDS.to_vec());
    let nth = any::<usize>;
    let kind =
        || prop_oneof![3 => Just(Kind::Issue), 2 => Just(Kind::Promise), 1 => Just(Kind::Insight)];
    let step = proptest::sample::select(StepKind::ALL.to_vec());
    let one = prop_oneof![
        2 => nth().prop_map(Try::Open),
        1 => Just(Try::End),
        6 => (kind(), words()).prop_map(|(kind, words)| Try::NewCapture(kind, words)),
        1 => (nth(), words()).prop_map(|(nth, words)| Try::Amend(nth, words)),
        1 => (nth(), kind()).prop_map(|(nth, kind)| Try::Turn(nth, kind)),
        1 => nth().prop_map(Try::Strike),
        3 => (nth(), nth()).prop_map(|(one, other)| Try::Liken(one, other)),
        1 => nth().prop_map(Try::Deny),
        12 => (nth(), step, words()).prop_map(|(nth, kind, text)| Try::Step(nth, kind, text)),
        1 => (nth(), proptest::option::of(words())).prop_map(|(nth, owner)| Try::Assign(nth, owner)),
        2 => nth().prop_map(Try::UndoStep),
        1 => Just(Try::UndoLast),
        1 => Just(Try::RedoLast),
        2 => Just(Try::Change),
        1 => Just(Try::Meet),
    ];
    proptest::collection::vec(one, 0..60)
}

/// Two tabs, and everything that either admitted.
pub(crate) struct Tabs {
    notebooks: [Notebook; 2],
    at: usize,
    wall_ms: i64,
    clients: [EventId; 2],
    pub(crate) events: Vec<Event>,
}

impl Tabs {
    pub(crate) fn after(tries: &[Try]) -> Self {
        let nobody = EventId { n: 0, boot: DocumentId::from_random(1) };
        let mut tabs = Self {
            notebooks: [Notebook::default(), Notebook::default()],
            at: 0,
            wall_ms: EVENING,
            clients: [nobody; 2],
            events: Vec::new(),
        };
        tabs.clients = ["Harbour Trust", "Zoo"].map(|name| {
            let own = tabs.next();
            tabs.record(Record::Begun(own), EventKind::ClientAdded { name: name.to_owned() });
            own
        });
        tabs.meet();
        for one in tries {
            tabs.wall_ms += 36_000_000;
            tabs.attempt(one);
        }
        tabs.meet();
        tabs
    }

    /// What both tabs know in the end.
    pub(crate) fn notebook(&self) -> &Notebook {
        &self.notebooks[0]
    }

    fn next(&self) -> EventId {
        EventId {
            n: self.notebooks[self.at].next_n(),
            boot: DocumentId::from_random(self.at as u64 + 1),
        }
    }

    fn record(&mut self, of: Record, kind: EventKind) -> bool {
        let EventId { n, boot } = self.next();
        let mono_ms = u64::try_from(self.wall_ms - EVENING).unwrap();
        let at = Timestamp { boot, wall_ms: self.wall_ms, mono_ms };
        let event = Event { n, at, of, kind, raw: None };
        let Ok(notebook) = self.notebooks[self.at].apply(&event) else { return false };
        self.notebooks[self.at] = notebook;
        self.events.push(event);
        true
    }

    fn meet(&mut self) {
        let all = self.notebooks[0].with_all(&self.notebooks[1]);
        assert_eq!(all, self.notebooks[1].with_all(&self.notebooks[0]));
        self.notebooks = [all.clone(), all];
    }

    fn attempt(&mut self, one: &Try) {
        let notebook = self.notebooks[self.at].clone();
        let running = notebook.running().map(|meeting| meeting.id);
        let last = running.or_else(|| notebook.meetings().last().map(|meeting| meeting.id));
        let loops = notebook.loops();
        let nth = |nth: usize| nth.checked_rem(loops.len()).map(|nth| &*loops[nth]);
        let said = match *one {
            Try::Change => {
                self.at = 1 - self.at;
                None
            }
            Try::Meet => {
                self.meet();
                None
            }
            Try::Open(client) => {
                let client = Some(self.clients[client % 2]);
                Some((
                    Record::Begun(self.next()),
                    EventKind::MeetingOpened(Opening { client, ..opening() }),
                ))
            }
            Try::End => running.map(|id| (Record::Begun(id), EventKind::MeetingEnded)),
            Try::NewCapture(kind, words) => last.map(|id| {
                let catch = NewCapture {
                    kind,
                    words: words.to_owned(),
                    said_by: None,
                    ago_ms: 0,
                    mark: None,
                };
                (Record::Begun(id), EventKind::Captured(catch))
            }),
            Try::Amend(at, words) => nth(at).map(|one| {
                (one.home, EventKind::Amended { capture: one.id, words: words.to_owned() })
            }),
            Try::Turn(at, to) => {
                nth(at).map(|one| (one.home, EventKind::KindChanged { capture: one.id, to }))
            }
            Try::Strike(at) => nth(at).map(|one| (one.home, EventKind::Struck { what: one.id })),
            Try::Liken(one, other) => nth(one).zip(nth(other)).map(|(one, other)| {
                (one.home, EventKind::Likened { capture: one.id, to: Some(other.id) })
            }),
            Try::Deny(at) => {
                nth(at).map(|one| (one.home, EventKind::Likened { capture: one.id, to: None }))
            }
            Try::Step(at, kind, text) => {
                nth(at).zip(kind.with_text(text).ok()).and_then(|(one, step)| {
                    let at = heard_core::time::Local { wall_ms: self.wall_ms, utc_offset_min: 60 };
                    let stepped: Stepped = one.try_step(step, at).ok()?;
                    Some((one.home, EventKind::LoopStepped(stepped)))
                })
            }
            Try::Assign(at, owner) => nth(at).map(|one| {
                let owner = owner.map(str::to_owned);
                let by = Some(Day::of(self.wall_ms, 60));
                (one.home, EventKind::LoopAssigned { which: one.id, owner, by })
            }),
            Try::UndoStep(at) => nth(at)
                .and_then(|one| Some((one.home, EventKind::Undone { event: one.undoable()? }))),
            Try::UndoLast => notebook.undoing(last).ok(),
            Try::RedoLast => notebook.redoing(last).ok(),
        };
        if let Some((of, kind)) = said {
            self.record(of, kind);
        }
    }
}
