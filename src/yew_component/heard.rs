//! The component for Yew apps: the widget in its own shadow root, which separates its styles and names from the app's.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use wasm_bindgen_futures::JsFuture;
use web_sys::Element;
use yew::prelude::*;

use crate::browser::shadow_root;
use crate::store::{Change, Guard, NotebookStore, Watch};
use crate::styles::STYLES;
use crate::ui::Widget;
use crate::yew_component::controller::Binding;
use crate::yew_component::props::{HeardProps, Ready};

/// The widget in a Yew app: a `<div>` with an open shadow root that the widget is rendered in.
///
/// No browser interface is used before the first rendering, so it can be rendered on a server, as an empty `<div>`.
pub struct Heard {
    host: NodeRef,
    on_drawn: Callback<u64>,
    open: Option<Open>,
    /// The version of the snapshot that was rendered last.
    drawn: Option<u64>,
    /// Whether the stored notebook has been read.
    is_read: bool,
    was_ready: bool,
}

/// What exists while the component is shown.
struct Open {
    base: Element,
    store: Rc<NotebookStore>,
    /// The current properties, for callbacks between two renderings.
    props: Rc<RefCell<HeardProps>>,
    _watch: Watch,
    _guard: Guard,
    _binding: Option<Rc<Binding>>,
}

/// A message of the component to itself. It can not be made elsewhere.
pub struct HeardMsg(Msg);

enum Msg {
    /// The shadow root exists, with this element to render in.
    Rooted(Element),
    /// The stored notebook of this store has been read.
    Read(Weak<NotebookStore>),
    /// A version of the snapshot was rendered.
    Drawn(u64),
}

impl Component for Heard {
    type Message = HeardMsg;
    type Properties = HeardProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            host: NodeRef::default(),
            on_drawn: ctx.link().callback(|version| HeardMsg(Msg::Drawn(version))),
            open: None,
            drawn: None,
            is_read: false,
            was_ready: false,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, HeardMsg(msg): HeardMsg) -> bool {
        match msg {
            Msg::Rooted(base) => {
                self.open = Some(Open::new(ctx, base));
                return true;
            }
            Msg::Read(of) => self.is_read |= self.open.as_ref().is_some_and(|open| open.is(&of)),
            Msg::Drawn(version) => self.drawn = Some(version),
        }
        self.notify_ready(ctx);
        false
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &HeardProps) -> bool {
        let new = ctx.props();
        if let Some(open) = self.open.take() {
            let place =
                |props: &HeardProps| (props.options.storage_key.clone(), props.options.storage);
            let stays = place(new) == place(old);
            if !stays {
                (self.drawn, self.is_read) = (None, false);
            }
            self.open = Some(if stays { open.with(new) } else { Open::new(ctx, open.base) });
        }
        (&new.options, &new.class) != (&old.options, &old.class)
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let HeardProps { options, class, .. } = ctx.props();
        let widget = self.open.as_ref().map(|Open { base, store, .. }| {
            let (options, store) = (options.clone(), Rc::clone(store));
            let widget = html! { <Widget {options} {store} on_drawn={&self.on_drawn} /> };
            create_portal(widget, base.clone())
        });
        html! { <div ref={&self.host} class={class.clone()}>{ widget }</div> }
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        let host = self.host.cast::<Element>().filter(|_| is_first);
        if let Some(base) = host.and_then(|host| shadow_root::base(&host, STYLES)) {
            ctx.link().send_message(HeardMsg(Msg::Rooted(base)));
        }
    }
}

impl Heard {
    /// Calls `on_ready` once the notebook has been read and that version is rendered.
    fn notify_ready(&mut self, ctx: &Context<Self>) {
        let Some(snapshot) = self.open.as_ref().map(|open| open.store.snapshot()) else { return };
        if self.is_read && !self.was_ready && self.drawn >= Some(snapshot.version) {
            self.was_ready = true;
            let version = env!("CARGO_PKG_VERSION");
            ctx.props().on_ready.emit(Ready { version, mode: snapshot.mode });
        }
    }
}

impl Open {
    fn new(ctx: &Context<Heard>, base: Element) -> Self {
        let props = ctx.props();
        let store = NotebookStore::of(&props.options.storage_key, props.options.storage);
        let (of, read) = (Rc::downgrade(&store), store.flush());
        ctx.link().send_future(async move {
            // This promise is never rejected.
            let _ = JsFuture::from(read).await;
            HeardMsg(Msg::Read(of))
        });
        let props = Rc::new(RefCell::new(props.clone()));
        let watch = watch(&store, &props);
        let guard = {
            let props = Rc::clone(&props);
            store.guard_erasing(move || {
                let props = props.borrow().clone();
                props.allows_erasing()
            })
        };
        Self { base, store, props, _watch: watch, _guard: guard, _binding: None }.with(ctx.props())
    }

    /// The same with other properties.
    fn with(self, props: &HeardProps) -> Self {
        self.props.replace(props.clone());
        let client = props.options.client.as_ref();
        let binding =
            props.controller.as_ref().map(|controller| controller.bind(&self.store, client));
        Self { _binding: binding, ..self }
    }

    fn is(&self, store: &Weak<NotebookStore>) -> bool {
        std::ptr::eq(store.as_ptr(), Rc::as_ptr(&self.store))
    }
}

/// Calls the callbacks of the app with each change. Nothing is borrowed meanwhile, since a callback may change the properties.
fn watch(store: &Rc<NotebookStore>, props: &Rc<RefCell<HeardProps>>) -> Watch {
    let (weak, props) = (Rc::downgrade(store), Rc::clone(props));
    store.watch(move |before, after| {
        let Some(store) = weak.upgrade() else { return };
        for change in Change::between(before, after, store.local_now()) {
            let props = props.borrow().clone();
            props.notify(change);
        }
    })
}
