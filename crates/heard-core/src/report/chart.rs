//! The arithmetic of drawing a meeting on a line: where ticks stand, and what is too close together to be told apart.

use std::ops::Range;

/// The steps that a clock's face knows, in seconds.
const STEPS_S: [u64; 13] = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600];

/// The step between the ticks of a time axis, in milliseconds: the smallest that a clock's face knows of which no more
/// than `most` fit into the length. Beyond an hour it doubles.
pub fn tick_step_ms(length_ms: u64, most: u64) -> u64 {
    let fits = |step_ms: &u64| length_ms / step_ms <= most;
    let known = STEPS_S.into_iter().map(|step| step * 1_000);
    let hours = std::iter::successors(Some(7_200_000_u64), |step| step.checked_mul(2));
    known.chain(hours).find(fits).unwrap_or(u64::MAX)
}

/// Gathers places, which are in order, into groups: each group begins at least `apart_ms` after the one before it, and
/// takes what comes sooner than that.
pub fn gathered(places_ms: &[u64], apart_ms: u64) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (index, at_ms) in places_ms.iter().enumerate() {
        match groups.last_mut() {
            Some(group) if at_ms - places_ms[group.start] < apart_ms => group.end = index + 1,
            _ => groups.push(index..index + 1),
        }
    }
    groups
}

/// How far along the line a place lies, in hundredths of a percent.
pub fn along(at_ms: u64, length_ms: u64) -> u64 {
    if length_ms == 0 {
        return 0;
    }
    at_ms.min(length_ms).saturating_mul(10_000) / length_ms
}

/// The place at `part` of `whole` of the line, in milliseconds; never the end itself, which belongs to no turn.
pub fn place_ms(part: u64, whole: u64, length_ms: u64) -> u64 {
    let at_ms = length_ms.saturating_mul(part.min(whole)) / whole.max(1);
    at_ms.min(length_ms.saturating_sub(1))
}
