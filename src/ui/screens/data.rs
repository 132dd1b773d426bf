//! What is kept here, record by record, and what can be done with it: save, bring in, erase.

use heard_core::Record;
use heard_core::event::kind::EventKind;
use heard_core::event::settings::Setting;
use heard_core::transfer::import::Preview;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::browser::locale;
use crate::persistence::item::{Item, Lengths};
use crate::store::Command;
use crate::ui::components::dialog::Dialog;
use crate::ui::components::parts::{Button, danger, line, name, title};
use crate::ui::screens::client;
use crate::ui::screens::settings::{Named, setting};
use crate::ui::widget::ui_state::{Asking, Bringing, ROWS};
use crate::ui::widget::view::{Msg, View};

/// Retention times that are offered, in months; none is for ever.
const RETENTIONS: [Option<u16>; 5] = [None, Some(6), Some(12), Some(24), Some(60)];

/// The screen of what is kept.
pub(crate) fn store(view: &View) -> Html {
    let says = &view.words.data;
    let kept = &view.local.inventory;
    let most = view.most(ROWS);
    html! {
        <section class="screen store">
            <h2>{ says.title }</h2>
            { line("sub", (view.words.settings.mode)(view.snapshot.mode)) }
            { files(view) }
            { retention(view) }
            <ul aria-label={says.table}>
                for (item, lengths) in kept.iter().take(most) { { row(view, *item, *lengths) } }
            </ul>
            { view.rest(kept.len(), most) }
            if let Some(asking) = view.local.asking { { sure(view, asking) } }
        </section>
    }
}

fn row(view: &View, item: Item, lengths: Lengths) -> Html {
    let says = &view.words.data;
    let places = [(lengths.durable, says.durable), (lengths.local, says.local)];
    let places = places.into_iter().filter(|(length, _)| *length > 0);
    let places: Vec<String> = places.map(|(length, say)| say(length)).collect();
    html! {
        <li key={key(item)}>
            <span>
                <b>{ name(about(view, item)) }</b>
                { line("sub", places.join(" · ")) }
            </span>
            { action(view, item) }
        </li>
    }
}

/// A name of the row that no other has.
fn key(item: Item) -> String {
    match item {
        Item::Meeting(id) => format!("meeting {id}"),
        Item::Client(id) => format!("client {id}"),
        Item::Settings => "settings".to_owned(),
        Item::Draft => "draft".to_owned(),
        Item::Quarantine => "quarantine".to_owned(),
    }
}

/// What an item is, as its user would call it.
fn about(view: &View, item: Item) -> AttrValue {
    let notebook = view.notebook();
    let meeting = |id| notebook.meeting(id);
    match item {
        Item::Meeting(id) => meeting(id).map_or_else(
            || (view.words.data.item)(&item).into(),
            |meeting| {
                let day = locale::day(meeting.started_wall_ms);
                format!("{} · {day}", view.client_name(meeting)).into()
            },
        ),
        Item::Client(id) => {
            let kind = (view.words.data.item)(&item);
            notebook
                .client(id)
                .map_or(kind.into(), |client| format!("{kind}: {}", client.name).into())
        }
        item => (view.words.data.item)(&item).into(),
    }
}

fn action(view: &View, item: Item) -> Html {
    let says = &view.words.data;
    match item {
        Item::Meeting(id) => erase(view, item, Asking::Record(id)),
        Item::Client(id) => html! {
            <>
                if let Some(client) = view.notebook().client(id) { { client::about(view, client) } }
                { erase(view, item, Asking::Record(id)) }
            </>
        },
        Item::Quarantine => {
            let save = Button::plain("quarantine", says.quarantine);
            html! {
                <>
                    { save.draw(view.on(Msg::QuarantineFiled)) }
                    { erase(view, item, Asking::Quarantine) }
                </>
            }
        }
        Item::Settings | Item::Draft => Html::default(),
    }
}

fn erase(view: &View, item: Item, asking: Asking) -> Html {
    let says = &view.words.data;
    let aria_label = Some((says.erase_of)(&about(view, item)));
    let erase = Button { aria_label, class: "quiet-button", ..danger("erase-record", says.erase) };
    erase.draw(view.on(Msg::Asked(Some(asking))))
}

/// Everything out as a file, a file in, and everything gone.
fn files(view: &View) -> Html {
    let words = view.words;
    let says = &words.data;
    let chosen = view.link.reform(|event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let file = input.files().and_then(|files| files.get(0));
        // The same file may be chosen again.
        input.set_value("");
        Msg::FileChosen(file)
    });
    html! {
        <>
            <div class="controls">
                { Button::plain("file", words.settings.file).draw(view.on(Msg::Filed(None))) }
                <label class="ghost file">
                    { says.import }
                    <input type="file" accept=".json,application/json" onchange={chosen} />
                </label>
                { danger("erase", words.settings.erase).draw(view.on(Msg::Asked(Some(Asking::All)))) }
            </div>
            { bringing(view) }
        </>
    }
}

/// How far bringing in a file has come.
fn bringing(view: &View) -> Html {
    let says = &view.words.data;
    let told = |text: String| html! { <p class="brought" role="status">{ text }</p> };
    match &view.local.bringing {
        Bringing::Nothing => Html::default(),
        Bringing::Reading => told(says.reading.to_owned()),
        Bringing::ImportError(why) => html! { <p class="warning" role="alert">{ *why }</p> },
        Bringing::Previewed(_, preview) => previewed(view, preview),
        Bringing::Committing => told(says.importing.to_owned()),
        Bringing::Done(preview) => told((says.imported)(preview)),
    }
}

fn previewed(view: &View, preview: &Preview) -> Html {
    let words = view.words;
    let says = &words.data;
    let new = !preview.is_known();
    html! {
        <div class="notice" role="group" aria-label={says.confirm_import}>
            { line("sub preview", (says.preview)(preview)) }
            if !new { { line("sub", says.nothing_new) } }
            { Button::plain("cancel-bring", words.nav.cancel).draw(view.on(Msg::BringDropped)) }
            if new { { Button::plain("bring", says.import_go).draw(view.on(Msg::BringAgreed)) } }
        </div>
    }
}

fn retention(view: &View) -> Html {
    let words = view.words;
    let chosen = view.notebook().settings().retention_months;
    let all = RETENTIONS.map(|months| {
        let word = months.map_or(words.data.forever.to_owned(), words.data.months);
        (word, months == chosen)
    });
    html! {
        <>
            { title(words.data.retention) }
            { setting(view, Named(words.data.retention, "retention"), &all, |index| {
                Setting::Retention(RETENTIONS[index])
            }) }
            { line("sub", words.data.retention_hint) }
        </>
    }
}

/// What is asked before something is done that is not done lightly.
struct Question {
    title: &'static str,
    what: AttrValue,
    how: &'static str,
    go: Button,
    said: Command,
}

/// Asks before something is erased, or two clients become one; the way back comes first and has the focus.
pub(crate) fn sure(view: &View, asking: Asking) -> Html {
    let Question { title, what, how, go, said } = question(view, asking);
    html! {
        <Dialog {title} on_close={view.link.reform(|()| Msg::Asked(None))}>
            { line("sub", what) }
            { line("sub", how) }
            <div class="controls">
                { Button::closing("cancel", view.words.nav.cancel).draw(Callback::noop()) }
                { go.draw(view.on(Msg::Say(said))) }
            </div>
        </Dialog>
    }
}

fn question(view: &View, asking: Asking) -> Question {
    let (notebook, words) = (view.notebook(), view.words);
    let says = &words.settings;
    let erasing = |title, what, said| {
        let go = danger("erase-all", says.erase_go);
        Question { title, what, how: says.erase_for_good, go, said }
    };
    match asking {
        Asking::All => erasing(says.erase_title, says.erase_what.into(), Command::EraseAll),
        Asking::Record(id) => {
            let client = notebook.client(id).map(|_| Item::Client(id));
            let title = match client {
                Some(_) => words.data.erase_client,
                None => words.data.erase_meeting,
            };
            let what = about(view, client.unwrap_or(Item::Meeting(id)));
            erasing(title, what, Command::EraseRecord(id))
        }
        Asking::Quarantine => {
            let what = about(view, Item::Quarantine);
            erasing(words.data.erase_quarantine, what, Command::EraseQuarantine)
        }
        Asking::Same { gone, stays } => {
            let says = &words.client;
            let name = |id| notebook.client(id).map_or("", |client| &*client.name);
            Question {
                title: says.merge_title,
                what: (says.merge_what)(name(gone), name(stays)).into(),
                how: says.merge_undo,
                go: Button::plain("same-go", says.merge_go),
                said: Command::RecordIn(
                    Record::Begun(gone),
                    EventKind::ClientMerged { into: stays },
                ),
            }
        }
    }
}
