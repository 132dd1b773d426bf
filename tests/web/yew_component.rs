//! The component in a Yew app: its shadow root, the callbacks, and the controller.

use std::cell::RefCell;
use std::rc::Rc;

use heard::heard_core::event::capture::Kind;
use heard::heard_core::event::kind::NewCapture;
use heard::heard_core::{Floor, Party, Refusal};
use heard::{
    Command, Controller, ControllerError, Heard, HeardProps, NewMeeting, NotebookStore, Options,
    Ready, State, Storage, Theme,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement, ShadowRoot};
use yew::{AppHandle, Callback};

use crate::page::{Bell, Own, Placed, fire, later};
use crate::widget_scene::hover;

/// An app with the component alone, and the calls of its callbacks.
struct App {
    handle: Option<AppHandle<Heard>>,
    place: Placed,
    props: HeardProps,
    calls: Rc<RefCell<Vec<String>>>,
    ready: Bell,
    own: Own,
}

impl App {
    /// The component with an empty notebook, once it is ready.
    async fn of(key: &'static str) -> Self {
        let (calls, ready): (Rc<RefCell<Vec<String>>>, _) = (Rc::default(), Bell::default());
        let on_ready = {
            let (calls, ready) = (Rc::clone(&calls), ready.clone());
            Callback::from(move |it: Ready| {
                calls.borrow_mut().push(format!("ready {}", it.mode.as_str()));
                ready.ring();
            })
        };
        let noting = |name: &'static str| {
            let calls = Rc::clone(&calls);
            move || calls.borrow_mut().push(name.to_owned())
        };
        let (start, end, loops) = (noting("start"), noting("end"), noting("loop"));
        let floors = Rc::clone(&calls);
        let captures = Rc::clone(&calls);
        let props = yew::props!(HeardProps {
            options: Options { storage_key: key.into(), ..Options::default() },
            class: "one",
            controller: Controller::new(),
            on_ready,
            on_meeting_start: Callback::from(move |_| start()),
            on_meeting_end: Callback::from(move |_| end()),
            on_loop_change: Callback::from(move |_| loops()),
            on_floor_change: Callback::from(move |it: heard::FloorChange| {
                let word = |floor: Option<Floor>| floor.map_or("break", Floor::as_str);
                floors.borrow_mut().push(format!("{} to {}", word(it.from), word(it.to)));
            }),
            on_capture: Callback::from(move |it: heard::Captured| {
                captures.borrow_mut().push(it.kind.as_str().to_owned());
            }),
        });
        let (own, place) = (Own::new(key), Placed::new("div"));
        let mut app = Self { handle: None, place, props, calls, ready, own };
        assert_eq!(app.controller().mark(), Err(ControllerError::NotShown), "it is not shown yet");
        app.show();
        app.ready.rung(1).await;
        app
    }

    fn show(&mut self) {
        let root: Element = self.place.0.clone().into();
        let renderer = yew::Renderer::<Heard>::with_root_and_props(root, self.props.clone());
        self.handle = Some(renderer.render());
    }

    async fn change(&mut self, change: impl FnOnce(&mut HeardProps)) {
        change(&mut self.props);
        self.handle.as_mut().unwrap().update(self.props.clone());
        later(0).await;
    }

    fn controller(&self) -> Controller {
        self.props.controller.clone().unwrap()
    }

    fn host(&self) -> Element {
        self.place.0.first_element_child().unwrap()
    }

    fn root(&self) -> ShadowRoot {
        self.host().shadow_root().unwrap()
    }

    fn find(&self, css: &str) -> Option<HtmlElement> {
        self.root().query_selector(css).unwrap().map(JsCast::unchecked_into)
    }

    async fn click(&self, css: &str) {
        let element = self.find(css).unwrap_or_else(|| panic!("there is no {css}"));
        hover(&element).await;
        element.click();
        later(0).await;
    }

    fn take_calls(&self) -> Vec<String> {
        self.calls.take()
    }
}

impl Drop for App {
    fn drop(&mut self) {
        if let Some(app) = self.handle.take() {
            app.destroy();
        }
    }
}

#[wasm_bindgen_test]
async fn each_has_its_own_open_shadow_root_and_all_share_one_style_sheet() {
    let (one, two) = (App::of("host-one").await, App::of("host-two").await);
    for app in [&one, &two] {
        assert_eq!((app.host().tag_name(), app.host().class_name()), ("DIV".into(), "one".into()));
        assert_eq!(app.host().child_element_count(), 0, "everything is in the shadow root");
        assert!(app.find("[part=base] > .heard .start").is_some());
        assert!(app.find("style, link, [style]").is_none());
        assert_eq!(app.root().adopted_style_sheets().length(), 1);
    }
    let sheet = |app: &App| app.root().adopted_style_sheets().get(0);
    assert!(JsValue::eq(&sheet(&one), &sheet(&two)));
    let base: Element = one.find("[part=base]").unwrap().into();
    let style = crate::page::window().get_computed_style(&base).unwrap().unwrap();
    assert_eq!(style.get_property_value("container-name").unwrap(), "heard");
}

#[wasm_bindgen_test]
async fn touches_in_the_widget_call_the_callbacks() {
    let app = App::of("host-touched").await;
    assert_eq!(app.take_calls().last().map(String::as_str), Some("ready durable"));
    app.click("[data-act=start]").await;
    app.click(".floor").await;
    app.click("[data-act=break]").await;
    app.click(".floor").await;
    let wanted = ["start", "client to consultant", "consultant to break", "break to client"];
    assert_eq!(app.take_calls(), wanted);
    app.click("[data-act=end]").await;
    assert_eq!(app.take_calls(), ["end"]);
}

#[wasm_bindgen_test]
async fn a_controller_controls_its_widget_while_that_is_shown() {
    let mut app = App::of("host-led").await;
    app.take_calls();
    let widget = app.controller();
    assert_eq!(widget.state(), Ok(State::Idle));
    assert_eq!(widget.pass_floor(), Err(ControllerError::Refused(Refusal::NoMeeting)));
    assert_eq!(widget.talk_share(), Ok(None));
    let id = widget.start(NewMeeting::default()).unwrap();
    assert_eq!(
        widget.start(NewMeeting::default()).map_err(ControllerError::code),
        Err("already-running"),
        "{id} runs"
    );
    assert_eq!((widget.state(), widget.floor()), (Ok(State::Running), Ok(Some(Floor::Client))));
    assert_eq!(widget.set_floor(Party::Client), Ok(None), "the floor is there already");
    assert!(widget.set_floor(Party::Consultant).unwrap().is_some());
    widget.pass_floor().unwrap();
    let words = "nobody calls back".to_owned();
    let new = NewCapture { kind: Kind::Issue, words, ..NewCapture::default() };
    let capture = widget.capture(new).unwrap();
    widget.amend(capture, "nobody ever calls back").unwrap();
    widget.take_break().unwrap();
    assert_eq!((widget.state(), widget.floor()), (Ok(State::Break), Ok(None)));
    widget.resume().unwrap();
    widget.mark().unwrap();
    widget.undo().unwrap();
    widget.redo().unwrap();
    widget.strike(capture).unwrap();
    widget.end().unwrap();
    assert_eq!(widget.state(), Ok(State::Review));
    let figures = widget.figures().unwrap();
    assert!(figures.talk_ms + figures.listen_ms <= figures.elapsed_ms, "{figures:?}");
    let calls = app.take_calls();
    let floors = ["client to consultant", "consultant to client"];
    assert_eq!((&calls[0][..], &calls[1..3]), ("start", &floors.map(str::to_owned)[..]));
    assert!(calls.contains(&"issue".to_owned()) && calls.contains(&"end".to_owned()), "{calls:?}");
    app.handle.take().unwrap().destroy();
    later(0).await;
    assert_eq!(
        (widget.state(), widget.undo()),
        (Err(ControllerError::NotShown), Err(ControllerError::NotShown))
    );
}

#[wasm_bindgen_test]
async fn a_meeting_without_a_client_is_with_the_client_of_the_options() {
    let mut app = App::of("host-client").await;
    app.change(|props| props.options.client = Some("Ève".into())).await;
    app.controller().start(NewMeeting::default()).unwrap();
    let snapshot = NotebookStore::of("host-client", Storage::Auto).snapshot();
    let client = snapshot.notebook.running().unwrap().opening.client.unwrap();
    assert_eq!(&*snapshot.notebook.client(client).unwrap().name, "Ève");
}

#[wasm_bindgen_test]
async fn changed_properties_apply_at_once_and_lose_nothing() {
    let mut app = App::of("host-props").await;
    app.click("[data-act=start]").await;
    app.click(".floor").await;
    let line: HtmlTextAreaElement = app.find("textarea.say").unwrap().unchecked_into();
    line.set_value("half a sen");
    fire(&line, "InputEvent", "input", &[]);
    let (root, floor_changes) = (app.root(), Bell::default());
    let on_floor_change = {
        let floor_changes = floor_changes.clone();
        Callback::from(move |_| floor_changes.ring())
    };
    app.take_calls();
    app.change(|props| {
        props.options.theme = Theme::Dark;
        props.class = "two".into();
        props.on_floor_change = on_floor_change;
    })
    .await;
    let theme = app.find(".heard").unwrap().get_attribute("data-theme");
    assert_eq!((theme.as_deref(), app.host().class_name().as_str()), (Some("dark"), "two"));
    assert!(app.root() == root && app.find("textarea.say").unwrap() == *line);
    assert_eq!(line.value(), "half a sen");
    app.click(".floor").await;
    assert_eq!(
        (floor_changes.times(), app.take_calls()),
        (1, vec![]),
        "only the new callback is called"
    );
}

#[wasm_bindgen_test]
async fn an_app_can_forbid_erasing() {
    let mut app = App::of("host-guard").await;
    app.click("[data-act=start]").await;
    let store = NotebookStore::of("host-guard", Storage::Auto);
    app.change(|props| props.may_erase = Some(Callback::from(|()| false))).await;
    store.dispatch(Command::EraseAll).unwrap();
    assert_eq!(app.controller().state(), Ok(State::Running));
    app.change(|props| props.may_erase = None).await;
    store.dispatch(Command::EraseAll).unwrap();
    assert_eq!(app.controller().state(), Ok(State::Idle));
    JsFuture::from(store.flush()).await.unwrap();
}

#[wasm_bindgen_test]
async fn another_key_shows_another_notebook_in_the_same_root() {
    let (mut app, _other) = (App::of("host-here").await, Own::new("host-there"));
    app.click("[data-act=start]").await;
    let root = app.root();
    app.change(|props| props.options.storage_key = "host-there".into()).await;
    assert!(app.find(".start").is_some() && app.root() == root);
    assert_eq!(app.controller().state(), Ok(State::Idle));
    app.change(|props| props.options.storage_key = "host-here".into()).await;
    assert_eq!(app.controller().state(), Ok(State::Running));
    assert_eq!(app.calls.borrow().iter().filter(|call| call.starts_with("ready")).count(), 1);
}

#[wasm_bindgen_test]
async fn a_removed_component_releases_everything_and_can_be_shown_again() {
    let mut app = App::of("host-gone").await;
    app.click("[data-act=start]").await;
    app.take_calls();
    app.handle.take().unwrap().destroy();
    let store = NotebookStore::of("host-gone", Storage::Auto);
    JsFuture::from(store.flush()).await.unwrap();
    later(0).await;
    assert_eq!(Rc::strong_count(&store), 1, "no other owner of the store is left");
    assert_eq!(app.place.0.child_element_count(), 0);
    store.pass_floor().unwrap();
    assert!(app.take_calls().is_empty());
    app.show();
    app.ready.rung(2).await;
    app.take_calls();
    app.click(".floor").await;
    assert_eq!(app.take_calls(), ["consultant to client"], "called once, with the floor as before");
    assert!(app.own.stored().len() > 1);
}
