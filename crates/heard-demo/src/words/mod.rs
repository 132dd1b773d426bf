//! What people say, put together of parts: many thousands of sentences, none of which anybody said.

pub(crate) mod after;
pub(crate) mod follow_up;
mod issues;
pub(crate) mod names;
mod other;
pub(crate) mod people;
mod theirs;
mod tongues;

use heard_core::event::capture::Kind;

use crate::client::Client;
use crate::dice::Dice;

pub(crate) use tongues::Tongue;

/// The parts of a sentence, of each of which one is taken.
pub(crate) type Pattern = &'static [&'static [&'static str]];

/// What was said in a meeting, as far as a kind of capture asks for it.
pub(crate) fn said(dice: &mut Dice, kind: Kind, client: &Client) -> String {
    if kind == Kind::Held && dice.chance(45) {
        return String::new();
    }
    if let Some(tongue) = client.tongue
        && !matches!(kind, Kind::Held | Kind::Promise)
        && dice.chance(55)
    {
        return tongue.sentence(dice, kind);
    }
    let patterns = match kind {
        Kind::Issue => issues::ISSUES,
        Kind::Outcome => theirs::OUTCOMES,
        Kind::Insight => theirs::INSIGHTS,
        Kind::Promise => other::PROMISES,
        Kind::Spared => other::SPARED,
        Kind::Held => other::HELD,
    };
    let pattern = dice.pick(patterns);
    sentence(dice, pattern).replace("{who}", client.one(dice))
}

/// A sentence of a pattern, its first letter a capital.
pub(crate) fn sentence(dice: &mut Dice, pattern: &[&[&str]]) -> String {
    let mut sentence = String::new();
    for part in pattern {
        let part = dice.pick(part);
        if !sentence.is_empty() && !part.starts_with([',', ';', ':']) {
            sentence.push(' ');
        }
        sentence.push_str(part);
    }
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The same again, as one says it who has said it before.
pub(crate) fn raised_anew(dice: &mut Dice, words: &str) -> String {
    if !words.is_ascii() {
        return words.to_owned();
    }
    match dice.place(4) {
        0 => ["Again: ", words].concat(),
        1 => [words, ", still"].concat(),
        2 => ["As I said last time: ", words].concat(),
        _ => words.to_owned(),
    }
}
