//! The colour scheme that a host page sets for the place of an element.

use web_sys::{Element, Window};

use super::reflect::{call, get};

/// Whether the CSS property `color-scheme` of an element has the value `dark` alone, its own or an inherited one.
pub(crate) fn is_dark(window: &Window, element: &Element) -> bool {
    let style = call(window, "getComputedStyle", &[element]);
    let scheme = style.ok().and_then(|style| get(&style, "colorScheme").as_string());
    scheme.is_some_and(|scheme| scheme.contains("dark") && !scheme.contains("light"))
}
