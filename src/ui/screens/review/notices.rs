//! Notices to the client before something unpleasant: what will happen, for how long, and how they can stop it.

use heard_core::Meeting;
use heard_core::event::kind::EventKind;
use heard_core::event::review::{Notice, NoticeText};
use yew::prelude::*;

use crate::store::Command;
use crate::ui::components::autosave_form::{Field, autosave_form};
use crate::ui::components::format::short;
use crate::ui::components::parts::line;
use crate::ui::context::view::View;
use crate::ui::screens::review::cards::each_and_one_more;
use crate::ui::screens::review::cards::withdraw;

/// The card, closed at first: the notices of the meeting, and an empty one after the last.
pub(crate) fn notices(view: &View, meeting: &Meeting) -> Html {
    let (texts, notices) = (&view.words.after, &meeting.after.notices);
    let titles: Vec<String> = notices.iter().map(|notice| notice.text.what.clone()).collect();
    html! {
        <details class="notices">
            <summary>{ texts.notice }</summary>
            { line("sub", texts.notice_how) }
            { each_and_one_more(&titles, texts.one_more_of, &|nth| notice(view, notices.get(nth))) }
        </details>
    }
}

fn notice(view: &View, known: Option<&Notice>) -> Html {
    let words = &view.words.after;
    let before = known.map(|notice| notice.text.clone()).unwrap_or_default();
    let fields = [
        Field::lines(words.what, Some(&before.what)),
        Field::lines(words.how_long, before.how_long.as_deref()),
        Field::lines(words.how_to_stop, before.how_to_stop.as_deref()),
    ];
    let (id, on_command) = (known.map(|notice| notice.id), view.on_command.clone());
    let label = short(&before.what);
    let save = Callback::from(move |values: Vec<String>| {
        let mut values = values.into_iter();
        let what = values.next().unwrap_or_default();
        let mut rest = values.map(|text| Some(text).filter(|text| !text.is_empty()));
        let text = NoticeText {
            what,
            how_long: rest.next().flatten(),
            how_to_stop: rest.next().flatten(),
        };
        if text != before {
            on_command.emit(Command::Record(EventKind::NoticeWritten { notice: id, text }));
        }
    });
    html! {
        <>
            { autosave_form("notice-form", &fields, save) }
            if let Some(id) = id { { withdraw(view, id, &label) } }
        </>
    }
}
