//! The course of it all: meetings in their order, and between them what became of the loops.

use heard_core::event::kind::{EventKind, MeetingKind, Opening};
use heard_core::time::Local;
use heard_core::{Event, EventId};

use crate::afterwards::afterwards;
use crate::agenda::Agenda;
use crate::client::Client;
use crate::diary;
use crate::dice::Dice;
use crate::life;
use crate::meeting::{self, Place};
use crate::scribe::Scribe;
use crate::shape::Shape;

/// The most loops that begin in one meeting.
const MOST_BEGUN: usize = 5;

/// All events of a notebook, in the order in which they were written.
pub(crate) fn lived(seed: u64, until: Local, shape: &Shape) -> Vec<Event> {
    let mut dice = Dice::new(seed);
    let beginnings = diary::beginnings(&mut dice, until, shape);
    let begun = shares(&mut dice, shape.loops, beginnings.len());
    let mut scribe = Scribe::new(shape.clients, until.utc_offset_min);
    let (mut clients, mut agenda) = (Vec::new(), Agenda::default());
    for (number, (at_ms, begun)) in beginnings.into_iter().zip(begun).enumerate() {
        agenda.work_off(&mut scribe, &mut dice, at_ms);
        scribe.open_page(&mut dice, at_ms);
        let who = whom(&mut dice, &clients, number, shape);
        if who == clients.len() {
            clients.extend(Client::new(&mut dice, &mut scribe, &clients));
        }
        let Some(client) = clients.get(who) else { continue };
        visit(&mut dice, &mut scribe, &mut agenda, client, begun);
    }
    agenda.work_off(&mut scribe, &mut dice, until.wall_ms);
    scribe.written()
}

fn visit(dice: &mut Dice, scribe: &mut Scribe, agenda: &mut Agenda, client: &Client, begun: usize) {
    let Some(id) = open(dice, scribe, client) else { return };
    let mut place = Place { dice, scribe, client, id };
    let left = meeting::held(&mut place, begun);
    afterwards(&mut place);
    for which in left.begun {
        agenda.add(client.who, which, life::of_new(dice, scribe));
    }
    for which in left.raised {
        agenda.add(client.who, which, life::of_raised(dice, scribe));
    }
}

fn open(dice: &mut Dice, scribe: &mut Scribe, client: &Client) -> Option<EventId> {
    let them = u8::try_from(dice.sooner(1, 5)).unwrap_or(1);
    let opening = Opening {
        client: Some(client.id),
        kind: dice.pick(&MeetingKind::ALL),
        us: if dice.chance(20) { 2 } else { 1 },
        them,
        began_ms_ago: if dice.chance(8) { dice.any() % 300_000 } else { 0 },
        aim_percent: dice.chance(10).then_some(40),
        utc_offset_min: scribe.utc_offset_min(),
    };
    scribe.begins(client.who, EventKind::MeetingOpened(opening))
}

/// Who is met: somebody new now and then, until all are known; else one of those known, the first ones more often.
fn whom(dice: &mut Dice, known: &[Client], number: usize, shape: &Shape) -> usize {
    let due = (number * shape.clients * 10 / (shape.meetings * 7)) + 1;
    if known.len() < due.min(shape.clients) {
        return known.len();
    }
    dice.place(known.len()).min(dice.place(known.len()))
}

/// How many of so many loops begin in each meeting.
fn shares(dice: &mut Dice, loops: usize, meetings: usize) -> Vec<usize> {
    let mut shares = vec![0; meetings];
    for _ in 0..loops.min(meetings * MOST_BEGUN) {
        let mut place = dice.place(meetings);
        while shares[place] == MOST_BEGUN {
            place = (place + 1) % meetings;
        }
        shares[place] += 1;
    }
    shares
}
