//! The last meetings, each with the figures that are drawn of it.

use std::rc::Rc;

use crate::event::id::EventId;
use crate::meeting::Meeting;
use crate::meeting::log::Log;
use crate::meeting::talk_band::Band;
use crate::notebook::Notebook;

/// How many meetings back the charts go.
pub const MEETINGS: usize = 24;

/// A meeting as a picture has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Met {
    /// The meeting.
    pub id: EventId,
    /// The wall clock at its start, in milliseconds since 1970.
    pub started_wall_ms: i64,
    /// One's own share of speech, in percent.
    pub talk_percent: u64,
    /// What is usual for its kind and its people.
    pub band: Band,
    /// What was guessed before looking, in percent.
    pub guess_percent: Option<u64>,
    /// How long they had before we first took the floor, in milliseconds.
    pub opening_ms: Option<u64>,
}

impl Met {
    /// What a meeting shows; nothing where it runs still, or where nothing is known of who spoke.
    fn of(meeting: &Meeting) -> Option<Self> {
        let measures = meeting.measures(meeting.ended_ms?);
        let opening = &meeting.opening;
        Some(Self {
            id: meeting.id,
            started_wall_ms: meeting.started_wall_ms,
            talk_percent: measures.talk_percent().filter(|_| meeting.was_touched())?,
            band: Band::of(opening.kind, opening.us, opening.them),
            guess_percent: meeting.after.guess_percent.map(u64::from),
            opening_ms: measures.opening_story_ms,
        })
    }

    /// The guess less the truth, in percentage points: below nought where more was said than was guessed.
    pub fn gap_points(&self) -> Option<i64> {
        // Both are at most a hundred.
        Some(i64::try_from(self.guess_percent?).ok()? - i64::try_from(self.talk_percent).ok()?)
    }
}

/// So many of the newest meetings are looked through for clients.
const LOOKED_AT: usize = 240;

/// Of the last meetings that ended, all or those with one client, those that show something, the oldest first; and how
/// many are left out because they are covered: their figures wait for a guess.
///
/// Only so many meetings are read as the picture shows at most. A packed one is read when its turn comes, and its client
/// and its end are known without: reading ten years of them would take seconds.
pub fn met(
    notebook: &Notebook,
    client: Option<EventId>,
    is_covered: &dyn Fn(&Meeting) -> bool,
) -> (Vec<Met>, usize) {
    let newest = notebook.newest();
    let fits = |log: &&&Rc<Log>| client.is_none() || standing(notebook, log) == client;
    let last = newest.iter().filter(fits).filter_map(|log| log.meeting());
    let (mut all, mut covered) = (Vec::new(), 0);
    for meeting in last.take(MEETINGS) {
        if is_covered(meeting) {
            covered += 1;
        } else {
            all.extend(Met::of(meeting));
        }
    }
    all.reverse();
    (all, covered)
}

/// The clients of the newest meetings, each once, the newest first: at most so many. No meeting is read for it.
pub fn clients(notebook: &Notebook, most: usize) -> Vec<EventId> {
    let mut all: Vec<EventId> = Vec::new();
    for log in notebook.newest().into_iter().take(LOOKED_AT) {
        if let Some(client) = standing(notebook, log)
            && all.len() < most
            && !all.contains(&client)
        {
            all.push(client);
        }
    }
    all
}

fn standing(notebook: &Notebook, log: &Log) -> Option<EventId> {
    log.client().map(|id| notebook.standing_client(id))
}
