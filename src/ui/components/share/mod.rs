//! A document as its reader will see it, and the buttons that copy, mail, share, print or save it.

pub(crate) mod action;
pub(crate) mod document;

use std::rc::Rc;

use heard_core::report::recap::{Form, Node};
use yew::prelude::*;

use crate::browser::share;
use crate::ui::components::links::more_rows;
use crate::ui::components::parts::Button;
use crate::ui::components::share::action::{Action, Sharer};
use crate::ui::components::share::document::{Document, Outcome, ShareState};
use crate::ui::context::screen_view::ScreenView;

/// What the preview and the share buttons are rendered from.
pub(crate) type ShareView<'a> = ScreenView<'a, ShareState, Outcome>;

/// The heading level of the document's title: the preview is below a heading of level 3.
const LEVEL: usize = 4;
/// How many blocks and list items of a long text are rendered at first.
const PIECES: usize = 60;
/// The file formats, in the order of their buttons.
const FILES: [Form; 3] = [Form::Markdown, Form::Plain, Form::Html];

/// The preview of a document and its share buttons.
pub(crate) fn share_card(view: &ShareView, document: Document) -> Html {
    let (texts, state) = (&view.words.recap, view.state);
    let recap = document.kind.text(view.store);
    let nodes = recap.tree(LEVEL);
    let limit = view.row_limit(PIECES);
    html! {
        <>
            <div ref={&state.preview} class="sheet" role="group" tabindex="0" aria-label={texts.preview}>
                { first(&nodes, limit) }
            </div>
            { more_rows(view, nodes.iter().map(pieces).sum(), limit) }
            { buttons(view, document) }
            <p class="status-text" aria-live="polite">{ state.message }</p>
            if state.by_hand {
                <textarea
                    ref={&state.copy_field}
                    class="say"
                    rows="6"
                    readonly=true
                    aria-label={texts.preview}
                    value={recap.plain()}
                />
            }
        </>
    }
}

/// How many pieces a node counts as: a list counts as its items, anything else as one.
fn pieces(node: &Node) -> usize {
    match node {
        Node::Element { tag: "ul", children, .. } => children.len(),
        _ => 1,
    }
}

/// The first `most` pieces.
fn first(nodes: &[Node], limit: usize) -> Html {
    let mut room = limit;
    let mut shown = Vec::new();
    for node in nodes {
        let size = pieces(node);
        match node {
            _ if room == 0 => break,
            Node::Element { tag, class, is_auto, children } if size > room => {
                let (class, is_auto, children) = (*class, *is_auto, children[..room].to_vec());
                shown.push(render(&Node::Element { tag, class, is_auto, children }));
            }
            node => shown.push(render(node)),
        }
        room = room.saturating_sub(size);
    }
    shown.into_iter().collect()
}

/// The same elements that the HTML file consists of.
#[allow(clippy::ignored_unit_patterns, reason = "html! generates a unit pattern for a dynamic tag")]
fn render(node: &Node) -> Html {
    match node {
        Node::Text(text) => html! { { text } },
        // Yew's `html!` allows no children for a void element, not even an empty list.
        Node::Element { tag: "br", .. } => html! { <br /> },
        Node::Element { tag, class, is_auto, children } => html! {
            <@{*tag}
                class={*class}
                dir={is_auto.then_some("auto")}
                translate={(*is_auto || *tag == "bdi").then_some("no")}
            >
                for child in children { { render(child) } }
            </@>
        },
    }
}

fn buttons(view: &ShareView, document: Document) -> Html {
    let texts = &view.words.recap;
    let table = document.table.as_ref().map_or("", |table| table.label);
    let calendar = Action::Save(Form::Calendar);
    let actions = [
        (true, Action::Copy, "recap-copy", texts.copy),
        (true, Action::Mail, "recap-mail", texts.mail),
        (share::exists(), Action::Share, "recap-share", texts.share),
        (true, Action::Print, "recap-print", texts.print),
        (document.has_calendar, calendar, "recap-ics", texts.calendar),
        (document.table.is_some(), Action::Table, "recap-csv", table),
    ];
    let sharer = Rc::new(Sharer {
        store: Rc::clone(view.store),
        on_outcome: view.link.clone(),
        words: view.words,
        preview: view.state.preview.clone(),
        document,
    });
    let button = |action, name, label| {
        let class = if name == "recap-copy" { "big" } else { "ghost" };
        let sharer = Rc::clone(&sharer);
        Button { class, ..Button::plain(name, label) }
            .draw(Callback::from(move |_| sharer.run(action)))
    };
    let names = ["recap-md", "recap-txt", "recap-html"];
    let files = FILES.into_iter().zip(names).zip(texts.forms);
    html! {
        <>
            <div class="controls">
                for (_, action, name, label) in actions.into_iter().filter(|action| action.0) {
                    { button(action, name, label) }
                }
            </div>
            <div class="controls files" role="group" aria-label={texts.save}>
                <span class="sub" aria-hidden="true">{ texts.save }</span>
                for ((form, name), label) in files { { button(Action::Save(form), name, label) } }
            </div>
        </>
    }
}
