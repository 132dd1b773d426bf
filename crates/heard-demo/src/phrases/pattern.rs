//! Sentences that are put together from parts.

use crate::random::Random;

/// The parts of a sentence. Each part is a list of alternatives.
pub(crate) type Pattern = &'static [&'static [&'static str]];

/// A sentence with one alternative of each part and a capital first letter.
pub(crate) fn sentence(random: &mut Random, pattern: &[&[&str]]) -> String {
    let mut sentence = String::new();
    for part in pattern {
        let part = random.pick(part);
        if !sentence.is_empty() && !part.starts_with([',', ';', ':']) {
            sentence.push(' ');
        }
        sentence.push_str(part);
    }
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_joined_by_spaces_except_before_punctuation() {
        let words =
            sentence(&mut Random::new(1), &[&["the rota"], &["freezes"], &[", so we wait"]]);
        assert_eq!(words, "The rota freezes, so we wait");
    }
}
