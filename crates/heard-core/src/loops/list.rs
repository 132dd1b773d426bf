//! The list of loops in display order, with the text that searches look at prepared in advance.

use std::cmp::Ordering;
use std::rc::Rc;

use crate::event::id::EventId;
use crate::loops::model::Loop;
use crate::loops::query::Query;
use crate::sorted_map;
use crate::time::Day;

/// The maximum number of promises that are listed first because they are due soon.
const MOST_DUE: usize = 5;

/// A loop in the list.
#[derive(Debug)]
pub struct ListedLoop {
    /// The loop.
    pub one: Rc<Loop>,
    /// The name of its client; `None` if it has no client or the client is not known.
    pub client: Option<Rc<str>>,
    /// The text that searches look at, with ASCII letters in lower case.
    text: String,
}

/// The loops of a notebook, ordered by the time without an update to the client, the longest first.
#[derive(Debug, Default)]
pub struct LoopList {
    all: Vec<ListedLoop>,
}

/// The result of a search, as indices into a [`LoopList`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The indices of the loops found, in display order.
    pub places: Vec<usize>,
    /// The number of loops at the start of `places` that come first because their promised day is near or past.
    pub due: usize,
    /// The number of further matches that are left out because the client closed them.
    pub closed: usize,
}

impl LoopList {
    /// Orders loops in three groups: those whose client waits for an update, those that are settled and whose client
    /// was informed, and those that the client closed. The first two are ordered by the age of silence, the longest
    /// first; the last by the time of closing, the latest first.
    ///
    /// `client_name` returns the name of a client, and `None` if there is no client with that identifier.
    pub(crate) fn new(
        loops: &[Rc<Loop>],
        client_name: &dyn Fn(EventId) -> Option<Rc<str>>,
    ) -> Self {
        let listed = loops.iter().map(|one| ListedLoop::new(Rc::clone(one), client_name));
        let mut all: Vec<ListedLoop> = listed.collect();
        sorted_map::sort(&mut all, &|one, other| in_turn(&one.one, &other.one));
        Self { all }
    }

    /// The loop at an index; `None` if the index is out of bounds.
    pub fn get(&self, place: usize) -> Option<&ListedLoop> {
        self.all.get(place)
    }

    /// The index of the loop with an identifier; `None` if it is not in the list.
    pub fn place_of(&self, id: EventId) -> Option<usize> {
        self.all.iter().position(|shelved| shelved.one.id == id)
    }

    /// All loops, in order.
    pub fn all(&self) -> &[ListedLoop] {
        &self.all
    }

    /// The names of all owners, sorted and without duplicates.
    pub fn owners(&self) -> Vec<Rc<str>> {
        let owners = self.all.iter().filter_map(|shelved| shelved.one.owner.as_deref());
        let mut owners: Vec<Rc<str>> = owners.map(Rc::from).collect();
        sorted_map::first_of_each(&mut owners, &Ord::cmp);
        owners
    }

    /// The clients of all loops with their names, sorted by name and without duplicates.
    pub fn clients(&self) -> Vec<(Rc<str>, EventId)> {
        let client = |shelved: &ListedLoop| Some((shelved.client.clone()?, shelved.one.client?));
        let mut clients: Vec<_> = self.all.iter().filter_map(client).collect();
        sorted_map::first_of_each(&mut clients, &Ord::cmp);
        clients
    }

    /// Returns the loops that match a query, in order. Loops whose promised day is near or past come first.
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
    /// Moves the loop with the index `place` to the row `row`, so that a loop in use does not move when the list
    /// changes. It stays in the group of due loops if `was_due` is set, and in the other group if not.
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
            // A typed word has no line break, so no match extends over two texts.
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

/// Compares two loops by their display order.
fn in_turn(one: &Loop, other: &Loop) -> Ordering {
    let group = |one: &Loop| (one.closed.is_some(), !one.awaits_word());
    let by_silence = || match (one.closed, other.closed) {
        (Some(one), Some(other)) => other.wall_ms.cmp(&one.wall_ms),
        _ => one.silent_since().cmp(&other.silent_since()),
    };
    group(one).cmp(&group(other)).then_with(by_silence).then_with(|| one.id.cmp(&other.id))
}
