//! The page of one client: their name, who else they are, what can be done with all that is theirs, and their meetings.

use std::rc::Rc;

use heard_core::event::kind::EventKind;
use heard_core::notebook::Client;
use heard_core::{EventId, Record};
use yew::prelude::*;

use crate::store::Command;
use crate::ui::components::autosave_form::{Field, form};
use crate::ui::components::parts::{Button, line, name};
use crate::ui::screens::data::sure;
use crate::ui::screens::loops::loops_button;
use crate::ui::screens::past::{entries, trends_button};
use crate::ui::screens::sheet::sheet_button;
use crate::ui::screens::start::start;
use crate::ui::widget::ui_state::{Asking, ROWS};
use crate::ui::widget::view::{Msg, View};

/// The page of the client who is looked at.
pub(crate) fn client(view: &View) -> Html {
    let notebook = view.notebook();
    let Some(client) = view.local.client.and_then(|id| notebook.client(id)) else {
        return start(view);
    };
    let says = &view.words.client;
    let also: Vec<&str> = notebook.merged_into(client.id).map(|one| &*one.name).collect();
    html! {
        <section class="screen past client-page" key={client.id.to_string()}>
            <h2 ref={&view.local.heading} tabindex="-1">{ name(Rc::clone(&client.name).into()) }</h2>
            <p class="said" aria-hidden="true">{ &view.local.status }</p>
            { renaming(view, client) }
            if !also.is_empty() { { line("sub also", (says.also)(&also.join(", "))) } }
            { undo(view, client.id) }
            { ways(view, client) }
            { same(view, client) }
            <h3>{ (says.meetings)(&client.name) }</h3>
            if notebook.count_ended(Some(client.id)) == 0 { { line("sub", says.none) } }
            { entries(view, Some(client.id)) }
            if let Some(asking) = view.local.asking { { sure(view, asking) } }
        </section>
    }
}

/// The way to a client's page.
pub(crate) fn about(view: &View, client: &Client) -> Html {
    let label = (view.words.client.about)(&client.name);
    labelled("about", "quiet-button", label, view.on(Msg::Met(client.id)))
}

/// What can be done with all that is theirs, and the ways into other pages about them.
fn ways(view: &View, client: &Client) -> Html {
    let says = &view.words.client;
    let erase = Msg::Asked(Some(Asking::Record(client.id)));
    html! {
        <div class="controls">
            { loops_button(view, Some(client.id)) }
            { sheet_button(view, Some(client.id)) }
            { trends_button(view, Some(client.id)) }
            { labelled("file", "ghost", (says.file)(&client.name), view.on(Msg::ClientFiled(client.id))) }
            { labelled("erase-record", "ghost danger", (says.erase)(&client.name), view.on(erase)) }
        </div>
    }
}

/// A button whose label has a name in it.
fn labelled(
    act: &'static str,
    class: &'static str,
    label: String,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! { <button part="button" {class} type="button" data-act={act} {onclick}>{ label }</button> }
}

fn renaming(view: &View, client: &Client) -> Html {
    let id = client.id;
    let keep = view.on_said.reform(move |values: Vec<String>| {
        let name = values.into_iter().next().unwrap_or_default();
        Command::RecordIn(Record::Begun(id), EventKind::ClientRenamed { name })
    });
    form("", &[Field::name(view.words.client.rename, Some(&client.name))], keep)
}

fn undo(view: &View, id: EventId) -> Html {
    let Some((of, act)) = view.notebook().undoing_client(id) else { return Html::default() };
    let undo = Button { class: "quiet-button", ..Button::plain("undo", view.words.client.undo) };
    undo.draw(view.saying(Command::RecordIn(of, act)))
}

/// The other clients, of whom one may be the same. It is asked before they become one.
fn same(view: &View, client: &Client) -> Html {
    let (notebook, says, most) = (view.notebook(), &view.words.client, view.most(ROWS));
    let others = || notebook.clients().iter().filter(|other| other.id != client.id);
    let one = |other: &Client| {
        let asking = Asking::Same { gone: other.id, stays: client.id };
        html! {
            <button
                key={other.id.to_string()}
                part="button"
                class="chip"
                type="button"
                data-act="same"
                onclick={view.on(Msg::Asked(Some(asking)))}
            >{ name(Rc::clone(&other.name).into()) }</button>
        }
    };
    html! {
        if others().next().is_some() {
            <details class="same">
                <summary>{ says.merge }</summary>
                { line("sub", (says.merge_how)(&client.name)) }
                <div class="chips">{ for others().take(most).map(one) }</div>
                { view.rest(others().count(), most) }
            </details>
        }
    }
}
