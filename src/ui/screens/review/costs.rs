//! What the meeting cost the client: the kind of cost, whom it concerned, and how much; and the time they spent.

use heard_core::event::kind::EventKind;
use heard_core::event::review::{Cost, CostKind};
use heard_core::{EventId, Meeting};
use yew::prelude::*;

use crate::store::Command;
use crate::ui::components::autosave_form::{Field, autosave_form};
use crate::ui::components::parts::{Button, line};
use crate::ui::context::view::View;
use crate::ui::screens::review::cards::withdraw;

/// The card, closed at first.
pub(crate) fn costs(view: &View, meeting: &Meeting) -> Html {
    let texts = &view.words.after;
    let minutes = meeting.ended_ms.unwrap_or(0) / 60_000;
    let add = |kind: CostKind| {
        let cost = Cost { kind, whom: None, note: None };
        let click = view.sends(Command::Record(EventKind::CostNoted { cost: None, text: cost }));
        Button { class: "chip", ..Button::plain(kind.as_str(), (texts.cost_kind)(kind)) }
            .draw(click)
    };
    html! {
        <details class="costs">
            <summary>{ texts.cost }</summary>
            { line("sub", (texts.their_time)(u64::from(meeting.opening.them), minutes)) }
            for (id, cost) in &meeting.after.costs {
                <div key={id.to_string()} data-cost={cost.kind.as_str()}>{ noted(view, *id, cost) }</div>
            }
            <div class="chips" role="group" aria-label={texts.cost_add}>{ for CostKind::ALL.map(add) }</div>
        </details>
    }
}

fn noted(view: &View, id: EventId, cost: &Cost) -> Html {
    let texts = &view.words.after;
    let fields = [
        Field::name(texts.whom, cost.whom.as_deref()),
        Field::lines(texts.how_much, cost.note.as_deref()),
    ];
    let (before, on_command) = (cost.clone(), view.on_command.clone());
    let save = Callback::from(move |values: Vec<String>| {
        let mut values = values.into_iter().map(|text| Some(text).filter(|text| !text.is_empty()));
        let text = Cost {
            kind: before.kind,
            whom: values.next().flatten(),
            note: values.next().flatten(),
        };
        if text != before {
            on_command.emit(Command::Record(EventKind::CostNoted { cost: Some(id), text }));
        }
    });
    html! {
        <>
            <b>{ (texts.cost_kind)(cost.kind) }</b>
            { autosave_form("cost", &fields, save) }
            { withdraw(view, id, (texts.cost_kind)(cost.kind)) }
        </>
    }
}
