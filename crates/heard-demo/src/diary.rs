//! On which days and at which hours one meets: on working days, four times at most.

use heard_core::time::Local;

use crate::dice::Dice;
use crate::shape::Shape;

/// A day, in milliseconds.
pub(crate) const DAY_MS: i64 = 86_400_000;
pub(crate) const MINUTE_MS: i64 = 60_000;
/// When a meeting may begin, in minutes after midnight. What is said of it afterwards fits before the next.
const BEGINNINGS_MIN: [i64; 4] = [9 * 60, 11 * 60, 13 * 60 + 30, 15 * 60 + 30];
/// How long a meeting takes with all that is said of it afterwards, at most, in minutes.
const LONGEST_MIN: i64 = 118;

/// The moments at which the meetings begin, by the wall clock, in order.
pub(crate) fn beginnings(dice: &mut Dice, until: Local, shape: &Shape) -> Vec<i64> {
    let slots = slots(until, shape.days);
    let mut chosen = Vec::new();
    for (place, slot) in slots.iter().enumerate() {
        // Of all that are left each is chosen as likely as any other; so the count comes out exactly.
        let (wanted, left) = (shape.meetings - chosen.len(), slots.len() - place);
        if dice.place(left) < wanted {
            chosen.push(slot + dice.between(0, 6) * MINUTE_MS);
        }
    }
    chosen
}

fn slots(until: Local, days: i64) -> Vec<i64> {
    let offset_ms = i64::from(until.utc_offset_min) * MINUTE_MS;
    let midnight = until.day().utc_ms() - offset_ms;
    let days = (0..=days).rev().map(|ago| midnight - ago * DAY_MS);
    let at_work = days.filter(|midnight| !is_weekend(midnight + offset_ms));
    let slots =
        at_work.flat_map(|midnight| BEGINNINGS_MIN.map(|minutes| midnight + minutes * MINUTE_MS));
    slots.filter(|slot| slot + LONGEST_MIN * MINUTE_MS < until.wall_ms).collect()
}

/// Whether a moment of local time lies on a Saturday or a Sunday; 1970 began on a Thursday.
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
