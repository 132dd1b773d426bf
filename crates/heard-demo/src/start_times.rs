//! The start times of meetings: at most four on a working day.

use heard_core::time::Local;

use crate::random::Random;
use crate::size::Size;

/// The milliseconds of a day and of a minute.
pub(crate) const DAY_MS: i64 = 86_400_000;
pub(crate) const MINUTE_MS: i64 = 60_000;
/// When a meeting may begin, in minutes after midnight.
const STARTS_MIN: [i64; 4] = [9 * 60, 11 * 60, 13 * 60 + 30, 15 * 60 + 30];
/// The longest time that a meeting and its review take, in minutes.
const LONGEST_MIN: i64 = 118;

/// The start times of the meetings in ascending order, in milliseconds since 1970 (UTC).
pub(crate) fn start_times(random: &mut Random, until: Local, size: &Size) -> Vec<i64> {
    let slots = slots(until, size.days);
    let mut chosen = Vec::new();
    for (at, slot) in slots.iter().enumerate() {
        // Each slot is as likely as any other, and the count is exact (selection sampling:
        // D. E. Knuth, The Art of Computer Programming, volume 2, section 3.4.2, algorithm S).
        let (wanted, left) = (size.meetings - chosen.len(), slots.len() - at);
        if random.index(left) < wanted {
            chosen.push(slot + random.between(0, 6) * MINUTE_MS);
        }
    }
    chosen
}

/// All times at which a meeting may begin.
fn slots(until: Local, days: i64) -> Vec<i64> {
    let offset_ms = i64::from(until.utc_offset_min) * MINUTE_MS;
    let midnight = until.day().utc_ms() - offset_ms;
    let days = (0..=days).rev().map(|ago| midnight - ago * DAY_MS);
    let working_days = days.filter(|midnight| !is_weekend(midnight + offset_ms));
    let slots =
        working_days.flat_map(|midnight| STARTS_MIN.map(|minutes| midnight + minutes * MINUTE_MS));
    slots.filter(|slot| slot + LONGEST_MIN * MINUTE_MS < until.wall_ms).collect()
}

/// Whether a local time is on a Saturday or Sunday. The first day of 1970 was a Thursday.
pub(crate) const fn is_weekend(local_ms: i64) -> bool {
    (local_ms.div_euclid(DAY_MS) + 3).rem_euclid(7) >= 5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saturday_and_sunday_are_the_weekend() {
        // 21 November 2026 is a Saturday.
        let saturday = 1_795_219_200_000;
        let around = [-1, 0, 1, 2].map(|days| is_weekend(saturday + days * DAY_MS));
        assert_eq!(around, [false, true, true, false]);
    }
}
