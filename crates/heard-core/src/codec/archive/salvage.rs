//! Finding intact lines in a damaged piece of text, such as two lines whose separator was overwritten.

use crate::codec::archive::segment::is_frame;
use crate::codec::archive::text_search::places;
use crate::codec::checksum::{self, Checksum};

/// The start of every line of any version.
const START: &str = "{\"v\":";

/// Splits a piece into the lines whose checksum is right, which are passed to `whole`, and other bytes, which are added
/// to `left`.
pub(super) fn split<'a>(piece: &'a str, mut whole: impl FnMut(&'a str), left: &mut Vec<&'a str>) {
    let mut rest = piece;
    while let Some(end) = checksum::first_end(rest) {
        let (ended, after) = rest.split_at(end);
        rest = after;
        let line = line_at_end(ended);
        keep_rest(&ended[..end - line.map_or(0, str::len)], left);
        line.into_iter().for_each(&mut whole);
    }
    keep_rest(rest, left);
}

/// The intact line at the end of a text; `None` if there is none. Damaged bytes may precede it, so both the first and the
/// last possible start are tried.
fn line_at_end(text: &str) -> Option<&str> {
    let starts = [places(text, START).next(), places(text, START).next_back()];
    let mut lines = starts.into_iter().flatten().map(|start| &text[start..]);
    lines.find(|line| checksum::verify(line) == Checksum::Right)
}

fn keep_rest<'a>(text: &'a str, left: &mut Vec<&'a str>) {
    if !is_frame(text) {
        left.push(text);
    }
}
