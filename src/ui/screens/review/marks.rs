//! The question what was said at a mark, one mark at a time.

use heard_core::Meeting;
use heard_core::event::capture::Mark;
use heard_core::event::kind::EventKind;
use yew::prelude::*;

use crate::store::Command;
use crate::ui::components::format::clock;
use crate::ui::components::parts::{Button, line, quiet, title};
use crate::ui::screens::live::capture_form::capture_form;
use crate::ui::screens::live::state::CaptureView;
use crate::ui::screens::review::state::{Msg, ReviewView};

/// The marks that have no capture yet and were not put off.
fn open<'a>(view: &'a ReviewView, meeting: &'a Meeting) -> impl Iterator<Item = &'a Mark> {
    let has_words = |mark: &Mark| meeting.captures.iter().any(|one| one.mark == Some(mark.id));
    let is_deferred = |mark: &Mark| view.state.deferred_marks.contains(&mark.id);
    meeting.marks.iter().filter(move |mark| !has_words(mark) && !is_deferred(mark))
}

/// The mark to ask about: the one that the draft belongs to, or else the first.
fn asked<'a>(view: &'a ReviewView, meeting: &'a Meeting) -> Option<&'a Mark> {
    let begun = view.store.draft().mark;
    let begun = open(view, meeting).find(|mark| Some(mark.id) == begun);
    begun.or_else(|| open(view, meeting).next())
}

/// The question with the capture form; without an open mark, the form alone in a `<details>` element.
pub(crate) fn marks(view: &ReviewView, captures: &CaptureView, meeting: &Meeting) -> Html {
    let texts = &view.words.after;
    let Some(mark) = asked(view, meeting) else {
        return html! {
            <details class="add">
                <summary>{ view.words.review.add_note }</summary>
                { capture_form(captures, None) }
            </details>
        };
    };
    let left = open(view, meeting).count();
    let at = clock(mark.at_ms);
    let button = |name, label, click| {
        let aria_label = Some((view.words.capture.actions_for)(label, &at));
        Button { aria_label, ..quiet(name, label) }.draw(click)
    };
    html! {
        <section class="mark-question" data-mark={mark.id.to_string()}>
            { title(view.words.review.marks) }
            { line("sub", (texts.marked)(&at, left)) }
            { capture_form(captures, Some(mark.id)) }
            <div class="row">
                { button("later", texts.later, view.on(Msg::MarkDeferred(mark.id))) }
                { button("strike", texts.discard, view.sends(Command::Record(EventKind::Struck { what: mark.id }))) }
            </div>
        </section>
    }
}
