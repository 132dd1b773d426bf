//! The retention time on the data screen, and the dialog that shows what it would delete.

use heard_core::EventId;
use heard_core::event::settings::Setting;
use heard_core::notebook::Expiring;
use heard_core::transfer::export::Wanted as Part;
use yew::prelude::*;

use crate::browser::clock;
use crate::persistence::item::Item;
use crate::store::Command;
use crate::ui::components::choice_chips::{Chip, Choice, choice};
use crate::ui::components::dialog::Dialog;
use crate::ui::components::item_name::item_name;
use crate::ui::components::parts::{Button, button_with_name, line, name, title};
use crate::ui::context::request::Request;
use crate::ui::context::view::View;

/// Retention times to choose from, in months; `None` keeps records for ever.
const RETENTIONS: [Option<u16>; 5] = [None, Some(6), Some(12), Some(24), Some(60)];
/// How many of the meetings that would be deleted are named.
const NAMED: usize = 5;

/// What happens to the choice of the retention time.
#[derive(Clone, Copy)]
pub(crate) enum RetentionMsg {
    /// A time in months was chosen that would delete meetings; `None` if the dialog was closed.
    Asked(Option<u16>),
    /// The choice was confirmed.
    Confirmed {
        /// The retention time in months.
        months: u16,
        /// Whether a meeting with an open loop is kept whatever its age.
        keep_open_loops: bool,
    },
}

/// The choice of the retention time, and how many meetings it deletes at the next start.
pub(crate) fn retention(view: &View, link: &Callback<RetentionMsg>) -> Html {
    let texts = &view.words.data;
    let chosen = view.notebook().settings().retention_months;
    let label = |months: Option<u16>| months.map_or(texts.forever.to_owned(), texts.months);
    let chips = RETENTIONS.map(|months| Chip::plain(label(months)));
    let what = Choice {
        label: texts.retention,
        name: "retention".into(),
        chips: &chips,
        chosen: RETENTIONS.iter().position(|months| *months == chosen),
        part: None,
    };
    let would_delete = RETENTIONS.map(|months| {
        months.is_some_and(|months| {
            view.notebook().expiring(months, clock::wall_ms()) != Expiring::default()
        })
    });
    let (link, requests) = (link.clone(), view.on_request.clone());
    let change = Callback::from(move |index: usize| match RETENTIONS[index] {
        Some(months) if would_delete[index] => link.emit(RetentionMsg::Asked(Some(months))),
        months => {
            let change = Command::ChangeSetting(Setting::Retention(months));
            requests.emit(Request::Dispatch(change));
        }
    });
    html! {
        <>
            { title(texts.retention) }
            { choice(&what, &change) }
            { line("sub", texts.retention_hint) }
            { pending(view) }
        </>
    }
}

/// How many meetings will be deleted at the next start, and the button that keeps them.
fn pending(view: &View) -> Html {
    let texts = &view.words.data;
    let expired = view.notebook().expired(clock::wall_ms()).len();
    let keep = Command::ChangeSetting(Setting::Retention(None));
    html! {
        if expired > 0 {
            <div class="notice" role="group" aria-label={texts.retention}>
                { line("", (texts.pending)(expired)) }
                { Button::plain("keep-expired", texts.keep).draw(view.sends(keep)) }
            </div>
        }
    }
}

/// The dialog that asks before a retention time is set that would delete meetings.
pub(crate) fn retention_dialog(view: &View, months: u16, link: &Callback<RetentionMsg>) -> Html {
    let texts = &view.words.data;
    let Expiring { settled, with_open_loops } = view.notebook().expiring(months, clock::wall_ms());
    let title: AttrValue = (texts.retention_title)(months).into();
    let file = Button::plain("retention-file", texts.export_first);
    let set = |keep_open_loops| {
        link.reform(move |_: MouseEvent| RetentionMsg::Confirmed { months, keep_open_loops })
    };
    let all = settled.len() + with_open_loops.len();
    html! {
        <Dialog {title} on_close={link.reform(|()| RetentionMsg::Asked(None))}>
            if !settled.is_empty() {
                { line("", (texts.would_delete)(settled.len())) }
                { names(view, &settled) }
            }
            if !with_open_loops.is_empty() {
                { line("", (texts.would_keep)(with_open_loops.len())) }
                { names(view, &with_open_loops) }
            }
            { line("sub", texts.until_next_start) }
            <div class="controls">
                { Button::closing("cancel", view.words.nav.cancel).draw(Callback::noop()) }
                { file.draw(view.requests(Request::Export(Part::default()))) }
                if settled.is_empty() {
                    { Button::plain("retention-go", texts.keep_those).draw(set(true)) }
                } else {
                    { delete("retention-go", (texts.delete_count)(settled.len()), set(true)) }
                }
                if !with_open_loops.is_empty() {
                    { delete("retention-all", (texts.delete_all)(all), set(false)) }
                }
            </div>
        </Dialog>
    }
}

fn delete(act: &'static str, label: String, onclick: Callback<MouseEvent>) -> Html {
    button_with_name(act, "ghost danger", label, onclick)
}

/// The first meetings of a list by name, and how many more there are.
fn names(view: &View, meetings: &[EventId]) -> Html {
    let more = meetings.len().saturating_sub(NAMED);
    html! {
        <ul class="expiring">
            for id in meetings.iter().take(NAMED) {
                <li key={id.to_string()}>{ name(item_name(view, Item::Meeting(*id))) }</li>
            }
            if more > 0 { <li>{ (view.words.data.and_more)(more) }</li> }
        </ul>
    }
}
