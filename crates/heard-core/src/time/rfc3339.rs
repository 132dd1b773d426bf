//! Formatting and parsing of RFC 3339 times. Source of the format: <https://www.rfc-editor.org/rfc/rfc3339>.

use crate::time::civil::{DAY_S, LAST_S, civil, day_number, is_day, numbers};

/// Formats a time in milliseconds since 1970 (UTC), such as `2026-11-21T19:56:00.250+01:00`. `utc_offset_min` is the
/// offset of local time from UTC in minutes.
///
/// Times before 1970 or after 9999, which come from a wrong clock, give the nearest time in that range.
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

/// Parses an RFC 3339 time: milliseconds since 1970 (UTC), and the offset of local time from UTC in minutes.
///
/// Fractions of a millisecond are dropped; a leap second is read as the second after it. `None` for any other text.
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

fn offset(zone: &str) -> Option<i16> {
    if matches!(zone, "Z" | "z") {
        return Some(0);
    }
    let &[hours, minutes] = &numbers(zone.get(1..)?, ':', &[2, 2])?[..] else { return None };
    let ahead = i16::try_from(hours * 60 + minutes).ok().filter(|_| hours < 24 && minutes < 60)?;
    Some(if zone.starts_with('-') { -ahead } else { ahead })
}

/// The milliseconds of a decimal fraction of a second, from its first three digits; `None` if it is not a number.
fn thousandths(fraction: &str) -> Option<i64> {
    let digits = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let first = fraction.bytes().chain([b'0'; 2]).take(3);
    digits.then(|| first.fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0')))
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
