//! A widget rendered into an element, and the actions of a test.

use std::cell::RefCell;
use std::rc::Rc;

use heard::{NotebookStore, Options, Storage, Widget, WidgetProps};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, EventTarget, HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::{AppHandle, AttrValue, Callback};

use crate::page::{Bell, Own, Placed, fire, later};

pub(crate) struct Scene {
    pub(crate) app: Option<AppHandle<Widget>>,
    pub(crate) store: Rc<NotebookStore>,
    pub(crate) root: Placed,
    /// The versions that were rendered.
    pub(crate) drawn: Rc<RefCell<Vec<u64>>>,
    rung: Bell,
    pub(crate) own: Own,
}

impl Scene {
    /// A rendered widget with an empty notebook.
    pub(crate) async fn of(key: &'static str, options: Options) -> Self {
        Self::over(Own::new(key), options).await
    }

    /// A rendered widget with the stored notebook of a key.
    pub(crate) async fn over(own: Own, options: Options) -> Self {
        let store = NotebookStore::of(own.0, Storage::Auto);
        let (root, drawn, rung) = (Placed::new("div"), Rc::default(), Bell::default());
        let mut scene = Self { app: None, store, root, drawn, rung, own };
        let props = scene.props(options);
        let renderer =
            yew::Renderer::<Widget>::with_root_and_props(scene.root.0.clone().into(), props);
        scene.app = Some(renderer.render());
        scene.rung.rung(1).await;
        scene.settles().await;
        scene
    }

    /// Waits until everything is in both stores, and rendered.
    pub(crate) async fn settles(&self) {
        JsFuture::from(self.store.flush()).await.unwrap();
        self.is_drawn().await;
    }

    fn props(&self, options: Options) -> WidgetProps {
        let (drawn, bell) = (Rc::clone(&self.drawn), self.rung.clone());
        let on_drawn = Callback::from(move |version| {
            drawn.borrow_mut().push(version);
            bell.ring();
        });
        WidgetProps {
            options: Options { storage_key: AttrValue::Static(self.own.0), ..options },
            store: None,
            on_drawn,
            empty: false,
        }
    }

    /// Changes the options, and waits until they are rendered.
    pub(crate) async fn change(&mut self, options: Options) {
        let (props, before) = (self.props(options), self.rung.times());
        self.app.as_mut().unwrap().update(props);
        self.rung.rung(before + 1).await;
    }

    /// Waits until the current snapshot has been rendered.
    pub(crate) async fn is_drawn(&self) {
        let version = self.store.snapshot().version;
        while self.drawn.borrow().last().is_none_or(|drawn| *drawn < version) {
            self.rung.rung(self.rung.times() + 1).await;
        }
        // For renderings that do not report a version.
        later(0).await;
    }

    pub(crate) fn has(&self, selector: &str) -> bool {
        self.root.0.query_selector(selector).unwrap().is_some()
    }

    pub(crate) fn find(&self, selector: &str) -> HtmlElement {
        let found: Option<Element> = self.root.0.query_selector(selector).unwrap();
        found.unwrap_or_else(|| panic!("there is no {selector}")).unchecked_into()
    }

    pub(crate) fn text(&self, selector: &str) -> String {
        self.find(selector).text_content().unwrap_or_default()
    }

    /// Clicks with the mouse over the element, and waits until the result is rendered.
    pub(crate) async fn click(&self, selector: &str) {
        hover(&self.find(selector)).await;
        self.find(selector).click();
        self.is_drawn().await;
    }

    /// Types into the capture form, with the event that the browser dispatches.
    pub(crate) async fn write(&self, words: &str) {
        let line: HtmlTextAreaElement = self.find("textarea.say").unchecked_into();
        line.set_value(words);
        fire(&line, "InputEvent", "input", &[]);
        later(0).await;
    }

    pub(crate) fn value(&self, selector: &str) -> String {
        self.find(selector).unchecked_into::<HtmlInputElement>().value()
    }

    /// Who has the floor, as the floor button shows it; `None` without a floor button and on a break.
    pub(crate) fn floor(&self) -> Option<String> {
        let button = self.root.0.query_selector(".floor").unwrap()?;
        button.get_attribute("data-floor")
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}

/// Presses a key. Returns whether it was handled.
pub(crate) fn press(target: &HtmlElement, key: &str) -> bool {
    fire(target, "KeyboardEvent", "keydown", &[("key", key.into())]).default_prevented()
}

/// Moves the mouse over an element, which shows the details of a quiet screen, and waits until they are rendered.
pub(crate) async fn hover(element: &EventTarget) {
    fire(element, "PointerEvent", "pointermove", &[("pointerType", "mouse".into())]);
    later(0).await;
}
