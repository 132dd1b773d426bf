//! The form for the next meeting: the client, the kind, the people, the aim, and when it began.

pub(crate) mod choices;
pub(crate) mod opening_card;
pub(crate) mod state;

use std::rc::Rc;

use heard_core::Meeting;
use yew::prelude::*;

use crate::browser::locale;
use crate::store::Command;
use crate::store::client_names::client_named;
use crate::ui::components::links::client_button;
use crate::ui::components::parts::{line, name, title};
use crate::ui::screens::start::choices::{MOST, aim, aim_of, began, kind, people, stepped};
use crate::ui::screens::start::opening_card::opening_card;
use crate::ui::screens::start::state::{Msg, StartView};

/// How many clients are offered as chips.
const FEW: usize = 6;
/// The form.
pub(crate) fn start(view: &StartView) -> Html {
    let texts = &view.words.start;
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
                <button part="button" class="big" type="submit" data-act="start">{ texts.go }</button>
                { line("sub chosen", chosen(view)) }
                { waiting(view) }
                { title(texts.what) }
                { kind(view) }
                { title(texts.people) }
                <div class="row">
                    { people(view, next.us, texts.us, |b, by| b.us = stepped(b.us, by, MOST)) }
                    { people(view, next.them, texts.them, |b, by| b.them = stepped(b.them, by, MOST)) }
                </div>
                { aim(view) }
                { title(texts.began) }
                { began(view) }
                <p class="aloud">{ texts.aloud }{ ": " }<q>{ texts.aloud_line }</q></p>
                { line("sub promise", texts.promise) }
            </form>
        </section>
    }
}

/// A summary of all choices in one line.
fn chosen(view: &StartView) -> String {
    let texts = &view.words.start;
    let next = view.state;
    let people = format!("{} {}, {} {}", next.us, texts.us, next.them, texts.them);
    let kind = (view.words.meeting_kind)(next.kind).to_owned();
    [kind, people, (texts.aim_is)(u64::from(aim_of(next)))].join(" · ")
}

/// The client: a field, and chips of known clients.
fn who(view: &StartView) -> Html {
    let texts = &view.words.start;
    let chosen = &view.state.client;
    html! {
        <>
            <h2>{ texts.who }</h2>
            <input
                class="field"
                type="text"
                name="client"
                dir="auto"
                autocomplete="off"
                aria-label={texts.name}
                placeholder={texts.name_hint}
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

/// The chip of a known client.
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
    let client = client_named(view.notebook(), &view.state.client);
    client.map_or_else(Html::default, |client| opening_card(view, client.id))
}

/// When the chosen client was last met, and the button to their page.
fn last_time(view: &StartView) -> Html {
    let notebook = view.notebook();
    let Some(client) = client_named(notebook, &view.state.client) else {
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
