//! When our own code fails: say so, in the console and to every element of the page. What was kept is kept.

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

/// Takes the place of the hook that Yew would set.
pub(crate) fn install() {
    yew::set_custom_panic_hook(Box::new(|info| {
        let message = info.to_string();
        error(&message);
        let tell = ON_PANIC.with_borrow(Clone::clone);
        if let Some(tell) = tell {
            // Nothing is left to do about a listener that throws now.
            let _ = tell.call1(&JsValue::UNDEFINED, &message.into());
        }
    }));
}

/// Names the function that is called with the message when our own code fails.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(tell: Function) {
    ON_PANIC.replace(Some(tell));
}
