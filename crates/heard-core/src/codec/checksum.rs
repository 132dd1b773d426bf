//! The checksum at the end of a line: FNV-1a of 32 bits, which needs no table and detects every change of a single byte.

const KEY: &[u8] = b",\"sum\":\"";
const END: &[u8] = b"\"}";
/// Lower-case hexadecimal digits of a sum.
const DIGITS: usize = 8;
/// Bytes from the key to the end of the line.
const TAIL: usize = KEY.len() + DIGITS + END.len();

/// Whether a line matches its checksum.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Checksum {
    /// The line has none at its end.
    Missing,
    /// It matches.
    Right,
    /// It does not match: bytes changed.
    Wrong,
}

/// Adds the checksum and the closing brace to a line that lacks both.
pub(super) fn end(line: &mut String) {
    let sum = of(line.as_bytes());
    line.push_str(",\"sum\":\"");
    for place in (0..DIGITS).rev() {
        line.push(char::from(digit(sum >> (4 * place))));
    }
    line.push_str("\"}");
}

/// A line without its checksum, for exports: other tools may write the fields in another order.
pub(crate) fn bare(line: &str) -> String {
    let cut = line.len().checked_sub(TAIL).filter(|_| verify(line) == Checksum::Right);
    cut.map_or_else(|| line.to_owned(), |cut| [&line[..cut], "}"].concat())
}

/// The digits of the checksum at the end of a line.
pub(super) fn digits(line: &str) -> &str {
    let from = line.len().saturating_sub(DIGITS + END.len());
    &line[from..line.len() - END.len()]
}

/// Compares a line with its checksum.
pub(crate) fn verify(line: &str) -> Checksum {
    let Some(at) = line.len().checked_sub(TAIL) else { return Checksum::Missing };
    let (before, tail) = line.as_bytes().split_at(at);
    match parse_tail(tail) {
        None => Checksum::Missing,
        Some(sum) if sum == of(before) => Checksum::Right,
        Some(_) => Checksum::Wrong,
    }
}

/// The byte position after the first checksum in a text, right or wrong; `None` if there is none.
pub(crate) fn first_end(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let at =
        bytes.windows(TAIL).position(|tail| tail[0] == KEY[0] && parse_tail(tail).is_some())?;
    Some(at + TAIL)
}

/// The checksum in a tail; `None` if the tail is not spelled as [`end`] writes it.
fn parse_tail(tail: &[u8]) -> Option<u32> {
    let digits = tail.strip_prefix(KEY)?.strip_suffix(END)?;
    digits.iter().try_fold(0, |sum, byte| Some(sum << 4 | value(*byte)?))
}

fn of(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    bytes.iter().fold(0x811c_9dc5, step)
}

/// The digit of the lowest four bits.
fn digit(bits: u32) -> u8 {
    b"0123456789abcdef"[(bits & 15) as usize]
}

const fn value(digit: u8) -> Option<u32> {
    match digit {
        b'0'..=b'9' => Some((digit - b'0') as u32),
        b'a'..=b'f' => Some((digit - b'a') as u32 + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_matches_the_published_fnv_1a_values() {
        // From the tables that the authors of FNV publish.
        assert_eq!(of(b""), 0x811c_9dc5);
        assert_eq!(of(b"a"), 0xe40c_292c);
        assert_eq!(of(b"foobar"), 0xbf9c_f968);
    }

    #[test]
    fn a_line_ends_with_eight_digits_that_verify() {
        let mut line = "{\"v\":2".to_owned();
        end(&mut line);
        assert_eq!(line.len(), 6 + TAIL);
        assert!(verify(&line) == Checksum::Right && first_end(&line) == Some(line.len()));
    }

    #[test]
    fn a_sum_in_capitals_or_too_short_is_none() {
        for tail in [",\"sum\":\"ABCDEF01\"}", ",\"sum\":\"abcdef0\"}", "\"}", ""] {
            assert!(verify(tail) == Checksum::Missing, "{tail}");
        }
    }
}
