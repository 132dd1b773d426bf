//! A shadow root with the widget's sheet, in an element of somebody's page.

use js_sys::Array;
use web_sys::{CssStyleSheet, Element, ShadowRootInit, ShadowRootMode};

use crate::styles::STYLES;

thread_local! {
    /// One sheet for all of a page.
    static SHEET: Option<CssStyleSheet> = sheet();
}

fn sheet() -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(STYLES).ok()?;
    Some(sheet)
}

/// The element into which the widget is to be drawn, `part="base"`, in an open shadow root of `host`. It is there already
/// where this was asked before.
pub(crate) fn base(host: &Element) -> Option<Element> {
    let open = ShadowRootInit::new(ShadowRootMode::Open);
    let root = host.shadow_root().or_else(|| host.attach_shadow(&open).ok())?;
    if let Some(base) = root.first_element_child() {
        return Some(base);
    }
    let base = host.owner_document()?.create_element("div").ok()?;
    base.set_attribute("part", "base").ok()?;
    // A browser without such sheets shows everything all the same.
    SHEET.with(|sheet| root.set_adopted_style_sheets(&sheet.iter().collect::<Array>()));
    root.append_child(&base).ok()?;
    Some(base)
}
