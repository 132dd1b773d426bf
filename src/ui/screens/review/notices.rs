//! Before it hurts: what will happen, how long it will hurt, and how they can stop us.

use heard_core::Meeting;
use heard_core::event::kind::EventKind;
use heard_core::event::review::{Notice, Says};
use yew::prelude::*;

use crate::store::Command;
use crate::ui::components::autosave_form::{Field, form};
use crate::ui::components::format::short;
use crate::ui::components::parts::line;
use crate::ui::screens::review::cards::each_and_one_more;
use crate::ui::screens::review::cards::withdraw;
use crate::ui::widget::view::View;

/// The card, closed at first: every notice, and an empty one after the last.
pub(crate) fn notices(view: &View, meeting: &Meeting) -> Html {
    let (says, notices) = (&view.words.after, &meeting.after.notices);
    let titles: Vec<String> = notices.iter().map(|notice| notice.says.what.clone()).collect();
    html! {
        <details class="notices">
            <summary>{ says.notice }</summary>
            { line("sub", says.notice_how) }
            { each_and_one_more(&titles, says.one_more_of, &|nth| notice(view, notices.get(nth))) }
        </details>
    }
}

fn notice(view: &View, known: Option<&Notice>) -> Html {
    let words = &view.words.after;
    let before = known.map(|notice| notice.says.clone()).unwrap_or_default();
    let fields = [
        Field::lines(words.what, Some(&before.what)),
        Field::lines(words.how_long, before.how_long.as_deref()),
        Field::lines(words.how_to_stop, before.how_to_stop.as_deref()),
    ];
    let (id, keep) = (known.map(|notice| notice.id), view.on_said.clone());
    let label = short(&before.what);
    let keep = Callback::from(move |values: Vec<String>| {
        let mut values = values.into_iter();
        let what = values.next().unwrap_or_default();
        let mut rest = values.map(|text| Some(text).filter(|text| !text.is_empty()));
        let says =
            Says { what, how_long: rest.next().flatten(), how_to_stop: rest.next().flatten() };
        if says != before {
            keep.emit(Command::Record(EventKind::NoticeWritten { notice: id, says }));
        }
    });
    html! {
        <>
            { form("notice-form", &fields, keep) }
            if let Some(id) = id { { withdraw(view, id, &label) } }
        </>
    }
}
