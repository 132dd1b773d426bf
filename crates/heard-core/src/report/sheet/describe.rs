//! The text about a loop on a sheet: the client's words, when they were said, and the current status.

use crate::loops::{Loop, LoopKind, State, StepKind};
use crate::report::recap::{Line, Piece, RecapBuilder, Shape, dotted, line, ours, quoted, theirs};
use crate::report::sheet::{Labels, Status};
use crate::time::Day;

impl RecapBuilder {
    /// Adds a loop: the client's words, each time at which they raised it, and its status.
    pub(super) fn one_loop(&mut self, one: &Loop, status: Status, labels: &Labels) {
        let recap = self.language.labels;
        let mut notes = vec![self.first_time(one, labels)];
        if one.times_raised > 1 {
            notes.push(vec![ours((labels.raised_times)(one.times_raised))]);
        }
        for raise in &one.raised[1..] {
            let words = raise.words.as_deref().filter(|words| *words != one.words);
            let mut said = vec![ours(labels.again)];
            said.extend(words.map(|words| quoted(words, recap)).into_iter().flatten());
            said.extend(words.map(|_| ours(" · ")));
            said.extend(self.whose_and_when(raise.by.as_deref(), raise.at.day()));
            notes.push(said);
        }
        if let State::NotDoing { because } = &one.state {
            notes.push(line(labels.because, because.as_str()));
        }
        notes.push(self.so_far(one, status, labels));
        notes.retain(|note| !note.is_empty());
        self.noted(Shape::Quote, quoted(&one.words, recap), notes);
    }

    /// The person who raised the loop first, and the day.
    fn first_time(&self, one: &Loop, labels: &Labels) -> Line {
        let mut said: Line = Vec::new();
        if one.kind == LoopKind::Promise {
            said.extend([ours(labels.promise), ours(" · ")]);
        }
        said.extend(self.whose_and_when(one.raised_by(), one.raised[0].at.day()));
        said
    }

    fn whose_and_when(&self, whose: Option<&str>, day: Day) -> Line {
        let mut said: Vec<Piece> = whose.map(theirs).into_iter().collect();
        said.push(ours((self.language.day)(day)));
        dotted(said)
    }

    /// The status of the loop, with the days of the steps that led to it.
    fn so_far(&self, one: &Loop, status: Status, labels: &Labels) -> Line {
        let on = |label: &str, day: Day| ours([label, &(self.language.day)(day)].concat());
        let step = |label, kind| last(one, kind).map(|day| on(label, day));
        let closed = one.closed.map(|at| on(labels.closed_on, at.day()));
        let mut text: Vec<Option<Piece>> = Vec::new();
        match status {
            Status::Done => text.push(step(labels.done_on, StepKind::Finish)),
            Status::Doing => text.push(step(labels.begun_on, StepKind::Start)),
            Status::NotDoing => text.push(step(labels.declined_on, StepKind::Decline)),
            Status::Closed | Status::Open => {}
        }
        if closed.is_some() {
            text.push(closed);
        } else if status == Status::Done {
            text.push(Some(ours(labels.yours_to_close)));
        } else {
            let update = one.last_update.as_ref().map(|update| on(labels.word_on, update.at.day()));
            text.push(update.or_else(|| Some(ours(labels.no_word))));
            let by = one.promised_by.filter(|_| status != Status::NotDoing);
            text.push(by.map(|day| on(labels.by, day)));
        }
        dotted(text.into_iter().flatten().collect())
    }
}

/// The day of the last step of a kind; `None` if there was no such step.
fn last(one: &Loop, kind: StepKind) -> Option<Day> {
    let mut taken = one.history.iter().rev().filter(|entry| entry.step.kind() == kind);
    taken.next().map(|entry| entry.at.day())
}
