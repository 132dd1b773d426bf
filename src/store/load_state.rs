//! How far reading the stored notebook has come, and what has to be remembered until it is complete.

use crate::persistence::scan::Found;

/// How much of the stored notebook has been read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum LoadPhase {
    /// localStorage has been read; `IndexedDB` has not answered yet.
    #[default]
    Opening,
    /// The newest meetings are shown; older ones are still being read from `IndexedDB`.
    ReadingOlder,
    /// Everything has been read, or `IndexedDB` does not answer.
    Loaded,
}

/// The state of loading.
#[derive(Default)]
pub(crate) struct LoadState {
    pub(crate) phase: LoadPhase,
    /// Records erased before everything was read. They are removed again from what is read afterwards.
    erased: Vec<String>,
    /// The content of `IndexedDB` as it was read, until both stores have been repaired with it.
    pub(crate) unrepaired: Option<Found>,
}

impl LoadState {
    /// Whether everything has been read.
    pub(crate) fn is_loaded(&self) -> bool {
        self.phase == LoadPhase::Loaded
    }

    /// Remembers that a record was erased, unless everything has been read.
    pub(crate) fn note_erased(&mut self, record: &str) {
        if !self.is_loaded() {
            self.erased.push(record.to_owned());
        }
    }

    /// Everything has been read. Returns the records that were erased meanwhile.
    pub(crate) fn finish(&mut self) -> Vec<String> {
        self.phase = LoadPhase::Loaded;
        std::mem::take(&mut self.erased)
    }
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    #[wasm_bindgen_test]
    fn records_erased_while_older_meetings_are_read_are_returned_once() {
        let mut load = LoadState::default();
        load.note_erased("beef-1");
        load.phase = LoadPhase::ReadingOlder;
        load.note_erased("beef-5");
        assert!(!load.is_loaded());
        assert_eq!(load.finish(), ["beef-1", "beef-5"]);
        load.note_erased("beef-9");
        assert!(load.is_loaded());
        assert_eq!(load.finish(), Vec::<String>::new());
    }
}
