//! Somebody whom one meets, and the people there.

use heard_core::EventId;
use heard_core::event::kind::EventKind;

use crate::dice::Dice;
use crate::scribe::Scribe;
use crate::words::{Tongue, names, people};

/// A made-up client.
pub(crate) struct Client {
    /// The number of their notebook.
    pub(crate) who: usize,
    pub(crate) id: EventId,
    name: String,
    /// Those of them who speak.
    pub(crate) people: Vec<&'static str>,
    /// What is spoken there besides English, if anything is.
    pub(crate) tongue: Option<&'static Tongue>,
}

impl Client {
    /// A client who was not known before, added now.
    pub(crate) fn new(dice: &mut Dice, scribe: &mut Scribe, known: &[Self]) -> Option<Self> {
        let who = known.len();
        // Every eighth speaks another language, so that a small notebook has one too.
        let tongue = (who % 8 == 2).then(|| &Tongue::ALL[who / 8 % Tongue::ALL.len()]);
        let is_new = |name: &String| known.iter().all(|client| client.name != *name);
        let name = loop {
            let name = names::client(dice, tongue);
            if is_new(&name) {
                break name;
            }
        };
        let id = scribe.begins(who, EventKind::ClientAdded { name: name.clone() })?;
        scribe.wait(dice.between(2_000, 9_000));
        Some(Self { who, id, name, people: people::some(dice, tongue), tongue })
    }

    /// One of them.
    pub(crate) fn one(&self, dice: &mut Dice) -> &'static str {
        dice.pick(&self.people)
    }
}
