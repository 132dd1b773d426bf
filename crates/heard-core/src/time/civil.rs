//! Conversion between day numbers and dates of the proleptic Gregorian calendar.

/// Seconds in a day.
pub(super) const DAY_S: i64 = 86_400;
/// 9999-12-31T23:59:59Z in seconds since 1970: the last second that RFC 3339 can represent.
pub(super) const LAST_S: i64 = 253_402_300_799;

/// Parses numbers separated by `between`, with the numbers of digits given by `digits`; `None` for any other text.
pub(super) fn numbers(text: &str, between: char, digits: &[usize]) -> Option<Vec<i64>> {
    let parts: Vec<&str> = text.split(between).collect();
    let fits = parts.len() == digits.len()
        && parts.iter().zip(digits).all(|(part, digits)| part.len() == *digits)
        && text.bytes().all(|byte| byte.is_ascii_digit() || char::from(byte) == between);
    fits.then(|| parts.iter().map(|part| part.parse().ok()).collect()).flatten()
}

pub(super) fn is_day(year: i64, month: i64, day: i64) -> bool {
    (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day)
}

pub(super) const fn days_in(year: i64, month: i64) -> i64 {
    let leaps = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leaps => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The number of days from 1970-01-01 to a date, for years from 0, by Howard Hinnant's `days_from_civil`.
///
/// Source: <https://howardhinnant.github.io/date_algorithms.html#days_from_civil>.
pub(super) const fn day_number(year: i64, month: i64, day: i64) -> i64 {
    // Adding 400 years, one era, keeps the dividends from being negative; the era is subtracted at the end.
    let year = year + 400 - (month <= 2) as i64;
    let month_from_march = (month + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    let year_of_era = year % 400;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    (year / 400 - 1) * 146_097 + day_of_era - 719_468
}

/// The year, month and day of a number of days since 1970-01-01, by Howard Hinnant's `civil_from_days`.
///
/// Source: <https://howardhinnant.github.io/date_algorithms.html#civil_from_days>. Years in the computation begin in
/// March, so that the leap day is the last day.
pub(super) const fn civil(days: i64) -> (i64, i64, i64) {
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
