//! Web Share: the share sheet of the system. Browsers allow it only during a user gesture.

use js_sys::global;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use crate::browser::reflect::{call, get, is_done, list, navigator, new, object};

/// Whether the browser has it.
pub(crate) fn exists() -> bool {
    get(&navigator(), "share").is_function()
}

/// Shares a text, with a file of this name, content and MIME type where files can be shared. `then` is called with whether
/// it was shared.
pub(crate) fn share(
    title: &str,
    text: &str,
    [name, content, mime]: [&str; 3],
    then: Box<dyn FnOnce(bool)>,
) {
    let file = file(name, content, mime).map(|file| list(&[&file]));
    let can_share = |files: &JsValue| {
        let data = object(&[("files", files)]);
        call(&navigator(), "canShare", &[&data]).is_ok_and(|can| can.is_truthy())
    };
    let (title, text) = (title.into(), text.into());
    let both = [("title", &title), ("text", &text)];
    let data = match &file {
        Ok(files) if can_share(files) => object(&[both[0], both[1], ("files", files)]),
        _ => object(&both),
    };
    let shared = call(&navigator(), "share", &[&data]);
    spawn_local(async move { then(is_done(shared).await) });
}

fn file(name: &str, content: &str, mime: &str) -> Result<JsValue, JsValue> {
    let options = object(&[("type", &mime.into())]);
    new(&global(), "File", &[&list(&[&content.into()]), &name.into(), &options])
}
