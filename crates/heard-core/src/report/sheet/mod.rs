//! You said, we did, you were spared: what became of all that a client said, in their sentences.
//!
//! It is a [`Recap`] like any other, so every form of one can be had. It reads what the client may read and nothing else, and
//! it hides nothing: what is open still stands there, and so does what we will not do, with the reason.

mod describe;
mod labels;
mod period;
mod status;

pub use labels::Labels;
pub use period::{Period, Span};
pub use status::Became;

use std::rc::Rc;

use crate::codec::archive::mentions;
use crate::event::capture::Kind;
use crate::event::id::EventId;
use crate::loops::Loop;
use crate::meeting::Meeting;
use crate::meeting::log::Log;
use crate::notebook::Notebook;
use crate::report::recap::{Language, Recap, Shape, Told, day_of, dotted, ours, quoted, theirs};
use crate::sorted_map;

/// Which sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Whose; none for the meetings that had no client.
    pub client: Option<EventId>,
    /// Of which time.
    pub period: Period,
}

/// The sheet that is asked for.
///
/// A loop is on it that was raised or led on in the period, and one that was open then and still is.
pub fn sheet(notebook: &Notebook, asked: Asked, language: Language, labels: &Labels) -> Recap {
    let client = asked.client.map(|id| notebook.standing_client(id));
    let mut told = Told { blocks: Vec::new(), language };
    told.block(Shape::Title, vec![ours(labels.title)]);
    let name = client.and_then(|id| notebook.client(id)).map(|client| theirs(&client.name));
    let period = period_told(asked.period, language, labels);
    let head = vec![name.unwrap_or_else(|| ours(labels.nobody)), ours(&*period)];
    told.block(Shape::Meeting, dotted(head));
    let start = told.blocks.len();

    let loops = loops(notebook, client, asked.period);
    for became in Became::ALL {
        told.section((labels.section)(became), &|told| {
            for one in loops.iter().filter(|one| Became::of(one) == became) {
                told.one_loop(one, became, labels);
            }
        });
    }
    let spared_in = spared_in(notebook, client, asked.period);
    told.section(labels.spared, &|told| spared_in.iter().for_each(|one| told.spared(one)));
    told.around(start, labels);
    let subject = [labels.title, ", ", &period].concat();
    Recap::made_of(subject, told.blocks, language.labels.lang)
}

fn period_told(period: Period, language: Language, labels: &Labels) -> String {
    let [from, to] = [period.from, period.to].map(|day| day.map(language.day));
    (labels.period)(from.as_deref(), to.as_deref())
}

/// The loops of the sheet, in the order in which they were raised.
fn loops(notebook: &Notebook, client: Option<EventId>, period: Period) -> Vec<&Rc<Loop>> {
    let mut loops: Vec<&Rc<Loop>> =
        notebook.loops_of(client).filter(|one| is_told(one, period)).collect();
    let key = |one: &Loop| (one.raised[0].at.wall_ms, one.id);
    sorted_map::sort(&mut loops, &|one, other| key(one).cmp(&key(other)));
    loops
}

fn is_told(one: &Loop, period: Period) -> bool {
    let is_open = one.closed.is_none() && !one.state.is_settled();
    let raised = one.raised.iter().map(|raise| raise.at.day());
    let mut moved = raised
        .chain(one.history.iter().map(|entry| entry.at.day()))
        .chain(one.told.iter().map(|told| told.at.day()))
        .chain(one.closed.iter().map(|at| at.day()));
    is_open && period.reaches(one.raised[0].at.day()) || moved.any(|day| period.has(day))
}

/// The meetings of a client in a period in which something was spared, the first first. No other is read.
fn spared_in(notebook: &Notebook, client: Option<EventId>, period: Period) -> Vec<&Rc<Meeting>> {
    let is_theirs = |log: &&Rc<Log>| log.client().map(|id| notebook.standing_client(id)) == client;
    let may_spare = |log: &&Rc<Log>| {
        log.as_packed().is_none_or(|packed| mentions(packed.text(), Kind::Spared.word()))
    };
    let logs = notebook.logs().iter().filter(is_theirs).filter(may_spare);
    let is_within = |meeting: &&Rc<Meeting>| period.has(day_of(meeting));
    let mut meetings: Vec<_> = logs.filter_map(|log| log.meeting()).filter(is_within).collect();
    let key = |meeting: &Meeting| (meeting.started_wall_ms, meeting.id);
    sorted_map::sort(&mut meetings, &|one, other| key(one).cmp(&key(other)));
    meetings
}

impl Told {
    /// What did not happen to them.
    fn spared(&mut self, meeting: &Meeting) {
        for capture in meeting.captures.iter().filter(|one| one.kind == Kind::Spared) {
            let mut note: Vec<_> = capture.said_by.as_deref().map(theirs).into_iter().collect();
            note.push(ours((self.language.day)(day_of(meeting))));
            let says = quoted(&capture.words, self.language.labels);
            self.noted(Shape::Item, says, vec![dotted(note)]);
        }
    }

    /// What is said before all of it and after; or that there is nothing.
    fn around(&mut self, start: usize, labels: &Labels) {
        if self.blocks.len() == start {
            return self.block(Shape::Text, vec![ours(labels.nothing)]);
        }
        self.block(Shape::Text, vec![ours(labels.closing)]);
        let sections = self.blocks.split_off(start);
        self.block(Shape::Text, vec![ours(labels.intro)]);
        self.blocks.extend(sections);
    }
}
