//! The state of the client view, its messages, and how it is remembered over a reload.

use heard_core::EventId;
use heard_core::event::review::Answer;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::browser::own_window::Timer;
use crate::browser::{focus, session};
use crate::options::{Options, Storage};
use crate::ui::context::screen_view::ScreenView;

/// What the client view is rendered from.
pub(crate) type ClientView<'a> = ScreenView<'a, ClientViewState, ClientViewMsg>;

/// The pages that can be handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Page {
    /// The read-back of the client's words.
    Words,
    /// The question how heard they felt.
    Felt,
    /// The thanks after that.
    Thanks,
}

impl Page {
    const ALL: [Self; 3] = [Self::Words, Self::Felt, Self::Thanks];

    /// The value of `data-page`, which is also the name in session storage.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Felt => "felt",
            Self::Thanks => "thanks",
        }
    }
}

/// The steps of the way back to the consultant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReturnStep {
    /// It was not requested.
    None,
    /// It was requested; a button must be held now.
    Requested,
    /// The button was pressed but not held; there is a second button, for people who can not hold one.
    Pressed,
    /// The button was held for long enough and is to be released.
    Held,
}

/// An outcome that is being dragged.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Drag {
    /// The outcome.
    pub(crate) id: EventId,
    /// Where the pointer was pressed, in CSS pixels from the top of the window.
    pub(crate) from_y: i32,
    /// The place in which it would be dropped.
    pub(crate) to: usize,
}

/// The state of the client view.
pub(crate) struct ClientViewState {
    /// The meeting that the page is about.
    pub(crate) meeting: EventId,
    /// The page.
    pub(crate) page: Page,
    /// The step of the way back.
    pub(crate) returning: ReturnStep,
    /// The timer of the button that is being held.
    pub(crate) hold: Option<Timer>,
    /// The dialog element.
    pub(crate) dialog: NodeRef,
    /// The selector of the element to focus after the next render.
    pub(crate) focus: Option<String>,
    /// The message about the last action.
    pub(crate) message: AttrValue,
    /// Whether the last action was refused.
    pub(crate) refused: bool,
    /// The capture that the client is rewording.
    pub(crate) rewording: Option<EventId>,
    /// The outcome that is being dragged.
    pub(crate) drag: Option<Drag>,
}

impl ClientViewState {
    /// A page about a meeting.
    pub(crate) fn new(meeting: EventId, page: Page) -> Self {
        Self {
            meeting,
            page,
            returning: ReturnStep::None,
            hold: None,
            dialog: NodeRef::default(),
            focus: Some("h2".to_owned()),
            message: AttrValue::default(),
            refused: false,
            rewording: None,
            drag: None,
        }
    }

    /// The page that was handed over before a reload, so that the reload does not show the client what is private; `None` if
    /// there was none.
    pub(crate) fn restored(options: &Options) -> Option<Self> {
        let text = session::read(&session_key(options))?;
        let (meeting, word) = text.split_once(' ')?;
        let page = Page::ALL.into_iter().find(|page| page.as_str() == word)?;
        Some(Self::new(EventId::parse(meeting)?, page))
    }

    /// Writes the page to session storage, unless the host keeps all in memory: then no meeting is there after a reload.
    pub(crate) fn remember(&self, options: &Options) {
        if options.storage != Storage::Memory {
            let text = format!("{} {}", self.meeting, self.page.as_str());
            session::write(&session_key(options), Some(&text));
        }
    }

    /// Removes the page from session storage.
    pub(crate) fn forget(options: &Options) {
        session::write(&session_key(options), None);
    }

    /// The text of the field in which the client rewords a capture; `None` if it is not open.
    pub(crate) fn reworded(&self) -> Option<String> {
        let field = self.dialog.cast::<HtmlElement>()?.query_selector("textarea").ok()??;
        let field: HtmlTextAreaElement = field.dyn_into().ok()?;
        Some(field.value().trim().to_owned())
    }

    /// After each render: opens the dialog if something has closed it, and moves the focus if requested.
    pub(crate) fn rendered(&mut self) {
        let Some(dialog) = self.dialog.cast::<HtmlDialogElement>() else { return };
        if !dialog.open() {
            // `showModal` fails only for a dialog that is open or not in the document.
            let _ = dialog.show_modal();
        }
        let wanted = self.focus.take().and_then(|css| dialog.query_selector(&css).ok()?);
        if let Some(element) = wanted {
            focus::take_and_show(&element);
        }
    }

    /// Goes a step on the way back, or cancels it.
    pub(crate) fn step_back(&mut self, step: ReturnStep) {
        let turned = (self.returning == ReturnStep::None) != (step == ReturnStep::None);
        self.focus = turned.then(|| "h2".to_owned());
        self.returning = step;
        self.message = AttrValue::default();
    }

    /// Closes the field in which a capture is reworded.
    pub(crate) fn cancel_rewording(&mut self) {
        let left = self.rewording.take();
        self.focus = left.map(|id| format!("[data-id='{id}'] [data-act=not-quite]"));
    }
}

/// What happens in the client view.
#[derive(Clone, Copy)]
pub(crate) enum ClientViewMsg {
    /// A page about a meeting is handed over.
    HandedOver(EventId, Page),
    /// Another page is to be shown.
    PageChosen(Page),
    /// The client answered the read-back of a capture.
    Answered(EventId, Answer),
    /// The client reworded a capture.
    Reworded(EventId),
    /// The client cancelled rewording.
    RewordingCancelled,
    /// An outcome is being dragged, or no longer.
    Dragged(Option<Drag>),
    /// An outcome was moved to a place, or the order confirmed; the focus goes to the button of this name.
    Placed(EventId, usize, &'static str),
    /// The client said how heard they felt, as a step from 1 to 5.
    FeltHeard(u8),
    /// A step of the way back was taken, or the way back cancelled.
    Returning(ReturnStep),
    /// The button of the way back is being held, or no longer.
    Holding(bool),
    /// The consultant has the device again.
    Returned,
    /// The browser closed the dialog, as it does if Escape is pressed repeatedly.
    DialogClosed,
}

/// The key in session storage under which the tab remembers that it was handed over.
fn session_key(options: &Options) -> String {
    format!("heard:{}:handed", options.storage_key)
}
