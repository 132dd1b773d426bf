//! Before a meeting: who, what kind, how many, the aim; and one touch starts.

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
use crate::ui::components::parts::{line, name, title};
use crate::ui::components::stepper::{Stepper, stepper};
use crate::ui::screens::client::about;
use crate::ui::screens::start::opening_card::opening;
use crate::ui::widget::view::{Msg, View};

/// How many clients are offered by a touch: those met last.
const FEW: usize = 6;
/// Minutes ago that are offered by a touch.
const AGO_MIN: [u64; 4] = [0, 5, 10, 20];
const MINUTE_MS: u64 = 60_000;
/// The most people that a side can have.
const MOST: u8 = 99;

/// The screen before a meeting.
pub(crate) fn start(view: &View) -> Html {
    let says = &view.words.start;
    let beginning = &view.local.beginning;
    let go = view.on_said.reform({
        let beginning = beginning.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            Command::Begin(beginning.clone())
        }
    });
    html! {
        <section class="screen start">
            <form onsubmit={go}>
                { who(view) }
                <button part="button" class="big" type="submit" data-act="start">{ says.go }</button>
                { line("sub chosen", chosen(view)) }
                { known_to_wait(view) }
                { title(says.what) }
                { kind(view) }
                { title(says.people) }
                <div class="row">
                    { people(view, beginning.us, says.us, |b, by| b.us = stepped(b.us, by, MOST)) }
                    { people(view, beginning.them, says.them, |b, by| b.them = stepped(b.them, by, MOST)) }
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

/// All choices in one line, under the button that takes them.
fn chosen(view: &View) -> String {
    let says = &view.words.start;
    let beginning = &view.local.beginning;
    let people = format!("{} {}, {} {}", beginning.us, says.us, beginning.them, says.them);
    let kind = (view.words.meeting_kind)(beginning.kind).to_owned();
    [kind, people, (says.aim_is)(u64::from(aim_of(beginning)))].join(" · ")
}

fn aim_of(beginning: &NewMeeting) -> u8 {
    beginning.aim_percent.unwrap_or(band_of(beginning).high_percent)
}

fn who(view: &View) -> Html {
    let says = &view.words.start;
    let chosen = &view.local.beginning.client;
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
                oninput={view.on_typed(Msg::Named)}
            />
            <div class="chips">{ for known(view).into_iter().map(|name| known_client(view, name)) }</div>
            { last_time(view) }
        </>
    }
}

/// The names of the clients met last, then of those never met.
fn known(view: &View) -> Vec<Rc<str>> {
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

fn known_client(view: &View, client: Rc<str>) -> Html {
    let pressed = *client == *view.local.beginning.client;
    html! {
        <button
            key={client.to_string()}
            part="button"
            class="chip"
            type="button"
            aria-pressed={pressed.to_string()}
            onclick={view.on(Msg::Named(client.to_string()))}
        >{ name(client.into()) }</button>
    }
}

/// What the chosen client still waits for.
fn known_to_wait(view: &View) -> Html {
    let client = view.notebook().client_named(&view.local.beginning.client);
    client.map_or_else(Html::default, |client| opening(view, client.id))
}

/// When this client was met last, and the way to their page.
fn last_time(view: &View) -> Html {
    let notebook = view.notebook();
    let Some(client) = notebook.client_named(&view.local.beginning.client) else {
        return Html::default();
    };
    let day = |last: &Rc<Meeting>| locale::day(last.started_wall_ms);
    let last = notebook.meetings_with(client.id).next_back().map(day);
    html! {
        <div class="row known">
            if let Some(day) = last {
                { line("sub", format!("{}: {day}", view.words.start.last_time)) }
            }
            { about(view, client) }
        </div>
    }
}

fn kind(view: &View) -> Html {
    let chips = MeetingKind::ALL.map(|kind| Chip::plain((view.words.meeting_kind)(kind)));
    let chosen = MeetingKind::ALL.iter().position(|kind| *kind == view.local.beginning.kind);
    let label = view.words.start.what;
    let what = Choice { label, name: "meeting-kind".into(), chips: &chips, chosen, part: None };
    let choose = |b: &mut NewMeeting, index: i64| {
        let chosen = usize::try_from(index).ok().and_then(|index| MeetingKind::ALL.get(index));
        b.kind = chosen.copied().unwrap_or_default();
    };
    choice(view, &what, |index| Msg::Wished(choose, i64::try_from(index).unwrap_or(0)))
}

fn people(view: &View, count: u8, what: &str, wish: fn(&mut NewMeeting, i64)) -> Html {
    let number = Stepper {
        snapshot: format!("{count} {what}"),
        less: (view.words.start.fewer)(what),
        more: (view.words.start.one_more)(what),
        can_less: count > 1,
        can_more: count < MOST,
    };
    stepper(view, number, wish)
}

fn aim(view: &View) -> Html {
    let says = &view.words.start;
    let beginning = &view.local.beginning;
    let band = band_of(beginning);
    let percent = aim_of(beginning);
    let number = Stepper {
        snapshot: (says.aim_is)(u64::from(percent)),
        less: says.talk_less.to_owned(),
        more: says.talk_more.to_owned(),
        can_less: percent > 1,
        can_more: percent < 99,
    };
    let wish = |b: &mut NewMeeting, by: i64| {
        b.aim_percent = Some(stepped(aim_of(b), by, 99));
    };
    let usual = format!("{} {}", (says.band)(band), (says.source)(Band::source(beginning.kind)));
    html! { <>{ title(says.aim) }{ stepper(view, number, wish) }{ line("sub", usual) }</> }
}

fn band_of(beginning: &NewMeeting) -> Band {
    Band::of(beginning.kind, beginning.us, beginning.them)
}

fn stepped(number: u8, by: i64, most: u8) -> u8 {
    let next = i64::from(number).saturating_add(by).clamp(1, i64::from(most));
    u8::try_from(next).unwrap_or(number)
}

/// When it began: now, some minutes ago by a touch, or any number of them by hand, up to a day.
fn began(view: &View) -> Html {
    let says = &view.words.start;
    let ago =
        |minutes| if minutes == 0 { says.just_now.to_owned() } else { (says.minutes_ago)(minutes) };
    let chips = AGO_MIN.map(|minutes| Chip::plain(ago(minutes)));
    let minutes = view.local.beginning.began_ms_ago / MINUTE_MS;
    let chosen = AGO_MIN.iter().position(|one| *one == minutes);
    let what =
        Choice { label: says.began, name: "began".into(), chips: &chips, chosen, part: None };
    let at = |index: usize| i64::try_from(AGO_MIN[index]).unwrap_or(0);
    html! {
        <>
            { choice(view, &what, |index| Msg::Wished(begin_ago, at(index))) }
            <label class="row minutes">
                <input
                    class="field"
                    type="number"
                    name="began-minutes"
                    inputmode="numeric"
                    min="0"
                    max={(MAX_AGO_MS / MINUTE_MS).to_string()}
                    value={minutes.to_string()}
                    oninput={view.on_typed(|typed| Msg::Wished(begin_ago, typed.parse().unwrap_or(0)))}
                />
                <span>{ says.minutes_unit }</span>
            </label>
        </>
    }
}

fn begin_ago(beginning: &mut NewMeeting, minutes: i64) {
    let minutes = u64::try_from(minutes).unwrap_or(0);
    beginning.began_ms_ago = minutes.saturating_mul(MINUTE_MS).min(MAX_AGO_MS);
}
