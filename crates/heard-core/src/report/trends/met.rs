//! The last meetings, with the metrics that charts show.

use std::rc::Rc;

use crate::event::id::EventId;
use crate::meeting::Meeting;
use crate::meeting::log::Log;
use crate::meeting::talk_band::Band;
use crate::notebook::Notebook;

/// The largest number of meetings in a chart.
pub const MEETINGS: usize = 24;

/// The metrics of a meeting that a chart shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Met {
    /// The id of the meeting.
    pub id: EventId,
    /// The wall clock at its start, in milliseconds since 1970.
    pub started_wall_ms: i64,
    /// The consultant's share of speech, 0 to 100 percent.
    pub talk_percent: u64,
    /// The usual range of that share for the kind of the meeting and the number of its participants.
    pub band: Band,
    /// The consultant's guess of that share, 0 to 100 percent; `None` if there was no guess.
    pub guess_percent: Option<u64>,
    /// The client's speaking time before the consultant's first turn, in milliseconds; `None` if it is not known.
    pub opening_ms: Option<u64>,
}

impl Met {
    /// The metrics of a meeting; `None` if it is still running, or if it is not recorded who spoke.
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

    /// The guess minus the measured share, in percentage points: negative if the consultant spoke more than they
    /// guessed. `None` without a guess.
    pub fn gap_points(&self) -> Option<i64> {
        // Both are at most 100.
        Some(i64::try_from(self.guess_percent?).ok()? - i64::try_from(self.talk_percent).ok()?)
    }
}

/// The number of meetings, from the newest, in which [`clients`] searches.
const LOOKED_AT: usize = 240;

/// The metrics of the last [`MEETINGS`] meetings, of all clients or of one, the oldest first; and the number of these
/// meetings that were left out because `is_covered` returned true: their metrics are hidden until the consultant has
/// guessed.
///
/// Only the meetings that the chart can show are parsed. Packed ones are parsed one at a time, and their client is read
/// without parsing them, because parsing the meetings of ten years would take seconds.
pub fn met(
    notebook: &Notebook,
    client: Option<EventId>,
    is_covered: &dyn Fn(&Meeting) -> bool,
) -> (Vec<Met>, usize) {
    let newest = notebook.newest();
    let fits = |log: &&&Rc<Log>| client.is_none() || client_of(notebook, log) == client;
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

/// The clients of the newest meetings, each once, the most recent first, and at most `most`. No meeting is parsed.
pub fn clients(notebook: &Notebook, most: usize) -> Vec<EventId> {
    let mut all: Vec<EventId> = Vec::new();
    for log in notebook.newest().into_iter().take(LOOKED_AT) {
        if let Some(client) = client_of(notebook, log)
            && all.len() < most
            && !all.contains(&client)
        {
            all.push(client);
        }
    }
    all
}

fn client_of(notebook: &Notebook, log: &Log) -> Option<EventId> {
    log.client().map(|id| notebook.resolved_client(id))
}
