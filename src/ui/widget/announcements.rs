//! The announcements of the status line. They are derived from changes of the notebook, so that they are the same for buttons,
//! shortcuts and host pages.

use heard_core::Meeting;
use heard_core::event::capture::Tally;
use heard_core::event::kind::EventKind;
use heard_core::meeting::State;

use crate::i18n::{Live, Strings};
use crate::store::Snapshot;
use crate::ui::components::format::clock;
use crate::ui::screens::live::floor_button::state_word;

/// What to announce after a change; `None` if nothing.
pub(crate) fn announcement(before: &Snapshot, after: &Snapshot, words: &Strings) -> Option<String> {
    let live = &words.live;
    let of_after = after.notebook.running().or_else(|| after.notebook.meeting(after.review?));
    match (before.notebook.running(), after.notebook.running()) {
        (None, Some(_)) => return Some(live.began.to_owned()),
        (Some(_), None) if after.review.is_some() => return Some(live.ended.to_owned()),
        (Some(_), None) => return Some(live.undone.to_owned()),
        _ => {}
    }
    let after_meeting = of_after?;
    let before_meeting = before.notebook.meeting(after_meeting.id)?;
    if let Some(text) = away(before, after, after_meeting, words) {
        return Some(text.to_owned());
    }
    let change = of_meeting(before_meeting, after_meeting, words);
    let same = before_meeting.state() == after_meeting.state();
    match (undone_or_redone(before, after, after_meeting, live), change) {
        (Some(word), Some(change)) if !same => Some(format!("{word} {change}")),
        (Some(word), _) => Some(word.to_owned()),
        (None, change) => change,
    }
}

/// The announcement of time away, if the newest event found or counted it.
fn away(
    before: &Snapshot,
    after: &Snapshot,
    meeting: &Meeting,
    words: &Strings,
) -> Option<&'static str> {
    match newest(before, after, meeting)? {
        EventKind::AwayFound { .. } => Some(words.away.noticed),
        EventKind::AwayCounted { .. } => Some(words.away.answered),
        _ => None,
    }
}

/// The first event that is new.
fn newest<'a>(before: &Snapshot, after: &'a Snapshot, meeting: &Meeting) -> Option<&'a EventKind> {
    let count = before.notebook.log(meeting.id)?.events().len();
    Some(&after.notebook.log(meeting.id)?.events().get(count)?.kind)
}

/// The announcement of undo or redo, if the newest event is one.
fn undone_or_redone(
    before: &Snapshot,
    after: &Snapshot,
    meeting: &Meeting,
    live: &Live,
) -> Option<&'static str> {
    match newest(before, after, meeting)? {
        EventKind::Undone { .. } => Some(live.undone),
        EventKind::Redone { .. } => Some(live.redone),
        _ => None,
    }
}

/// The announcement of the difference between two states of a meeting.
fn of_meeting(before: &Meeting, after: &Meeting, words: &Strings) -> Option<String> {
    let live = &words.live;
    if before.ended_ms.is_none() && before.state() != after.state() {
        return Some(state_sentence(after.state(), words));
    }
    if after.captures.len() > before.captures.len() {
        return after.captures.last().map(|capture| (live.captured)(capture.kind).to_owned());
    }
    if after.marks.len() > before.marks.len() {
        return after.marks.last().map(|mark| (live.marked)(&clock(mark.at_ms)));
    }
    let counted = |tally: &Tally| after.tallies.of(*tally) > before.tallies.of(*tally);
    if let Some(tally) = Tally::ALL.into_iter().find(counted) {
        return Some((live.counted)((words.tally)(tally), after.tallies.of(tally)));
    }
    if count_records(after) < count_records(before) {
        return Some(live.deleted.to_owned());
    }
    let versions = |meeting: &Meeting| -> usize {
        meeting.captures.iter().map(|capture| capture.earlier.len()).sum()
    };
    if versions(before) != versions(after) {
        return Some(live.edited.to_owned());
    }
    if before.captures != after.captures || before.after != after.after {
        return Some(words.after.saved.to_owned());
    }
    (before.intervals(u64::MAX) != after.intervals(u64::MAX)).then(|| live.corrected.to_owned())
}

/// How many records of a meeting can be removed.
pub(crate) fn count_records(meeting: &Meeting) -> usize {
    let chains = meeting.captures.iter().map(|capture| capture.chains.len());
    let after = &meeting.after;
    let cards = after.costs.len() + after.notices.len() + after.stories.len();
    meeting.marks.len() + meeting.captures.len() + chains.sum::<usize>() + cards
}

fn state_sentence(state: State, words: &Strings) -> String {
    let mut sentence = state_word(state, words).to_owned();
    sentence.push('.');
    sentence
}
