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

/// A new element to render a widget in: `<div part="base">` in the open shadow root of `host`, with `styles` adopted by the
/// root. A root that the element has already, as in a saved page, is emptied. `None` if the element can have no shadow root.
pub(crate) fn base(host: &Element, styles: &str) -> Option<Element> {
    let open = ShadowRootInit::new(ShadowRootMode::Open);
    let root = host.shadow_root().or_else(|| host.attach_shadow(&open).ok())?;
    root.set_text_content(None);
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

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;
    use crate::page::Placed;

    #[wasm_bindgen_test]
    fn a_found_shadow_root_is_emptied() {
        let host = Placed::new("div");
        let root = host.0.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
        let saved = host.0.owner_document().unwrap().create_element("style").unwrap();
        root.append_child(&saved).unwrap();
        let base = base(&host.0, "").unwrap();
        assert_eq!(root.first_element_child().as_ref(), Some(&base));
        assert_eq!(root.last_child().as_ref(), Some(base.as_ref()));
        assert_eq!(base.tag_name(), "DIV");
        assert_eq!(base.get_attribute("part").as_deref(), Some("base"));
    }
}
