//! The opening card: what the client of the next meeting is still waiting for.

use heard_core::EventId;
use heard_core::loops::Loop;
use heard_core::notebook::opening_card::Card;
use heard_core::time::Day;
use yew::prelude::*;

use crate::browser::locale;
use crate::ui::components::links::loops_button;
use crate::ui::components::parts::{line, title};
use crate::ui::context::view::View;
use crate::ui::screens::loops::row::read_only_row;

/// How many entries of each list are shown.
const FEW: usize = 3;

/// The card of a client; empty if there was no meeting and nothing is open.
pub(crate) fn opening_card(view: &View, client: EventId) -> Html {
    let texts = &view.words.opening;
    let today = view.store.local_now().day();
    let card = view.notebook().opening_card(client, today);
    if card.last.is_none() && card.waiting.is_empty() {
        return Html::default();
    }
    let waiting = &card.waiting[..card.waiting.len().min(FEW)];
    let more = card.waiting.len() - waiting.len();
    html! {
        <section class="opening loops" aria-label={texts.waiting}>
            if waiting.is_empty() {
                { line("sub", texts.nothing) }
            } else {
                { title(texts.waiting) }
                <ul>for one in waiting { { read_only_row(view, one, today) } }</ul>
            }
            if more > 0 { { line("sub", (texts.more)(more)) } }
            { promised(view, &card, today) }
            { unconfirmed(view, &card) }
            if !waiting.is_empty() { { loops_button(view, Some(client)) } }
        </section>
    }
}

/// What was promised by a date and is not listed above.
fn promised(view: &View, card: &Card, today: Day) -> Html {
    let above = |one: &Loop| card.waiting.iter().take(FEW).any(|known| known.id == one.id);
    let promised = card.promised.iter().filter(|one| !above(one));
    let dated = |one: &Loop| {
        let due = one.due_in_days(today).zip(one.promised_by);
        due.map(|(days, day)| (view.words.loops.due)(days, &locale::calendar_day(day)))
    };
    let rows: Html = promised.take(FEW).map(|one| quote(&one.words, dated(one))).collect();
    html! {
        if card.promised.iter().any(|one| !above(one)) {
            { title(view.words.opening.promised) }
            <ul class="opening-quotes">{ rows }</ul>
        }
    }
}

fn unconfirmed(view: &View, card: &Card) -> Html {
    html! {
        if !card.unconfirmed.is_empty() {
            { title(view.words.opening.unconfirmed) }
            <ul class="opening-quotes">
                for capture in card.unconfirmed.iter().take(FEW) {
                    { quote(&capture.words, capture.said_by.clone()) }
                }
            </ul>
        }
    }
}

fn quote(words: &str, below: Option<String>) -> Html {
    html! {
        <li>
            <q dir="auto" translate="no">{ words.to_owned() }</q>
            if let Some(below) = below { <small dir="auto">{ below }</small> }
        </li>
    }
}
