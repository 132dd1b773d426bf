//! The sheet "you said, we did, you were spared": all loops of a client with their status, in the client's words.
//!
//! A sheet is a [`Recap`], so it can be written in the same formats. It contains only what the client may read, and
//! leaves out no status: open loops are listed, and so are declined ones with the reason.

mod describe;
mod labels;
mod period;
mod status;

pub use labels::Labels;
pub use period::{Period, Span};
pub use status::Status;

use std::rc::Rc;

use crate::codec::archive::mentions;
use crate::event::capture::Kind;
use crate::event::id::EventId;
use crate::loops::Loop;
use crate::meeting::Meeting;
use crate::meeting::log::Log;
use crate::notebook::Notebook;
use crate::report::recap::{
    Language, Recap, RecapBuilder, Shape, day_of, dotted, ours, quoted, theirs,
};
use crate::sorted_map;

/// The client and the period of a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SheetRequest {
    /// The client; `None` for the meetings without a client.
    pub client: Option<EventId>,
    /// The period.
    pub period: Period,
}

/// Creates the sheet of a client for a period.
///
/// It has every loop that was raised, updated or closed in the period, and every loop that was raised by the end of the
/// period and is still open.
pub fn sheet(
    notebook: &Notebook,
    request: SheetRequest,
    language: Language,
    labels: &Labels,
) -> Recap {
    let client = request.client.map(|id| notebook.resolved_client(id));
    let mut builder = RecapBuilder { blocks: Vec::new(), language };
    builder.block(Shape::Title, vec![ours(labels.title)]);
    let name = client.and_then(|id| notebook.client(id)).map(|client| theirs(&client.name));
    let period = describe_period(request.period, language, labels);
    let head = vec![name.unwrap_or_else(|| ours(labels.nobody)), ours(&*period)];
    builder.block(Shape::Meeting, dotted(head));
    let start = builder.blocks.len();

    let loops = loops(notebook, client, request.period);
    for status in Status::ALL {
        builder.section((labels.section)(status), &|builder| {
            for one in loops.iter().filter(|one| Status::of(one) == status) {
                builder.one_loop(one, status, labels);
            }
        });
    }
    let spared_in = spared_in(notebook, client, request.period);
    builder.section(labels.spared, &|builder| spared_in.iter().for_each(|one| builder.spared(one)));
    builder.around(start, labels);
    let subject = [labels.title, ", ", &period].concat();
    Recap::made_of(subject, builder.blocks, language.labels.lang)
}

fn describe_period(period: Period, language: Language, labels: &Labels) -> String {
    let [from, to] = [period.from, period.to].map(|day| day.map(language.day));
    (labels.period)(from.as_deref(), to.as_deref())
}

/// The loops of the sheet, in the order in which they were first raised.
fn loops(notebook: &Notebook, client: Option<EventId>, period: Period) -> Vec<&Rc<Loop>> {
    let mut loops: Vec<&Rc<Loop>> =
        notebook.loops_of(client).filter(|one| is_in_period(one, period)).collect();
    let key = |one: &Loop| (one.raised[0].at.wall_ms, one.id);
    sorted_map::sort(&mut loops, &|one, other| key(one).cmp(&key(other)));
    loops
}

fn is_in_period(one: &Loop, period: Period) -> bool {
    let is_open = one.closed.is_none() && !one.state.is_settled();
    let raised = one.raised.iter().map(|raise| raise.at.day());
    let mut moved = raised
        .chain(one.history.iter().map(|entry| entry.at.day()))
        .chain(one.last_update.iter().map(|update| update.at.day()))
        .chain(one.closed.iter().map(|at| at.day()));
    is_open && period.reaches(one.raised[0].at.day()) || moved.any(|day| period.has(day))
}

/// The meetings of a client in a period, the oldest first. Packed meetings that do not contain the word for spared
/// captures are left out without being parsed.
fn spared_in(notebook: &Notebook, client: Option<EventId>, period: Period) -> Vec<&Rc<Meeting>> {
    let is_theirs = |log: &&Rc<Log>| log.client().map(|id| notebook.resolved_client(id)) == client;
    let may_spare = |log: &&Rc<Log>| {
        log.as_packed().is_none_or(|packed| mentions(packed.text(), Kind::Spared.as_str()))
    };
    let logs = notebook.logs().iter().filter(is_theirs).filter(may_spare);
    let is_within = |meeting: &&Rc<Meeting>| period.has(day_of(meeting));
    let mut meetings: Vec<_> = logs.filter_map(|log| log.meeting()).filter(is_within).collect();
    let key = |meeting: &Meeting| (meeting.started_wall_ms, meeting.id);
    sorted_map::sort(&mut meetings, &|one, other| key(one).cmp(&key(other)));
    meetings
}

impl RecapBuilder {
    /// Adds the spared captures of a meeting.
    fn spared(&mut self, meeting: &Meeting) {
        for capture in meeting.captures.iter().filter(|one| one.kind == Kind::Spared) {
            let mut note: Vec<_> = capture.said_by.as_deref().map(theirs).into_iter().collect();
            note.push(ours((self.language.day)(day_of(meeting))));
            let text = quoted(&capture.words, self.language.labels);
            self.noted(Shape::Item, text, vec![dotted(note)]);
        }
    }

    /// Adds the introduction and the closing text around the blocks from `start`, or the text for an empty sheet.
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
