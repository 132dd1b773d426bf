//! What the element's JavaScript holds: one widget, its notebook and its options.

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

/// One widget on the page. Every call may be made from within an event of another: nothing stays borrowed meanwhile.
#[wasm_bindgen]
pub struct Handle {
    emit: Function,
    show_state: Function,
    options: RefCell<Options>,
    open: RefCell<Option<Open>>,
    /// The notebook, while nothing of it is drawn yet.
    early: RefCell<Option<Rc<NotebookStore>>>,
    drawn: RefCell<Rc<Drawn>>,
    /// The one that was on the notebook last.
    meeting: Cell<Option<EventId>>,
}

struct Open {
    stage: Stage,
    live: Rc<NotebookStore>,
    watch: Watch,
    guard: Guard,
}

#[wasm_bindgen]
impl Handle {
    /// A widget that is not drawn yet. `emit(name, json)` dispatches an event and says whether it may go on;
    /// `show_state(word)` sets the element's custom state.
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

    /// Sets an attribute, or takes it away.
    #[allow(
        clippy::needless_pass_by_value,
        reason = "wasm-bindgen hands an optional text over by value"
    )]
    pub fn set(&self, name: &str, value: Option<String>) {
        attributes::set(&mut self.options.borrow_mut(), name, value.as_deref());
        if let Some(mut open) = self.open.take() {
            let live = self.notebook();
            open.stage.show(self.props(&live));
            if !Rc::ptr_eq(&open.live, &live) {
                (open.watch, open.guard) = (self.watch(&live), self.guard(&live));
                open.live = live;
            }
            self.open.replace(Some(open));
        }
    }

    /// Opens the notebook and draws nothing yet. What was said before, first at this moment, is told by `take`.
    #[allow(
        clippy::needless_pass_by_value,
        reason = "wasm-bindgen hands an optional text over by value"
    )]
    pub fn open(&self, wall: Option<f64>, mono: Option<f64>, boot: Option<String>) {
        let live = self.notebook();
        if let (Some(wall), Some(mono)) = (wall, mono) {
            live.note_first_touch(moment(&live, wall, mono, boot.as_deref()));
        }
        self.early.replace(Some(live));
    }

    /// Calls a method, or touches the floor button, as of a moment before the widget was there.
    #[allow(
        clippy::needless_pass_by_value,
        reason = "wasm-bindgen hands an optional text over by value"
    )]
    pub fn take(
        &self,
        name: &str,
        json: &str,
        wall: f64,
        mono: f64,
        boot: Option<String>,
    ) -> Result<JsValue, JsValue> {
        let live = self.notebook();
        let options = self.options.borrow().clone();
        let at = moment(&live, wall, mono, boot.as_deref());
        live.as_of(at, |live| methods::call(live, &options, name, json))
    }

    /// Draws the widget in this node, or in one that another has left: gives the one that is to stand in the element.
    pub fn show(&self, node: Element) -> Element {
        self.drawn.replace(Rc::default());
        let live = self.notebook();
        // ClientFilter now, or the notebook would be closed and opened again.
        self.early.take();
        let stage = Stage::enter(node, self.props(&live));
        let snapshot = stage.node().clone();
        let (watch, guard) = (self.watch(&live), self.guard(&live));
        self.open.replace(Some(Open { stage, live, watch, guard }));
        snapshot
    }

    /// The value of a read-only property.
    pub fn get(&self, name: &str) -> JsValue {
        self.live().map_or(JsValue::UNDEFINED, |live| properties::get(&live, name))
    }

    /// The id of the meeting on the notebook, or of the one that was there last, for as long as it is kept.
    pub fn meeting(&self) -> Option<String> {
        let snapshot = self.live()?.snapshot();
        let now = snapshot.current_meeting().map(|meeting| meeting.id);
        let id = now
            .or_else(|| self.meeting.get().filter(|id| snapshot.notebook.meeting(*id).is_some()));
        self.meeting.set(id);
        id.map(|id| id.to_string())
    }

    /// Calls a method with its arguments as a JSON list.
    pub fn call(&self, name: &str, json: &str) -> Result<JsValue, JsValue> {
        let live = self.live().ok_or(JsValue::UNDEFINED)?;
        let options = self.options.borrow().clone();
        methods::call(&live, &options, name, json)
    }

    /// The text of an export, its options as JSON.
    pub fn export(&self, format: &str, options: &str) -> Result<String, JsValue> {
        let live = self.live().ok_or(JsValue::UNDEFINED)?;
        methods::export(&live, format, options)
    }

    /// Brings a file into the notebook, and gives a report.
    pub fn import(&self, text: String) -> Promise {
        let live = self.live();
        future_to_promise(
            async move { methods::import(live.ok_or(JsValue::UNDEFINED)?, text).await },
        )
    }

    /// Resolves when all that is kept has been read.
    pub fn loaded(&self) -> Promise {
        self.live().map_or_else(|| Promise::resolve(&JsValue::UNDEFINED), |live| live.loaded())
    }

    /// Resolves when everything said is kept as safely as it can be.
    pub fn kept(&self) -> Promise {
        self.live().map_or_else(|| Promise::resolve(&JsValue::UNDEFINED), |live| live.flush())
    }

    /// Resolves when everything said is drawn.
    pub fn drawn(&self) -> Promise {
        let version = self.live().map_or(0, |live| live.snapshot().version);
        self.drawn.borrow().wait(version)
    }

    /// Takes the widget off the page. What is kept stays kept.
    pub fn close(&self) {
        if let Some(open) = self.open.take() {
            open.stage.leave();
        }
        self.early.take();
        self.drawn.borrow().give_up();
    }

    fn props(&self, live: &Rc<NotebookStore>) -> WidgetProps {
        let drawn = Rc::clone(&self.drawn.borrow());
        WidgetProps {
            options: self.options.borrow().clone(),
            live: Some(Rc::clone(live)),
            on_drawn: Callback::from(move |version| drawn.reach(version)),
            empty: false,
        }
    }

    fn live(&self) -> Option<Rc<NotebookStore>> {
        let open = self.open.borrow().as_ref().map(|open| Rc::clone(&open.live));
        open.or_else(|| self.early.borrow().clone())
    }

    /// The notebook of the present options.
    fn notebook(&self) -> Rc<NotebookStore> {
        let options = self.options.borrow();
        NotebookStore::of(&options.storage_key, options.storage)
    }

    /// The host may forbid that all is erased.
    fn guard(&self, live: &NotebookStore) -> Guard {
        let emit = self.emit.clone();
        live.guard_erasing(move || call(&emit, "heard-before-erase", r#"{"v":1}"#))
    }

    fn watch(&self, live: &Rc<NotebookStore>) -> Watch {
        let (emit, show_state) = (self.emit.clone(), self.show_state.clone());
        let state = properties::custom_state(&live.snapshot());
        call(&show_state, state, "");
        let weak = Rc::downgrade(live);
        live.watch(move |before, after| {
            let Some(live) = weak.upgrade() else { return };
            call(&show_state, properties::custom_state(after), "");
            for happened in Change::between(before, after, live.local_now()) {
                let (name, detail) = events::written(&happened);
                call(&emit, name, &detail);
            }
        })
    }
}

/// A moment as JavaScript writes it: both clocks in milliseconds, and the document if it was another one.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clocks give numbers from nought to 2^53"
)]
fn moment(live: &NotebookStore, wall: f64, mono: f64, boot: Option<&str>) -> Timestamp {
    live.timestamp(wall as i64, mono as u64, boot.and_then(DocumentId::parse))
}

/// Calls the element; says whether it may go on.
fn call(function: &Function, name: &str, json: &str) -> bool {
    let answer = function.call2(&JsValue::UNDEFINED, &name.into(), &json.into());
    answer.map_or(true, |answer| !answer.is_falsy() || answer.is_undefined())
}
