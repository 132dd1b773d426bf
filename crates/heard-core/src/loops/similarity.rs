//! How alike two texts are: for the question whether it is the same again, which only a person answers.

/// From here on, in percent, it is asked whether two texts speak of the same.
pub const ALIKE_PERCENT: u32 = 45;
/// Of a long text only so many letters are compared.
const MOST_LETTERS: usize = 600;

/// How alike two texts are in percent: the Sørensen-Dice coefficient of their pairs of letters, words kept apart, the case of
/// ASCII letters and all punctuation aside. It knows no language, so it works in any.
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

/// The pairs of letters that stand side by side in a word; a word of one letter is a pair with nothing.
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
