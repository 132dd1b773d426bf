//! An open loop: their words whole, every time they raised it, who sees to it, and what happened since.

use heard_core::event::kind::EventKind;
use heard_core::loops::{Entry, Loop, Raise};
use heard_core::time::Day;
use yew::prelude::*;

use crate::browser::locale;
use crate::store::Command;
use crate::ui::components::autosave_form::{Field, FieldForm, form};
use crate::ui::components::parts::{Button, name, title};
use crate::ui::screens::loops::steps::steps;
use crate::ui::screens::loops::update::Turn;
use crate::ui::widget::view::{Msg, View};

/// Bytes beyond which words may not fit their box.
const LONG: usize = 400;

/// What a touch on a row opens.
pub(crate) fn card(view: &View, one: &Loop, today: Day) -> Html {
    let (says, first) = (&view.words.loops, view.words.capture.original);
    // A long one scrolls, and who scrolls by key must be able to get there.
    let is_long = one.words.len() > LONG;
    html! {
        <div class="loop-card" data-kind={one.kind.capture().word()}>
            <blockquote dir="auto" tabindex={is_long.then_some("0")}>{ &one.words }</blockquote>
            if let Some(earlier) = one.earlier.first() {
                <p class="first" dir="auto">{ first }{ ": " }<q>{ earlier }</q></p>
            }
            { title(says.next) }
            { steps(view, one, today) }
            { title(says.since) }
            { history(view, one) }
            { title(says.raised) }
            <ul class="loop-list">
                for (nth, raise) in one.raised.iter().enumerate() {
                    <li key={nth}>{ raised(view, one, raise) }</li>
                }
            </ul>
            { assigned(view, one) }
        </div>
    }
}

/// One time at which they raised it: when, who, and the meeting.
fn raised(view: &View, one: &Loop, raise: &Raise) -> Html {
    let day = locale::day(raise.at.wall_ms);
    let label = view.words.after.journal_open;
    let aria_label = Some((view.words.capture.actions_for)(label, &day));
    let open = Button { class: "quiet-button", aria_label, ..Button::plain("open", label) };
    let words = raise.words.as_ref().filter(|words| **words != one.words);
    let meeting = raise.meeting.filter(|id| view.notebook().meeting(*id).is_some());
    html! {
        <>
            <span>
                { &day }
                if let Some(by) = &raise.by { { " · " }{ name(by.clone().into()) } }
                if let Some(words) = words { { " · " }<q dir="auto">{ words }</q> }
            </span>
            if let Some(meeting) = meeting { { open.draw(view.saying(Command::OpenReview(meeting))) } }
        </>
    }
}

/// Every step taken, the newest last; that one can be taken back.
fn history(view: &View, one: &Loop) -> Html {
    let says = &view.words.loops;
    let undo = |event| {
        let back = Msg::Loops(Turn::TakenBack(one.home, event));
        Button { class: "quiet-button", ..Button::plain("take-back", view.words.nav.undo) }
            .draw(view.on(back))
    };
    let undoable = one.undoable();
    if one.history.is_empty() {
        return html! { <p class="sub">{ says.nothing_since }</p> };
    }
    html! {
        <ol class="loop-list">
            for (nth, Entry { event, at, step }) in one.history.iter().enumerate() {
                <li key={nth}>
                    <span>
                        <span dir="auto">{ (says.step_taken)(step) }</span>
                        <small>{ " · " }{ locale::day(at.wall_ms) }</small>
                    </span>
                    if let Some(event) = event.filter(|_| nth + 1 == one.history.len() && *event == undoable) {
                        { undo(event) }
                    }
                </li>
            }
        </ol>
    }
}

/// Who of us sees to it, and by when that was promised.
fn assigned(view: &View, one: &Loop) -> Html {
    let says = &view.words.loops;
    let day = one.promised_by.map(|day| day.to_string()).unwrap_or_default();
    let fields = [
        Field::name(says.owner, one.owner.as_deref()),
        Field { kept: day.into(), form: FieldForm::Day, ..Field::name(says.promised_by, None) },
    ];
    let (which, home) = (one.id, one.home);
    let (before, on_said, link) =
        ((one.owner.clone(), one.promised_by), view.on_said.clone(), view.link.clone());
    let keep = Callback::from(move |mut values: Vec<String>| {
        let by = values.pop().and_then(|day| Day::parse(&day));
        let owner = values.pop().filter(|owner| !owner.is_empty());
        if before != (owner.clone(), by) {
            on_said.emit(Command::RecordIn(
                home,
                EventKind::LoopAssigned { which, owner: owner.clone(), by },
            ));
            link.emit(Msg::Loops(Turn::Assigned(owner, by)));
        }
    });
    form("loop-assigned", &fields, keep)
}
