//! Times and shares as the screen writes them.

use heard_core::Meeting;
use heard_core::floor::Party;

/// A length of time as `3:42` or `1:02:03`, cut to the second.
pub(crate) fn clock(ms: u64) -> String {
    let seconds = ms / 1_000;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

/// Reads `12:05`, `1:02:03` or `754` (seconds) as milliseconds.
pub(crate) fn read_clock(text: &str) -> Option<u64> {
    let parts: Vec<u64> =
        text.trim().split(':').map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    let in_order = parts.iter().skip(1).all(|part| *part < 60);
    let fits = parts.iter().all(|part| *part < 1_000_000);
    let seconds = parts.iter().fold(0, |sum, part| sum * 60 + part);
    (in_order && fits && parts.len() <= 3).then_some(seconds * 1_000)
}

/// The percent of a party, when anybody spoke.
pub(crate) fn percent(meeting: &Meeting, party: Party, until_ms: u64) -> Option<u64> {
    meeting.measures(until_ms).share_of_speech(party, 100)
}

/// The start of a text, for a label.
pub(crate) fn short(text: &str) -> String {
    const MOST: usize = 40;
    let mut start: String = text.chars().take(MOST).collect();
    if text.chars().nth(MOST).is_some() {
        start.push('…');
    }
    start
}
