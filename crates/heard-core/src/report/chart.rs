//! Arithmetic for a chart with a time axis: the step between ticks, and the grouping of markers that are too close to
//! be drawn separately.

use std::ops::Range;

/// The steps between ticks that are used up to one hour, in seconds. They divide a minute or an hour evenly.
const STEPS_S: [u64; 13] = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600];

/// The step between the ticks of a time axis of `length_ms`, in milliseconds: the smallest step that fits into the
/// length at most `most` times. Above one hour, each step is twice the one before it.
pub fn tick_step_ms(length_ms: u64, most: u64) -> u64 {
    let fits = |step_ms: &u64| length_ms / step_ms <= most;
    let known = STEPS_S.into_iter().map(|step| step * 1_000);
    let hours = std::iter::successors(Some(7_200_000_u64), |step| step.checked_mul(2));
    known.chain(hours).find(fits).unwrap_or(u64::MAX)
}

/// Groups sorted positions, in milliseconds, whose markers would overlap. Each range of indices is one group: its
/// positions are less than `apart_ms` after its first one.
pub fn clusters(places_ms: &[u64], apart_ms: u64) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (index, at_ms) in places_ms.iter().enumerate() {
        match groups.last_mut() {
            Some(group) if at_ms - places_ms[group.start] < apart_ms => group.end = index + 1,
            _ => groups.push(index..index + 1),
        }
    }
    groups
}

/// The position `at_ms` as a part of `length_ms`, in hundredths of a percent: 0 to 10 000, and 0 if the length is 0.
pub fn along(at_ms: u64, length_ms: u64) -> u64 {
    if length_ms == 0 {
        return 0;
    }
    at_ms.min(length_ms).saturating_mul(10_000) / length_ms
}

/// The time at `part` of `whole` of the axis, in milliseconds: at most `length_ms - 1`, because no turn includes the
/// end.
pub fn place_ms(part: u64, whole: u64, length_ms: u64) -> u64 {
    let at_ms = length_ms.saturating_mul(part.min(whole)) / whole.max(1);
    at_ms.min(length_ms.saturating_sub(1))
}
