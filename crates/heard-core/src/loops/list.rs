//! All loops in the order in which somebody looks through them, with what is searched made ready beforehand.

use std::cmp::Ordering;
use std::rc::Rc;

use crate::event::id::EventId;
use crate::loops::model::Loop;
use crate::loops::query::Query;
use crate::sorted_map;
use crate::time::Day;

/// The most promises that come before everything else.
const MOST_DUE: usize = 5;

/// A loop on the shelf.
#[derive(Debug)]
pub struct ListedLoop {
    /// The loop.
    pub one: Rc<Loop>,
    /// The name of its client, if it has one that is known.
    pub client: Option<Rc<str>>,
    /// All that a search looks at, in small letters.
    text: String,
}

/// The loops of a notebook, those first that have been without word for longest.
#[derive(Debug, Default)]
pub struct LoopList {
    all: Vec<ListedLoop>,
}

/// What was found, as places on the shelf.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// In the order in which it is shown.
    pub places: Vec<usize>,
    /// How many of the first ones come before the others because their promised day is near, or has passed.
    pub due: usize,
    /// How many more would fit that the client has closed.
    pub closed: usize,
}

impl LoopList {
    /// Orders loops: first those whose client waits for an update, then the settled ones that the client knows of, each
    /// group by the age of silence, the longest first; at the end those that the client closed, the last closed first.
    ///
    /// `client_name` gives the name of a client, and `None` where no client has that id.
    pub(crate) fn new(
        loops: &[Rc<Loop>],
        client_name: &dyn Fn(EventId) -> Option<Rc<str>>,
    ) -> Self {
        let listed = loops.iter().map(|one| ListedLoop::new(Rc::clone(one), client_name));
        let mut all: Vec<ListedLoop> = listed.collect();
        sorted_map::sort(&mut all, &|one, other| in_turn(&one.one, &other.one));
        Self { all }
    }

    /// What lies at a place.
    pub fn get(&self, place: usize) -> Option<&ListedLoop> {
        self.all.get(place)
    }

    /// Where a loop lies.
    pub fn place_of(&self, id: EventId) -> Option<usize> {
        self.all.iter().position(|shelved| shelved.one.id == id)
    }

    /// Everything, in order.
    pub fn all(&self) -> &[ListedLoop] {
        &self.all
    }

    /// Whoever of us sees to one of them, by name.
    pub fn owners(&self) -> Vec<Rc<str>> {
        let owners = self.all.iter().filter_map(|shelved| shelved.one.owner.as_deref());
        let mut owners: Vec<Rc<str>> = owners.map(Rc::from).collect();
        sorted_map::first_of_each(&mut owners, &Ord::cmp);
        owners
    }

    /// The clients of all of them, by name.
    pub fn clients(&self) -> Vec<(Rc<str>, EventId)> {
        let client = |shelved: &ListedLoop| Some((shelved.client.clone()?, shelved.one.client?));
        let mut clients: Vec<_> = self.all.iter().filter_map(client).collect();
        sorted_map::first_of_each(&mut clients, &Ord::cmp);
        clients
    }

    /// What fits, in order; what is promised for these days comes first.
    pub fn find(&self, query: &Query, today: Day) -> Found {
        let words = query.words.to_ascii_lowercase();
        let fits = |shelved: &ListedLoop| {
            query.fits(&shelved.one) && words.split_whitespace().all(|word| shelved.has(word))
        };
        let mut found = Found::default();
        for (place, shelved) in self.all.iter().enumerate().filter(|(_, shelved)| fits(shelved)) {
            if query.closed || shelved.one.closed.is_none() {
                found.places.push(place);
            } else {
                found.closed += 1;
            }
        }
        self.bring_forward(&mut found, today);
        found
    }

    fn bring_forward(&self, found: &mut Found, today: Day) {
        let is_due = |place: &usize| self.all[*place].one.is_due(today);
        let mut due: Vec<usize> = found.places.iter().copied().filter(is_due).collect();
        let day = |place: usize| self.all[place].one.promised_by;
        sorted_map::sort(&mut due, &|one, other| day(*one).cmp(&day(*other)));
        due.truncate(MOST_DUE);
        found.places.retain(|place| !due.contains(place));
        found.due = due.len();
        due.append(&mut found.places);
        found.places = due;
    }
}

impl Found {
    /// Puts one where it was before, so that nothing moves away under the finger that touched it: what lies at `place` on the
    /// shelf comes to the row `row`, among the promised ones if it was there.
    pub fn hold(&mut self, place: usize, row: usize, was_due: bool) {
        if let Some(now) = self.places.iter().position(|other| *other == place) {
            self.places.remove(now);
            self.due -= usize::from(now < self.due);
        }
        let row = if was_due { row.min(self.due) } else { row.max(self.due) };
        self.places.insert(row.min(self.places.len()), place);
        self.due += usize::from(was_due);
    }
}

impl ListedLoop {
    fn new(one: Rc<Loop>, client_name: &dyn Fn(EventId) -> Option<Rc<str>>) -> Self {
        let client = one.client.and_then(client_name);
        let mut text = one.words.clone();
        let raised = one.raised.iter().flat_map(|raise| [&raise.words, &raise.by]).flatten();
        let all = one.earlier.iter().chain(raised).chain(&one.owner).map(String::as_str);
        for more in all.chain(client.as_deref()) {
            // No word that is typed goes over the end of a line.
            text.push('\n');
            text.push_str(more);
        }
        text.make_ascii_lowercase();
        Self { one, client, text }
    }

    fn has(&self, word: &str) -> bool {
        self.text.contains(word)
    }
}

/// Which of two comes first.
fn in_turn(one: &Loop, other: &Loop) -> Ordering {
    let group = |one: &Loop| (one.closed.is_some(), !one.awaits_word());
    let by_silence = || match (one.closed, other.closed) {
        (Some(one), Some(other)) => other.wall_ms.cmp(&one.wall_ms),
        _ => one.silent_since().cmp(&other.silent_since()),
    };
    group(one).cmp(&group(other)).then_with(by_silence).then_with(|| one.id.cmp(&other.id))
}
