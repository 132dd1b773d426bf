//! Computes all loops from the extracts of the logs, the events of the settings, and imported files.

use std::rc::Rc;

use crate::event::Event;
use crate::event::id::{EventId, Record};
use crate::event::kind::EventKind;
use crate::event::loop_step::Step;
use crate::imported::UnreadData;
use crate::loops::extract::{CaughtLoop, Extract};
use crate::loops::imported;
use crate::loops::model::{Entry, Loop, Raise};
use crate::loops::state::State;
use crate::meeting::undo::History;
use crate::sorted_map::{self, Map};

/// All loops of a notebook, with the captures that raised them again.
#[derive(Debug, Default)]
pub(crate) struct Loops {
    /// The loops, ordered by identifier.
    pub(crate) all: Vec<Rc<Loop>>,
    /// Maps each capture that raised a loop again to that loop.
    again: Map<EventId, EventId>,
    /// The captures that the user marked as loops of their own, not as raising an earlier one again.
    denied: Vec<EventId>,
}

impl Loops {
    /// The loop with an identifier, or the loop that the capture with this identifier raised again. `None` if there is
    /// neither.
    pub(crate) fn find(&self, id: EventId) -> Option<&Rc<Loop>> {
        let id = self.again.get(&id).copied().unwrap_or(id);
        let place = self.all.binary_search_by_key(&id, |one| one.id).ok()?;
        self.all.get(place)
    }

    /// Returns whether the user has already answered whether a capture raises an earlier loop again.
    pub(crate) fn is_answered(&self, capture: EventId) -> bool {
        self.again.has(&capture) || self.denied.contains(&capture)
    }
}

/// An event that changes a loop.
enum Happening<'a> {
    Raised(&'a CaughtLoop, EventId),
    LoopEvents(&'a EventKind),
}

/// A loop in its initial state. `source` is the capture that began it, or `None` for an imported loop.
struct Begun<'a> {
    one: Loop,
    source: Option<&'a CaughtLoop>,
}

/// Events that concern loops, in no particular order.
type LoopEvents<'a> = Vec<(EventId, &'a EventKind)>;

/// The data from which the loops are computed.
pub(crate) struct Sources<'a> {
    /// The extract of every log, with the identifier of its meeting.
    pub(crate) logs: Vec<(EventId, Rc<Extract>)>,
    /// The events of the settings, in order. They hold the imported loops and their steps.
    pub(crate) settings: &'a [Event],
    /// Returns the client that a client was merged into, or the client itself if it was not merged.
    pub(crate) resolve: &'a dyn Fn(EventId) -> EventId,
}

/// Computes all loops.
pub(crate) fn collect(sources: &Sources) -> Loops {
    let Sources { logs, settings, .. } = sources;
    let begun = begun(sources);
    let history = History::of(*settings);
    let counts = |event: &&Event| event.kind.is_of_loop() && history.is_in_effect(event.id());
    let of_settings = settings.iter().filter(counts).map(|event| (event.id(), &event.kind));
    let steps = logs.iter().flat_map(|(_, extract)| &extract.steps).map(|(id, kind)| (*id, kind));
    let steps: LoopEvents = steps.chain(of_settings).collect();
    let (again, denied) = answers(&steps, &begun);
    let happenings = happenings(&steps, &begun, &again);
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

/// Returns every loop in its initial state, ordered by identifier. If a log and a file have the same loop, the log's is
/// used.
fn begun<'a>(sources: &'a Sources) -> Vec<Begun<'a>> {
    let mut all = Vec::new();
    for (meeting, extract) in &sources.logs {
        let client = extract.client.map(sources.resolve);
        for source in &extract.caught {
            all.push(Begun { one: caught(source, *meeting, client), source: Some(source) });
        }
    }
    for item in &UnreadData::of_all(sources.settings).loops {
        let one = imported::read(item, sources.resolve);
        all.extend(one.map(|one| Begun { one, source: None }));
    }
    sorted_map::first_of_each(&mut all, &|one, other| one.one.id.cmp(&other.one.id));
    all
}

/// Returns the changes of all loops as triples of the loop's identifier, the event's identifier and the change, in this
/// order.
fn happenings<'a>(
    steps: &LoopEvents<'a>,
    begun: &[Begun<'a>],
    again: &Map<EventId, EventId>,
) -> Vec<(EventId, EventId, Happening<'a>)> {
    let root = |id: EventId| again.get(&id).copied().unwrap_or(id);
    let led = steps.iter().filter_map(|(id, kind)| Some((root(kind.which_loop()?), *id, *kind)));
    let mut all: Vec<_> = led.map(|(of, id, kind)| (of, id, Happening::LoopEvents(kind))).collect();
    for Begun { one, source } in begun {
        if let (Some(source), Record::Begun(meeting), true) = (source, one.home, again.has(&one.id))
        {
            all.push((root(one.id), one.id, Happening::Raised(source, meeting)));
        }
    }
    sorted_map::sort(&mut all, &|one, other| (one.0, one.1).cmp(&(other.0, other.1)));
    all
}

fn caught(source: &CaughtLoop, meeting: EventId, client: Option<EventId>) -> Loop {
    Loop {
        id: source.id,
        home: Record::Begun(meeting),
        client,
        kind: source.kind,
        words: source.words.clone(),
        earlier: source.earlier.clone(),
        raised: vec![raise(source, meeting)],
        times_raised: 1,
        owner: None,
        promised_by: source.promised_by,
        state: State::Heard,
        last_update: None,
        updated_since_settled: false,
        closed: None,
        history: Vec::new(),
    }
}

fn raise(source: &CaughtLoop, meeting: EventId) -> Raise {
    Raise {
        at: source.at,
        capture: Some(source.id),
        meeting: Some(meeting),
        words: Some(source.words.clone()),
        by: source.by.clone(),
    }
}

fn happen(one: &mut Loop, event: EventId, happening: &Happening) {
    match happening {
        Happening::Raised(source, meeting) => {
            // The most recently promised day replaces the earlier one.
            one.promised_by = source.promised_by.or(one.promised_by);
            one.raise(raise(source, *meeting));
            one.history.push(Entry { event: None, at: source.at, step: Step::RaisedAgain });
        }
        Happening::LoopEvents(EventKind::LoopStepped(stepped)) => one.take(Some(event), stepped),
        Happening::LoopEvents(EventKind::LoopAssigned { owner, by, .. }) => {
            one.owner.clone_from(owner);
            one.promised_by = *by;
        }
        Happening::LoopEvents(_) => {}
    }
}

/// Returns the captures that raised a loop again, each with that loop, and the captures marked as loops of their own.
/// The last answer for a capture is used. The loop has to be older than the capture and of the same client, so there
/// are no cycles, and loops of different clients are never joined.
fn answers(steps: &LoopEvents, begun: &[Begun]) -> (Map<EventId, EventId>, Vec<EventId>) {
    let client = |id: EventId| {
        let place = begun.binary_search_by_key(&id, |begun| begun.one.id).ok()?;
        Some(begun[place].one.client)
    };
    let mut answers: Vec<(EventId, EventId, Option<EventId>)> = Vec::new();
    for (id, kind) in steps {
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
                // Answers are ordered by capture, so the loop that an older capture raised again is already known.
                let known = again.iter().find(|(known, _)| *known == to);
                again.push((capture, known.map_or(to, |(_, root)| *root)));
            }
            Some(_) => {}
            None => denied.push(capture),
        }
    }
    (Map::of(again), denied)
}
