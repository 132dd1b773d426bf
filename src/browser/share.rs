//! The system's share sheet, where there is one. Call it from within a gesture.

use js_sys::global;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use crate::browser::reflect::{call, get, is_done, list, navigator, new, object};

/// Whether there is one.
pub(crate) fn exists() -> bool {
    get(&navigator(), "share").is_function()
}

/// Offers a text, and with it a file of this name and type where files can be shared; `then` hears whether it was taken.
pub(crate) fn share(
    title: &str,
    text: &str,
    [name, inside, mime]: [&str; 3],
    then: Box<dyn FnOnce(bool)>,
) {
    let file = file(name, inside, mime).map(|file| list(&[&file]));
    let is_taken = |files: &JsValue| {
        let data = object(&[("files", files)]);
        call(&navigator(), "canShare", &[&data]).is_ok_and(|can| can.is_truthy())
    };
    let (title, text) = (title.into(), text.into());
    let both = [("title", &title), ("text", &text)];
    let data = match &file {
        Ok(files) if is_taken(files) => object(&[both[0], both[1], ("files", files)]),
        _ => object(&both),
    };
    let shared = call(&navigator(), "share", &[&data]);
    spawn_local(async move { then(is_done(shared).await) });
}

fn file(name: &str, inside: &str, mime: &str) -> Result<JsValue, JsValue> {
    let options = object(&[("type", &mime.into())]);
    new(&global(), "File", &[&list(&[&inside.into()]), &name.into(), &options])
}
