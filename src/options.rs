//! The options of a widget. An unknown value of an attribute means the default, and is never an error.

use yew::AttrValue;

/// The options of one widget: the attributes of the element, and a property of the Yew component.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// The name of the notebook. Widgets with the same key show the same notebook.
    pub storage_key: AttrValue,
    /// Where the notebook is stored.
    pub storage: Storage,
    /// How much of the widget is shown.
    pub layout: Layout,
    /// The colour scheme. `Auto` leaves it to the consultant's setting.
    pub theme: Theme,
    /// The aim for the consultant's share of the talking time, from 1 to 99 percent. `None` leaves it to the consultant's
    /// setting, and without one to the recommended band.
    pub target_talk: Option<u8>,
    /// The name of the client that is selected in advance.
    pub client: Option<AttrValue>,
    /// Where key presses are handled.
    pub hotkeys: Hotkeys,
    /// What is announced to screen readers.
    pub announce: Announce,
    /// Whether a phone vibrates at a touch on the floor button.
    pub haptics: bool,
    /// Whether the screen is kept on while a meeting runs.
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

/// An enumerated attribute: its variants with their values, the default first.
macro_rules! attribute {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $value:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The value of the attribute.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $value,)* }
            }

            /// The variant with a value; the default if there is none.
            pub fn from_value(value: &str) -> Self {
                Self::ALL.iter().copied().find(|one| one.as_str() == value).unwrap_or_default()
            }
        }

        impl Default for $name {
            fn default() -> Self { Self::ALL[0] }
        }
    };
}

attribute! {
    /// Where the notebook is stored.
    Storage {
        /// In `IndexedDB` and localStorage, as far as the browser allows.
        Auto = "auto",
        /// In localStorage only.
        Local = "local",
        /// In memory only, until the page is closed.
        Memory = "memory",
    }
}

attribute! {
    /// How much of the widget is shown.
    Layout {
        /// As much as fits the width of the element.
        Auto = "auto",
        /// Everything, filling the page.
        Page = "page",
        /// Everything, in one column.
        Full = "full",
        /// The floor button and the capture form, in one column.
        Compact = "compact",
        /// The floor button only.
        Mini = "mini",
    }
}

attribute! {
    /// The colour scheme.
    Theme {
        /// As the consultant's setting says, which by default is that of the system.
        Auto = "auto",
        /// Dark text on a light background.
        Light = "light",
        /// Light text on a dark background.
        Dark = "dark",
    }
}

attribute! {
    /// Where key presses are handled.
    Hotkeys {
        /// While the widget has the focus.
        Element = "element",
        /// Anywhere in the page, except in text fields.
        Page = "page",
        /// Nowhere.
        Off = "off",
    }
}

attribute! {
    /// What is announced to screen readers.
    Announce {
        /// Each change of the floor.
        Turns = "turns",
        /// The elapsed time once a minute, and nothing else.
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

    fn assert_values<T: Copy + Debug + PartialEq + Default>(
        all: &[T],
        as_str: fn(T) -> &'static str,
        from_value: fn(&str) -> T,
        wanted: &[&str],
    ) {
        assert_eq!(all.iter().map(|one| as_str(*one)).collect::<Vec<_>>(), wanted);
        assert!(all.iter().all(|one| from_value(as_str(*one)) == *one), "{wanted:?}");
        for unknown in ["", " ", "automatic", "pag", "pages", "null"] {
            assert_eq!(from_value(unknown), T::default(), "{unknown:?}");
        }
        assert_eq!(as_str(T::default()), wanted[0]);
    }

    #[wasm_bindgen_test]
    fn each_value_has_its_variant_and_an_unknown_value_the_default() {
        assert_values(
            Storage::ALL,
            Storage::as_str,
            Storage::from_value,
            &["auto", "local", "memory"],
        );
        assert_values(
            Layout::ALL,
            Layout::as_str,
            Layout::from_value,
            &["auto", "page", "full", "compact", "mini"],
        );
        assert_values(Theme::ALL, Theme::as_str, Theme::from_value, &["auto", "light", "dark"]);
        assert_values(
            Hotkeys::ALL,
            Hotkeys::as_str,
            Hotkeys::from_value,
            &["element", "page", "off"],
        );
        assert_values(
            Announce::ALL,
            Announce::as_str,
            Announce::from_value,
            &["turns", "minutes", "off"],
        );
    }
}
