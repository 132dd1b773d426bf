//! Finding whole lines in a piece that is none: a byte between two lines changed, and they became one.

use crate::codec::archive::segment::is_frame;
use crate::codec::archive::text_search::places;
use crate::codec::checksum::{self, Checksum};

/// How every line that Heard wrote begins.
const START: &str = "{\"v\":";

/// Parts a piece into the lines in it whose checksum is right, and what is left.
pub(super) fn part<'a>(piece: &'a str, mut whole: impl FnMut(&'a str), left: &mut Vec<&'a str>) {
    let mut rest = piece;
    while let Some(end) = checksum::first_end(rest) {
        let (ended, after) = rest.split_at(end);
        rest = after;
        let line = line_at_end(ended);
        leave(&ended[..end - line.map_or(0, str::len)], left);
        line.into_iter().for_each(&mut whole);
    }
    leave(rest, left);
}

/// The whole line with which a text ends. What is damaged may stand before it, so its own start is the first or the last.
fn line_at_end(text: &str) -> Option<&str> {
    let starts = [places(text, START).next(), places(text, START).next_back()];
    let mut lines = starts.into_iter().flatten().map(|start| &text[start..]);
    lines.find(|line| checksum::verify(line) == Checksum::Right)
}

fn leave<'a>(text: &'a str, left: &mut Vec<&'a str>) {
    if !is_frame(text) {
        left.push(text);
    }
}
