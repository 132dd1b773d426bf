//! Times and shares as text.

use heard_core::Meeting;
use heard_core::event::floor::Party;
pub(crate) use heard_core::time::clock;

/// Reads `12:05`, `1:02:03` or `754` (seconds) as milliseconds; `None` if the text is no such time.
pub(crate) fn read_clock(text: &str) -> Option<u64> {
    let parts: Vec<u64> =
        text.trim().split(':').map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    let in_order = parts.iter().skip(1).all(|part| *part < 60);
    let fits = parts.iter().all(|part| *part < 1_000_000);
    let ms = || parts.iter().fold(0, |sum, part| sum * 60 + part) * 1_000;
    (in_order && fits && parts.len() <= 3).then(ms)
}

/// The share of a party in the speech until a time, in percent; `None` if nobody spoke.
pub(crate) fn percent(meeting: &Meeting, party: Party, until_ms: u64) -> Option<u64> {
    meeting.measures(until_ms).share_of_speech(party, 100)
}

/// The first 40 characters of a text, for a label.
pub(crate) fn short(text: &str) -> String {
    const MOST: usize = 40;
    let mut start: String = text.chars().take(MOST).collect();
    if text.chars().nth(MOST).is_some() {
        start.push('…');
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn a_written_time_is_read_back_unchanged() {
        let seconds = (0..10_000).chain([86_399, 86_400, 359_999, 360_000, 3_599_999_999]);
        for ms in seconds.map(|seconds| seconds * 1_000) {
            assert_eq!(read_clock(&clock(ms)), Some(ms));
            assert_eq!(clock(ms + 999), clock(ms), "a second shows when it is whole");
        }
    }

    #[wasm_bindgen_test]
    fn a_time_is_written_without_leading_zeros() {
        let written = [0, 59, 60, 725, 3_599, 3_600, 3_723, 360_000].map(|s| clock(s * 1_000));
        assert_eq!(
            written,
            ["0:00", "0:59", "1:00", "12:05", "59:59", "1:00:00", "1:02:03", "100:00:00"]
        );
    }

    #[wasm_bindgen_test]
    fn seconds_and_spaces_are_accepted() {
        for (text, seconds) in [("754", 754), (" 12 : 5 ", 725), ("120:00", 7_200)] {
            assert_eq!(read_clock(text), Some(seconds * 1_000), "{text:?}");
        }
    }

    #[wasm_bindgen_test]
    fn other_texts_are_refused() {
        for text in [
            "",
            " ",
            ":",
            "1:",
            ":1",
            "1::1",
            "a",
            "1:a",
            "1:60",
            "1:60:00",
            "1:0:0:0",
            "-1",
            "1:-1",
            "1.5",
            "1,5",
            "1e3",
            "１",
            "1 2",
            "1000000",
            "1000000:00",
            "18446744073709551615",
            "18446744073709551615:00",
            "999999:18446744073709551615",
            "99999999999999999999",
        ] {
            assert_eq!(read_clock(text), None, "{text:?}");
        }
    }

    #[wasm_bindgen_test]
    fn a_label_has_forty_characters_at_most_and_ends_in_an_ellipsis_if_cut() {
        let letters = |count| "é".repeat(count);
        assert_eq!(short(""), "");
        assert_eq!(short(&letters(40)), letters(40));
        assert_eq!(short(&letters(41)), letters(40) + "…");
    }
}
