//! The widget in the client's hands: a page over everything, with nothing private behind it, and the way back from it.

pub(crate) mod felt_heard;
pub(crate) mod ranking;
pub(crate) mod read_back;
pub(crate) mod update;

use gloo_timers::callback::Timeout;
use heard_core::event::review::Answer;
use heard_core::{EventId, Meeting};
use web_sys::{HtmlDialogElement, HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::browser::session;
use crate::options::Options;
use crate::ui::components::parts::{Button, line};
use crate::ui::screens::client_view::ranking::Drag;
use crate::ui::widget::ui_state::UiState;
use crate::ui::widget::view::{Msg, View};

/// The pages that can be handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Page {
    /// Their words, to say yes to.
    Words,
    /// Whether they were heard.
    Felt,
    /// They have said so.
    Thanks,
}

impl Page {
    const ALL: [Self; 3] = [Self::Words, Self::Felt, Self::Thanks];

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Felt => "felt",
            Self::Thanks => "thanks",
        }
    }
}

/// How far someone has come on the way back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leaving {
    /// Nobody asked for it.
    No,
    /// Someone asked; it is to be held now.
    Asked,
    /// It was pressed and not held: there is another button, for those who can not hold.
    Pressed,
    /// It was held for long enough, and is to be let go.
    Held,
}

/// What the client has in their hands.
pub(crate) struct Handing {
    pub(crate) meeting: EventId,
    pub(crate) page: Page,
    pub(crate) leaving: Leaving,
    pub(crate) hold: Option<Timeout>,
    dialog: NodeRef,
    /// What is to have the focus after the next drawing.
    pub(crate) focus: Option<String>,
    /// What was last done, or why it could not be.
    pub(crate) told: AttrValue,
    pub(crate) refused: bool,
    /// Whose words are about to be said anew.
    pub(crate) rewording: Option<EventId>,
    /// What is being dragged to its place.
    pub(crate) drag: Option<Drag>,
}

impl Handing {
    pub(crate) fn new(meeting: EventId, page: Page) -> Self {
        Self {
            meeting,
            page,
            leaving: Leaving::No,
            hold: None,
            dialog: NodeRef::default(),
            focus: Some("h2".to_owned()),
            told: AttrValue::default(),
            refused: false,
            rewording: None,
            drag: None,
        }
    }

    fn read(text: &str) -> Option<Self> {
        let (meeting, word) = text.split_once(' ')?;
        let page = Page::ALL.into_iter().find(|page| page.word() == word)?;
        Some(Self::new(EventId::parse(meeting)?, page))
    }

    /// What stands in the field for other words.
    pub(crate) fn other_words(&self) -> Option<String> {
        let field = self.dialog.cast::<HtmlElement>()?.query_selector("textarea").ok()??;
        let field: HtmlTextAreaElement = wasm_bindgen::JsCast::dyn_into(field).ok()?;
        Some(field.value().trim().to_owned())
    }
}

/// What happens to a page in the client's hands.
#[derive(Clone, Copy)]
pub(crate) enum ClientViewMsg {
    /// It is handed over.
    Over(EventId, Page),
    /// Another page is wanted.
    Turned(Page),
    /// The client answered words that were read back.
    Answered(EventId, Answer),
    /// They would rather say it as it stands in the field.
    SaidAnew(EventId),
    /// The field is to be closed.
    LeftAsIs,
    /// Something is being dragged, or no longer.
    Dragged(Option<Drag>),
    /// An outcome is to have another place, or all of them the ones they have; then the focus goes there.
    Placed(EventId, usize, &'static str),
    /// The client said how heard they felt.
    Felt(u8),
    /// Someone asks for the way back, or no longer.
    Leaving(Leaving),
    /// The way back is held, or no longer.
    Held(bool),
    /// The consultant has it again.
    Back,
    /// The browser closed the dialog, as it does when somebody insists.
    Shut,
}

/// The buttons of the review that hand the widget over.
pub(crate) fn hand_over(view: &View, meeting: &Meeting) -> Html {
    let says = &view.words.hand_over;
    let over = |page| view.on(Msg::HandOver(ClientViewMsg::Over(meeting.id, page)));
    html! {
        <div class="controls">
            { Button::plain("read-back", says.read_back).draw(over(Page::Words)) }
            { Button::plain("ask-felt", says.ask_felt).draw(over(Page::Felt)) }
        </div>
    }
}

/// The page in the client's hands, drawn instead of the screen: what is not there can not be reached.
pub(crate) fn handed(view: &View) -> Option<Html> {
    let handing = view.local.handing.as_ref()?;
    let (title, body) = content(view, handing);
    let shut = view.link.reform(|_: Event| Msg::HandOver(ClientViewMsg::Shut));
    Some(html! {
        <dialog
            ref={&handing.dialog}
            class="hand-over"
            part="hand-over"
            aria-label={title}
            data-page={handing.page.word()}
            oncancel={|event: Event| event.prevent_default()}
            onclose={shut}
        >
            <div class="leaf">
                <h2 tabindex="-1">{ title }</h2>
                { body }
            </div>
            { foot(view, handing) }
        </dialog>
    })
}

fn content(view: &View, handing: &Handing) -> (&'static str, Html) {
    let says = &view.words.hand_over;
    // Something said here must not fall into a meeting that another tab has begun.
    let is_free = view.notebook().running().is_none();
    let meeting = view.notebook().meeting(handing.meeting).filter(|_| is_free);
    match (handing.leaving, handing.page, meeting) {
        (leaving, ..) if leaving != Leaving::No => (says.consultants, way_back(view, handing)),
        (_, _, None) => (says.nothing_here, Html::default()),
        (_, Page::Words, Some(meeting)) => (says.heard, read_back::page(view, handing, meeting)),
        (_, Page::Felt, Some(meeting)) => (says.felt, felt_heard::page(view, meeting)),
        (_, Page::Thanks, _) => (says.thanks, Html::default()),
    }
}

/// A button of a page in the client's hands that is pressed or not.
pub(crate) fn press(
    name: &'static str,
    label: &'static str,
    pressed: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button type="button" part="button" class="ghost" data-act={name} aria-pressed={pressed.to_string()} {onclick}>
            { label }
        </button>
    }
}

/// The second step of the way back. The first is a small button in the corner. ClientFilter the finger's lifting leads out: what
/// the browser makes of it would otherwise fall on what comes to lie beneath.
fn way_back(view: &View, handing: &Handing) -> Html {
    let says = &view.words.hand_over;
    let hand = |hand: ClientViewMsg| view.on(Msg::HandOver(hand));
    let held =
        |held| view.link.reform(move |_: PointerEvent| Msg::HandOver(ClientViewMsg::Held(held)));
    let is_held = handing.leaving == Leaving::Held;
    let pressed =
        if is_held { ClientViewMsg::Back } else { ClientViewMsg::Leaving(Leaving::Pressed) };
    let link = view.link.clone();
    let lifted = Callback::from(move |event: TouchEvent| {
        if is_held {
            event.prevent_default();
            link.emit(Msg::HandOver(ClientViewMsg::Back));
        }
    });
    let begin = view
        .link
        .reform(|event: PointerEvent| Msg::HandOver(ClientViewMsg::Held(event.button() == 0)));
    html! {
        <>
            { line("sub", says.not_you) }
            <button
                type="button"
                part="button"
                class="big hold"
                data-act="hold"
                onpointerdown={begin}
                onpointerup={held(false)}
                onpointerleave={held(false)}
                onpointercancel={held(false)}
                ontouchend={lifted}
                oncontextmenu={|event: MouseEvent| event.prevent_default()}
                onclick={hand(pressed)}
            >{ if is_held { says.release } else { says.hold } }</button>
            if handing.leaving == Leaving::Pressed {
                { line("sub", says.or_press) }
                { Button::plain("i-am", says.i_am).draw(hand(ClientViewMsg::Back)) }
            }
        </>
    }
}

/// The corner: the way back begins here, and where it was begun, a second touch in the same place ends it again.
fn foot(view: &View, handing: &Handing) -> Html {
    let says = &view.words.hand_over;
    let hand = |hand: ClientViewMsg| view.on(Msg::HandOver(hand));
    let corner = if handing.leaving == Leaving::No {
        let back = Button { class: "quiet-button", ..Button::plain("give-back", says.give_back) };
        back.draw(hand(ClientViewMsg::Leaving(Leaving::Asked)))
    } else {
        let stay = Button { class: "quiet-button", ..Button::plain("stay", says.stay) };
        stay.draw(hand(ClientViewMsg::Leaving(Leaving::No)))
    };
    let thanks = handing.page == Page::Thanks && handing.leaving == Leaving::No;
    let change = Button { class: "quiet-button", ..Button::plain("change", says.change) };
    html! {
        <footer>
            if thanks { { change.draw(hand(ClientViewMsg::Turned(Page::Felt))) } }
            <p class={if handing.refused { "warning" } else { "unseen" }} role="status">
                { &handing.told }
            </p>
            { corner }
        </footer>
    }
}

/// The name under which the tab remembers that it was handed over.
pub(crate) fn key(options: &Options) -> String {
    format!("heard:{}:handed", options.storage_key)
}

/// What was handed over before this document: a reload must not show the client what is private.
pub(crate) fn restored(options: &Options) -> Option<Handing> {
    Handing::read(&session::recall(&key(options))?)
}

/// After a drawing: the dialog is open, whoever closed it, and what is to have the focus has it.
pub(crate) fn show(local: &mut UiState) {
    let Some(handing) = &mut local.handing else { return };
    let Some(dialog) = handing.dialog.cast::<HtmlDialogElement>() else { return };
    if !dialog.open() {
        // It is in the document and not open, so there is nothing that could fail.
        let _ = dialog.show_modal();
    }
    let wanted = handing.focus.take().and_then(|css| dialog.query_selector(&css).ok()?);
    if let Some(element) =
        wanted.and_then(|el| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(el).ok())
    {
        // Focusing an element in the document can not fail.
        let _ = element.focus();
    }
}
