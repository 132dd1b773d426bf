//! Reporting a panic: in the console, and to every element of the page. Everything stored stays stored.

use std::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::prelude::*;

thread_local! {
    static ON_PANIC: RefCell<Option<Function>> = const { RefCell::new(None) };
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console)]
    fn error(message: &str);
}

/// Installs the panic hook, instead of the one that Yew would install.
pub(crate) fn install() {
    yew::set_custom_panic_hook(Box::new(|info| {
        let message = info.to_string();
        error(&message);
        let report = ON_PANIC.with_borrow(Clone::clone);
        if let Some(report) = report {
            // If a listener throws too, there is nothing left to report it to.
            let _ = report.call1(&JsValue::UNDEFINED, &message.into());
        }
    }));
}

/// Sets the function that is called with the message of a panic.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(report: Function) {
    ON_PANIC.replace(Some(report));
}
