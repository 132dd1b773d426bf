//! Wall-clock milliseconds as RFC 3339 text and back, days, and lengths of time.

mod local;
mod month;
pub(crate) mod periods;

use std::fmt::{self, Display, Formatter};

pub use local::Local;
pub use month::Month;

const DAY_S: i64 = 86_400;
/// 9999-12-31T23:59:59Z, the last second that RFC 3339 can write.
const LAST_S: i64 = 253_402_300_799;

/// A moment of the wall clock as `2026-11-21T19:56:00.250+01:00`.
///
/// Years before 1970 or after 9999 are written as the nearest moment inside: a clock that shows them is broken.
pub fn rfc3339(wall_ms: i64, utc_offset_min: i16) -> String {
    let wall_ms = wall_ms.clamp(0, LAST_S * 1_000);
    let local_s = (wall_ms / 1_000 + i64::from(utc_offset_min) * 60).clamp(0, LAST_S);
    let (year, month, day) = civil(local_s / DAY_S);
    let second = local_s % DAY_S;
    let sign = if utc_offset_min < 0 { '-' } else { '+' };
    let offset = utc_offset_min.unsigned_abs();
    format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}.{:03}{sign}{:02}:{:02}",
        second / 3_600,
        second / 60 % 60,
        second % 60,
        wall_ms % 1_000,
        offset / 60,
        offset % 60,
    )
}

/// Reads a moment as RFC 3339 writes it: milliseconds since 1970, and the minutes that local time was ahead of UTC.
///
/// What is finer than a millisecond is left out; a leap second is the one after it.
pub fn read_rfc3339(text: &str) -> Option<(i64, i16)> {
    let (date, time) = text.split_at_checked(10)?;
    let &[year, month, day] = &numbers(date, '-', &[4, 2, 2])?[..] else { return None };
    let time = time.strip_prefix(['T', 't', ' '])?;
    let zone = time.find(['Z', 'z', '+', '-'])?;
    let (clock, zone) = time.split_at(zone);
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let &[hour, minute, second] = &numbers(clock, ':', &[2, 2, 2])?[..] else { return None };
    let fits = is_day(year, month, day) && hour < 24 && minute < 60 && second <= 60;
    let offset_min = fits.then(|| offset(zone)).flatten()?;
    let day_s = hour * 3_600 + minute * 60 + second;
    let local_s = day_number(year, month, day) * DAY_S + day_s;
    Some(((local_s - i64::from(offset_min) * 60) * 1_000 + thousandths(fraction)?, offset_min))
}

/// A length of time as `3:42` or `1:02:03`, cut to the second.
pub fn clock(ms: u64) -> String {
    let seconds = ms / 1_000;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

/// A day of the calendar, wherever one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// Days since 1970-01-01.
    number: i64,
}

impl Day {
    /// Reads a day as `2026-11-21`, from 1970 to 9999.
    pub fn parse(text: &str) -> Option<Self> {
        let &[year, month, day] = &numbers(text, '-', &[4, 2, 2])?[..] else { return None };
        let fits = (1970..=9999).contains(&year) && is_day(year, month, day);
        fits.then(|| Self { number: day_number(year, month, day) })
    }

    /// The day of a moment of the wall clock, in milliseconds since 1970, where local time is so many minutes ahead of UTC.
    pub fn of(wall_ms: i64, utc_offset_min: i16) -> Self {
        let local_s = (wall_ms / 1_000).saturating_add(i64::from(utc_offset_min) * 60);
        Self { number: local_s.clamp(0, LAST_S) / DAY_S }
    }

    /// The day after.
    #[must_use]
    pub const fn next(self) -> Self {
        Self { number: self.number + 1 }
    }

    /// How many days this is after another; below nought where it is before.
    pub const fn days_since(self, other: Self) -> i64 {
        self.number - other.number
    }

    /// Its beginning in UTC, in milliseconds since 1970.
    pub const fn utc_ms(self) -> i64 {
        self.number * DAY_S * 1_000
    }
}

impl Display for Day {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil(self.number);
        write!(to, "{year:04}-{month:02}-{day:02}")
    }
}

/// Numbers of so many digits each.
fn numbers(text: &str, between: char, digits: &[usize]) -> Option<Vec<i64>> {
    let parts: Vec<&str> = text.split(between).collect();
    let fits = parts.len() == digits.len()
        && parts.iter().zip(digits).all(|(part, digits)| part.len() == *digits)
        && text.bytes().all(|byte| byte.is_ascii_digit() || char::from(byte) == between);
    fits.then(|| parts.iter().map(|part| part.parse().ok()).collect()).flatten()
}

fn offset(zone: &str) -> Option<i16> {
    if matches!(zone, "Z" | "z") {
        return Some(0);
    }
    let &[hours, minutes] = &numbers(zone.get(1..)?, ':', &[2, 2])?[..] else { return None };
    let ahead = i16::try_from(hours * 60 + minutes).ok().filter(|_| hours < 24 && minutes < 60)?;
    Some(if zone.starts_with('-') { -ahead } else { ahead })
}

/// The first three digits after the point.
fn thousandths(fraction: &str) -> Option<i64> {
    let digits = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let first = fraction.bytes().chain([b'0'; 2]).take(3);
    digits.then(|| first.fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0')))
}

fn is_day(year: i64, month: i64, day: i64) -> bool {
    (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day)
}

const fn days_in(year: i64, month: i64) -> i64 {
    let leaps = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leaps => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The day number since 1970-01-01 of a day of our era, by Howard Hinnant's `days_from_civil`.
///
/// Source: <https://howardhinnant.github.io/date_algorithms.html#days_from_civil>.
const fn day_number(year: i64, month: i64, day: i64) -> i64 {
    // A year of four hundred is added, so that nothing is divided below nought.
    let year = year + 400 - (month <= 2) as i64;
    let month_from_march = (month + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    let year_of_era = year % 400;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    (year / 400 - 1) * 146_097 + day_of_era - 719_468
}

/// Year, month and day of a day number since 1970-01-01, by Howard Hinnant's `civil_from_days`.
///
/// Source: <https://howardhinnant.github.io/date_algorithms.html#civil_from_days>. Years there begin in March, so
/// that the leap day is the last.
const fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted / 146_097;
    let day_of_era = shifted % 146_097;
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let january_or_february = (month <= 2) as i64;
    (year_of_era + era * 400 + january_or_february, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_moments_are_written_as_everybody_writes_them() {
        assert_eq!(rfc3339(0, 0), "1970-01-01T00:00:00.000+00:00");
        assert_eq!(rfc3339(951_782_400_000, 0), "2000-02-29T00:00:00.000+00:00");
        assert_eq!(rfc3339(1_795_291_200_250, 60), "2026-11-21T21:00:00.250+01:00");
        assert_eq!(rfc3339(1_709_251_199_999, -210), "2024-02-29T20:29:59.999-03:30");
    }

    #[test]
    fn a_broken_clock_is_written_as_the_nearest_moment() {
        assert_eq!(rfc3339(i64::MIN, 0), "1970-01-01T00:00:00.000+00:00");
        assert_eq!(&rfc3339(i64::MAX, 0)[..19], "9999-12-31T23:59:59");
    }

    #[test]
    fn a_day_is_read_as_written_and_begins_at_midnight_where_one_is() {
        for text in ["1970-01-01", "2024-02-29", "2026-11-21", "9999-12-31"] {
            assert_eq!(Day::parse(text).unwrap().to_string(), text);
        }
        for text in
            ["", "2026-11", "2026-02-29", "2026-13-01", "1969-12-31", "26-11-21", "2026-1-1"]
        {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        let evening_ms = 1_795_291_200_000;
        let day = Day::parse("2026-11-21").unwrap();
        assert_eq!((Day::of(evening_ms, 60), Day::of(evening_ms + 3 * 3_600_000, 0)), (day, day));
        assert_eq!(Day::of(evening_ms + 3 * 3_600_000, 60), day.next());
        assert_eq!(Day::of(i64::MIN, -600), Day::of(0, 0));
        assert_eq!(rfc3339(day.utc_ms(), 0), "2026-11-21T00:00:00.000+00:00");
    }

    #[test]
    fn what_is_written_is_read_again_with_its_offset() {
        for (wall_ms, offset_min) in [(0, 0), (951_782_400_000, 0), (1_795_291_200_250, 60)] {
            assert_eq!(read_rfc3339(&rfc3339(wall_ms, offset_min)), Some((wall_ms, offset_min)));
        }
        for day in 0..60_000 {
            let wall_ms = day * 86_400_000 + day * 997 % 86_400_000;
            let offset_min = i16::try_from(day % 1_680).unwrap() - 840;
            let written = rfc3339(wall_ms, offset_min);
            if wall_ms > 86_400_000 {
                assert_eq!(read_rfc3339(&written), Some((wall_ms, offset_min)), "{written}");
            }
        }
    }

    #[test]
    fn what_others_write_is_read_too() {
        for (text, read) in [
            ("1970-01-01T00:00:00Z", (0, 0)),
            ("1970-01-01t00:00:01.5z", (1_500, 0)),
            ("1970-01-01 00:00:01.0019+00:00", (1_001, 0)),
            ("1969-12-31T23:59:59.999Z", (-1, 0)),
            ("2016-12-31T23:59:60Z", (1_483_228_800_000, 0)),
            ("0000-03-01T00:00:00Z", (-62_162_035_200_000, 0)),
        ] {
            assert_eq!(read_rfc3339(text), Some(read), "{text}");
        }
    }

    #[test]
    fn what_is_no_moment_is_not_read_as_one() {
        for text in [
            "",
            "2026",
            "2026-11-21",
            "2026-11-21T21:00:00",
            "2026-11-21T21:00Z",
            "2026-11-21T24:00:00Z",
            "2026-11-21T21:60:00Z",
            "2026-11-21T21:00:61Z",
            "2026-13-21T21:00:00Z",
            "2026-00-21T21:00:00Z",
            "2026-02-29T21:00:00Z",
            "1900-02-29T21:00:00Z",
            "2026-11-00T21:00:00Z",
            "2026-11-21T21:00:00.Z",
            "2026-11-21T21:00:00.1x",
            "2026-11-21T21:00:00+24:00",
            "2026-11-21T21:00:00+1:00",
            "2026-11-21T21:00:00Zx",
            "+026-11-21T21:00:00Z",
            "2026-11-2éT21:00:00Z",
            "２026-11-21T21:00:00Z",
        ] {
            assert_eq!(read_rfc3339(text), None, "{text}");
        }
    }
}
