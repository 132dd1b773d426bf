//! What the messages of the client view do: they record the client's answers and close the view.

use std::rc::Rc;

use heard_core::event::kind::EventKind;
use heard_core::event::review::Answer;
use heard_core::{EventId, Meeting};
use yew::prelude::*;

use crate::browser::own_window::Timer;
use crate::options::Options;
use crate::store::Command;
use crate::ui::components::format;
use crate::ui::screens::client_view::ranking;
use crate::ui::screens::client_view::update::{ClientViewMsg, ClientViewState, Page, ReturnStep};
use crate::ui::widget::Widget;
use crate::ui::widget::focus::Focus;

/// How long the button of the way back must be held, in milliseconds.
const HOLD_MS: u32 = 1_000;

impl Widget {
    /// Opens the review of the meeting that was handed over before a reload, once the notebook has been read.
    pub(crate) fn reopen_client_view(&self) {
        let snapshot = self.store.snapshot();
        if let Some(client_view) = &self.ui_state.client_view
            && snapshot.review != Some(client_view.meeting)
            && snapshot.notebook.running().is_none()
        {
            // It is refused if the meeting is not there; the page then says so.
            let _ = self.store.dispatch(Command::OpenReview(client_view.meeting));
        }
    }

    /// Handles a message of the client view.
    pub(crate) fn handle_client_view(&mut self, options: &Options, msg: ClientViewMsg) {
        match msg {
            ClientViewMsg::HandedOver(meeting, page) => self.hand_over(options, meeting, page),
            ClientViewMsg::Returned => {
                self.ui_state.client_view = None;
                ClientViewState::forget(options);
                self.focus = Some(Focus::Heading);
            }
            ClientViewMsg::PageChosen(page) => self.turn_page(options, page),
            ClientViewMsg::Answered(capture, answer) => self.record_answer(capture, answer),
            ClientViewMsg::Reworded(capture) => self.record_rewording(capture),
            ClientViewMsg::Placed(outcome, place, by) => self.record_rank(outcome, place, by),
            ClientViewMsg::FeltHeard(step) => self.record_felt_heard(options, step),
            ClientViewMsg::Holding(held) => self.hold(held),
            ClientViewMsg::Returning(step) => self.in_client_view(|state| state.step_back(step)),
            ClientViewMsg::RewordingCancelled => {
                self.in_client_view(ClientViewState::cancel_rewording);
            }
            ClientViewMsg::Dragged(drag) => self.in_client_view(|state| state.drag = drag),
            // The render that follows opens the dialog again.
            ClientViewMsg::DialogClosed => {}
        }
    }

    /// Changes the state of the client view, if it is open.
    fn in_client_view(&mut self, change: impl FnOnce(&mut ClientViewState)) {
        if let Some(state) = &mut self.ui_state.client_view {
            change(state);
        }
    }

    fn hand_over(&mut self, options: &Options, meeting: EventId, page: Page) {
        let state = ClientViewState::new(meeting, page);
        state.remember(options);
        self.ui_state.client_view = Some(state);
        self.ui_state.shared.extra_rows = 0;
    }

    fn turn_page(&mut self, options: &Options, page: Page) {
        if let Some(meeting) = self.ui_state.client_view.as_ref().map(|state| state.meeting) {
            self.hand_over(options, meeting, page);
        }
    }

    /// Records an answer of the client; returns whether it was accepted. If not, the page shows why.
    fn record(&mut self, kind: EventKind) -> bool {
        let refused = self.store.dispatch(Command::Record(kind)).err();
        let message = refused.map_or("", self.words.refusal);
        self.in_client_view(|state| {
            state.message = AttrValue::Static(message);
            state.refused = refused.is_some();
        });
        refused.is_none()
    }

    /// The meeting that was handed over, if it is under review, where answers are recorded.
    fn handed_meeting(&self) -> Option<Rc<Meeting>> {
        let snapshot = self.store.snapshot();
        let id = self.ui_state.client_view.as_ref()?.meeting;
        let is_present = snapshot.review == Some(id) && snapshot.notebook.running().is_none();
        snapshot.notebook.meeting(id).filter(|_| is_present).cloned()
    }

    fn record_answer(&mut self, id: EventId, answer: Answer) {
        let Some(meeting) = self.handed_meeting() else { return };
        let capture = meeting.captures.iter().find(|capture| capture.id == id);
        if capture.is_some_and(|capture| capture.answer != Some(answer)) {
            self.record(EventKind::ReadBack { capture: id, answer });
        }
        self.in_client_view(|state| {
            let opens = answer == Answer::NotQuite && state.rewording != Some(id);
            state.rewording = opens.then_some(id);
            state.focus = opens.then(|| "textarea".to_owned());
        });
    }

    /// Records the client's new words, which count as confirmed. If they are empty or unchanged, the answer stays "not quite".
    fn record_rewording(&mut self, id: EventId) {
        let Some(meeting) = self.handed_meeting() else { return };
        let Some(capture) = meeting.captures.iter().find(|capture| capture.id == id) else {
            return;
        };
        let words = self.ui_state.client_view.as_ref().and_then(ClientViewState::reworded);
        let words = words.filter(|words| !words.is_empty() && *words != capture.words);
        let accepted = words.is_none_or(|words| {
            self.record(EventKind::Amended { capture: id, words })
                && self.record(EventKind::ReadBack { capture: id, answer: Answer::Yes })
        });
        if accepted {
            self.in_client_view(|state| {
                state.rewording = None;
                state.focus = Some(format!("[data-id='{id}'] [aria-pressed=true]"));
            });
        }
    }

    fn record_rank(&mut self, id: EventId, place: usize, by: &'static str) {
        let Some(meeting) = self.handed_meeting() else { return };
        let captures = ranking::moved(&meeting, id, place);
        let stays = ranking::is_ranked(&meeting) && captures == ranking::ids(&meeting);
        let recorded = !stays && self.record(EventKind::Ranked { captures });
        let words = meeting.captures.iter().find(|capture| capture.id == id);
        let words = words.map(|capture| format::short(&capture.words)).unwrap_or_default();
        let now_at = (self.words.hand_over.now_at)(place + 1, &words);
        self.in_client_view(|state| {
            state.drag = None;
            state.focus = Some(format!("[data-rank='{id}'] [data-act={by}]"));
            if recorded {
                state.message = now_at.into();
            }
        });
    }

    fn record_felt_heard(&mut self, options: &Options, step: u8) {
        let Some(meeting) = self.handed_meeting() else { return };
        if meeting.after.felt_heard == Some(step) || self.record(EventKind::FeltHeard { step }) {
            self.turn_page(options, Page::Thanks);
        }
    }

    fn hold(&mut self, held: bool) {
        let (link, window) = (self.links.client_view.clone(), self.window().filter(|_| held));
        self.in_client_view(|state| {
            let long = move || link.emit(ClientViewMsg::Returning(ReturnStep::Held));
            state.hold = window.map(|window| Timer::start(&window, HOLD_MS, long));
        });
    }
}
