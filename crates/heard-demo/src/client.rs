//! A fictional client and the people who speak for it.

use heard_core::EventId;
use heard_core::event::kind::EventKind;

use crate::phrases::languages::Language;
use crate::phrases::{names, people};
use crate::random::Random;
use crate::recorder::Recorder;

/// A fictional client.
pub(crate) struct Client {
    /// Counts from 0 in the order in which the clients are added.
    pub(crate) number: usize,
    pub(crate) id: EventId,
    name: String,
    /// The names of those who speak in meetings.
    pub(crate) people: Vec<&'static str>,
    /// The language that they speak besides English, if any.
    pub(crate) language: Option<&'static Language>,
}

impl Client {
    /// Adds a client whose name is not taken yet. `None` if the core refuses it.
    pub(crate) fn new(
        random: &mut Random,
        recorder: &mut Recorder,
        known: &[Self],
    ) -> Option<Self> {
        let number = known.len();
        // Every eighth speaks another language, beginning with the third, so that a small notebook has one.
        let language = (number % 8 == 2).then(|| &Language::ALL[number / 8 % Language::ALL.len()]);
        let is_new = |name: &String| known.iter().all(|client| client.name != *name);
        let name = loop {
            let name = names::client_name(random, language);
            if is_new(&name) {
                break name;
            }
        };
        let id = recorder.begin(number, EventKind::ClientAdded { name: name.clone() })?;
        recorder.wait(random.between(2_000, 9_000));
        Some(Self { number, id, name, people: people::speakers(random, language), language })
    }

    /// The name of one of those who speak.
    pub(crate) fn speaker(&self, random: &mut Random) -> &'static str {
        random.pick(&self.people)
    }
}
