//! The stored records, and how to export, import and erase them.

use heard_core::Refusal;
use heard_core::transfer::export::Wanted as Part;
use heard_core::transfer::import::{File, Preview};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::persistence::item::{Item, Lengths};
use crate::ui::components::confirm::confirm_dialog;
use crate::ui::components::item_name::item_name;
use crate::ui::components::links::{client_button, more_rows};
use crate::ui::components::parts::{Button, danger, line, name};
use crate::ui::context::request::{Confirmation, Request, TableForm};
use crate::ui::context::screen_view::ScreenView;
use crate::ui::context::view::{ROWS, View};
use crate::ui::screens::retention::{RetentionMsg, retention, retention_dialog};

/// What the screen is rendered from.
pub(crate) type DataView<'a> = ScreenView<'a, DataState, Msg>;

/// The state of the screen.
#[derive(Default)]
pub(crate) struct DataState {
    /// The stored records and their sizes, as of when the screen was opened or the notebook last changed.
    pub(crate) inventory: Vec<(Item, Lengths)>,
    /// The progress of an import.
    pub(crate) import: ImportState,
    /// The retention time in months that the user chose and has yet to confirm.
    pub(crate) asked_retention: Option<u16>,
}

/// The progress of an import.
#[derive(Default)]
pub(crate) enum ImportState {
    /// No file was chosen.
    #[default]
    NoFile,
    /// The file is being read.
    Reading,
    /// The file can not be imported, with the message why.
    Failed(&'static str),
    /// The file was read, and nothing has changed yet.
    Previewed(File, Preview),
    /// The records are being saved.
    Saving,
    /// The import is complete.
    Done(Preview),
}

/// What happens on the screen.
#[derive(Clone)]
pub(crate) enum Msg {
    /// A file was chosen, or the choice was cancelled.
    FileChosen(Option<web_sys::File>),
    /// The text of the file was read; `None` if it could not be.
    FileRead(Option<String>),
    /// The import was confirmed.
    ImportConfirmed,
    /// The import was cancelled.
    ImportCancelled,
    /// The import was saved, or refused.
    ImportEnded(Result<Preview, Refusal>),
    /// A message of the choice of the retention time.
    Retention(RetentionMsg),
}

/// The screen of the stored records.
pub(crate) fn data(view: &DataView) -> Html {
    let texts = &view.words.data;
    let inventory = &view.state.inventory;
    let limit = view.row_limit(ROWS);
    let retention_link = view.link.reform(Msg::Retention);
    html! {
        <section class="screen store">
            <h2>{ texts.title }</h2>
            { line("sub", (view.words.settings.mode)(view.snapshot.mode)) }
            { files(view) }
            { retention(view, &retention_link) }
            <ul aria-label={texts.table}>
                for (item, lengths) in inventory.iter().take(limit) { { row(view, *item, *lengths) } }
            </ul>
            { more_rows(view, inventory.len(), limit) }
            <div class="controls">{ erase_all(view) }</div>
            if let Some(confirmation) = view.shared.confirming {
                { confirm_dialog(view, confirmation) }
            }
            if let Some(months) = view.state.asked_retention {
                { retention_dialog(view, months, &retention_link) }
            }
        </section>
    }
}

fn row(view: &View, item: Item, lengths: Lengths) -> Html {
    let texts = &view.words.data;
    let places = [(lengths.durable, texts.durable), (lengths.local, texts.local)];
    let places = places.into_iter().filter(|(length, _)| *length > 0);
    let places: Vec<String> = places.map(|(length, say)| say(length)).collect();
    html! {
        <li key={key(item)}>
            <span>
                <b>{ name(item_name(view, item)) }</b>
                { line("sub", places.join(" · ")) }
            </span>
            { action(view, item) }
        </li>
    }
}

/// The key of a row.
fn key(item: Item) -> String {
    match item {
        Item::Meeting(id) => format!("meeting {id}"),
        Item::Client(id) => format!("client {id}"),
        Item::Settings => "settings".to_owned(),
        Item::Draft => "draft".to_owned(),
        Item::Quarantine => "quarantine".to_owned(),
    }
}

fn action(view: &View, item: Item) -> Html {
    let texts = &view.words.data;
    match item {
        Item::Meeting(id) => erase(view, item, Confirmation::EraseRecord(id)),
        Item::Client(id) => html! {
            <>
                if let Some(client) = view.notebook().client(id) { { client_button(view, client) } }
                { erase(view, item, Confirmation::EraseRecord(id)) }
            </>
        },
        Item::Quarantine => {
            let save = Button::plain("quarantine", texts.quarantine);
            html! {
                <>
                    { save.draw(view.requests(Request::ExportUnread)) }
                    { erase(view, item, Confirmation::EraseUnread) }
                </>
            }
        }
        Item::Settings | Item::Draft => Html::default(),
    }
}

fn erase(view: &View, item: Item, confirmation: Confirmation) -> Html {
    let texts = &view.words.data;
    let aria_label = Some((texts.erase_of)(&item_name(view, item)));
    let erase = Button { aria_label, class: "quiet-button", ..danger("erase-record", texts.erase) };
    erase.draw(view.requests(Request::Confirm(Some(confirmation))))
}

/// The button that asks before it erases everything. It comes last, away from export and import.
fn erase_all(view: &View) -> Html {
    let ask = Request::Confirm(Some(Confirmation::EraseAll));
    danger("erase", view.words.settings.erase).draw(view.requests(ask))
}

/// Export and import.
fn files(view: &DataView) -> Html {
    let words = view.words;
    let texts = &words.data;
    let chosen = view.link.reform(|event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let file = input.files().and_then(|files| files.get(0));
        // An unchanged value would send no event if the same file is chosen again.
        input.set_value("");
        Msg::FileChosen(file)
    });
    html! {
        <>
            <div class="controls">
                { Button::plain("file", words.settings.file).draw(view.requests(Request::Export(Part::default()))) }
                { Button::plain("xlsx", texts.workbook).draw(view.requests(Request::ExportTable(Part::default(), TableForm::Workbook))) }
                <label class="ghost file">
                    { texts.import }
                    <input type="file" accept=".json,application/json" onchange={chosen} />
                </label>
            </div>
            { import_progress(view) }
        </>
    }
}

/// The progress of an import.
fn import_progress(view: &DataView) -> Html {
    let texts = &view.words.data;
    let progress = |text: String| html! { <p class="import-status" role="status">{ text }</p> };
    match &view.state.import {
        ImportState::NoFile => Html::default(),
        ImportState::Reading => progress(texts.reading.to_owned()),
        ImportState::Failed(why) => html! { <p class="warning" role="alert">{ *why }</p> },
        ImportState::Previewed(_, preview) => previewed(view, preview),
        ImportState::Saving => progress(texts.importing.to_owned()),
        ImportState::Done(preview) => progress((texts.imported)(preview)),
    }
}

fn previewed(view: &DataView, preview: &Preview) -> Html {
    let words = view.words;
    let texts = &words.data;
    let new = !preview.is_known();
    html! {
        <div class="notice" role="group" aria-label={texts.confirm_import}>
            { line("sub preview", (texts.preview)(preview)) }
            if !new { { line("sub", texts.nothing_new) } }
            { Button::plain("cancel-bring", words.nav.cancel).draw(view.on(Msg::ImportCancelled)) }
            if new { { Button::plain("bring", texts.import_go).draw(view.on(Msg::ImportConfirmed)) } }
        </div>
    }
}
