//! The component of Yew apps: the widget in a shadow root of its own, so that no style and no name of the app meets ours.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use wasm_bindgen_futures::JsFuture;
use web_sys::Element;
use yew::prelude::*;

use crate::browser::shadow_root;
use crate::store::{Change, Guard, NotebookStore, Watch};
use crate::ui::Widget;
use crate::yew_component::controller::Tie;
use crate::yew_component::{HeardProps, Ready};

/// The widget in a Yew app. It draws a `<div>` with an open shadow root, and itself in there.
///
/// Nothing of the browser is touched before the first drawing, so a server may render it: as that empty `<div>`.
pub struct Heard {
    host: NodeRef,
    on_drawn: Callback<u64>,
    open: Option<Open>,
    /// The version of the notebook that was drawn last.
    drawn: Option<u64>,
    /// Whether all that is kept has been read.
    is_read: bool,
    was_ready: bool,
}

/// What is there while it is snapshot.
struct Open {
    base: Element,
    live: Rc<NotebookStore>,
    /// The props as they are now, for whoever is told of something between two drawings.
    props: Rc<RefCell<HeardProps>>,
    _watch: Watch,
    _guard: Guard,
    _tie: Option<Rc<Tie>>,
}

/// Something that happened to a component. ClientFilter the component itself makes one.
pub struct Note(Msg);

enum Msg {
    /// The shadow root is there, with this in it.
    Rooted(Element),
    /// All that is kept in this notebook has been read.
    Read(Weak<NotebookStore>),
    /// A version of the notebook was drawn.
    Drawn(u64),
}

impl Component for Heard {
    type Message = Note;
    type Properties = HeardProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            host: NodeRef::default(),
            on_drawn: ctx.link().callback(|version| Note(Msg::Drawn(version))),
            open: None,
            drawn: None,
            is_read: false,
            was_ready: false,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, Note(msg): Note) -> bool {
        match msg {
            Msg::Rooted(base) => {
                self.open = Some(Open::new(ctx, base));
                return true;
            }
            Msg::Read(of) => self.is_read |= self.open.as_ref().is_some_and(|open| open.is(&of)),
            Msg::Drawn(version) => self.drawn = Some(version),
        }
        self.tell_ready(ctx);
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
        let widget = self.open.as_ref().map(|Open { base, live, .. }| {
            let (options, live) = (options.clone(), Rc::clone(live));
            let widget = html! { <Widget {options} {live} on_drawn={&self.on_drawn} /> };
            create_portal(widget, base.clone())
        });
        html! { <div ref={&self.host} class={class.clone()}>{ widget }</div> }
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        let host = self.host.cast::<Element>().filter(|_| is_first);
        if let Some(base) = host.and_then(|host| shadow_root::base(&host)) {
            ctx.link().send_message(Note(Msg::Rooted(base)));
        }
    }
}

impl Heard {
    /// What was read may still have to be drawn.
    fn tell_ready(&mut self, ctx: &Context<Self>) {
        let Some(snapshot) = self.open.as_ref().map(|open| open.live.snapshot()) else { return };
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
        let live = NotebookStore::of(&props.options.storage_key, props.options.storage);
        let (of, read) = (Rc::downgrade(&live), live.flush());
        ctx.link().send_future(async move {
            // A promise of ours never fails.
            let _ = JsFuture::from(read).await;
            Note(Msg::Read(of))
        });
        let props = Rc::new(RefCell::new(props.clone()));
        let watch = watching(&live, &props);
        let guard = {
            let props = Rc::clone(&props);
            live.guard_erasing(move || {
                let asked = props.borrow().clone();
                asked.lets_erase()
            })
        };
        Self { base, live, props, _watch: watch, _guard: guard, _tie: None }.with(ctx.props())
    }

    /// The same with other props.
    fn with(self, props: &HeardProps) -> Self {
        self.props.replace(props.clone());
        let client = props.options.client.as_ref();
        let tie = props.controller.as_ref().map(|controller| controller.tie(&self.live, client));
        Self { _tie: tie, ..self }
    }

    fn is(&self, live: &Weak<NotebookStore>) -> bool {
        std::ptr::eq(live.as_ptr(), Rc::as_ptr(&self.live))
    }
}

/// Tells the app what happens. A callback may do anything, even what changes the props: nothing is borrowed meanwhile.
fn watching(live: &Rc<NotebookStore>, props: &Rc<RefCell<HeardProps>>) -> Watch {
    let (weak, props) = (Rc::downgrade(live), Rc::clone(props));
    live.watch(move |before, after| {
        let Some(live) = weak.upgrade() else { return };
        for happened in Change::between(before, after, live.local_now()) {
            let told = props.borrow().clone();
            told.tell(happened);
        }
    })
}
