//! The listeners of a widget on its outermost element and on the window that this is shown in.

use web_sys::{Element, KeyboardEvent, Window};
use yew::prelude::*;

use crate::browser::field_events::FieldEvents;
use crate::browser::keyboard::PageKeys;
use crate::browser::own_window;
use crate::options::Hotkeys;

/// The listeners, until this is dropped.
pub(crate) struct Listeners {
    root: Element,
    /// The window that the widget is shown in.
    pub(crate) window: Window,
    hotkeys: Hotkeys,
    _fields: FieldEvents,
    _page_keys: Option<PageKeys>,
}

impl Listeners {
    /// The present listeners if they fit, otherwise new ones: the element, its window or the option has changed. `None` if the
    /// element is not in a window.
    pub(crate) fn renewed(
        present: Option<Self>,
        root: &Element,
        hotkeys: Hotkeys,
        on_key: &Callback<KeyboardEvent>,
    ) -> Option<Self> {
        let window = own_window::of(root)?;
        let fits = |own: &Self| own.root == *root && own.window == window && own.hotkeys == hotkeys;
        if let Some(present) = present.filter(fits) {
            return Some(present);
        }
        let page_keys = (hotkeys == Hotkeys::Page).then(|| {
            let on_key = on_key.clone();
            PageKeys::listen(&window, root, move |event| on_key.emit(event.clone()))
        });
        Some(Self {
            _fields: FieldEvents::contain(root),
            _page_keys: page_keys,
            root: root.clone(),
            window,
            hotkeys,
        })
    }
}
