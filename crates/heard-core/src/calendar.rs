//! Wall-clock milliseconds as RFC 3339 text. Only exports need it; screens ask the browser's own formatter.

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
}
