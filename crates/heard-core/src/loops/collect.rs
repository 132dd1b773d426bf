//! All loops of a notebook, from what its logs say of them and what files brought.

use std::rc::Rc;

use crate::event::Event;
use crate::event::id::{EventId, Record};
use crate::event::kind::EventKind;
use crate::event::loop_step::Step;
use crate::loops::extract::{Seed, Seeds};
use crate::loops::imported;
use crate::loops::model::{Entry, Loop, Raise, State};
use crate::meeting::undo::History;
use crate::notebook::Notebook;
use crate::sorted_map::{self, Map};
use crate::transfer::imported::Rest;

/// Every loop, and by which names each is known.
#[derive(Debug, Default)]
pub(crate) struct Loops {
    /// In the order of their names.
    pub(crate) all: Vec<Rc<Loop>>,
    /// Of a capture that raised a loop again, the loop.
    again: Map<EventId, EventId>,
    /// The likeness that was denied: each of these captures is a loop of its own.
    denied: Vec<EventId>,
}

impl Loops {
    /// The loop of a name: its own, or that of a capture that raised it again.
    pub(crate) fn find(&self, id: EventId) -> Option<&Rc<Loop>> {
        let id = self.again.get(&id).copied().unwrap_or(id);
        let place = self.all.binary_search_by_key(&id, |one| one.id).ok()?;
        self.all.get(place)
    }

    /// Whether somebody said already which loop a capture belongs to, or that it is one of its own.
    pub(crate) fn is_answered(&self, capture: EventId) -> bool {
        self.again.has(&capture) || self.denied.contains(&capture)
    }
}

/// What happens to a loop, in the order of events.
enum Happening<'a> {
    Raised(&'a Seed, EventId),
    LoopEvents(&'a EventKind),
}

/// A loop before anything happened to it.
struct Begun<'a> {
    one: Loop,
    seed: Option<&'a Seed>,
}

/// What was said of loops, in no order that means anything.
type LoopEvents<'a> = Vec<(EventId, &'a EventKind)>;

pub(crate) fn gather(notebook: &Notebook) -> Loops {
    let logs: Vec<_> = notebook.logs().iter().map(|log| (log.id, log.seeds())).collect();
    let begun = begun(notebook, &logs);
    let settings = notebook.settings_events();
    let history = History::of(settings);
    let stands = |event: &&Event| event.kind.is_of_loop() && history.stands(event.id());
    let of_settings = settings.iter().filter(stands).map(|event| (event.id(), &event.kind));
    let said = logs.iter().flat_map(|(_, seeds)| &seeds.said).map(|(id, kind)| (*id, kind));
    let said: LoopEvents = said.chain(of_settings).collect();
    let (again, denied) = answers(&said, &begun);
    let happenings = happenings(&said, &begun, &again);
    let roots = begun.into_iter().filter(|begun| !again.has(&begun.one.id));
    let all = roots.map(|Begun { mut one, .. }| {
        let id = one.id;
        let first = happenings.partition_point(|(of, ..)| *of < id);
        let own = happenings[first..].iter().take_while(|(of, ..)| *of == id);
        own.for_each(|(_, event, happening)| happen(&mut one, *event, happening));
        Rc::new(one)
    });
    Loops { all: all.collect(), again, denied }
}

/// Every loop as it began, in the order of their names. Of one that a log here tells and a file as well, the log is believed.
fn begun<'a>(notebook: &Notebook, logs: &'a [(EventId, Rc<Seeds>)]) -> Vec<Begun<'a>> {
    let mut all = Vec::new();
    for (meeting, seeds) in logs {
        let client = seeds.client.map(|id| notebook.standing_client(id));
        for seed in &seeds.caught {
            all.push(Begun { one: caught(seed, *meeting, client), seed: Some(seed) });
        }
    }
    for item in &Rest::of_all(notebook.settings_events()).loops {
        all.extend(imported::read(item, notebook).map(|one| Begun { one, seed: None }));
    }
    sorted_map::first_of_each(&mut all, &|one, other| one.one.id.cmp(&other.one.id));
    all
}

/// What happened to each loop, and when: its name, the event's, and what.
fn happenings<'a>(
    said: &LoopEvents<'a>,
    begun: &[Begun<'a>],
    again: &Map<EventId, EventId>,
) -> Vec<(EventId, EventId, Happening<'a>)> {
    let root = |id: EventId| again.get(&id).copied().unwrap_or(id);
    let led = said.iter().filter_map(|(id, kind)| Some((root(kind.which_loop()?), *id, *kind)));
    let mut all: Vec<_> = led.map(|(of, id, kind)| (of, id, Happening::LoopEvents(kind))).collect();
    for Begun { one, seed } in begun {
        if let (Some(seed), Record::Begun(meeting), true) = (seed, one.home, again.has(&one.id)) {
            all.push((root(one.id), one.id, Happening::Raised(seed, meeting)));
        }
    }
    sorted_map::sort(&mut all, &|one, other| (one.0, one.1).cmp(&(other.0, other.1)));
    all
}

fn caught(seed: &Seed, meeting: EventId, client: Option<EventId>) -> Loop {
    Loop {
        id: seed.id,
        home: Record::Begun(meeting),
        client,
        kind: seed.kind,
        words: seed.words.clone(),
        earlier: seed.earlier.clone(),
        raised: vec![raise(seed, meeting)],
        times_raised: 1,
        owner: None,
        promised_by: seed.promised_by,
        state: State::Heard,
        told: None,
        told_since_settled: false,
        closed: None,
        history: Vec::new(),
    }
}

fn raise(seed: &Seed, meeting: EventId) -> Raise {
    Raise {
        at: seed.at,
        capture: Some(seed.id),
        meeting: Some(meeting),
        words: Some(seed.words.clone()),
        by: seed.by.clone(),
    }
}

fn happen(one: &mut Loop, event: EventId, happening: &Happening) {
    match happening {
        Happening::Raised(seed, meeting) => {
            // What was promised last is what they wait for.
            one.promised_by = seed.promised_by.or(one.promised_by);
            one.raise(raise(seed, *meeting));
            one.history.push(Entry { event: None, at: seed.at, step: Step::RaisedAgain });
        }
        Happening::LoopEvents(EventKind::LoopStepped(stepped)) => one.take(Some(event), stepped),
        Happening::LoopEvents(EventKind::LoopAssigned { owner, by, .. }) => {
            one.owner.clone_from(owner);
            one.promised_by = *by;
        }
        Happening::LoopEvents(_) => {}
    }
}

/// Which captures raised a loop again, and which are said to be loops of their own. The last answer counts. A loop is
/// only ever an older one of the same client: so no circle can come of it, and nobody's words come to somebody else.
fn answers(said: &LoopEvents, begun: &[Begun]) -> (Map<EventId, EventId>, Vec<EventId>) {
    let client = |id: EventId| {
        let place = begun.binary_search_by_key(&id, |begun| begun.one.id).ok()?;
        Some(begun[place].one.client)
    };
    let mut answers: Vec<(EventId, EventId, Option<EventId>)> = Vec::new();
    for (id, kind) in said {
        if let EventKind::Likened { capture, to } = kind {
            answers.push((*capture, *id, *to));
        }
    }
    sorted_map::sort(&mut answers, &Ord::cmp);
    sorted_map::last_of_each(&mut answers, &|one, other| one.0.cmp(&other.0));
    let fits = |capture: EventId, to: EventId| {
        to < capture && client(to).is_some() && client(to) == client(capture)
    };
    let (mut again, mut denied) = (Vec::new(), Vec::new());
    for (capture, _, to) in answers {
        match to {
            Some(to) if fits(capture, to) => {
                // The answers come in the order of the captures, so what an older one belongs to is known.
                let known = again.iter().find(|(known, _)| *known == to);
                again.push((capture, known.map_or(to, |(_, root)| *root)));
            }
            Some(_) => {}
            None => denied.push(capture),
        }
    }
    (Map::of(again), denied)
}
