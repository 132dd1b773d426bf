//! The shadow root that a widget is rendered in.

use std::cell::OnceCell;

use js_sys::Array;
use web_sys::{CssStyleSheet, Element, ShadowRootInit, ShadowRootMode};

thread_local! {
    /// One style sheet shared by all widgets of the page.
    static SHEET: OnceCell<Option<CssStyleSheet>> = const { OnceCell::new() };
}

fn sheet(styles: &str) -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(styles).ok()?;
    Some(sheet)
}

/// The element to render a widget in: `<div part="base">` in an open shadow root of `host`, with `styles` adopted by the
/// root. Both are created on the first call. `None` if the element can have no shadow root.
pub(crate) fn base(host: &Element, styles: &str) -> Option<Element> {
    let open = ShadowRootInit::new(ShadowRootMode::Open);
    let root = host.shadow_root().or_else(|| host.attach_shadow(&open).ok())?;
    if let Some(base) = root.first_element_child() {
        return Some(base);
    }
    let base = host.owner_document()?.create_element("div").ok()?;
    base.set_attribute("part", "base").ok()?;
    // A browser without constructable style sheets renders the widget unstyled.
    SHEET.with(|sheet| {
        let sheet = sheet.get_or_init(|| self::sheet(styles));
        root.set_adopted_style_sheets(&sheet.iter().collect::<Array>());
    });
    root.append_child(&base).ok()?;
    Some(base)
}
