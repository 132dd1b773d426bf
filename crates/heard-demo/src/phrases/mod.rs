//! The texts of captures, put together from parts: many thousands of fictional sentences.

mod client_words;
pub(crate) mod follow_up;
mod issues;
pub(crate) mod languages;
pub(crate) mod names;
mod our_words;
pub(crate) mod pattern;
pub(crate) mod people;
pub(crate) mod review;

use heard_core::event::capture::Kind;

use pattern::sentence;

use crate::client::Client;
use crate::random::Random;

/// The words of a capture of this kind; those of a held answer can be empty.
pub(crate) fn capture_words(random: &mut Random, kind: Kind, client: &Client) -> String {
    if kind == Kind::Held && random.percent(45) {
        return String::new();
    }
    if let Some(language) = client.language
        && !matches!(kind, Kind::Held | Kind::Promise)
        && random.percent(55)
    {
        return language.sentence(random, kind);
    }
    let patterns = match kind {
        Kind::Issue => issues::ISSUES,
        Kind::Outcome => client_words::OUTCOMES,
        Kind::Insight => client_words::INSIGHTS,
        Kind::Promise => our_words::PROMISES,
        Kind::Spared => our_words::SPARED,
        Kind::Held => our_words::HELD,
    };
    let pattern = random.pick(patterns);
    sentence(random, pattern).replace("{who}", client.speaker(random))
}

/// The words of an issue that is raised again.
pub(crate) fn raised_again(random: &mut Random, words: &str) -> String {
    if !words.is_ascii() {
        return words.to_owned();
    }
    match random.index(4) {
        0 => ["Again: ", words].concat(),
        1 => [words, ", still"].concat(),
        2 => ["As I said last time: ", words].concat(),
        _ => words.to_owned(),
    }
}
