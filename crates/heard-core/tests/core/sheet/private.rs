//! Tests that a sheet has exactly what its client may read.
//!
//! Every text in these notebooks is a word that occurs once. So a test can list exactly what a sheet holds.

use heard_core::event::capture::{Kind, Tally};
use heard_core::event::kind::{EventKind, NewCapture, Opening};
use heard_core::event::review::{Cost, CostKind, NoticeText};
use heard_core::loops::{State, StepKind};
use heard_core::report::sheet::SheetRequest;
use heard_core::time::Day;
use heard_core::{EventId, Notebook};
use proptest::prelude::*;

use crate::random_actions::config;
use crate::recap::private::{Words, words};
use crate::scene::{Scene, opening};
use crate::sheet::drawn;

/// Which kind, about which thing, with which of a few numbers.
type Step = (u8, usize, u8);

fn any_steps() -> impl Strategy<Value = Vec<Step>> {
    proptest::collection::vec((0..20_u8, any::<usize>(), any::<u8>()), 0..60)
}

/// A notebook of two clients, and of meetings without one.
struct RandomNotebook {
    scene: Scene,
    clients: [Option<EventId>; 3],
    written: u32,
}

impl RandomNotebook {
    fn new() -> Self {
        let clients = [None; 3];
        let mut notebook = Self { scene: Scene::empty(), clients, written: 0 };
        for at in 0..2 {
            let name = notebook.word();
            notebook.clients[at] = Some(notebook.scene.record(EventKind::ClientAdded { name }));
        }
        notebook.hold_meeting(0);
        notebook
    }

    /// A word that occurs once.
    fn word(&mut self) -> String {
        self.written += 1;
        format!("zq{}z", self.written)
    }

    #[allow(clippy::unnecessary_wraps, reason = "what it stands for may be left out")]
    fn some(&mut self) -> Option<String> {
        Some(self.word())
    }

    fn hold_meeting(&mut self, whom: usize) {
        self.scene.try_record(EventKind::MeetingEnded).ok();
        let client = self.clients[whom % 3];
        self.scene.record(EventKind::MeetingOpened(Opening { client, ..opening() }));
    }

    fn captures(&mut self, kind: Kind) {
        let (words, said_by) = (self.word(), self.some());
        let catch = NewCapture { kind, words, said_by, ago_ms: 0, mark: None };
        self.scene.record(EventKind::Captured(catch));
    }

    /// Leads some loop on, if it can be led so.
    fn leads(&mut self, nth: usize, number: u8) {
        let loops = self.scene.notebook.loops();
        let Some(one) = nth.checked_rem(loops.len()).map(|nth| loops[nth].clone()) else { return };
        let text = self.word();
        if number % 8 == 7 {
            let by = Day::parse("2026-12-01");
            let kind = EventKind::LoopAssigned { which: one.id, owner: Some(text), by };
            self.scene.try_record_for(one.home, kind).ok();
        } else {
            let kind = StepKind::ALL[usize::from(number % 8)];
            self.scene.try_step(one.id, kind, &text).ok();
        }
    }

    fn act(&mut self, (what, nth, number): Step) -> Option<EventKind> {
        let meeting = self.scene.notebook.meeting(self.scene.meeting)?;
        let ids: Vec<_> = meeting.captures.iter().map(|capture| capture.id).collect();
        let capture = || Some(ids[nth.checked_rem(ids.len())?]);
        let loops = self.scene.notebook.loops();
        let older = nth.checked_rem(loops.len()).map(|nth| loops[nth].id);
        Some(match what {
            10 => EventKind::Amended { capture: capture()?, words: self.word() },
            11 => {
                let to = Kind::ALL[usize::from(number) % Kind::ALL.len()];
                EventKind::KindChanged { capture: capture()?, to }
            }
            12 => EventKind::Reworded { capture: capture()?, ours: self.some() },
            13 => EventKind::Planned {
                capture: capture()?,
                known_by: self.some(),
                by: Day::parse("2026-12-01"),
            },
            14 => EventKind::Likened { capture: *ids.last()?, to: older },
            15 => EventKind::CostNoted {
                cost: None,
                text: Cost { kind: CostKind::Pain, whom: self.some(), note: self.some() },
            },
            16 => EventKind::NoticeWritten {
                notice: None,
                text: NoticeText { what: self.word(), how_long: self.some(), how_to_stop: None },
            },
            17 => {
                EventKind::StoryWritten { story: None, learned: self.word(), changed: self.some() }
            }
            18 => EventKind::Tallied(Tally::ALL[usize::from(number) % 3]),
            _ => EventKind::Struck { what: capture()? },
        })
    }

    fn perform(&mut self, step: Step) {
        let (what, nth, number) = step;
        self.scene.wait(1_000);
        match what {
            0..=3 => self.captures(Kind::ALL[usize::from(number) % Kind::ALL.len()]),
            4 | 5 => self.captures(Kind::Issue),
            6..=8 => self.leads(nth, number),
            9 => self.hold_meeting(nth),
            _ => {
                if let Some(kind) = self.act(step) {
                    self.scene.try_record(kind).ok();
                }
            }
        }
    }
}

/// What may stand on the sheet of a client.
fn permitted(notebook: &Notebook, client: Option<EventId>) -> Words {
    let mut all = Words::new();
    all.extend(client.and_then(|id| notebook.client(id)).map(|client| client.name.to_string()));
    for one in notebook.loops_of(client) {
        all.insert(one.words.clone());
        for raise in &one.raised {
            all.extend(raise.words.clone());
            all.extend(raise.by.clone());
        }
        if let State::NotDoing { because } = &one.state {
            all.insert(because.as_str().to_owned());
        }
    }
    let meetings = notebook.meetings().filter(|meeting| meeting.opening.client == client);
    for capture in meetings.flat_map(|meeting| &meeting.captures) {
        if capture.kind == Kind::Spared {
            all.insert(capture.words.clone());
            all.extend(capture.said_by.clone());
        }
    }
    all
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn a_sheet_has_exactly_the_words_of_its_client(steps in any_steps()) {
        let mut random = RandomNotebook::new();
        for step in steps {
            random.perform(step);
        }
        let notebook = &random.scene.notebook;
        for client in random.clients {
            let sheet = drawn(notebook, SheetRequest { client, ..SheetRequest::default() });
            let permitted = permitted(notebook, client);
            for text in [sheet.markdown(), sheet.plain(), sheet.html(), sheet.html_fragment(3)] {
                prop_assert_eq!(&words(&text), &permitted, "{}", text);
            }
            prop_assert!(!sheet.subject.contains("zq"));
        }
    }
}
