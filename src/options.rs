//! What a host may ask of the widget. Unknown values fall back to the default and never throw.

use yew::AttrValue;

/// Options of one widget, mirrored by the element's attributes and the Yew component's props.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Names the notebook. Two widgets with one key are one notebook.
    pub storage_key: AttrValue,
    /// Where to keep it.
    pub storage: Storage,
    /// How much room there is.
    pub layout: Layout,
    /// Light or dark, where the host has a say; the consultant's own setting otherwise.
    pub theme: Theme,
    /// The aim for one's own share of speech in percent, 1 to 99; else the setting's, else the band's.
    pub target_talk: Option<u8>,
    /// The name of the client that is chosen beforehand.
    pub client: Option<AttrValue>,
    /// Where keys are heard.
    pub hotkeys: Hotkeys,
    /// How much the status line says.
    pub announce: Announce,
    /// Whether a phone may buzz.
    pub haptics: bool,
    /// Whether the screen stays on while a meeting runs.
    pub wake_lock: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            storage_key: AttrValue::Static("default"),
            storage: Storage::default(),
            layout: Layout::default(),
            theme: Theme::default(),
            target_talk: None,
            client: None,
            hotkeys: Hotkeys::default(),
            announce: Announce::default(),
            haptics: false,
            wake_lock: false,
        }
    }
}

/// An enumerated attribute: its values by their words, the first being the default.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word of the attribute.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// The value of a word; the default for a word unknown.
            pub fn of_word(word: &str) -> Self {
                Self::ALL.iter().copied().find(|one| one.word() == word).unwrap_or_default()
            }
        }

        impl Default for $name {
            fn default() -> Self { Self::ALL[0] }
        }
    };
}

words! {
    /// Where to keep the notebook.
    Storage {
        /// As safely as the browser lets us.
        Auto = "auto",
        /// In localStorage.
        Local = "local",
        /// In the page's memory only.
        Memory = "memory",
    }
}

words! {
    /// How much room there is.
    Layout {
        /// As much as the element is wide.
        Auto = "auto",
        /// The whole page.
        Page = "page",
        /// A column with everything.
        Full = "full",
        /// A column with the floor and the capture line.
        Compact = "compact",
        /// The floor alone.
        Mini = "mini",
    }
}

words! {
    /// Light or dark.
    Theme {
        /// As the consultant's setting has it, and by default the system.
        Auto = "auto",
        /// Dark ink on paper.
        Light = "light",
        /// Light ink on night.
        Dark = "dark",
    }
}

words! {
    /// Where keys are heard.
    Hotkeys {
        /// While the focus is in the widget.
        Element = "element",
        /// Anywhere in the page, except where its user types.
        Page = "page",
        /// Nowhere.
        Off = "off",
    }
}

words! {
    /// How much the status line says.
    Announce {
        /// Every change of floor.
        Turns = "turns",
        /// The time, every minute, and no more.
        Minutes = "minutes",
        /// Nothing.
        Off = "off",
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    fn words_name_their_values<T: Copy + Debug + PartialEq + Default>(
        all: &[T],
        word: fn(T) -> &'static str,
        of_word: fn(&str) -> T,
        wanted: &[&str],
    ) {
        assert_eq!(all.iter().map(|one| word(*one)).collect::<Vec<_>>(), wanted);
        assert!(all.iter().all(|one| of_word(word(*one)) == *one), "{wanted:?}");
        for unknown in ["", " ", "automatic", "pag", "pages", "null"] {
            assert_eq!(of_word(unknown), T::default(), "{unknown:?}");
        }
        assert_eq!(word(T::default()), wanted[0]);
    }

    #[wasm_bindgen_test]
    fn every_word_names_its_value_and_a_word_unknown_the_default() {
        words_name_their_values(
            Storage::ALL,
            Storage::word,
            Storage::of_word,
            &["auto", "local", "memory"],
        );
        words_name_their_values(
            Layout::ALL,
            Layout::word,
            Layout::of_word,
            &["auto", "page", "full", "compact", "mini"],
        );
        words_name_their_values(
            Theme::ALL,
            Theme::word,
            Theme::of_word,
            &["auto", "light", "dark"],
        );
        words_name_their_values(
            Hotkeys::ALL,
            Hotkeys::word,
            Hotkeys::of_word,
            &["element", "page", "off"],
        );
        words_name_their_values(
            Announce::ALL,
            Announce::word,
            Announce::of_word,
            &["turns", "minutes", "off"],
        );
    }
}
