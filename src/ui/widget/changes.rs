//! What a change of the notebook does to the widget.

use std::rc::Rc;

use heard_core::EventId;
use heard_core::event::floor::Floor;
use heard_core::meeting::State;
use web_sys::Element;
use yew::prelude::*;

use crate::browser::focus::{self, FocusPlace};
use crate::options::Options;
use crate::store::Snapshot;
use crate::store::client_names::client_named;
use crate::ui::context::request::Place;
use crate::ui::widget::Widget;
use crate::ui::widget::announcements::count_records;
use crate::ui::widget::focus::Focus;
use crate::ui::widget::update::present_meeting;

/// How many records of the present meeting can be removed.
fn present_records(snapshot: &Snapshot) -> usize {
    present_meeting(snapshot).map_or(0, |meeting| count_records(meeting))
}

impl Widget {
    /// Takes the new snapshot, and brings everything up to date that is derived from the notebook.
    pub(crate) fn notebook_changed(&mut self, options: &Options, announcement: Option<AttrValue>) {
        let before = std::mem::replace(&mut self.snapshot, self.store.snapshot());
        if let Some(announcement) = announcement {
            self.ui_state.shared.status.set(announcement);
        }
        self.reopen_client_view();
        self.follow_floor(options, &before);
        if self.snapshot.review.is_some() && self.snapshot.review != before.review {
            self.enter_review();
        }
        let place = self.ui_state.shared.place;
        let changed = self.snapshot.notebook != before.notebook;
        match place {
            Place::Data if changed => self.update_inventory(),
            Place::Journal if changed => self.update_journal(),
            Place::Loops if changed => self.update_loops(),
            _ => {}
        }
        self.follow_clients(options, &before);
        if self.ui_state.shared.place == Place::Trends && changed {
            self.update_trends();
        }
        if self.snapshot.notebook.settings() != before.notebook.settings() {
            self.ui_state.next_meeting.aim_percent = self.default_meeting(options).aim_percent;
        }
        if present_records(&self.snapshot) < present_records(&before) {
            // The button that removed the record is gone with it.
            let running = self.snapshot.notebook.running().is_some();
            self.move_focus(if running { Focus::FloorButton } else { Focus::Heading });
        }
    }

    /// Follows the beginning of a meeting, and hides the details when the client takes the floor.
    fn follow_floor(&mut self, options: &Options, before: &Snapshot) {
        const CLIENT: State = State::Floor(Floor::Client);
        let state =
            |snapshot: &Snapshot| snapshot.notebook.running().map(|meeting| meeting.state());
        match (state(before), state(&self.snapshot)) {
            (None, Some(_)) => self.enter_meeting(options),
            (Some(was), Some(CLIENT)) if was != CLIENT => self.ui_state.live.details_shown = false,
            _ => {}
        }
    }

    fn enter_meeting(&mut self, options: &Options) {
        self.ui_state.shared.place = Place::Start;
        self.ui_state.shared.extra_rows = 0;
        self.ui_state.next_meeting = self.default_meeting(options);
        self.show_details();
        self.move_focus(Focus::FloorButton);
    }

    fn enter_review(&mut self) {
        self.ui_state.shared.extra_rows = 0;
        self.ui_state.review.selected_turn = None;
        self.ui_state.review.recap_is_own = false;
        self.ui_state.share.clear();
        self.move_focus(Focus::Heading);
    }

    /// Moves the focus after the next render. If the change came from elsewhere, it is moved only if the render removes the
    /// focused element.
    fn move_focus(&mut self, to: Focus) {
        if self.ui_state.user_acts {
            self.focus = Some(to);
        } else if self.focus_place() == Some(FocusPlace::Inside) {
            self.refocus = Some(to);
        }
    }

    /// Where the focus is; `None` while the widget is not rendered.
    pub(crate) fn focus_place(&self) -> Option<FocusPlace> {
        self.ui_state.root.cast::<Element>().map(|root| focus::place(&root))
    }

    /// Follows the clients on screen that were renamed, merged or erased.
    fn follow_clients(&mut self, options: &Options, before: &Snapshot) {
        let now = Rc::clone(&self.snapshot);
        let gone = |id: Option<EventId>| id.is_some_and(|id| now.notebook.client(id).is_none());
        if let Some(was) = client_named(&before.notebook, &self.ui_state.next_meeting.client) {
            match now.notebook.client(was.id) {
                Some(client) if client.name == was.name => {}
                Some(client) => self.ui_state.next_meeting.client = client.name.to_string(),
                None => self.ui_state.next_meeting.client = self.default_meeting(options).client,
            }
        }
        let shared = &mut self.ui_state.shared;
        if shared.client_filter.as_ref().is_some_and(|filter| gone(filter.client())) {
            shared.client_filter = None;
        }
        let shown = match shared.place {
            Place::Client => self.ui_state.client,
            Place::Sheet => self.ui_state.sheet.client(),
            _ => None,
        };
        if gone(shown) {
            shared.place = Place::Start;
        }
    }
}
