//! The part of a recap that the client may read. This file reads no private data; `private` adds the consultant's part.

use crate::event::capture::{Capture, Kind};
use crate::meeting::Meeting;
use crate::report::recap::builder::RecapBuilder;
use crate::report::recap::{Labels, Line, Piece, Shape, ours, theirs};
use crate::sorted_map;
use crate::transfer::export::Audience;

/// The kinds of captures that quote the client, and that the client can confirm.
const HEARD: [Kind; 3] = [Kind::Outcome, Kind::Insight, Kind::Issue];

/// Quotation marks that people type at the start or at the end of a quotation.
const MARKS: [char; 7] = ['"', '“', '”', '„', '«', '»', '‟'];

impl RecapBuilder {
    /// Adds the parts of a meeting that the client may read.
    pub(super) fn shared(&mut self, meeting: &Meeting) {
        for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Held) {
            self.captures(meeting, kind, Audience::Client, &|_| (Vec::new(), Vec::new()));
        }
        self.notices(meeting);
    }

    /// Adds the captures of a kind as a section, sorted by the client's ranking. `more` returns further text for the
    /// first note of a capture, and further notes.
    pub(super) fn captures(
        &mut self,
        meeting: &Meeting,
        kind: Kind,
        audience: Audience,
        more: &dyn Fn(&Capture) -> (Line, Vec<Line>),
    ) {
        let labels = self.language.labels;
        self.section((labels.section)(audience, kind), &|builder| {
            for capture in ranked(meeting, kind) {
                let (said, notes) = more(capture);
                builder.capture(capture, audience, said, notes);
            }
        });
    }

    fn capture(&mut self, capture: &Capture, audience: Audience, said: Line, more: Vec<Line>) {
        let labels = self.language.labels;
        let is_heard = HEARD.contains(&capture.kind);
        let shape = if is_heard { Shape::Quote } else { Shape::Item };
        let mut first: Vec<Piece> = capture.said_by.as_deref().map(theirs).into_iter().collect();
        first.extend(said);
        if is_heard || capture.answer.is_some() {
            first.push(ours((labels.answer)(audience, capture.answer)));
        }
        let mut notes = vec![dotted(first)];
        notes.extend(capture.known_by.as_deref().map(|known| line(labels.known_by, known)));
        let day = capture.by.map(|day| [labels.by, &(self.language.day)(day)].concat());
        notes.extend(day.map(|day| vec![ours(day)]));
        notes.extend(more);
        notes.retain(|note| !note.is_empty());
        self.noted(shape, quoted(&capture.words, labels), notes);
    }

    /// Adds the notices about changes as a section.
    pub(super) fn notices(&mut self, meeting: &Meeting) {
        let labels = self.language.labels;
        self.section(labels.notices, &|builder| {
            for notice in &meeting.after.notices {
                let text = &notice.text;
                let rest =
                    [(labels.how_long, &text.how_long), (labels.how_to_stop, &text.how_to_stop)];
                let rest =
                    rest.into_iter().filter_map(|(label, text)| Some((label, text.as_ref()?)));
                let notes = rest.map(|(label, text)| line(label, text)).collect();
                builder.noted(Shape::Item, line(labels.what, &text.what), notes);
            }
        });
    }
}

/// The captures of a kind: ranked ones first, in the order of their ranks, then the others in the order of their
/// capture.
fn ranked(meeting: &Meeting, kind: Kind) -> Vec<&Capture> {
    let of_kind = meeting.captures.iter().filter(|capture| capture.kind == kind);
    let mut captures: Vec<&Capture> = of_kind.map(|capture| &**capture).collect();
    let place = |capture: &Capture| capture.rank.unwrap_or(u32::MAX);
    sorted_map::sort(&mut captures, &|one, other| place(one).cmp(&place(other)));
    captures
}

/// A line with a label, followed by text that a person wrote.
pub(crate) fn line(label: &str, text: &str) -> Line {
    vec![ours(label), theirs(text)]
}

/// The words in the quotation marks of the language; unchanged if they already begin and end with quotation marks.
pub(crate) fn quoted(words: &str, labels: &Labels) -> Line {
    let words = theirs(words);
    let is_more_than_one = words.text.chars().nth(1).is_some();
    let own = is_more_than_one && words.text.starts_with(MARKS) && words.text.ends_with(MARKS);
    let [open, close] = if own { [""; 2] } else { labels.quotes };
    let mut text = vec![ours(open), words, ours(close)];
    text.retain(|piece| !piece.text.is_empty());
    text
}

/// The pieces that are not empty, separated by middle dots.
pub(crate) fn dotted(pieces: Vec<Piece>) -> Line {
    let mut line = Vec::new();
    for piece in pieces.into_iter().filter(|piece| !piece.text.is_empty()) {
        if !line.is_empty() {
            line.push(ours(" · "));
        }
        line.push(piece);
    }
    line
}
