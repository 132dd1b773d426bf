//! The texts on the screen: one struct of texts, and one static of it per language.
//!
//! A text that is missing in a language does not compile. A new language is a folder beside `en` and an arm in
//! [`strings`]. What the structs hold, and where each text is shown, is documented in `strings`.
//!
//! # Glossary
//!
//! The terms below are used for one thing each. Translate a term once, and use that word wherever the term appears.
//!
//! | English | meaning | where |
//! |---|---|---|
//! | floor | the right to speak; one party has it, or nobody (open floor) | live, review, recap |
//! | pass the floor | to record that the other party speaks now | live, shortcuts |
//! | turn | the time for which one party has the floor without a change | live, review, chart |
//! | speaker change | the floor goes from one party to the other | review, chart, recap |
//! | us, you / them, they | the consultant's side / the client's side | everywhere |
//! | of the talking | a share of the time in which anyone spoke: breaks and time away do not count | review, trends, recap |
//! | target | the most of the talking that the consultant wants to do, in percent | start, settings, host attribute `target-talk` |
//! | typical | the range that sources name for a kind of meeting | start, review, trends |
//! | nudge | the quiet line when the consultant's turn gets long | live, settings |
//! | break | a pause that everyone takes; nobody has the floor | live, review |
//! | time away | time while the page was asleep or closed | live, review |
//! | mark | a moment that was saved without words; the words can come later | live, review, chart |
//! | note | something that was captured in words, of one of the kinds below | live, review, past |
//! | outcome | what the client wants | kinds of notes |
//! | insight | something the client made clear | kinds of notes |
//! | issue | a problem the client raised | kinds of notes |
//! | promise | something the consultant said they would do | kinds of notes |
//! | spared | something bad that did not happen to the client | kinds of notes, sheet |
//! | held answer, hold my answer | an answer the consultant noted and did not say | kinds of notes, review |
//! | asked, played back, jumped in | the three counters: questions, repeating their words back, answering or correcting too soon | live, review, recap |
//! | work backwards | from an outcome to the smallest first step | review, recap |
//! | read-back, read back | the client reads the notes and confirms them | review, hand-over |
//! | confirmed, not quite | the two answers of a read-back | hand-over, review, recap |
//! | recap | the text about one meeting: for the client, or for the consultant | review |
//! | sheet | the text about one client and one period, "You said, we did" | sheet |
//! | before it hurts | a notice about a coming change | review, recap |
//! | journal | what the consultant learned; nobody else sees it | review, journal |
//! | loop | an issue or a promise until the client closes it | loops, opening card |
//! | status: heard, acknowledged, in progress, done, not doing | how far a loop is; done is the consultant's word | loops, sheet |
//! | closed | the client said that a loop is finished | loops, sheet, trends |
//! | owner | who on the consultant's side takes care of a loop | loops |
//! | due | the day for which something was promised | loops, opening card, sheet |
//! | update | the consultant told the client how a loop stands | loops, trends, sheet |
//! | silence, days without an update | the days since the last update, or since the loop was raised | loops, trends |
//! | in the black hole | a loop with more days of silence than the setting allows | loops, settings |
//! | waiting on you | the loops whose client expects an update | opening card, trends |
//! | median, middle half | the middle value; the range that holds the middle half of all values | trends |
//! | guess, actual | the share the consultant guessed, and the measured share | review, trends |
//! | notebook, your data | everything saved under one storage key | data, settings |
//! | save, saved | written to this browser | everywhere |
//! | export, import | to a file, from a file | data, review, client, notices |
//! | delete | remove; a "…" at the end means that it asks first, because it has no undo | everywhere |
//! | merge | to treat two clients as one | client |
//! | local storage, localStorage / `IndexedDB`, the browser's database | the two places where a browser saves data | data, notices |
//!
//! # Style
//!
//! Sentence case. Short sentences that a native speaker would say aloud. A percentage has no space (`36%`), a range an en
//! dash (`11–78%`), other units a space (`16 KB`). Apostrophes and quotation marks are curly. A button that opens a form or
//! a dialog ends with an ellipsis (`Delete…`). A count has the right plural: see `en::numbers`.

mod en;
mod strings;

pub(crate) use strings::Strings;
pub(crate) use strings::live::Live;
pub(crate) use strings::trends::Figure;

/// The texts of a language by its BCP 47 tag. English is the only language so far, so every tag gives English.
pub(crate) fn strings(_lang: &str) -> &'static Strings {
    &en::ENGLISH
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use heard_core::Refusal;
    use heard_core::event::capture::{Kind, Tally};
    use heard_core::event::kind::MeetingKind;
    use heard_core::transfer::import::Preview;
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::strings;
    use crate::persistence::mode::Mode;

    /// Every refusal. A new variant does not compile until it is added here.
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

    fn assert_distinct(texts: &[&str]) {
        assert!(texts.iter().all(|text| text.chars().any(char::is_alphabetic)), "{texts:?}");
        assert_eq!(texts.iter().collect::<HashSet<_>>().len(), texts.len(), "{texts:?}");
    }

    #[wasm_bindgen_test]
    fn different_things_have_different_labels() {
        for lang in ["en", "", "xx"] {
            let words = strings(lang);
            assert_distinct(&Kind::ALL.map(words.kind));
            assert_distinct(&Kind::ALL.map(words.kinds));
            assert_distinct(&MeetingKind::ALL.map(words.meeting_kind));
            assert_distinct(&Tally::ALL.map(words.tally));
            let refusals: Vec<_> = refusals().into_iter().map(words.refusal).collect();
            assert_eq!(refusals.len(), 16);
            assert_distinct(&refusals);
        }
    }

    #[wasm_bindgen_test]
    fn every_mode_but_the_safest_has_a_notice() {
        let words = strings("en");
        let modes = [Mode::Durable, Mode::Local, Mode::Memory, Mode::Full];
        assert_distinct(&modes.map(|mode| (words.storage.mode)(mode, false)));
        assert_distinct(&modes.map(words.settings.mode));
        let has_notice =
            modes.map(|mode| (words.storage.notice)(mode).is_some_and(|text| !text.is_empty()));
        assert_eq!(has_notice, [false, true, true, true]);
    }

    #[wasm_bindgen_test]
    fn only_the_durable_mode_shows_that_a_write_is_under_way() {
        let texts = strings("en").storage.mode;
        assert_ne!(texts(Mode::Durable, true), texts(Mode::Durable, false));
        for mode in [Mode::Local, Mode::Memory, Mode::Full] {
            assert_eq!(texts(mode, true), texts(mode, false));
        }
    }

    #[wasm_bindgen_test]
    fn counts_have_the_right_plural() {
        let words = strings("en");
        assert_eq!([0, 1, 2].map(words.past.notes), ["no notes", "1 note", "2 notes"]);
        assert_eq!([1, 7].map(words.loops.days), ["1 day", "7 days"]);
        assert_eq!([6, 12, 24].map(words.data.months), ["6 months", "1 year", "2 years"]);
        assert_eq!([1, 2].map(words.live.minutes), ["1 minute.", "2 minutes."]);
        assert_eq!((words.loops.count)(1, 1), "1 loop");
        assert_eq!((words.loops.count)(3, 12), "3 of 12 loops");
        let due = [-2, -1, 0, 1, 2, 8].map(|days| (words.loops.due)(days, "3 May"));
        assert_eq!(
            due,
            [
                "2 days overdue",
                "1 day overdue",
                "Due today",
                "Due tomorrow",
                "Due in 2 days",
                "Due 3 May"
            ]
        );
        let turns = [1, 2].map(|turns| (words.picture.turns_in)(turns, "1:00"));
        assert_eq!(turns, ["1 turn in 1:00 of talking", "2 turns in 1:00 of talking"]);
        let backup = [1, 2].map(|meetings| (words.storage.backup)(meetings));
        assert!(backup[0].starts_with("1 meeting isn’t backed up."), "{}", backup[0]);
        assert!(backup[1].starts_with("2 meetings aren’t backed up."), "{}", backup[1]);
    }

    #[wasm_bindgen_test]
    fn a_guess_is_high_low_or_spot_on() {
        let guessed = strings("en").after.guessed;
        assert_eq!(guessed(30, 25), "You guessed 30%, 5 points high.");
        assert_eq!(guessed(30, 31), "You guessed 30%, 1 point low.");
        assert_eq!(guessed(30, 30), "You guessed 30%, spot on.");
    }

    #[wasm_bindgen_test]
    fn sizes_are_rounded_up_to_whole_kilobytes() {
        let data = &strings("en").data;
        assert_eq!((data.local)(1), "1 KB in localStorage");
        assert_eq!((data.local)(16_000), "16 KB in localStorage");
        assert_eq!((data.durable)(16_001), "17 KB in IndexedDB");
    }

    #[wasm_bindgen_test]
    fn an_import_says_what_is_new_and_what_is_not() {
        let texts = strings("en").data.preview;
        let preview = Preview { meetings_new: 12, ..Preview::default() };
        assert_eq!(
            texts(&preview),
            "12 new meetings, none already here. Nothing you have is replaced."
        );
        let preview = Preview {
            meetings_new: 1,
            meetings_known: 3,
            meetings_grown: 2,
            damaged: 1,
            ..Preview::default()
        };
        assert_eq!(
            texts(&preview),
            "1 new meeting, 3 already here (2 with something new), 1 damaged and left out. Nothing you have is replaced."
        );
    }

    #[test]
    fn the_ticks_of_an_axis_have_different_labels() {
        let tick = strings("en").picture.tick;
        for length_ms in (1..=36_000_u64).map(|seconds| seconds * 1_000) {
            for most in [3, 6, 8] {
                let step_ms = heard_core::report::chart::tick_step_ms(length_ms, most);
                let labels: Vec<String> =
                    (0..=length_ms / step_ms).map(|nth| tick(nth * step_ms)).collect();
                let different: HashSet<&String> = labels.iter().collect();
                assert_eq!(different.len(), labels.len(), "{length_ms}: {labels:?}");
            }
        }
    }
}
