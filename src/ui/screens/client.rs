//! The page of one client: their name, what can be done with their records, other clients to merge, and their meetings.

use std::rc::Rc;

use heard_core::event::kind::EventKind;
use heard_core::notebook::Client;
use heard_core::transfer::export::Wanted as Part;
use heard_core::{EventId, Record};
use yew::prelude::*;

use crate::browser::unicode::nfc;
use crate::store::Command;
use crate::ui::components::autosave_form::{Field, autosave_form};
use crate::ui::components::confirm::confirm_dialog;
use crate::ui::components::links::{loops_button, more_rows, sheet_button, trends_button};
use crate::ui::components::parts::{Button, button_with_name, line, name, quiet};
use crate::ui::context::request::{Confirmation, Request, TableForm};
use crate::ui::context::view::{ROWS, View};
use crate::ui::screens::past::entries;

/// The page of a client.
pub(crate) fn client_page(view: &View, client: &Client) -> Html {
    let notebook = view.notebook();
    let texts = &view.words.client;
    let also: Vec<&str> = notebook.merged_into(client.id).map(|one| &*one.name).collect();
    html! {
        <section class="screen past client-page" key={client.id.to_string()}>
            <h2 ref={&view.shared.heading} tabindex="-1">{ name(Rc::clone(&client.name).into()) }</h2>
            { view.shared.status.line() }
            { renaming(view, client) }
            if !also.is_empty() { { line("sub also", (texts.also)(&also.join(", "))) } }
            { undo(view, client.id) }
            { ways(view, client) }
            { same(view, client) }
            <h3>{ (texts.meetings)(&client.name) }</h3>
            if notebook.count_ended(Some(client.id)) == 0 { { line("sub", texts.none) } }
            { entries(view, Some(client.id)) }
            if let Some(confirmation) = view.shared.confirming {
                { confirm_dialog(view, confirmation) }
            }
        </section>
    }
}

/// Buttons to the other screens about the client, and to export or erase the client's records.
fn ways(view: &View, client: &Client) -> Html {
    let texts = &view.words.client;
    let erase = Request::Confirm(Some(Confirmation::EraseRecord(client.id)));
    let part = Part { client: Some(client.id), ..Part::default() };
    html! {
        <div class="controls">
            { loops_button(view, Some(client.id)) }
            { sheet_button(view, Some(client.id)) }
            { trends_button(view, Some(client.id)) }
            { button_with_name("file", "ghost", (texts.file)(&client.name), view.requests(Request::Export(part))) }
            { Button::plain("xlsx", view.words.data.workbook).draw(view.requests(Request::ExportTable(part, TableForm::Workbook))) }
            { button_with_name("erase-record", "ghost danger", (texts.erase)(&client.name), view.requests(erase)) }
        </div>
    }
}

fn renaming(view: &View, client: &Client) -> Html {
    let id = client.id;
    let keep = view.on_command.reform(move |values: Vec<String>| {
        let name = values.into_iter().next().unwrap_or_default();
        Command::RecordIn(Record::Begun(id), EventKind::ClientRenamed { name: nfc(&name) })
    });
    autosave_form("", &[Field::name(view.words.client.rename, Some(&client.name))], keep)
}

fn undo(view: &View, id: EventId) -> Html {
    let Some((of, act)) = view.notebook().undoing_client(id) else { return Html::default() };
    let undo = quiet("undo", view.words.client.undo);
    undo.draw(view.sends(Command::RecordIn(of, act)))
}

/// The other clients, any of whom can be merged into this one after a dialog.
fn same(view: &View, client: &Client) -> Html {
    let (notebook, texts, limit) = (view.notebook(), &view.words.client, view.row_limit(ROWS));
    let others = || notebook.clients().iter().filter(|other| other.id != client.id);
    let one = |other: &Client| {
        let merge = Confirmation::MergeClients { merged: other.id, remains: client.id };
        html! {
            <button
                key={other.id.to_string()}
                part="button"
                class="chip"
                type="button"
                data-act="same"
                onclick={view.requests(Request::Confirm(Some(merge)))}
            >{ name(Rc::clone(&other.name).into()) }</button>
        }
    };
    html! {
        if others().next().is_some() {
            <details class="same">
                <summary>{ texts.merge }</summary>
                { line("sub", (texts.merge_how)(&client.name)) }
                <div class="chips">{ for others().take(limit).map(one) }</div>
                { more_rows(view, others().count(), limit) }
            </details>
        }
    }
}
