//! The recap: what was heard, as it will be read, and every way out of the browser.

use std::rc::Rc;

use heard_core::Meeting;
use heard_core::calendar::Day;
use heard_core::export::{Audience, Wanted};
use heard_core::recap::{Form, Node, Recap, has_dates};
use yew::prelude::*;

use crate::live::Live;
use crate::shell::clipboard::{self, Copied};
use crate::shell::{download, mail, print, share};
use crate::ui::choice::{Chip, Choice, choice};
use crate::ui::heard::Heard;
use crate::ui::parts::{Button, title};
use crate::ui::view::{Msg, View};
use crate::ui::words::Words;

/// The level of the recap's own title among the headings of the screen.
const LEVEL: usize = 4;
/// How many pieces of a long recap are drawn at first.
const PIECES: usize = 60;
const AUDIENCES: [Audience; 2] = [Audience::Client, Audience::Me];
const FILES: [Form; 3] = [Form::Markdown, Form::Plain, Form::Html];

/// What the card remembers.
#[derive(Default)]
pub(crate) struct Card {
    /// Whether it is for oneself; at first it is for the client.
    is_own: bool,
    /// What came of the last touch.
    told: &'static str,
    /// Whether the text is there to be copied by hand.
    by_hand: bool,
    /// Where it is.
    pub(crate) hand: NodeRef,
    sheet: NodeRef,
}

/// What happens to the card.
#[derive(Clone, Copy)]
pub(crate) enum Turn {
    /// It is for somebody else.
    For(Audience),
    /// Something came of a touch; if it says so, by hand.
    Told(&'static str, bool),
}

impl Heard {
    /// Takes a turn of the card; says whether the text to copy by hand is to have the focus.
    pub(in crate::ui) fn turn_recap(&mut self, turn: Turn) -> bool {
        let card = &mut self.local.recap;
        (card.told, card.by_hand) = match turn {
            Turn::For(audience) => {
                card.is_own = audience == Audience::Me;
                ("", false)
            }
            Turn::Told(told, by_hand) => (told, by_hand),
        };
        card.by_hand
    }
}

/// The card.
pub(crate) fn recap(view: &View, meeting: &Meeting) -> Html {
    let (says, card) = (&view.words.recap, &view.local.recap);
    let audience = AUDIENCES[usize::from(card.is_own)];
    let wanted = Wanted { meeting: Some(meeting.id), audience, client: None };
    let recap = view.live.recap(wanted);
    let nodes = recap.tree(LEVEL);
    let most = view.most(PIECES);
    let chips = says.audiences.map(Chip::plain);
    let whom = Choice {
        label: says.whom,
        name: "recap-for".into(),
        chips: &chips,
        chosen: Some(usize::from(card.is_own)),
        part: None,
    };
    html! {
        <section class="recap" data-audience={if card.is_own { "me" } else { "client" }}>
            { title(says.title) }
            { choice(view, &whom, |index| Msg::Recap(Turn::For(AUDIENCES[index]))) }
            <div ref={&card.sheet} class="sheet" role="group" tabindex="0" aria-label={says.preview}>
                for node in nodes.iter().take(most) { { drawn(node) } }
            </div>
            { view.rest(nodes.len(), most) }
            { buttons(view, meeting, wanted) }
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
        </section>
    }
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

/// A way out.
#[derive(Clone, Copy)]
enum Way {
    Copy,
    Mail,
    Share,
    Print,
    Save(Form),
}

fn buttons(view: &View, meeting: &Meeting, wanted: Wanted) -> Html {
    let says = &view.words.recap;
    let day = Day::of(meeting.started_wall_ms, meeting.opening.utc_offset_min);
    let out = Rc::new(Out {
        live: Rc::clone(view.live),
        link: view.link.clone(),
        words: view.words,
        wanted,
        sheet: view.local.recap.sheet.clone(),
        day: day.to_string(),
    });
    let button = |way, name, label| {
        let class = if name == "recap-copy" { "big" } else { "ghost" };
        let out = Rc::clone(&out);
        Button { class, ..Button::plain(name, label) }.draw(Callback::from(move |_| out.go(way)))
    };
    let calendar = Way::Save(Form::Calendar);
    let ways = [
        (true, Way::Copy, "recap-copy", says.copy),
        (true, Way::Mail, "recap-mail", says.mail),
        (share::exists(), Way::Share, "recap-share", says.share),
        (true, Way::Print, "recap-print", says.print),
        (has_dates(meeting), calendar, "recap-ics", says.calendar),
    ];
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

/// What a touch needs to bring the recap out, all of it within the gesture.
struct Out {
    live: Rc<Live>,
    link: Callback<Msg>,
    words: Words,
    wanted: Wanted,
    sheet: NodeRef,
    day: String,
}

impl Out {
    fn go(&self, way: Way) {
        let done = &self.words.recap.done;
        let recap = || self.live.recap(self.wanted);
        match way {
            Way::Copy => {
                let told = [done.copied, done.copied_plain, done.by_hand];
                self.copy(&recap(), told, None);
            }
            Way::Mail => self.mail(&recap()),
            Way::Share => self.share(&recap()),
            Way::Print => self.print(&recap()),
            Way::Save(form) => self.save(form, done.saved),
        }
    }

    /// Copies, and then opens a draft that has a subject only, if there is one.
    fn copy(&self, recap: &Recap, told: [&'static str; 3], draft: Option<String>) {
        let link = self.link.clone();
        let then = move |copied| {
            let told = match copied {
                Copied::Rich => told[0],
                Copied::Plain => told[1],
                Copied::Not => told[2],
            };
            link.emit(Msg::Recap(Turn::Told(told, copied == Copied::Not)));
            // Where there is no document there is no draft either.
            let _ = draft.map_or(Ok(()), |draft| mail::open(&draft));
        };
        clipboard::copy(&recap.html_fragment(2), recap.plain(), Box::new(then));
    }

    fn mail(&self, recap: &Recap) {
        let done = &self.words.recap.done;
        if let Some(link) = mail::link(&recap.subject, &recap.plain()) {
            let opened = mail::open(&link);
            return self.tell(if opened.is_ok() { done.mailed } else { done.not_mailed });
        }
        let told = [done.mail_long, done.mail_long, done.mail_by_hand];
        self.copy(recap, told, mail::link(&recap.subject, ""));
    }

    fn share(&self, recap: &Recap) {
        let done = &self.words.recap.done;
        let (told, link) = ([done.not_shared, done.shared], self.link.clone());
        let then =
            move |shared| link.emit(Msg::Recap(Turn::Told(told[usize::from(shared)], false)));
        let file = [&*self.name(Form::Html), &*recap.html(), Form::Html.mime()];
        share::share(&recap.subject, &recap.plain(), file, Box::new(then));
    }

    fn print(&self, recap: &Recap) {
        let done = &self.words.recap.done;
        let near = self.sheet.get();
        let printed = near.is_some_and(|near| print::print(&near, &recap.subject, &recap.tree(1)));
        if printed {
            self.tell(done.printed);
        } else {
            self.save(Form::Html, done.not_printed);
        }
    }

    fn save(&self, form: Form, told: &'static str) {
        let text = self.live.recap_text(self.wanted, form);
        let saved = download::save(&self.name(form), &text, form.mime());
        self.tell(if saved.is_ok() { told } else { self.words.recap.done.not_saved });
    }

    /// The name of a file. What is for oneself says so, lest it be sent to somebody else.
    fn name(&self, form: Form) -> String {
        let [theirs, own] = self.words.recap.files;
        let name = if self.wanted.audience == Audience::Me { own } else { theirs };
        [name, "-", &self.day, ".", form.word()].concat()
    }

    fn tell(&self, told: &'static str) {
        self.link.emit(Msg::Recap(Turn::Told(told, false)));
    }
}
