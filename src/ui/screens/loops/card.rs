//! The card of a loop: its full text, its history, every time it was raised, its owner and its date.

use heard_core::event::kind::EventKind;
use heard_core::loops::{Entry, Loop, Raise};
use heard_core::time::Day;
use yew::prelude::*;

use crate::browser::locale;
use crate::store::Command;
use crate::ui::components::autosave_form::{Field, FieldForm, autosave_form};
use crate::ui::components::parts::{Button, name, quiet, title};
use crate::ui::screens::loops::steps::steps;
use crate::ui::screens::loops::update::{LoopsView, Msg};

/// The length in bytes from which a quotation may need to scroll.
const LONG: usize = 400;

/// The card.
pub(crate) fn card(view: &LoopsView, one: &Loop, today: Day) -> Html {
    let (texts, first) = (&view.words.loops, view.words.capture.original);
    // A long quotation scrolls, and so must be focusable to be scrolled by keyboard.
    let is_long = one.words.len() > LONG;
    html! {
        <div class="loop-card" data-kind={one.kind.capture().as_str()}>
            <blockquote dir="auto" translate="no" tabindex={is_long.then_some("0")}>{ &one.words }</blockquote>
            if let Some(earlier) = one.earlier.first() {
                <p class="first" dir="auto" translate="no">{ first }{ ": " }<q>{ earlier }</q></p>
            }
            { title(texts.next) }
            { steps(view, one, today) }
            { title(texts.since) }
            { history(view, one) }
            { title(texts.raised) }
            <ul class="loop-list">
                for (nth, raise) in one.raised.iter().enumerate() {
                    <li key={nth}>{ raised(view, one, raise) }</li>
                }
            </ul>
            { assigned(view, one) }
        </div>
    }
}

/// One time at which it was raised: when, by whom, and the button to the meeting.
fn raised(view: &LoopsView, one: &Loop, raise: &Raise) -> Html {
    let day = locale::day(raise.at.wall_ms);
    let label = view.words.after.journal_open;
    let aria_label = Some((view.words.capture.actions_for)(label, &day));
    let open = Button { aria_label, ..quiet("open", label) };
    let words = raise.words.as_ref().filter(|words| **words != one.words);
    let meeting = raise.meeting.filter(|id| view.notebook().meeting(*id).is_some());
    html! {
        <>
            <span>
                { &day }
                if let Some(by) = &raise.by { { " · " }{ name(by.clone().into()) } }
                if let Some(words) = words { { " · " }<q dir="auto" translate="no">{ words }</q> }
            </span>
            if let Some(meeting) = meeting { { open.draw(view.sends(Command::OpenReview(meeting))) } }
        </>
    }
}

/// Every step, the newest last; that one can be undone.
fn history(view: &LoopsView, one: &Loop) -> Html {
    let texts = &view.words.loops;
    let undo = |event| {
        quiet("take-back", view.words.nav.undo).draw(view.on(Msg::StepUndone(one.home, event)))
    };
    let undoable = one.undoable();
    if one.history.is_empty() {
        return html! { <p class="sub">{ texts.nothing_since }</p> };
    }
    html! {
        <ol class="loop-list">
            for (nth, Entry { event, at, step }) in one.history.iter().enumerate() {
                <li key={nth}>
                    <span>
                        <span dir="auto" translate="no">{ (texts.step_taken)(step) }</span>
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

/// The form for the owner and the promised date.
fn assigned(view: &LoopsView, one: &Loop) -> Html {
    let texts = &view.words.loops;
    let day = one.promised_by.map(|day| day.to_string()).unwrap_or_default();
    let fields = [
        Field::name(texts.owner, one.owner.as_deref()),
        Field { saved: day.into(), form: FieldForm::Day, ..Field::name(texts.promised_by, None) },
    ];
    let (which, home) = (one.id, one.home);
    let (before, on_command, link) =
        ((one.owner.clone(), one.promised_by), view.on_command.clone(), view.link.clone());
    let save = Callback::from(move |mut values: Vec<String>| {
        let by = values.pop().and_then(|day| Day::parse(&day));
        let owner = values.pop().filter(|owner| !owner.is_empty());
        if before != (owner.clone(), by) {
            on_command.emit(Command::RecordIn(
                home,
                EventKind::LoopAssigned { which, owner: owner.clone(), by },
            ));
            link.emit(Msg::Assigned(owner, by));
        }
    });
    autosave_form("loop-assigned", &fields, save)
}
