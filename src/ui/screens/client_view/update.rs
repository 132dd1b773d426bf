//! What a page in the client's hands does: keeps what they say, and remembers that it is in their hands.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use heard_core::event::kind::EventKind;
use heard_core::event::review::Answer;
use heard_core::{EventId, Meeting};
use yew::prelude::*;

use crate::browser::session;
use crate::options::{Options, Storage};
use crate::store::Command;
use crate::ui::components::format;
use crate::ui::screens::client_view::ranking;
use crate::ui::screens::client_view::{ClientViewMsg, Handing, Leaving, Page, key};
use crate::ui::widget::Widget;
use crate::ui::widget::update::Focus;
use crate::ui::widget::view::Msg;

/// How long the way back must be held, in milliseconds: no stray touch lasts as long.
const HOLD_MS: u32 = 1_000;

impl Widget {
    /// Lays the meeting that was handed over before a reload on the notebook again, once it is there.
    pub(in crate::ui) fn reopen_handed(&self) {
        let snapshot = self.live.snapshot();
        if let Some(handing) = &self.local.handing
            && snapshot.review != Some(handing.meeting)
            && snapshot.notebook.running().is_none()
        {
            // One that is not there yet, or no longer, is refused; the page then says that there is nothing.
            let _ = self.live.dispatch(Command::OpenReview(handing.meeting));
        }
    }

    /// Takes what happens to a page in the client's hands.
    pub(in crate::ui) fn hand(&mut self, options: &Options, hand: ClientViewMsg) {
        match hand {
            ClientViewMsg::Over(meeting, page) => self.give(options, Handing::new(meeting, page)),
            ClientViewMsg::Back => {
                self.local.handing = None;
                session::remember(&key(options), None);
                self.lapse.focus = Some(Focus::Heading);
            }
            ClientViewMsg::Turned(page) => self.turn(options, page),
            ClientViewMsg::Answered(capture, answer) => self.answer(capture, answer),
            ClientViewMsg::SaidAnew(capture) => self.say_anew(capture),
            ClientViewMsg::Placed(outcome, place, by) => self.place(outcome, place, by),
            ClientViewMsg::Felt(step) => self.feel(options, step),
            ClientViewMsg::Held(held) => self.hold(held),
            ClientViewMsg::Leaving(leaving) => self.with_handing(|handing| {
                let turned = (handing.leaving == Leaving::No) != (leaving == Leaving::No);
                handing.focus = turned.then(|| "h2".to_owned());
                handing.leaving = leaving;
                handing.told = AttrValue::default();
            }),
            ClientViewMsg::LeftAsIs => self.with_handing(|handing| {
                let left = handing.rewording.take();
                handing.focus = left.map(|id| format!("[data-id='{id}'] [data-act=not-quite]"));
            }),
            ClientViewMsg::Dragged(drag) => self.with_handing(|handing| handing.drag = drag),
            // It is drawn anew, and opened again by that.
            ClientViewMsg::Shut => {}
        }
    }

    fn with_handing(&mut self, change: impl FnOnce(&mut Handing)) {
        if let Some(handing) = &mut self.local.handing {
            change(handing);
        }
    }

    fn give(&mut self, options: &Options, handing: Handing) {
        // Where the host keeps all in memory, nothing is there after a reload.
        if options.storage != Storage::Memory {
            let text = format!("{} {}", handing.meeting, handing.page.word());
            session::remember(&key(options), Some(&text));
        }
        self.local.handing = Some(handing);
        self.local.more = 0;
    }

    fn turn(&mut self, options: &Options, page: Page) {
        if let Some(meeting) = self.local.handing.as_ref().map(|handing| handing.meeting) {
            self.give(options, Handing::new(meeting, page));
        }
    }

    /// Keeps what the client said; where it can not be kept, the page says why.
    fn says(&mut self, act: EventKind) -> bool {
        let refused = self.live.dispatch(Command::Record(act)).err();
        let told = refused.map_or("", self.words.refusal);
        self.with_handing(|handing| {
            handing.told = AttrValue::Static(told);
            handing.refused = refused.is_some();
        });
        refused.is_none()
    }

    fn handed_meeting(&self) -> Option<Rc<Meeting>> {
        let snapshot = self.live.snapshot();
        let id = self.local.handing.as_ref()?.meeting;
        // What is said goes to the meeting under review.
        let is_at_hand = snapshot.review == Some(id) && snapshot.notebook.running().is_none();
        snapshot.notebook.meeting(id).filter(|_| is_at_hand).cloned()
    }

    fn answer(&mut self, id: EventId, answer: Answer) {
        let Some(meeting) = self.handed_meeting() else { return };
        let standing = meeting.captures.iter().find(|capture| capture.id == id);
        if standing.is_some_and(|capture| capture.answer != Some(answer)) {
            self.says(EventKind::ReadBack { capture: id, answer });
        }
        self.with_handing(|handing| {
            let other = answer == Answer::NotQuite && handing.rewording != Some(id);
            handing.rewording = other.then_some(id);
            handing.focus = other.then(|| "textarea".to_owned());
        });
    }

    /// Their own new words need no second yes. None, or the same ones, leave it at not quite.
    fn say_anew(&mut self, id: EventId) {
        let Some(meeting) = self.handed_meeting() else { return };
        let Some(capture) = meeting.captures.iter().find(|capture| capture.id == id) else {
            return;
        };
        let words = self.local.handing.as_ref().and_then(Handing::other_words);
        let words = words.filter(|words| !words.is_empty() && *words != capture.words);
        let kept = words.is_none_or(|words| {
            self.says(EventKind::Amended { capture: id, words })
                && self.says(EventKind::ReadBack { capture: id, answer: Answer::Yes })
        });
        if kept {
            self.with_handing(|handing| {
                handing.rewording = None;
                handing.focus = Some(format!("[data-id='{id}'] [aria-pressed=true]"));
            });
        }
    }

    fn place(&mut self, id: EventId, place: usize, by: &'static str) {
        let Some(meeting) = self.handed_meeting() else { return };
        let captures = ranking::moved(&meeting, id, place);
        let stays = ranking::is_ranked(&meeting) && captures == ranking::ids(&meeting);
        let kept = !stays && self.says(EventKind::Ranked { captures });
        let words = meeting.captures.iter().find(|capture| capture.id == id);
        let words = words.map(|capture| format::short(&capture.words)).unwrap_or_default();
        let now_at = (self.words.hand_over.now_at)(place + 1, &words);
        self.with_handing(|handing| {
            handing.drag = None;
            handing.focus = Some(format!("[data-rank='{id}'] [data-act={by}]"));
            if kept {
                handing.told = now_at.into();
            }
        });
    }

    fn feel(&mut self, options: &Options, step: u8) {
        let Some(meeting) = self.handed_meeting() else { return };
        if meeting.after.felt_heard == Some(step) || self.says(EventKind::FeltHeard { step }) {
            self.turn(options, Page::Thanks);
        }
    }

    fn hold(&mut self, held: bool) {
        let link = self.link.clone();
        self.with_handing(|handing| {
            let long = move || link.emit(Msg::HandOver(ClientViewMsg::Leaving(Leaving::Held)));
            handing.hold = held.then(|| Timeout::new(HOLD_MS, long));
        });
    }
}
