//! Marks ask for words, one at a time.

use heard_core::Meeting;
use heard_core::event::capture::Mark;
use heard_core::event::kind::EventKind;
use yew::prelude::*;

use crate::store::Command;
use crate::ui::components::format::clock;
use crate::ui::components::parts::{Button, line, title};
use crate::ui::screens::live::capture_form::capture_line;
use crate::ui::widget::view::{Msg, View};

/// The marks that have no words yet, those that can wait left aside.
fn open<'a>(view: &'a View, meeting: &'a Meeting) -> impl Iterator<Item = &'a Mark> {
    let has_words = |mark: &Mark| meeting.captures.iter().any(|one| one.mark == Some(mark.id));
    let waits = |mark: &Mark| view.local.passed_over.contains(&mark.id);
    meeting.marks.iter().filter(move |mark| !has_words(mark) && !waits(mark))
}

/// The mark that asks now: the one whose words stand in the line already, or else the first.
fn asked<'a>(view: &'a View, meeting: &'a Meeting) -> Option<&'a Mark> {
    let begun = view.live.draft().mark;
    let begun = open(view, meeting).find(|mark| Some(mark.id) == begun);
    begun.or_else(|| open(view, meeting).next())
}

/// The question, and the line that takes the answer; where nothing asks, the line alone, out of the way.
pub(crate) fn marks(view: &View, meeting: &Meeting) -> Html {
    let says = &view.words.after;
    let Some(mark) = asked(view, meeting) else {
        return html! {
            <details class="add">
                <summary>{ view.words.review.add_note }</summary>
                { capture_line(view, None) }
            </details>
        };
    };
    let left = open(view, meeting).count();
    let at = clock(mark.at_ms);
    let button = |name, label, click| {
        let aria_label = Some((view.words.capture.actions_for)(label, &at));
        Button { class: "quiet-button", aria_label, ..Button::plain(name, label) }.draw(click)
    };
    html! {
        <section class="asks" data-mark={mark.id.to_string()}>
            { title(view.words.review.marks) }
            { line("sub", (says.marked)(&at, left)) }
            { capture_line(view, Some(mark.id)) }
            <div class="row">
                { button("later", says.later, view.on(Msg::MarkPassed(mark.id))) }
                { button("strike", says.discard, view.saying(Command::Record(EventKind::Struck { what: mark.id }))) }
            </div>
        </section>
    }
}
