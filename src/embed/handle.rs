//! What the element's JavaScript holds: one widget with its store and its options.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use heard::{Change, Guard, NotebookStore, Options, Watch, WidgetProps};
use heard_core::{DocumentId, EventId, Timestamp};
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;
use web_sys::Element;
use yew::Callback;

use crate::embed::drawn::Drawn;
use crate::embed::stage::Stage;
use crate::embed::{attributes, events, methods, properties};

/// One widget on the page. Nothing stays borrowed while an event is dispatched, since its listener may call any method.
#[wasm_bindgen]
pub struct Handle {
    emit: Function,
    show_state: Function,
    options: RefCell<Options>,
    open: RefCell<Option<Open>>,
    /// The store, until the widget is rendered.
    early: RefCell<Option<Rc<NotebookStore>>>,
    drawn: RefCell<Rc<Drawn>>,
    /// The last current meeting.
    meeting: Cell<Option<EventId>>,
}

struct Open {
    stage: Stage,
    store: Rc<NotebookStore>,
    watch: Watch,
    guard: Guard,
}

#[wasm_bindgen]
impl Handle {
    /// A widget that is not rendered yet. `emit(name, json)` dispatches an event and returns `false` if it was prevented;
    /// `show_state(state)` sets the custom state of the element.
    #[wasm_bindgen(constructor)]
    pub fn new(emit: Function, show_state: Function) -> Self {
        Self {
            emit,
            show_state,
            options: RefCell::default(),
            open: RefCell::default(),
            early: RefCell::default(),
            drawn: RefCell::default(),
            meeting: Cell::default(),
        }
    }

    /// Sets the value of an attribute; `None` if it is missing.
    #[allow(
        clippy::needless_pass_by_value,
        reason = "wasm-bindgen passes an optional string by value"
    )]
    pub fn set(&self, name: &str, value: Option<String>) {
        attributes::set(&mut self.options.borrow_mut(), name, value.as_deref());
        if let Some(mut open) = self.open.take() {
            let store = self.store_of_options();
            open.stage.show(self.props(&store));
            if !Rc::ptr_eq(&open.store, &store) {
                (open.watch, open.guard) = (self.watch(&store), self.guard(&store));
                open.store = store;
            }
            self.open.replace(Some(open));
        }
    }

    /// Opens the notebook without rendering. The arguments tell when the page was first touched, if it was: both clocks in
    /// milliseconds, and the id of the document if it was another one. The calls made since then follow by `take`.
    #[allow(
        clippy::needless_pass_by_value,
        reason = "wasm-bindgen passes an optional string by value"
    )]
    pub fn open(&self, wall: Option<f64>, mono: Option<f64>, boot: Option<String>) {
        let store = self.store_of_options();
        if let (Some(wall), Some(mono)) = (wall, mono) {
            store.note_first_touch(timestamp(&store, wall, mono, boot.as_deref()));
        }
        self.early.replace(Some(store));
    }

    /// Calls a method, or touches the floor button, as of a time before this module was loaded.
    ///
    /// # Errors
    ///
    /// An `Error` with a code if an argument is not valid or the current state does not allow the call.
    #[allow(
        clippy::needless_pass_by_value,
        reason = "wasm-bindgen passes an optional string by value"
    )]
    pub fn take(
        &self,
        name: &str,
        json: &str,
        wall: f64,
        mono: f64,
        boot: Option<String>,
    ) -> Result<JsValue, JsValue> {
        let store = self.store_of_options();
        let options = self.options.borrow().clone();
        let at = timestamp(&store, wall, mono, boot.as_deref());
        store.as_of(at, |store| methods::call(store, &options, name, json))
    }

    /// Renders the widget in this node, or in one that another widget has left. Returns the node to put into the element.
    pub fn show(&self, node: Element) -> Element {
        self.drawn.replace(Rc::default());
        let store = self.store_of_options();
        // Not earlier, or the notebook would be closed and opened again.
        self.early.take();
        let stage = Stage::enter(node, self.props(&store));
        let node = stage.node().clone();
        let (watch, guard) = (self.watch(&store), self.guard(&store));
        self.open.replace(Some(Open { stage, store, watch, guard }));
        node
    }

    /// The value of a read-only property; `undefined` before the notebook is open.
    pub fn get(&self, name: &str) -> JsValue {
        self.store().map_or(JsValue::UNDEFINED, |store| properties::get(&store, name))
    }

    /// The id of the current meeting, or else of the last one, as long as it is stored. `None` if there was none.
    pub fn meeting(&self) -> Option<String> {
        let snapshot = self.store()?.snapshot();
        let now = snapshot.current_meeting().map(|meeting| meeting.id);
        let id = now
            .or_else(|| self.meeting.get().filter(|id| snapshot.notebook.meeting(*id).is_some()));
        self.meeting.set(id);
        id.map(|id| id.to_string())
    }

    /// Calls a method with its arguments as a JSON array.
    ///
    /// # Errors
    ///
    /// An `Error` with a code if an argument is not valid or the current state does not allow the call.
    pub fn call(&self, name: &str, json: &str) -> Result<JsValue, JsValue> {
        let store = self.store().ok_or(JsValue::UNDEFINED)?;
        let options = self.options.borrow().clone();
        methods::call(&store, &options, name, json)
    }

    /// An export as text, or as a `Uint8Array` for a workbook; the options are JSON.
    ///
    /// # Errors
    ///
    /// An `Error` with a code if an option is not valid.
    pub fn export(&self, format: &str, options: &str) -> Result<JsValue, JsValue> {
        let store = self.store().ok_or(JsValue::UNDEFINED)?;
        methods::export(&store, format, options)
    }

    /// Imports a file. The promise resolves with a report.
    pub fn import(&self, text: String) -> Promise {
        let store = self.store();
        future_to_promise(
            async move { methods::import(store.ok_or(JsValue::UNDEFINED)?, text).await },
        )
    }

    /// A promise that resolves when the stored notebook has been read.
    pub fn loaded(&self) -> Promise {
        self.store().map_or_else(|| Promise::resolve(&JsValue::UNDEFINED), |store| store.loaded())
    }

    /// A promise that resolves when everything recorded is stored as safely as this browser allows.
    pub fn kept(&self) -> Promise {
        self.store().map_or_else(|| Promise::resolve(&JsValue::UNDEFINED), |store| store.flush())
    }

    /// A promise that resolves when the current state has been rendered.
    pub fn drawn(&self) -> Promise {
        let version = self.store().map_or(0, |store| store.snapshot().version);
        self.drawn.borrow().wait(version)
    }

    /// The element was moved into another document, such as that of a Document Picture-in-Picture window.
    pub fn moved(&self) {
        if let Some(open) = self.open.borrow().as_ref() {
            open.stage.move_to_document();
        }
    }

    /// Removes the widget from the page. The stored notebook is not changed.
    pub fn close(&self) {
        if let Some(open) = self.open.take() {
            open.stage.leave();
        }
        self.early.take();
        self.drawn.borrow().close();
    }

    fn props(&self, store: &Rc<NotebookStore>) -> WidgetProps {
        let drawn = Rc::clone(&self.drawn.borrow());
        WidgetProps {
            options: self.options.borrow().clone(),
            store: Some(Rc::clone(store)),
            on_drawn: Callback::from(move |version| drawn.reach(version)),
            empty: false,
        }
    }

    fn store(&self) -> Option<Rc<NotebookStore>> {
        let open = self.open.borrow().as_ref().map(|open| Rc::clone(&open.store));
        open.or_else(|| self.early.borrow().clone())
    }

    /// The store of the current options.
    fn store_of_options(&self) -> Rc<NotebookStore> {
        let options = self.options.borrow();
        NotebookStore::of(&options.storage_key, options.storage)
    }

    /// Dispatches an event before erasing, which the host can prevent.
    fn guard(&self, store: &NotebookStore) -> Guard {
        let emit = self.emit.clone();
        store.guard_erasing(move || call(&emit, "heard-before-erase", r#"{"v":1}"#))
    }

    fn watch(&self, store: &Rc<NotebookStore>) -> Watch {
        let (emit, show_state) = (self.emit.clone(), self.show_state.clone());
        let state = properties::custom_state(&store.snapshot());
        call(&show_state, state, "");
        let weak = Rc::downgrade(store);
        store.watch(move |before, after| {
            let Some(store) = weak.upgrade() else { return };
            call(&show_state, properties::custom_state(after), "");
            for change in Change::between(before, after, store.local_now()) {
                let (name, detail) = events::encode(&change);
                call(&emit, name, &detail);
            }
        })
    }
}

/// A time as JavaScript passes it: both clocks in milliseconds, and the id of the document if it was another one.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the clocks give numbers from 0 to 2^53"
)]
fn timestamp(store: &NotebookStore, wall: f64, mono: f64, boot: Option<&str>) -> Timestamp {
    store.timestamp(wall as i64, mono as u64, boot.and_then(DocumentId::parse))
}

/// Calls a function of the element. Returns whether the event was not prevented.
fn call(function: &Function, name: &str, json: &str) -> bool {
    let answer = function.call2(&JsValue::UNDEFINED, &name.into(), &json.into());
    answer.map_or(true, |answer| !answer.is_falsy() || answer.is_undefined())
}
