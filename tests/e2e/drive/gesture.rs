//! What hands do: pointers and keys, through the browser's own input pipeline.

use std::time::Duration;

use fantoccini::actions::{
    ActionSequence, InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions,
    PointerAction, TouchActions,
};

use super::keys::chord;
use super::page::Page;

/// With what one points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pointer {
    Mouse,
    /// Touch, with the events and the click that browsers make of it.
    Finger,
}

impl Page {
    /// Clicks the middle of the element. Something lying over it makes this fail, as it would fail
    /// the user.
    pub(crate) async fn click(&self, css: &str) {
        let element = self.find(css).await;
        element.click().await.unwrap_or_else(|error| panic!("`{css}` takes no click: {error}"));
    }

    /// Taps the element with a finger.
    pub(crate) async fn tap(&self, css: &str) {
        self.press(Pointer::Finger, css, 0).await;
    }

    /// Holds the mouse down on the element for `ms` milliseconds.
    pub(crate) async fn hold(&self, css: &str, ms: u64) {
        self.press(Pointer::Mouse, css, ms).await;
    }

    /// Puts a pointer on the element's middle, holds it for `ms` milliseconds, and lifts it. The
    /// browser does the waiting, between two actions of one sequence.
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
        done.unwrap_or_else(|error| panic!("`{css}` takes no {pointer:?}: {error}"));
    }

    /// Presses and releases keys wherever the focus is: `m`, `Space`, `Escape`, `ArrowDown`,
    /// `Control+z`.
    pub(crate) async fn press_key(&self, keys: &str) {
        let chord = chord(keys);
        let down = chord.iter().map(|&value| KeyAction::Down { value });
        let up = chord.iter().rev().map(|&value| KeyAction::Up { value });
        let sequence = sequence(KeyActions::new("keyboard".into()), down.chain(up));
        let done = self.client().await.perform_actions(sequence).await;
        done.unwrap_or_else(|error| panic!("the page takes no `{keys}`: {error}"));
    }

    /// Types wherever the focus is, waiting before each letter for so many milliseconds; the browser
    /// does the waiting. The page may go away meanwhile, and the window too.
    pub(crate) async fn type_in_time(&self, letters: &[(u64, char)]) {
        let actions = letters.iter().flat_map(|&(ms, value)| {
            let pause = KeyAction::Pause { duration: Duration::from_millis(ms) };
            [pause, KeyAction::Down { value }, KeyAction::Up { value }]
        });
        let sequence = sequence(KeyActions::new("keyboard".into()), actions);
        // A letter that finds no page is no letter of the test's: what was typed is asked elsewhere.
        let _ = self.client().await.perform_actions(sequence).await;
    }

    /// Focuses the field and types into it, key by key, after what it already holds.
    pub(crate) async fn type_text(&self, css: &str, text: &str) {
        let field = self.find(css).await;
        let typed = field.send_keys(text).await;
        typed.unwrap_or_else(|error| panic!("`{css}` takes no typing: {error}"));
    }
}

fn sequence<S: InputSource>(source: S, actions: impl IntoIterator<Item = S::Action>) -> S {
    actions.into_iter().fold(source, InputSource::then)
}
