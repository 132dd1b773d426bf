//! The component in a Yew app: a root of its own, the app's callbacks, and its controller.

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

/// An app that is nothing but the component, and what it was told.
struct App {
    handle: Option<AppHandle<Heard>>,
    place: Placed,
    props: HeardProps,
    told: Rc<RefCell<Vec<String>>>,
    ready: Bell,
    own: Own,
}

impl App {
    /// The component over a key under which nothing is kept, when it is ready.
    async fn of(key: &'static str) -> Self {
        let (told, ready): (Rc<RefCell<Vec<String>>>, _) = (Rc::default(), Bell::default());
        let on_ready = {
            let (told, ready) = (Rc::clone(&told), ready.clone());
            Callback::from(move |it: Ready| {
                told.borrow_mut().push(format!("ready {}", it.mode.told()));
                ready.ring();
            })
        };
        let telling = |name: &'static str| {
            let told = Rc::clone(&told);
            move || told.borrow_mut().push(name.to_owned())
        };
        let (start, end, loops) = (telling("start"), telling("end"), telling("loop"));
        let floors = Rc::clone(&told);
        let captures = Rc::clone(&told);
        let props = yew::props!(HeardProps {
            options: Options { storage_key: key.into(), ..Options::default() },
            class: "one",
            controller: Controller::new(),
            on_ready,
            on_meeting_start: Callback::from(move |_| start()),
            on_meeting_end: Callback::from(move |_| end()),
            on_loop_change: Callback::from(move |_| loops()),
            on_floor_change: Callback::from(move |it: heard::FloorChange| {
                let word = |floor: Option<Floor>| floor.map_or("break", Floor::word);
                floors.borrow_mut().push(format!("{} to {}", word(it.from), word(it.to)));
            }),
            on_capture: Callback::from(move |it: heard::Captured| {
                captures.borrow_mut().push(it.kind.word().to_owned());
            }),
        });
        let (own, place) = (Own::new(key), Placed::new("div"));
        let mut app = Self { handle: None, place, props, told, ready, own };
        assert_eq!(app.controller().mark(), Err(ControllerError::NotShown), "it is not there yet");
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
        self.find(css).unwrap_or_else(|| panic!("there is no {css}")).click();
        later(0).await;
    }

    fn take_told(&self) -> Vec<String> {
        self.told.take()
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
async fn it_has_an_open_root_of_its_own_and_shares_one_sheet_with_all() {
    let (one, two) = (App::of("host-one").await, App::of("host-two").await);
    for app in [&one, &two] {
        assert_eq!((app.host().tag_name(), app.host().class_name()), ("DIV".into(), "one".into()));
        assert_eq!(app.host().child_element_count(), 0, "all is in the shadow root");
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
async fn what_is_touched_in_its_root_is_heard_and_told() {
    let app = App::of("host-touched").await;
    assert_eq!(app.take_told().last().map(String::as_str), Some("ready durable"));
    app.click("[data-act=start]").await;
    app.click(".floor").await;
    app.click("[data-act=break]").await;
    app.click(".floor").await;
    let told = ["start", "client to consultant", "consultant to break", "break to client"];
    assert_eq!(app.take_told(), told);
    app.click("[data-act=end]").await;
    assert_eq!(app.take_told(), ["end"]);
}

#[wasm_bindgen_test]
async fn a_controller_does_what_a_hand_does_while_its_widget_is_shown() {
    let mut app = App::of("host-led").await;
    app.take_told();
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
    assert_eq!(widget.set_floor(Party::Client), Ok(None), "it was so already");
    assert!(widget.set_floor(Party::Consultant).unwrap().is_some());
    widget.pass_floor().unwrap();
    let words = "nobody calls back".to_owned();
    let catch = NewCapture { kind: Kind::Issue, words, ..NewCapture::default() };
    let capture = widget.capture(catch).unwrap();
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
    let told = app.take_told();
    let floors = ["client to consultant", "consultant to client"];
    assert_eq!((&told[0][..], &told[1..3]), ("start", &floors.map(str::to_owned)[..]));
    assert!(told.contains(&"issue".to_owned()) && told.contains(&"end".to_owned()), "{told:?}");
    app.handle.take().unwrap().destroy();
    later(0).await;
    assert_eq!(
        (widget.state(), widget.undo()),
        (Err(ControllerError::NotShown), Err(ControllerError::NotShown))
    );
}

#[wasm_bindgen_test]
async fn the_client_of_the_options_is_the_one_of_a_meeting_that_names_none() {
    let mut app = App::of("host-client").await;
    app.change(|props| props.options.client = Some("Ève".into())).await;
    app.controller().start(NewMeeting::default()).unwrap();
    let snapshot = NotebookStore::of("host-client", Storage::Auto).snapshot();
    let client = snapshot.notebook.running().unwrap().opening.client.unwrap();
    assert_eq!(&*snapshot.notebook.client(client).unwrap().name, "Ève");
}

#[wasm_bindgen_test]
async fn a_prop_that_changes_loses_nothing_and_holds_at_once() {
    let mut app = App::of("host-props").await;
    app.click("[data-act=start]").await;
    app.click(".floor").await;
    let line: HtmlTextAreaElement = app.find("textarea.say").unwrap().unchecked_into();
    line.set_value("half a sen");
    fire(&line, "InputEvent", "input", &[]);
    let (root, told) = (app.root(), Bell::default());
    let on_floor_change = {
        let told = told.clone();
        Callback::from(move |_| told.ring())
    };
    app.take_told();
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
        (told.times(), app.take_told()),
        (1, vec![]),
        "the new callback, and no more the old"
    );
}

#[wasm_bindgen_test]
async fn an_app_that_says_no_keeps_everything_from_being_erased() {
    let mut app = App::of("host-guard").await;
    app.click("[data-act=start]").await;
    let live = NotebookStore::of("host-guard", Storage::Auto);
    app.change(|props| props.may_erase = Some(Callback::from(|()| false))).await;
    live.dispatch(Command::EraseAll).unwrap();
    assert_eq!(app.controller().state(), Ok(State::Running));
    app.change(|props| props.may_erase = None).await;
    live.dispatch(Command::EraseAll).unwrap();
    assert_eq!(app.controller().state(), Ok(State::Idle));
    JsFuture::from(live.flush()).await.unwrap();
}

#[wasm_bindgen_test]
async fn another_key_is_another_notebook_in_the_same_root() {
    let (mut app, _other) = (App::of("host-here").await, Own::new("host-there"));
    app.click("[data-act=start]").await;
    let root = app.root();
    app.change(|props| props.options.storage_key = "host-there".into()).await;
    assert!(app.find(".start").is_some() && app.root() == root);
    assert_eq!(app.controller().state(), Ok(State::Idle));
    app.change(|props| props.options.storage_key = "host-here".into()).await;
    assert_eq!(app.controller().state(), Ok(State::Running));
    assert_eq!(app.told.borrow().iter().filter(|told| told.starts_with("ready")).count(), 1);
}

#[wasm_bindgen_test]
async fn when_it_goes_nothing_of_it_is_left_and_it_can_come_again() {
    let mut app = App::of("host-gone").await;
    app.click("[data-act=start]").await;
    app.take_told();
    app.handle.take().unwrap().destroy();
    let live = NotebookStore::of("host-gone", Storage::Auto);
    JsFuture::from(live.flush()).await.unwrap();
    later(0).await;
    assert_eq!(Rc::strong_count(&live), 1, "nobody else holds the notebook");
    assert_eq!(app.place.0.child_element_count(), 0);
    live.pass_floor().unwrap();
    assert!(app.take_told().is_empty());
    app.show();
    app.ready.rung(2).await;
    app.take_told();
    app.click(".floor").await;
    assert_eq!(app.take_told(), ["consultant to client"], "once, and as it was left");
    assert!(app.own.kept().len() > 1);
}
