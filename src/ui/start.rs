//! Before a meeting: who, what kind, how many, the aim; and one touch starts.

use std::rc::Rc;

use heard_core::Desk;
use heard_core::act::MeetingKind;
use heard_core::band::Band;
use heard_core::rules::MAX_AGO_MS;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::live::{Beginning, Said};
use crate::shell::locale;
use crate::ui::choice::{Chip, Choice, choice};
use crate::ui::stepper::{Stepper, stepper};
use crate::ui::words::Words;

/// How many clients are offered by a touch: those met last.
const FEW: usize = 6;
/// Minutes ago that are offered by a touch.
const AGO_MIN: [u64; 4] = [0, 5, 10, 20];
const MINUTE_MS: u64 = 60_000;

/// Makes a callback of a change to the beginning.
type Change<'a> = dyn Fn(fn(&mut Beginning, i64)) -> Callback<i64> + 'a;

/// What is chosen for the next meeting, beginning with what the host and the settings wish.
#[hook]
pub(crate) fn use_beginning(
    client: &Option<AttrValue>,
    aim_percent: Option<u8>,
) -> UseStateHandle<Beginning> {
    let wished = Beginning {
        client: client.as_ref().map(ToString::to_string).unwrap_or_default(),
        aim_percent,
        ..Beginning::default()
    };
    let beginning = use_state_eq(|| wished.clone());
    use_effect_with(wished, {
        let beginning = beginning.setter();
        move |wished| beginning.set(wished.clone())
    });
    beginning
}

/// The screen before a meeting.
pub(crate) fn start(
    desk: &Desk,
    beginning: &UseStateHandle<Beginning>,
    on_said: &Callback<Said>,
    words: Words,
) -> Html {
    let change: &Change = &|how| {
        let beginning = beginning.clone();
        Callback::from(move |value: i64| {
            let mut next = (*beginning).clone();
            how(&mut next, value);
            beginning.set(next);
        })
    };
    let name = Callback::from({
        let beginning = beginning.clone();
        move |client: String| beginning.set(Beginning { client, ..(*beginning).clone() })
    });
    let go = on_said.reform({
        let beginning = beginning.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            Said::Began((*beginning).clone())
        }
    });
    html! {
        <main class="start">
            <form onsubmit={go}>
                { who(desk, &beginning.client, &name, words) }
                <h3>{ words.start.what }</h3>
                { kind(beginning, change, words) }
                <h3>{ words.start.people }</h3>
                <div class="row">
                    { people(beginning.us, words.start.us, &change(|b, by| b.us = stepped(b.us, by, 99)), words) }
                    { people(beginning.them, words.start.them, &change(|b, by| b.them = stepped(b.them, by, 99)), words) }
                </div>
                { aim(beginning, change, words) }
                <h3>{ words.start.began }</h3>
                { began(beginning, change, words) }
                { other_minutes(beginning, change, words) }
                <p class="aloud">{ words.start.aloud }{ ": " }<q>{ words.start.aloud_line }</q></p>
                <button part="button" class="big" type="submit" data-act="start">{ words.start.go }</button>
                <p class="sub promise">{ words.start.promise }</p>
            </form>
        </main>
    }
}

fn kind(beginning: &Beginning, change: &Change, words: Words) -> Html {
    let chips = MeetingKind::ALL.map(|kind| Chip::plain((words.meeting_kind)(kind)));
    let on_choose = change(|b, index| {
        let chosen = usize::try_from(index).ok().and_then(|index| MeetingKind::ALL.get(index));
        b.kind = chosen.copied().unwrap_or_default();
    });
    let what = Choice {
        label: words.start.what,
        name: "meeting-kind",
        chips: &chips,
        chosen: MeetingKind::ALL.iter().position(|kind| *kind == beginning.kind),
        part: None,
    };
    choice(&what, &on_choose.reform(signed))
}

fn began(beginning: &Beginning, change: &Change, words: Words) -> Html {
    let chips = AGO_MIN.map(|minutes| Chip::plain(ago(minutes, words)));
    let on_choose = change(|b, index| {
        let minutes = usize::try_from(index).ok().and_then(|index| AGO_MIN.get(index));
        b.began_ms_ago = minutes.copied().unwrap_or(0) * MINUTE_MS;
    });
    let what = Choice {
        label: words.start.began,
        name: "began",
        chips: &chips,
        chosen: AGO_MIN.iter().position(|min| min * MINUTE_MS == beginning.began_ms_ago),
        part: None,
    };
    choice(&what, &on_choose.reform(signed))
}

fn signed(index: usize) -> i64 {
    i64::try_from(index).unwrap_or(0)
}

fn stepped(number: u8, by: i64, most: u8) -> u8 {
    let next = i64::from(number).saturating_add(by).clamp(1, i64::from(most));
    u8::try_from(next).unwrap_or(number)
}

fn who(desk: &Desk, chosen: &str, name: &Callback<String>, words: Words) -> Html {
    let mut known: Vec<Rc<str>> = Vec::new();
    let met = desk.meetings().rev().filter_map(|meeting| desk.client(meeting.opening.client?));
    for client in met.chain(desk.clients().iter().rev()) {
        if known.len() < FEW && !known.contains(&client.name) {
            known.push(Rc::clone(&client.name));
        }
    }
    html! {
        <>
            <h2>{ words.start.who }</h2>
            <input
                class="field"
                type="text"
                name="client"
                dir="auto"
                autocomplete="off"
                aria-label={words.start.name}
                placeholder={words.start.name_hint}
                value={chosen.to_owned()}
                oninput={name.reform(|event: InputEvent| {
                    event.target_unchecked_into::<HtmlInputElement>().value()
                })}
            />
            if !known.is_empty() {
                <div class="chips">
                    for client in known {
                        { known_client(&client, chosen, name) }
                    }
                </div>
            }
            { last_time(desk, chosen, words) }
        </>
    }
}

fn known_client(client: &Rc<str>, chosen: &str, name: &Callback<String>) -> Html {
    let said = Rc::clone(client);
    html! {
        <button
            key={client.to_string()}
            part="button"
            class="chip"
            type="button"
            aria-pressed={(**client == *chosen).to_string()}
            onclick={name.reform(move |_| said.to_string())}
        ><bdi>{ &**client }</bdi></button>
    }
}

/// When this client was met last.
fn last_time(desk: &Desk, chosen: &str, words: Words) -> Html {
    let client = desk.client_named(chosen).map(|client| client.id);
    let last = desk.meetings().rev().find(|m| client.is_some() && m.opening.client == client);
    html! {
        if let Some(last) = last {
            <p class="sub">{ words.start.last_time }{ ": " }{ locale::day(last.started_wall_ms) }</p>
        }
    }
}

fn people(count: u8, what: &'static str, on_step: &Callback<i64>, words: Words) -> Html {
    let number = Stepper {
        shown: format!("{count} {what}"),
        less: (words.start.fewer)(what),
        more: (words.start.one_more)(what),
        can_less: count > 1,
        can_more: count < 99,
    };
    stepper(number, on_step)
}

fn aim(beginning: &Beginning, change: &Change, words: Words) -> Html {
    let band = band_of(beginning);
    let percent = beginning.aim_percent.unwrap_or(band.high_percent);
    let number = Stepper {
        shown: (words.start.aim_is)(u64::from(percent)),
        less: words.start.talk_less.to_owned(),
        more: words.start.talk_more.to_owned(),
        can_less: percent > 1,
        can_more: percent < 99,
    };
    let on_step = change(|b, by| {
        let from = b.aim_percent.unwrap_or(band_of(b).high_percent);
        b.aim_percent = Some(stepped(from, by, 99));
    });
    html! {
        <>
            <h3>{ words.start.aim }</h3>
            { stepper(number, &on_step) }
            <p class="sub">
                { (words.start.band)(band) }{ " " }{ (words.start.source)(Band::source(beginning.kind)) }
            </p>
        </>
    }
}

fn band_of(beginning: &Beginning) -> Band {
    Band::of(beginning.kind, beginning.us, beginning.them)
}

fn ago(minutes: u64, words: Words) -> String {
    if minutes == 0 { words.start.just_now.to_owned() } else { (words.start.minutes_ago)(minutes) }
}

/// Any other number of minutes, up to a day.
fn other_minutes(beginning: &Beginning, change: &Change, words: Words) -> Html {
    let minutes = beginning.began_ms_ago / MINUTE_MS;
    let write = change(|b, minutes| {
        let minutes = u64::try_from(minutes).unwrap_or(0);
        b.began_ms_ago = minutes.saturating_mul(MINUTE_MS).min(MAX_AGO_MS);
    });
    html! {
        <label class="row minutes">
            <input
                class="field"
                type="number"
                name="began-minutes"
                inputmode="numeric"
                min="0"
                max={(MAX_AGO_MS / MINUTE_MS).to_string()}
                value={minutes.to_string()}
                oninput={write.reform(|event: InputEvent| {
                    let field = event.target_unchecked_into::<HtmlInputElement>();
                    field.value().parse().unwrap_or(0)
                })}
            />
            <span>{ words.start.minutes_unit }</span>
        </label>
    }
}
