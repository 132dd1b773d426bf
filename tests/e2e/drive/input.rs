//! User input: pointers and keys, through the browser's own input pipeline.

use std::time::Duration;

use fantoccini::actions::{
    ActionSequence, InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions,
    PointerAction, TouchActions,
};

use super::keys::chord;
use super::page::Page;

/// The kind of pointer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pointer {
    Mouse,
    /// Touch, with the events and the click that browsers derive from it.
    Finger,
}

impl Page {
    /// Clicks the centre of the element. This fails if another element covers it.
    pub(crate) async fn click(&self, css: &str) {
        let element = self.find(css).await;
        element.click().await.unwrap_or_else(|error| panic!("`{css}` can't be clicked: {error}"));
    }

    /// Taps the element with a finger.
    pub(crate) async fn tap(&self, css: &str) {
        self.press(Pointer::Finger, css, 0).await;
    }

    /// Holds the mouse down on the element for `ms` milliseconds.
    pub(crate) async fn hold(&self, css: &str, ms: u64) {
        self.press(Pointer::Mouse, css, ms).await;
    }

    /// Presses the centre of the element for `ms` milliseconds and releases it. The browser does the waiting.
    pub(crate) async fn press(&self, pointer: Pointer, css: &str, ms: u64) {
        let element = self.find_in_view(css).await;
        let gesture = [
            PointerAction::MoveToElement {
                element,
                duration: Some(Duration::ZERO),
                x: 0.0,
                y: 0.0,
            },
            PointerAction::Down { button: MOUSE_BUTTON_LEFT },
            PointerAction::Pause { duration: Duration::from_millis(ms) },
            PointerAction::Up { button: MOUSE_BUTTON_LEFT },
        ];
        let sequence: ActionSequence = match pointer {
            Pointer::Mouse => sequence(MouseActions::new("mouse".into()), gesture).into(),
            Pointer::Finger => sequence(TouchActions::new("finger".into()), gesture).into(),
        };
        let done = self.client().await.perform_actions(sequence).await;
        done.unwrap_or_else(|error| panic!("`{css}` can't be pressed with {pointer:?}: {error}"));
    }

    /// Presses and releases keys wherever the focus is: `m`, `Space`, `Escape`, `ArrowDown`,
    /// `Control+z`.
    pub(crate) async fn press_key(&self, keys: &str) {
        let chord = chord(keys);
        let down = chord.iter().map(|&value| KeyAction::Down { value });
        let up = chord.iter().rev().map(|&value| KeyAction::Up { value });
        let sequence = sequence(KeyActions::new("keyboard".into()), down.chain(up));
        let done = self.client().await.perform_actions(sequence).await;
        done.unwrap_or_else(|error| panic!("the page can't receive `{keys}`: {error}"));
    }

    /// Types into the focused element, with a pause in milliseconds before each letter. The browser does the waiting.
    /// The page or the window may close meanwhile.
    pub(crate) async fn type_in_time(&self, letters: &[(u64, char)]) {
        let actions = letters.iter().flat_map(|&(ms, value)| {
            let pause = KeyAction::Pause { duration: Duration::from_millis(ms) };
            [pause, KeyAction::Down { value }, KeyAction::Up { value }]
        });
        let sequence = sequence(KeyActions::new("keyboard".into()), actions);
        // Letters may be lost when the page closes; callers check what was typed elsewhere.
        let _ = self.client().await.perform_actions(sequence).await;
    }

    /// Focuses the field and appends text key by key.
    pub(crate) async fn type_text(&self, css: &str, text: &str) {
        let field = self.find(css).await;
        let typed = field.send_keys(text).await;
        typed.unwrap_or_else(|error| panic!("`{css}` can't be typed into: {error}"));
    }
}

fn sequence<S: InputSource>(source: S, actions: impl IntoIterator<Item = S::Action>) -> S {
    actions.into_iter().fold(source, InputSource::then)
}
