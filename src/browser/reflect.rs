//! Access by name to browser interfaces that web-sys does not have, or whose bindings add more to the module than a look-up.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A property by its name; `undefined` if the browser does not have it.
pub(crate) fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// The page's `navigator`.
pub(crate) fn navigator() -> JsValue {
    get(&js_sys::global(), "navigator")
}

/// Calls a method by its name.
///
/// # Errors
///
/// If there is no such method, or it throws.
pub(crate) fn call(of: &JsValue, name: &str, args: &[&JsValue]) -> Result<JsValue, JsValue> {
    get(of, name).dyn_into::<Function>()?.apply(of, &list(args))
}

/// A new object of the class that `of` has under this name.
///
/// # Errors
///
/// If there is no such class, or its constructor throws.
pub(crate) fn new(of: &JsValue, class: &str, args: &[&JsValue]) -> Result<JsValue, JsValue> {
    Reflect::construct(&get(of, class).dyn_into::<Function>()?, &list(args))
}

/// An object with these properties.
pub(crate) fn object(fields: &[(&str, &JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a property of a new object can not fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// An array.
pub(crate) fn list(items: &[&JsValue]) -> Array {
    items.iter().copied().collect()
}

/// Waits for the promise that a call returned. Returns whether it was fulfilled; `false` if the call failed.
pub(crate) async fn is_done(called: Result<JsValue, JsValue>) -> bool {
    match called {
        Ok(promise) => JsFuture::from(js_sys::Promise::resolve(&promise)).await.is_ok(),
        Err(_) => false,
    }
}
