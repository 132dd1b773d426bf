//! The widget: it shows the screen that fits what is so, and passes on what is said.

use std::rc::Rc;

use heard_core::band::Band;
use heard_core::settings::Theme as OwnTheme;
use heard_core::{Desk, Meeting};
use yew::prelude::*;

use crate::live::{Beginning, Live, Shown, use_live};
use crate::options::{Announce, Options, Theme};
use crate::ui::amending::{Amending, use_amending};
use crate::ui::bar::{Place, bar};
use crate::ui::hearing::{Hearing, use_hearing};
use crate::ui::keyboard::{Keyboard, use_keyboard};
use crate::ui::keys::keys;
use crate::ui::live::LiveScreen;
use crate::ui::notice::notice;
use crate::ui::past::past;
use crate::ui::peek::{Peek, use_peek};
use crate::ui::review::{ReviewScreen, review, use_heading};
use crate::ui::settings::{SettingsScreen, settings_screen};
use crate::ui::start::{start, use_beginning};
use crate::ui::status::{status, use_minutes};
use crate::ui::window::{Window, use_window};
use crate::ui::words::Words;

/// Props of [`Heard`].
#[derive(Clone, PartialEq, Properties)]
pub struct HeardProps {
    /// What the host asks for.
    #[prop_or_default]
    pub options: Options,
    /// The notebook to show; by default the one of the options' key.
    #[prop_or_default]
    pub live: Option<Rc<Live>>,
    /// Called with the version of the notebook that has just been drawn.
    #[prop_or_default]
    pub on_drawn: Callback<u64>,
}

/// The widget. It brings no style of its own: adopt [`STYLES`](crate::STYLES) in the root that it is rendered in.
#[component]
pub fn Heard(HeardProps { options, live, on_drawn }: &HeardProps) -> Html {
    let own = (live.clone(), options.storage_key.clone(), options.storage);
    let live = use_memo(own, |(live, key, storage)| {
        live.clone().unwrap_or_else(|| Live::of(key, *storage))
    });
    let live: &Rc<Live> = &live;
    let words = Words::of("en");
    let shown = use_live(live);
    let hearing = use_hearing(live, words);
    let peek = use_peek();
    let keyboard = use_keyboard(live, options.hotkeys, &hearing.on_said, &peek.set);
    use_effect_with((shown.version, on_drawn.clone()), |(version, on_drawn)| {
        on_drawn.emit(*version);
    });

    let pointed = peek.set.clone();
    let onpointermove = Callback::from(move |event: PointerEvent| {
        // A finger that moves has touched already; only a mouse hovers.
        if event.pointer_type() == "mouse" {
            pointed.emit(true);
        }
    });
    let running = shown.desk.running();
    let counted = running.cloned().filter(|_| options.announce == Announce::Minutes);
    let minutes = use_minutes(counted, words);
    let window = use_window((hearing.place, shown.review));
    let amending = use_amending(&shown);
    let heading = use_heading(shown.review);
    let asking = use_state_eq(|| false);
    let aim_wished = options.target_talk.or(shown.desk.settings().aim_percent);
    let beginning = use_beginning(&options.client, aim_wished);
    let parts = Parts {
        live,
        shown: &shown,
        options,
        hearing: &hearing,
        keyboard: &keyboard,
        window: &window,
        amending: &amending,
        words,
    };
    let close = keyboard.help.reform(|()| false);
    html! {
            <div
                class="heard"
                tabindex="-1"
                data-layout={options.layout.word()}
                data-theme={theme_word(options.theme, shown.desk.settings().theme)}
                data-running={running.is_some().to_string()}
                onkeydown={keyboard.on_key.clone()}
                {onpointermove}
                onpointerdown={peek.set.reform(|_: PointerEvent| true)}
            >
                if let Some(meeting) = running {
                    { during(&parts, meeting, &peek) }
                } else {
                    { before_and_after(&parts, &heading, &asking, &beginning) }
                }
                { status(&hearing.status, &minutes, options.announce) }
                if keyboard.helping { { keys(&close, words) } }
            </div>
    }
}

/// What every screen may need.
struct Parts<'a> {
    live: &'a Rc<Live>,
    shown: &'a Shown,
    options: &'a Options,
    hearing: &'a Hearing,
    keyboard: &'a Keyboard,
    window: &'a Window,
    amending: &'a Amending,
    words: Words,
}

fn during(parts: &Parts, meeting: &Rc<Meeting>, peek: &Peek) -> Html {
    let Parts { live, shown, options, hearing, keyboard, window, amending, words } = *parts;
    let settings = shown.desk.settings();
    html! {
        <LiveScreen
            key={meeting.id.to_string()}
            {meeting}
            client={client_name(&shown.desk, meeting)}
            aim_percent={aim(meeting, options.target_talk.or(settings.aim_percent))}
            face={settings.face}
            nudge_s={settings.nudge_s}
            haptics={options.haptics}
            mode={shown.mode}
            draft={live.draft()}
            wanted={keyboard.wanted}
            peek={peek.clone()}
            take_focus={hearing.moved}
            status={&hearing.status}
            window={window.clone()}
            amending={amending.clone()}
            {words}
            on_said={&hearing.on_said}
            on_keep={&hearing.on_keep}
        />
    }
}

fn before_and_after(
    parts: &Parts,
    heading: &NodeRef,
    asking: &UseStateHandle<bool>,
    beginning: &UseStateHandle<Beginning>,
) -> Html {
    let Parts { live, shown, hearing, keyboard, window, amending, words, .. } = *parts;
    let Hearing { place, on_said, on_go, .. } = hearing;
    let Shown { desk, review: reviewed, mode, unread, .. } = shown;
    let everything = &hearing.on_file.reform(|()| None);
    let reviewed = reviewed.and_then(|id| desk.meeting(id));
    let screen = match (reviewed, place) {
        (Some(meeting), _) => review(&ReviewScreen {
            meeting,
            client: client_name(desk, meeting),
            draft: live.draft(),
            can_redo: desk.redoing(shown.review).is_ok(),
            window,
            amending,
            heading,
            hearing,
            words,
        }),
        (None, Place::Start) => start(desk, beginning, on_said, words),
        (None, Place::Past) => past(desk, window, on_said, words),
        (None, Place::Settings) => settings_screen(&SettingsScreen {
            settings: desk.settings(),
            mode: *mode,
            size: live.size(),
            asking,
            on_said,
            on_file: everything,
            words,
        }),
    };
    let here = reviewed.is_none().then_some(*place);
    html! {
        <>
            { bar(here, on_go, keyboard.help.reform(|_| true), words) }
            { notice(*mode, *unread, everything, words) }
            { screen }
        </>
    }
}

fn client_name(desk: &Desk, meeting: &Meeting) -> Option<Rc<str>> {
    Some(Rc::clone(&desk.client(meeting.opening.client?)?.name))
}

/// The aim of the rim: the meeting's own, else the host's or the settings', else the band's.
fn aim(meeting: &Meeting, wished: Option<u8>) -> u8 {
    let opening = &meeting.opening;
    let band = || Band::of(opening.kind, opening.us, opening.them).high_percent;
    opening.aim_percent.or(wished).unwrap_or_else(band)
}

/// The host's wish first; where it has none, the consultant's own.
fn theme_word(hosts: Theme, own: OwnTheme) -> &'static str {
    match (hosts, own) {
        (Theme::Auto, OwnTheme::Light) => Theme::Light.word(),
        (Theme::Auto, OwnTheme::Dark) => Theme::Dark.word(),
        (hosts, _) => hosts.word(),
    }
}
