//! Generates the events of a notebook: meetings in the order of time, and the steps of loops between
//! them.

use heard_core::event::kind::{EventKind, MeetingKind, Opening};
use heard_core::time::Local;
use heard_core::{Event, EventId};

use crate::client::Client;
use crate::meeting::{self, MeetingWriter};
use crate::random::Random;
use crate::recorder::Recorder;
use crate::size::Size;
use crate::start_times::start_times;
use crate::task_queue::TaskQueue;
use crate::{loop_course, review};

/// The most loops that begin in one meeting.
const MOST_NEW_LOOPS: usize = 5;

/// All events of a notebook of this size that ends at `until`, in the order of their recording.
pub(crate) fn events(seed: u64, until: Local, size: &Size) -> Vec<Event> {
    let mut random = Random::new(seed);
    let starts = start_times(&mut random, until, size);
    let new_loops = distribute(&mut random, size.loops, starts.len());
    let mut recorder = Recorder::new(size.clients, until.utc_offset_min);
    let (mut clients, mut tasks) = (Vec::new(), TaskQueue::default());
    for (meeting, (start_ms, new_loops)) in starts.into_iter().zip(new_loops).enumerate() {
        tasks.run_until(&mut recorder, &mut random, start_ms);
        recorder.open_page(&mut random, start_ms);
        let number = choose_client(&mut random, &clients, meeting, size);
        if number == clients.len() {
            clients.extend(Client::new(&mut random, &mut recorder, &clients));
        }
        let Some(client) = clients.get(number) else { continue };
        meet(&mut random, &mut recorder, &mut tasks, client, new_loops);
    }
    tasks.run_until(&mut recorder, &mut random, until.wall_ms);
    recorder.into_events()
}

/// Records a meeting with its review, and plans the tasks of its loops.
fn meet(
    random: &mut Random,
    recorder: &mut Recorder,
    tasks: &mut TaskQueue,
    client: &Client,
    new_loops: usize,
) {
    let Some(id) = open(random, recorder, client) else { return };
    let mut writer = MeetingWriter { random, recorder, client, id };
    let loops = meeting::record(&mut writer, new_loops);
    review::record(&mut writer);
    for begun in loops.begun {
        tasks.add(client.number, begun, loop_course::plan_new(random, recorder));
    }
    for raised in loops.raised {
        tasks.add(client.number, raised, loop_course::plan_raised(random, recorder));
    }
}

fn open(random: &mut Random, recorder: &mut Recorder, client: &Client) -> Option<EventId> {
    let them = u8::try_from(random.low_between(1, 5)).unwrap_or(1);
    let opening = Opening {
        client: Some(client.id),
        kind: random.pick(&MeetingKind::ALL),
        us: if random.percent(20) { 2 } else { 1 },
        them,
        began_ms_ago: if random.percent(8) { random.bits() % 300_000 } else { 0 },
        aim_percent: random.percent(10).then_some(40),
        utc_offset_min: recorder.utc_offset_min(),
    };
    recorder.begin(client.number, EventKind::MeetingOpened(opening))
}

/// The number of the client of a meeting: a new one from time to time until there are enough, else one
/// of those that are known, the first ones more often.
fn choose_client(random: &mut Random, known: &[Client], meeting: usize, size: &Size) -> usize {
    // All clients are known after seven tenths of the meetings.
    let wanted = (meeting * size.clients * 10 / (size.meetings * 7)) + 1;
    if known.len() < wanted.min(size.clients) {
        return known.len();
    }
    random.index(known.len()).min(random.index(known.len()))
}

/// Distributes this many loops over the meetings: how many begin in each.
fn distribute(random: &mut Random, loops: usize, meetings: usize) -> Vec<usize> {
    let mut counts = vec![0; meetings];
    for _ in 0..loops.min(meetings * MOST_NEW_LOOPS) {
        let mut at = random.index(meetings);
        while counts[at] == MOST_NEW_LOOPS {
            at = (at + 1) % meetings;
        }
        counts[at] += 1;
    }
    counts
}
