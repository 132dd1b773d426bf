//! The widget: it shows the screen that fits what is so, and passes on what is said.

pub(crate) mod announcements;
pub(crate) mod callbacks;
pub(crate) mod client_filter;
pub(crate) mod files;
pub(crate) mod hotkeys;
pub(crate) mod language;
pub(crate) mod ui_state;
pub(crate) mod update;
pub(crate) mod view;

use std::rc::Rc;

use heard_core::Meeting;
use heard_core::event::settings::Theme as OwnTheme;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use crate::browser::keyboard::PageKeys;
use crate::browser::wake_lock::WakeLock;
use crate::options::{Announce, Hotkeys, Options, Theme};
use crate::store::{Command, NewMeeting, NotebookStore, Snapshot, Watch};
use crate::ui::components::autosave_form;
use crate::ui::components::nav_bar::bar;
use crate::ui::components::notice::notice;
use crate::ui::screens::client::client;
use crate::ui::screens::client_view::handed;
use crate::ui::screens::client_view::restored;
use crate::ui::screens::client_view::show;
use crate::ui::screens::data::store;
use crate::ui::screens::journal::journal;
use crate::ui::screens::live::counters::{LiveCounters, Showing};
use crate::ui::screens::live::long_press::Press;
use crate::ui::screens::live::{is_quiet, live, nudge_ms};
use crate::ui::screens::loops::loops;
use crate::ui::screens::past::past;
use crate::ui::screens::review::review;
use crate::ui::screens::settings::settings;
use crate::ui::screens::sheet::sheet;
use crate::ui::screens::shortcuts::keys;
use crate::ui::screens::start::start;
use crate::ui::screens::trends::trends;
use crate::ui::widget::callbacks::{pressing, saying, watching};
use crate::ui::widget::language::Words;
use crate::ui::widget::ui_state::{Place, UiState};
use crate::ui::widget::update::Lapse;
use crate::ui::widget::view::{Msg, View};

/// Props of [`Widget`].
#[derive(Clone, PartialEq, Properties)]
pub struct WidgetProps {
    /// What the host asks for.
    #[prop_or_default]
    pub options: Options,
    /// The notebook to show; by default the one of the options' key.
    #[prop_or_default]
    pub live: Option<Rc<NotebookStore>>,
    /// Called with the version of the notebook that has just been drawn.
    #[prop_or_default]
    pub on_drawn: Callback<u64>,
    /// Nothing is drawn: a stage that waits for the next widget.
    #[prop_or_default]
    pub empty: bool,
}

/// Something that happened to a widget. ClientFilter the widget itself makes one.
pub struct Note(pub(crate) Msg);

/// The widget itself, as people and pages call it: the element and [`Heard`](crate::Heard) are two ways to put this one
/// into a root of its own. It brings no style: whoever renders it adopts [`STYLES`](crate::STYLES) there.
pub struct Widget {
    pub(crate) live: Rc<NotebookStore>,
    pub(crate) snapshot: Rc<Snapshot>,
    pub(crate) local: UiState,
    pub(crate) lapse: Lapse,
    pub(crate) words: Words,
    pub(crate) on_said: Callback<Command>,
    pub(crate) link: Callback<Msg>,
    press: Press,
    on_key: Callback<KeyboardEvent>,
    page_keys: Option<PageKeys>,
    clockwork: Option<LiveCounters>,
    wake_lock: Option<WakeLock>,
    _watch: Watch,
}

impl Component for Widget {
    type Message = Note;
    type Properties = WidgetProps;

    fn create(ctx: &Context<Self>) -> Self {
        let WidgetProps { options, live, .. } = ctx.props();
        let live = live
            .clone()
            .unwrap_or_else(|| NotebookStore::of(&options.storage_key, options.storage));
        let words = Words::of("en");
        let link = ctx.link().callback(Note);
        let on_said = saying(&live, &link, words);
        let on_key = pressing(&live, &link);
        let watch = watching(&live, &link, words);
        let snapshot = live.snapshot();
        let mut widget = Self {
            live,
            snapshot,
            local: UiState::default(),
            lapse: Lapse::default(),
            words,
            press: Press::new(&on_said),
            on_said,
            link,
            on_key,
            page_keys: None,
            clockwork: None,
            wake_lock: None,
            _watch: watch,
        };
        widget.local.beginning = widget.wished(options);
        widget.local.handing = restored(options);
        widget.reopen_handed();
        widget.listen(options.hotkeys);
        widget.wake();
        widget
    }

    fn update(&mut self, ctx: &Context<Self>, Note(msg): Note) -> bool {
        self.take(ctx, msg)
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &WidgetProps) -> bool {
        let WidgetProps { options, live, .. } = ctx.props();
        let place = |options: &Options| (options.storage_key.clone(), options.storage);
        let elsewhere = live.is_none() && place(options) != place(&old.options);
        if elsewhere || *live != old.live {
            *self = <Self as Component>::create(ctx);
        }
        if options.hotkeys != old.options.hotkeys {
            self.listen(options.hotkeys);
        }
        if (options.target_talk, &options.client) != (old.options.target_talk, &old.options.client)
        {
            self.local.beginning = self.wished(options);
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        if ctx.props().empty {
            return Html::default();
        }
        let options = &ctx.props().options;
        let view = self.whole(options);
        let running = self.snapshot.notebook.running();
        let on_key = (options.hotkeys == Hotkeys::Element).then(|| self.on_key.clone());
        let theme = theme_word(options.theme, self.snapshot.notebook.settings().theme);
        html! {
            <div
                ref={&self.local.root}
                class="heard"
                tabindex="-1"
                data-layout={options.layout.word()}
                data-theme={theme}
                data-running={running.is_some().to_string()}
                onkeydown={on_key}
                onpointermove={self.link.reform(|event: PointerEvent| {
                    // A finger that moves has touched already; only a mouse hovers.
                    Msg::Woke(event.pointer_type() == "mouse")
                })}
                onpointerdown={self.link.reform(|_: PointerEvent| Msg::Woke(true))}
            >
                { handed(&view).unwrap_or_else(|| screen(&view, running)) }
                <p class="unseen" part="status" role="status" aria-live="polite">
                    { said(&self.local, options.announce) }
                </p>
                if self.local.helping { { keys(&view) } }
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let WidgetProps { options, on_drawn, .. } = ctx.props();
        // The time passes on one screen only.
        let running = self.snapshot.notebook.running().filter(|_| self.snapshot.leading).cloned();
        let showing = running.map(|meeting| self.showing(options, meeting));
        let awake = options.wake_lock && showing.is_some();
        self.wake_lock = awake.then(|| self.wake_lock.take().unwrap_or_else(WakeLock::hold));
        self.clockwork = showing.map(|showing| {
            LiveCounters::running(self.clockwork.take(), &self.local.dials, showing, &self.link)
        });
        if let Some(root) = self.local.root.cast::<Element>() {
            autosave_form::settle(&root);
        }
        self.lapse.give_focus(&self.local);
        show(&mut self.local);
        self.note_waiting(options);
        on_drawn.emit(self.snapshot.version);
    }
}

impl Widget {
    fn whole<'a>(&'a self, options: &'a Options) -> View<'a> {
        View {
            snapshot: &self.snapshot,
            local: &self.local,
            options,
            live: &self.live,
            on_said: &self.on_said,
            link: &self.link,
            press: &self.press,
            words: self.words,
        }
    }

    fn showing(&self, options: &Options, meeting: Rc<Meeting>) -> Showing {
        let view = self.whole(options);
        Showing {
            quiet: is_quiet(&view, &meeting),
            nudge_ms: nudge_ms(&view),
            says_minutes: options.announce == Announce::Minutes,
            words: self.words,
            meeting,
        }
    }

    /// The next meeting as the host and the settings wish it.
    pub(crate) fn wished(&self, options: &Options) -> NewMeeting {
        NewMeeting {
            client: options.client.as_ref().map(ToString::to_string).unwrap_or_default(),
            aim_percent: options.target_talk.or(self.snapshot.notebook.settings().aim_percent),
            ..NewMeeting::default()
        }
    }

    fn listen(&mut self, hotkeys: Hotkeys) {
        let on_key = self.on_key.clone();
        self.page_keys = (hotkeys == Hotkeys::Page)
            .then(|| PageKeys::listen(move |event| on_key.emit(event.clone())))
            .flatten();
    }
}

fn screen(view: &View, running: Option<&Rc<Meeting>>) -> Html {
    if let Some(meeting) = running {
        return live(view, meeting);
    }
    let reviewed = view.snapshot.review.and_then(|id| view.notebook().meeting(id));
    let (here, screen) = match (reviewed, view.local.place) {
        (Some(meeting), _) => (None, review(view, meeting)),
        (None, Place::Start) => (Some(Place::Start), start(view)),
        (None, Place::Past) => (Some(Place::Past), past(view)),
        (None, Place::Sheet) => (Some(Place::Past), sheet(view)),
        (None, Place::Journal) => (Some(Place::Past), journal(view)),
        (None, Place::Loops) => (Some(Place::Loops), loops(view)),
        (None, Place::Client) => (None, client(view)),
        (None, Place::Trends) => (Some(Place::Past), trends(view)),
        (None, Place::Settings) => (Some(Place::Settings), settings(view)),
        (None, Place::Store) => (Some(Place::Settings), store(view)),
    };
    html! { <>{ bar(view, here) }{ notice(view) }{ screen }</> }
}

/// What the status line says aloud.
fn said(local: &UiState, announce: Announce) -> AttrValue {
    match announce {
        Announce::Turns => local.status.clone(),
        Announce::Minutes => local.minutes.clone(),
        Announce::Off => AttrValue::default(),
    }
}

/// The host's wish first; where it has none, the consultant's own.
fn theme_word(hosts: Theme, own: OwnTheme) -> &'static str {
    match (hosts, own) {
        (Theme::Auto, OwnTheme::Light) => Theme::Light.word(),
        (Theme::Auto, OwnTheme::Dark) => Theme::Dark.word(),
        (hosts, _) => hosts.word(),
    }
}
