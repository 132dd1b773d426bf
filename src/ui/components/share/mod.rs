//! What is to be read by others, as they will read it, and every way in which it leaves the browser.

pub(crate) mod action;

use std::rc::Rc;

use heard_core::report::recap::{Form, Node, Recap};
use heard_core::report::sheet::Asked;
use heard_core::transfer::export::{Audience, Wanted};
use yew::prelude::*;

use crate::browser::share;
use crate::store::NotebookStore;
use crate::ui::components::parts::Button;
use crate::ui::components::share::action::{Out, Way};
use crate::ui::widget::view::View;

/// The level of its title among the headings of the screen: it stands below one of the third.
const LEVEL: usize = 4;
/// How many pieces of a long text are drawn at first.
const PIECES: usize = 60;
const FILES: [Form; 3] = [Form::Markdown, Form::Plain, Form::Html];

/// What the ways out have come to.
#[derive(Default)]
pub(crate) struct Card {
    /// What came of the last touch.
    told: &'static str,
    /// Whether the text is there to be copied by hand.
    by_hand: bool,
    /// Where it is.
    pub(crate) hand: NodeRef,
    sheet: NodeRef,
}

/// What came of a touch.
#[derive(Clone, Copy)]
pub(crate) struct Told {
    says: &'static str,
    by_hand: bool,
}

impl Card {
    /// Takes what came of a touch; says whether the text to copy by hand is to have the focus.
    pub(crate) const fn take(&mut self, told: Told) -> bool {
        (self.told, self.by_hand) = (told.says, told.by_hand);
        told.by_hand
    }

    /// What is snapshot is another text: nothing came of it yet.
    pub(crate) const fn forget(&mut self) {
        (self.told, self.by_hand) = ("", false);
    }
}

/// What leaves.
#[derive(Clone, Copy)]
pub(crate) enum What {
    /// What was heard.
    Recap(Wanted),
    /// What became of it.
    Sheet(Asked),
}

/// Something that is to leave, and how.
pub(crate) struct Leaving {
    /// What it is.
    pub(crate) what: What,
    /// How its files are called, the end aside.
    pub(crate) file: String,
    /// Whether there is something for a calendar.
    pub(crate) has_calendar: bool,
    /// What the button for a table says, where there is a table.
    pub(crate) table: Option<Table>,
}

/// A table that leaves beside the text.
#[derive(Clone)]
pub(crate) struct Table {
    /// What its button says.
    pub(crate) label: &'static str,
    /// How its file is called, the end aside.
    pub(crate) file: String,
}

/// The text as it will be read, and the ways out of the browser.
pub(crate) fn ways_out(view: &View, leaving: Leaving) -> Html {
    let (says, card) = (&view.words.recap, &view.local.ways_out);
    let recap = leaving.what.told(view.live);
    let nodes = recap.tree(LEVEL);
    let most = view.most(PIECES);
    html! {
        <>
            <div ref={&card.sheet} class="sheet" role="group" tabindex="0" aria-label={says.preview}>
                { first(&nodes, most) }
            </div>
            { view.rest(nodes.iter().map(pieces).sum(), most) }
            { buttons(view, leaving) }
            <p class="said" aria-live="polite">{ card.told }</p>
            if card.by_hand {
                <textarea
                    ref={&card.hand}
                    class="say"
                    rows="6"
                    readonly=true
                    aria-label={says.preview}
                    value={recap.plain()}
                />
            }
        </>
    }
}

/// How many pieces an element is: a list is as many as it has items.
fn pieces(node: &Node) -> usize {
    match node {
        Node::Element { tag: "ul", children, .. } => children.len(),
        _ => 1,
    }
}

/// The first pieces of it.
fn first(nodes: &[Node], most: usize) -> Html {
    let mut room = most;
    let mut snapshot = Vec::new();
    for node in nodes {
        let size = pieces(node);
        match node {
            _ if room == 0 => break,
            Node::Element { tag, class, is_auto, children } if size > room => {
                let (class, is_auto, children) = (*class, *is_auto, children[..room].to_vec());
                snapshot.push(drawn(&Node::Element { tag, class, is_auto, children }));
            }
            node => snapshot.push(drawn(node)),
        }
        room = room.saturating_sub(size);
    }
    snapshot.into_iter().collect()
}

/// The very elements that the file consists of.
#[allow(
    clippy::ignored_unit_patterns,
    reason = "html! writes one for a tag that is chosen at run time"
)]
fn drawn(node: &Node) -> Html {
    match node {
        Node::Text(text) => html! { { text } },
        // Yew lets no break have children, not even none of them.
        Node::Element { tag: "br", .. } => html! { <br /> },
        Node::Element { tag, class, is_auto, children } => html! {
            <@{*tag} class={*class} dir={is_auto.then_some("auto")}>
                for child in children { { drawn(child) } }
            </@>
        },
    }
}

fn buttons(view: &View, leaving: Leaving) -> Html {
    let says = &view.words.recap;
    let table = leaving.table.as_ref().map_or("", |table| table.label);
    let calendar = Way::Save(Form::Calendar);
    let ways = [
        (true, Way::Copy, "recap-copy", says.copy),
        (true, Way::Mail, "recap-mail", says.mail),
        (share::exists(), Way::Share, "recap-share", says.share),
        (true, Way::Print, "recap-print", says.print),
        (leaving.has_calendar, calendar, "recap-ics", says.calendar),
        (leaving.table.is_some(), Way::Table, "recap-csv", table),
    ];
    let out = Rc::new(Out {
        live: Rc::clone(view.live),
        link: view.link.clone(),
        words: view.words,
        sheet: view.local.ways_out.sheet.clone(),
        leaving,
    });
    let button = |way, name, label| {
        let class = if name == "recap-copy" { "big" } else { "ghost" };
        let out = Rc::clone(&out);
        Button { class, ..Button::plain(name, label) }.draw(Callback::from(move |_| out.go(way)))
    };
    let names = ["recap-md", "recap-txt", "recap-html"];
    let files = FILES.into_iter().zip(names).zip(says.forms);
    html! {
        <>
            <div class="controls">
                for (_, way, name, label) in ways.into_iter().filter(|way| way.0) {
                    { button(way, name, label) }
                }
            </div>
            <div class="controls files" role="group" aria-label={says.save}>
                <span class="sub" aria-hidden="true">{ says.save }</span>
                for ((form, name), label) in files { { button(Way::Save(form), name, label) } }
            </div>
        </>
    }
}

impl What {
    fn told(self, live: &NotebookStore) -> Recap {
        match self {
            Self::Recap(wanted) => live.recap(wanted),
            Self::Sheet(asked) => live.sheet(asked),
        }
    }

    /// Which part of the notebook a calendar or a table of it is about.
    const fn wanted(self) -> Wanted {
        match self {
            Self::Recap(wanted) => wanted,
            Self::Sheet(Asked { client, .. }) => {
                Wanted { client, meeting: None, audience: Audience::Client }
            }
        }
    }
}
