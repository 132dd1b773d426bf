//! The root component: it renders the screen that fits the snapshot and handles all messages.

pub(crate) mod announcements;
pub(crate) mod callbacks;
pub(crate) mod changes;
pub(crate) mod client_view;
pub(crate) mod files;
pub(crate) mod focus;
pub(crate) mod hotkeys;
pub(crate) mod listeners;
pub(crate) mod loops;
pub(crate) mod messages;
pub(crate) mod navigation;
pub(crate) mod quiet_guard;
pub(crate) mod retention;
pub(crate) mod theme;
pub(crate) mod ui_state;
pub(crate) mod update;
pub(crate) mod view;

use std::rc::Rc;

use web_sys::{Element, KeyboardEvent, Window};
use yew::prelude::*;

use crate::browser::focus::FocusPlace;
use crate::browser::own_window::Timer;
use crate::browser::wake_lock::WakeLock;
use crate::options::{Hotkeys, Options};
use crate::store::{NewMeeting, NotebookStore, Snapshot, Watch};
use crate::ui::components::autosave_form;
use crate::ui::context::language::Words;
use crate::ui::screens::client_view::update::ClientViewState;
use crate::ui::screens::live::counters::LiveCounters;
use crate::ui::screens::live::long_press::LongPress;
use crate::ui::widget::callbacks::{dispatching, on_key, watch};
use crate::ui::widget::focus::Focus;
use crate::ui::widget::listeners::Listeners;
use crate::ui::widget::messages::{Links, Msg};
use crate::ui::widget::quiet_guard::QuietGuard;
use crate::ui::widget::ui_state::UiState;

/// The class of the root element for the style sheet, and those by which session recorders of the host page leave an element
/// out: rrweb, `PostHog`, `FullStory`, Sentry, Datadog and Smartlook. The root's attributes say the same to `LogRocket`, Hotjar,
/// Clarity, Contentsquare and `OpenReplay`.
const ROOT_CLASS: &str =
    "heard rr-block ph-no-capture fs-exclude sentry-block dd-privacy-hidden smartlook-hide";

/// Props of [`Widget`].
#[derive(Clone, PartialEq, Properties)]
pub struct WidgetProps {
    /// What the host page configured.
    #[prop_or_default]
    pub options: Options,
    /// The store to show; by default the one of the options' storage key.
    #[prop_or_default]
    pub store: Option<Rc<NotebookStore>>,
    /// Called after each render with the version of the notebook that it shows.
    #[prop_or_default]
    pub on_drawn: Callback<u64>,
    /// Whether to render nothing, as a placeholder for the next widget.
    #[prop_or_default]
    pub empty: bool,
}

/// A message of [`Widget`]. Only the widget itself makes one, except for [`moved`](Self::moved).
pub struct WidgetMsg(pub(crate) Msg);

impl WidgetMsg {
    /// The widget was moved into another document, whose window has the timers and the keys from now on.
    pub const fn moved() -> Self {
        Self(Msg::Moved)
    }
}

/// The whole widget. The custom element and [`Heard`](crate::Heard) both render this component into a root of their own. It has
/// no styles: whoever renders it adopts [`STYLES`](crate::STYLES) there.
pub struct Widget {
    /// The open notebook.
    pub(crate) store: Rc<NotebookStore>,
    /// The notebook as it was last rendered or is about to be.
    pub(crate) snapshot: Rc<Snapshot>,
    /// The transient state.
    pub(crate) ui_state: UiState,
    /// The focus to set after the next render.
    pub(crate) focus: Option<Focus>,
    /// The focus to set after the next render if that removes the focused element.
    pub(crate) refocus: Option<Focus>,
    /// Hides the details when it fires.
    pub(crate) details_timer: Option<Timer>,
    /// The strings of the language.
    pub(crate) words: Words,
    /// The callbacks of screens and components.
    pub(crate) links: Links,
    /// Takes messages of the widget.
    pub(crate) link: Callback<Msg>,
    /// The event handlers of the floor button.
    pub(crate) long_press: LongPress,
    on_key: Callback<KeyboardEvent>,
    listeners: Option<Listeners>,
    live_counters: Option<LiveCounters>,
    quiet_guard: Option<QuietGuard>,
    wake_lock: Option<WakeLock>,
    _watch: Watch,
}

impl Component for Widget {
    type Message = WidgetMsg;
    type Properties = WidgetProps;

    fn create(ctx: &Context<Self>) -> Self {
        let WidgetProps { options, store, .. } = ctx.props();
        let store = store
            .clone()
            .unwrap_or_else(|| NotebookStore::of(&options.storage_key, options.storage));
        let words = Words::of("en");
        let link = ctx.link().callback(WidgetMsg);
        let commands = dispatching(&store, &link, words);
        let mut widget = Self {
            snapshot: store.snapshot(),
            ui_state: UiState::default(),
            focus: None,
            refocus: None,
            details_timer: None,
            words,
            long_press: LongPress::new(&commands),
            links: Links::new(&link, commands),
            on_key: on_key(&store, &link),
            listeners: None,
            live_counters: None,
            quiet_guard: None,
            wake_lock: None,
            _watch: watch(&store, &link, words),
            store,
            link,
        };
        widget.ui_state.next_meeting = widget.default_meeting(options);
        widget.ui_state.client_view = ClientViewState::restored(options);
        widget.reopen_client_view();
        widget.show_details();
        widget
    }

    fn update(&mut self, ctx: &Context<Self>, WidgetMsg(msg): WidgetMsg) -> bool {
        self.handle(&ctx.props().options, msg)
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &WidgetProps) -> bool {
        let WidgetProps { options, store, .. } = ctx.props();
        let place = |options: &Options| (options.storage_key.clone(), options.storage);
        let is_moved = store.is_none() && place(options) != place(&old.options);
        if is_moved || *store != old.store {
            *self = <Self as Component>::create(ctx);
        }
        if (options.target_talk, &options.client) != (old.options.target_talk, &old.options.client)
        {
            self.ui_state.next_meeting = self.default_meeting(options);
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        if ctx.props().empty {
            return Html::default();
        }
        let options = &ctx.props().options;
        let running = self.snapshot.notebook.running();
        let on_key = (options.hotkeys != Hotkeys::Off).then(|| self.on_key.clone());
        let theme = self.theme(options);
        html! {
            <div
                ref={&self.ui_state.root}
                class={ROOT_CLASS}
                data-private="true"
                data-rr-block="true"
                data-hj-suppress="true"
                data-clarity-mask="true"
                data-dd-privacy="hidden"
                data-sentry-block="true"
                data-cs-mask="true"
                data-openreplay-hidden="true"
                tabindex="-1"
                data-layout={options.layout.as_str()}
                data-theme={theme}
                data-running={running.is_some().to_string()}
                onkeydown={on_key}
                onpointermove={self.link.reform(|event: PointerEvent| {
                    // A finger that moves was pressed before; only a mouse hovers.
                    Msg::Interacted(event.pointer_type() == "mouse")
                })}
                onpointerdown={self.link.reform(|_: PointerEvent| Msg::Interacted(true))}
            >
                { self.content(options) }
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let WidgetProps { options, on_drawn, .. } = ctx.props();
        let root = self.ui_state.root.cast::<Element>();
        self.listeners = root.as_ref().and_then(|root| {
            Listeners::renewed(self.listeners.take(), root, options.hotkeys, &self.on_key)
        });
        // Only the leading tab shows the passing time.
        let running = self.snapshot.notebook.running().filter(|_| self.snapshot.leading).cloned();
        let window = self.window();
        let counters = running.zip(window.clone());
        let counters =
            counters.map(|(meeting, window)| self.counter_props(options, meeting, window));
        let awake = window.filter(|_| options.wake_lock && counters.is_some());
        self.wake_lock = awake.map(|window| {
            let held = self.wake_lock.take().filter(|held| held.is_of(&window));
            held.unwrap_or_else(|| WakeLock::hold(&window))
        });
        self.live_counters = counters.map(|props| {
            let present = self.live_counters.take();
            let nodes = &self.ui_state.live.counters;
            LiveCounters::running(present, nodes, props, &self.links.live)
        });
        if let Some(root) = &root {
            autosave_form::fill_changed(root);
            if quiet_guard::has_hidden_focus(root) {
                self.focus.get_or_insert(Focus::FloorButton);
            }
            self.quiet_guard.get_or_insert_with(|| QuietGuard::of(root));
        }
        let lost = self.focus_place() == Some(FocusPlace::Nowhere);
        let refocus = self.refocus.take().filter(|_| lost);
        if let Some(focus) = self.focus.take().or(refocus) {
            focus.apply(&self.ui_state);
        }
        if let Some(client_view) = &mut self.ui_state.client_view {
            client_view.rendered();
        }
        self.follow_host_scheme(options);
        self.update_badge(options);
        on_drawn.emit(self.snapshot.version);
    }
}

impl Widget {
    /// The window that the widget is shown in; `None` while it is not rendered.
    pub(crate) fn window(&self) -> Option<Window> {
        self.listeners.as_ref().map(|listeners| listeners.window.clone())
    }

    /// The next meeting by default: the host's client and aim, else the aim of the settings.
    pub(crate) fn default_meeting(&self, options: &Options) -> NewMeeting {
        NewMeeting {
            client: options.client.as_ref().map(ToString::to_string).unwrap_or_default(),
            aim_percent: options.target_talk.or(self.snapshot.notebook.settings().aim_percent),
            ..NewMeeting::default()
        }
    }
}
