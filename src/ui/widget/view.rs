//! What every screen is drawn from, and what it can say.

use std::rc::Rc;

use heard_core::meeting::Meeting;
use heard_core::transfer::export::Audience;
use heard_core::transfer::import::Preview;
use heard_core::{EventId, Notebook, Refusal};
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use crate::options::Options;
use crate::store::{Command, Draft, NewMeeting, NotebookStore, Snapshot};
use crate::ui::components::meeting_chart::Pick;
use crate::ui::components::parts::Button;
use crate::ui::components::share;
use crate::ui::screens::client_view::ClientViewMsg;
use crate::ui::screens::live::long_press::Press;
use crate::ui::screens::loops;
use crate::ui::screens::sheet;
use crate::ui::widget::hotkeys::{self, Shortcut};
use crate::ui::widget::language::Words;
use crate::ui::widget::ui_state::{Asking, Place, UiState};

/// Something that concerns this widget alone.
#[derive(Clone)]
pub(crate) enum Msg {
    /// Something is said.
    Say(Command),
    /// The notebook changed; the news of it, if there is any to tell.
    Changed(Option<AttrValue>),
    /// Something was said and does not fit; why, in words.
    Refused(&'static str),
    /// Something was said.
    Moved,
    /// Words were given to be kept.
    Kept(Draft),
    /// A key was pressed that has a meaning.
    Commanded(Shortcut),
    /// Another screen is wanted.
    Went(Place),
    /// The page of a client is wanted.
    Met(EventId),
    /// Lists are to show everybody's things again.
    Everyone,
    /// The pictures over time are wanted, of a client or of everybody.
    WentToTrends(Option<EventId>),
    /// The list of keys is wanted, or no longer.
    Helped(bool),
    /// It should ask whether to erase something, or no longer.
    Asked(Option<Asking>),
    /// Someone touched, pressed or hovered: the details are wanted.
    Woke(bool),
    /// Nobody did so for a while.
    Slept,
    /// Someone writes in the capture line, or no longer.
    Wrote(bool),
    /// Someone left the capture line by Escape, for the circle.
    Left,
    /// One's own turn became long, or is not any more.
    Lasted(bool),
    /// A minute of the meeting is over.
    Counted(u64),
    /// More rows are wanted.
    More,
    /// The figures of a meeting are wanted without a guess.
    Revealed(EventId),
    /// The words of a mark can wait.
    MarkPassed(EventId),
    /// A turn of the picture is pointed at, or no longer.
    Picked(Pick),
    /// A capture is to be corrected, or no longer.
    Amending(Option<EventId>),
    /// The next meeting is to be otherwise.
    Wished(fn(&mut NewMeeting, i64), i64),
    /// The next meeting's client is another.
    Named(String),
    /// A file of a meeting is wanted, or of everything.
    Filed(Option<EventId>),
    /// A file of a client is wanted.
    ClientFiled(EventId),
    /// A file of the bytes that could not be read is wanted.
    QuarantineFiled,
    /// A file was chosen to be brought in.
    FileChosen(Option<web_sys::File>),
    /// Its text is here, or it could not be had.
    FileRead(Option<String>),
    /// It is to be brought in.
    BringAgreed,
    /// It is not.
    BringDropped,
    /// Something happened on the page of loops.
    Loops(loops::Turn),
    /// The recap is for somebody else.
    RecapFor(Audience),
    /// Another sheet is wanted.
    Sheet(sheet::Turn),
    /// Something came of a way out of the browser.
    WentOut(share::Told),
    /// It was kept, or could not be.
    BringEnded(Result<Preview, Refusal>),
    /// Something happened on a page that the client has in their hands, or to it.
    HandOver(ClientViewMsg),
}

/// What a screen is drawn from.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    /// The notebook's picture.
    pub(crate) snapshot: &'a Snapshot,
    /// The widget's own memory.
    pub(crate) local: &'a UiState,
    /// What the host asks for.
    pub(crate) options: &'a Options,
    /// The notebook itself.
    pub(crate) live: &'a Rc<NotebookStore>,
    /// Something is said: kept and snapshot in the same task.
    pub(crate) on_said: &'a Callback<Command>,
    /// Something concerns this widget alone.
    pub(crate) link: &'a Callback<Msg>,
    /// What a touch on the circle leads to; it outlives the drawings that come while the touch lasts.
    pub(crate) press: &'a Press,
    /// The language.
    pub(crate) words: Words,
}

impl View<'_> {
    /// A click that says this.
    pub(crate) fn saying(&self, said: Command) -> Callback<MouseEvent> {
        self.on_said.reform(move |_| said.clone())
    }

    /// A click that concerns this widget alone.
    pub(crate) fn on(&self, msg: Msg) -> Callback<MouseEvent> {
        self.link.reform(move |_| msg.clone())
    }

    /// A choice that concerns this widget alone.
    pub(crate) fn on_changed(&self, msg: Msg) -> Callback<Event> {
        self.link.reform(move |_| msg.clone())
    }

    /// Letters typed into a field.
    pub(crate) fn on_typed(&self, msg: fn(String) -> Msg) -> Callback<InputEvent> {
        self.link.reform(move |event: InputEvent| {
            msg(event.target_unchecked_into::<HtmlInputElement>().value())
        })
    }

    /// What is kept.
    pub(crate) fn notebook(&self) -> &Notebook {
        &self.snapshot.notebook
    }

    /// The name of a meeting's client, or a word for somebody.
    pub(crate) fn client_name(&self, meeting: &Meeting) -> AttrValue {
        let client = meeting.opening.client.and_then(|id| self.notebook().client(id));
        client
            .map_or(AttrValue::Static(self.words.someone), |client| Rc::clone(&client.name).into())
    }

    /// The button for everybody's things, where a list has those of one client alone.
    pub(crate) fn everyone(&self) -> Html {
        html! {
            if self.local.only.is_some() {
                { Button { class: "quiet-button", ..Button::plain("everyone", self.words.client.everyone) }
                    .draw(self.on(Msg::Everyone)) }
            }
        }
    }

    /// How many rows of a list that begins with `few` are snapshot.
    pub(crate) fn most(&self, few: usize) -> usize {
        few + self.local.more
    }

    /// The button for more rows, where there are more than `most`.
    pub(crate) fn rest(&self, count: usize, most: usize) -> Html {
        html! {
            if count > most {
                { Button::plain("more", self.words.nav.more).draw(self.on(Msg::More)) }
            }
        }
    }
}

/// What a key press means now, with the browser's own meaning of it prevented if it has one here.
pub(crate) fn command(event: &KeyboardEvent, snapshot: &Snapshot) -> Option<Shortcut> {
    let command = hotkeys::heard(event)?;
    let Snapshot { notebook, review, .. } = snapshot;
    let fits = match command {
        _ if notebook.running().is_some() => true,
        Shortcut::Help => true,
        Shortcut::Say(Command::Undo) => notebook.undoing(*review).is_ok(),
        Shortcut::Say(Command::Redo) => notebook.redoing(*review).is_ok(),
        _ => false,
    };
    fits.then(|| {
        event.prevent_default();
        command
    })
}
