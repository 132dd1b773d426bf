//! The words on the screen: one struct, one static per language; a word that is missing does not compile.

mod en;
mod strings;

pub(crate) use strings::trends::Figure;
pub(crate) use strings::{Live, Strings};

/// The words of a language; English for a language that has none yet.
pub(crate) fn strings(_lang: &str) -> &'static Strings {
    &en::ENGLISH
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use heard_core::Refusal;
    use heard_core::act::MeetingKind;
    use heard_core::capture::{Kind, Tally};
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::strings;
    use crate::mode::Mode;

    /// Every refusal; one more does not compile before it has its place here.
    fn refusals() -> Vec<Refusal> {
        let next = |refusal| match refusal {
            Refusal::NoMeeting => Some(Refusal::AlreadyRunning),
            Refusal::AlreadyRunning => Some(Refusal::AlreadyHeld),
            Refusal::AlreadyHeld => Some(Refusal::OnBreak),
            Refusal::OnBreak => Some(Refusal::NotOnBreak),
            Refusal::NotOnBreak => Some(Refusal::NoWords),
            Refusal::NoWords => Some(Refusal::TooLong),
            Refusal::TooLong => Some(Refusal::Unknown),
            Refusal::Unknown => Some(Refusal::OutOfRoom),
            Refusal::OutOfRoom => Some(Refusal::NothingToUndo),
            Refusal::NothingToUndo => Some(Refusal::NothingToRedo),
            Refusal::NothingToRedo => Some(Refusal::OutOfRange),
            Refusal::OutOfRange => Some(Refusal::OutOfStep),
            Refusal::OutOfStep => Some(Refusal::NameTaken),
            Refusal::NameTaken => Some(Refusal::Newer),
            Refusal::Newer => Some(Refusal::NoRoom),
            Refusal::NoRoom => None,
        };
        std::iter::successors(Some(Refusal::NoMeeting), |refusal| next(*refusal)).collect()
    }

    fn are_words_of_their_own(texts: &[&str]) {
        assert!(texts.iter().all(|text| text.chars().any(char::is_alphabetic)), "{texts:?}");
        assert_eq!(texts.iter().collect::<HashSet<_>>().len(), texts.len(), "{texts:?}");
    }

    #[wasm_bindgen_test]
    fn everything_that_is_told_apart_has_a_word_of_its_own() {
        for lang in ["en", "", "xx"] {
            let words = strings(lang);
            are_words_of_their_own(&Kind::ALL.map(words.kind));
            are_words_of_their_own(&Kind::ALL.map(words.kinds));
            are_words_of_their_own(&MeetingKind::ALL.map(words.meeting_kind));
            are_words_of_their_own(&Tally::ALL.map(words.tally));
            let refusals: Vec<_> = refusals().into_iter().map(words.refusal).collect();
            assert_eq!(refusals.len(), 16);
            are_words_of_their_own(&refusals);
        }
    }

    #[wasm_bindgen_test]
    fn only_where_all_is_well_there_is_nothing_to_tell() {
        let words = strings("en");
        let modes = [Mode::Durable, Mode::Local, Mode::Memory, Mode::Full];
        are_words_of_their_own(&modes.map(|mode| (words.kept.mode)(mode, false)));
        are_words_of_their_own(&modes.map(words.settings.mode));
        let told = modes.map(|mode| (words.kept.notice)(mode).is_some_and(|text| !text.is_empty()));
        assert_eq!(told, [false, true, true, true]);
    }

    #[wasm_bindgen_test]
    fn it_says_saving_only_where_the_disk_will_say_kept() {
        let says = strings("en").kept.mode;
        assert_ne!(says(Mode::Durable, true), says(Mode::Durable, false));
        for mode in [Mode::Local, Mode::Memory, Mode::Full] {
            assert_eq!(says(mode, true), says(mode, false));
        }
    }
}
