//! The similarity of two texts, used to suggest that a capture raises an earlier loop again. The user decides.

/// The similarity in percent from which the user is asked whether two texts are about the same matter.
pub const ALIKE_PERCENT: u32 = 45;
/// The maximum number of characters of a text that are compared.
const MOST_LETTERS: usize = 600;

/// The similarity of two texts in percent, 0 to 100: the Sørensen-Dice coefficient of the pairs of adjacent letters in
/// their words, ignoring punctuation and the case of ASCII letters. It does not depend on a language.
///
/// Source: L. R. Dice, "Metrics of the Amount of Ecologic Association Between Species", Ecology 26 (1945), 297-302.
pub fn likeness_percent(one: &str, other: &str) -> u32 {
    let (one, mut other) = (pairs(one), pairs(other));
    let all = one.len() + other.len();
    if all == 0 {
        return 0;
    }
    let mut shared = 0;
    for pair in one {
        if let Some(place) = other.iter().position(|known| *known == pair) {
            other.swap_remove(place);
            shared += 2;
        }
    }
    u32::try_from(shared * 100 / all).unwrap_or(100)
}

/// Returns the pairs of adjacent letters in each word. The first letter of a word is paired with a space.
fn pairs(text: &str) -> Vec<(char, char)> {
    let letters = text.chars().take(MOST_LETTERS).map(|letter| letter.to_ascii_lowercase());
    let mut pairs = Vec::new();
    let mut before = ' ';
    for letter in letters {
        let letter = if letter.is_alphanumeric() { letter } else { ' ' };
        if letter != ' ' {
            pairs.push((before, letter));
        }
        before = letter;
    }
    pairs
}
