//! The form for the next meeting: the client, the kind, the people, the aim, and when it began.

pub(crate) mod opening_card;

use std::rc::Rc;

use heard_core::Meeting;
use heard_core::event::kind::MeetingKind;
use heard_core::meeting::talk_band::Band;
use heard_core::validate::MAX_AGO_MS;
use yew::prelude::*;

use crate::browser::locale;
use crate::store::{Command, NewMeeting};
use crate::ui::components::choice_chips::{Chip, Choice, choice};
use crate::ui::components::links::client_button;
use crate::ui::components::parts::{line, name, title};
use crate::ui::components::stepper::{Stepper, stepper};
use crate::ui::context::screen_view::ScreenView;
use crate::ui::screens::start::opening_card::opening_card;

/// What the screen is rendered from.
pub(crate) type StartView<'a> = ScreenView<'a, NewMeeting, Msg>;

/// Changes a field of the next meeting by a number.
type Change = fn(&mut NewMeeting, i64);

/// What happens on the screen.
#[derive(Clone)]
pub(crate) enum Msg {
    /// A field of the next meeting is to be changed by this number.
    Changed(Change, i64),
    /// The client was typed or chosen.
    ClientNamed(String),
}

/// How many clients are offered as chips.
const FEW: usize = 6;
/// How many minutes ago the meeting began, as chips.
const AGO_MIN: [u64; 4] = [0, 5, 10, 20];
const MINUTE_MS: u64 = 60_000;
/// The largest number of people on one side.
const MOST: u8 = 99;

/// The form.
pub(crate) fn start(view: &StartView) -> Html {
    let says = &view.words.start;
    let next = view.state;
    let go = view.on_command.reform({
        let next = next.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            Command::Begin(next.clone())
        }
    });
    html! {
        <section class="screen start">
            <form onsubmit={go}>
                { who(view) }
                <button part="button" class="big" type="submit" data-act="start">{ says.go }</button>
                { line("sub chosen", chosen(view)) }
                { waiting(view) }
                { title(says.what) }
                { kind(view) }
                { title(says.people) }
                <div class="row">
                    { people(view, next.us, says.us, |b, by| b.us = stepped(b.us, by, MOST)) }
                    { people(view, next.them, says.them, |b, by| b.them = stepped(b.them, by, MOST)) }
                </div>
                { aim(view) }
                { title(says.began) }
                { began(view) }
                <p class="aloud">{ says.aloud }{ ": " }<q>{ says.aloud_line }</q></p>
                { line("sub promise", says.promise) }
            </form>
        </section>
    }
}

/// A summary of all choices in one line.
fn chosen(view: &StartView) -> String {
    let says = &view.words.start;
    let next = view.state;
    let people = format!("{} {}, {} {}", next.us, says.us, next.them, says.them);
    let kind = (view.words.meeting_kind)(next.kind).to_owned();
    [kind, people, (says.aim_is)(u64::from(aim_of(next)))].join(" · ")
}

fn aim_of(next: &NewMeeting) -> u8 {
    next.aim_percent.unwrap_or(band_of(next).high_percent)
}

fn who(view: &StartView) -> Html {
    let says = &view.words.start;
    let chosen = &view.state.client;
    html! {
        <>
            <h2>{ says.who }</h2>
            <input
                class="field"
                type="text"
                name="client"
                dir="auto"
                autocomplete="off"
                aria-label={says.name}
                placeholder={says.name_hint}
                value={chosen.clone()}
                oninput={view.on_typed(Msg::ClientNamed)}
            />
            <div class="chips">{ for known(view).into_iter().map(|name| known_client(view, name)) }</div>
            { last_time(view) }
        </>
    }
}

/// The names of a few clients: those met last first, then those never met.
fn known(view: &StartView) -> Vec<Rc<str>> {
    let notebook = view.notebook();
    let mut known: Vec<Rc<str>> = Vec::new();
    for client in notebook.clients_met().chain(notebook.clients().iter().rev()) {
        if known.len() == FEW {
            break;
        }
        if !known.contains(&client.name) {
            known.push(Rc::clone(&client.name));
        }
    }
    known
}

fn known_client(view: &StartView, client: Rc<str>) -> Html {
    let pressed = *client == *view.state.client;
    html! {
        <button
            key={client.to_string()}
            part="button"
            class="chip"
            type="button"
            aria-pressed={pressed.to_string()}
            onclick={view.on(Msg::ClientNamed(client.to_string()))}
        >{ name(client.into()) }</button>
    }
}

/// The opening card of the chosen client.
fn waiting(view: &StartView) -> Html {
    let client = view.notebook().client_named(&view.state.client);
    client.map_or_else(Html::default, |client| opening_card(view, client.id))
}

/// When the chosen client was last met, and the button to their page.
fn last_time(view: &StartView) -> Html {
    let notebook = view.notebook();
    let Some(client) = notebook.client_named(&view.state.client) else {
        return Html::default();
    };
    let day = |last: &Rc<Meeting>| locale::day(last.started_wall_ms);
    let last = notebook.meetings_with(client.id).next_back().map(day);
    html! {
        <div class="row known">
            if let Some(day) = last {
                { line("sub", format!("{}: {day}", view.words.start.last_time)) }
            }
            { client_button(view, client) }
        </div>
    }
}

fn kind(view: &StartView) -> Html {
    let chips = MeetingKind::ALL.map(|kind| Chip::plain((view.words.meeting_kind)(kind)));
    let chosen = MeetingKind::ALL.iter().position(|kind| *kind == view.state.kind);
    let label = view.words.start.what;
    let what = Choice { label, name: "meeting-kind".into(), chips: &chips, chosen, part: None };
    let choose: Change = |b, index| {
        let chosen = usize::try_from(index).ok().and_then(|index| MeetingKind::ALL.get(index));
        b.kind = chosen.copied().unwrap_or_default();
    };
    let chosen =
        view.link.reform(move |index| Msg::Changed(choose, i64::try_from(index).unwrap_or(0)));
    choice(&what, &chosen)
}

fn people(view: &StartView, count: u8, what: &str, change: Change) -> Html {
    let number = Stepper {
        text: format!("{count} {what}"),
        less: (view.words.start.fewer)(what),
        more: (view.words.start.one_more)(what),
        can_less: count > 1,
        can_more: count < MOST,
    };
    stepper(number, &view.link.reform(move |by| Msg::Changed(change, by)))
}

fn aim(view: &StartView) -> Html {
    let says = &view.words.start;
    let next = view.state;
    let band = band_of(next);
    let percent = aim_of(next);
    let number = Stepper {
        text: (says.aim_is)(u64::from(percent)),
        less: says.talk_less.to_owned(),
        more: says.talk_more.to_owned(),
        can_less: percent > 1,
        can_more: percent < 99,
    };
    let change: Change = |b, by| b.aim_percent = Some(stepped(aim_of(b), by, 99));
    let stepped = view.link.reform(move |by| Msg::Changed(change, by));
    let usual = format!("{} {}", (says.band)(band), (says.source)(Band::source(next.kind)));
    html! { <>{ title(says.aim) }{ stepper(number, &stepped) }{ line("sub", usual) }</> }
}

fn band_of(next: &NewMeeting) -> Band {
    Band::of(next.kind, next.us, next.them)
}

fn stepped(number: u8, by: i64, limit: u8) -> u8 {
    let next = i64::from(number).saturating_add(by).clamp(1, i64::from(limit));
    u8::try_from(next).unwrap_or(number)
}

/// When the meeting began: now, some minutes ago by a chip, or any number of minutes up to a day.
fn began(view: &StartView) -> Html {
    let says = &view.words.start;
    let ago =
        |minutes| if minutes == 0 { says.just_now.to_owned() } else { (says.minutes_ago)(minutes) };
    let chips = AGO_MIN.map(|minutes| Chip::plain(ago(minutes)));
    let minutes = view.state.began_ms_ago / MINUTE_MS;
    let chosen = AGO_MIN.iter().position(|one| *one == minutes);
    let what =
        Choice { label: says.began, name: "began".into(), chips: &chips, chosen, part: None };
    let at = |index: usize| i64::try_from(AGO_MIN[index]).unwrap_or(0);
    html! {
        <>
            { choice(&what, &view.link.reform(move |index| Msg::Changed(begin_ago, at(index)))) }
            <label class="row minutes">
                <input
                    class="field"
                    type="number"
                    name="began-minutes"
                    inputmode="numeric"
                    min="0"
                    max={(MAX_AGO_MS / MINUTE_MS).to_string()}
                    value={minutes.to_string()}
                    oninput={view.on_typed(|typed| Msg::Changed(begin_ago, typed.parse().unwrap_or(0)))}
                />
                <span>{ says.minutes_unit }</span>
            </label>
        </>
    }
}

fn begin_ago(next: &mut NewMeeting, minutes: i64) {
    let minutes = u64::try_from(minutes).unwrap_or(0);
    next.began_ms_ago = minutes.saturating_mul(MINUTE_MS).min(MAX_AGO_MS);
}
