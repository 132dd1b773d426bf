//! What the browser offers and web-sys leaves out, or binds at more weight than a name looked up by hand.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What a browser may or may not have.
pub(crate) fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// The page's `navigator`.
pub(crate) fn navigator() -> JsValue {
    get(&js_sys::global(), "navigator")
}

/// Calls a method; an error, where there is none.
pub(crate) fn call(of: &JsValue, name: &str, args: &[&JsValue]) -> Result<JsValue, JsValue> {
    get(of, name).dyn_into::<Function>()?.apply(of, &list(args))
}

/// A new object of a class that `of` has; an error, where there is none.
pub(crate) fn new(of: &JsValue, class: &str, args: &[&JsValue]) -> Result<JsValue, JsValue> {
    Reflect::construct(&get(of, class).dyn_into::<Function>()?, &list(args))
}

/// An object with these fields.
pub(crate) fn object(fields: &[(&str, &JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a property of a fresh object can not fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// A list.
pub(crate) fn list(items: &[&JsValue]) -> Array {
    items.iter().copied().collect()
}

/// Whether what was begun came to a good end.
pub(crate) async fn is_done(begun: Result<JsValue, JsValue>) -> bool {
    match begun {
        Ok(promise) => JsFuture::from(js_sys::Promise::resolve(&promise)).await.is_ok(),
        Err(_) => false,
    }
}
