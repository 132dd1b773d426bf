//! What each message does to the widget.

use std::rc::Rc;

use heard_core::event::kind::EventKind;
use heard_core::meeting::State;
use heard_core::transfer::export::Audience;
use heard_core::{EventId, Meeting};
use yew::prelude::*;

use crate::browser::own_window::{self, Timer};
use crate::browser::vibration;
use crate::options::Options;
use crate::store::{Command, Draft, Snapshot};
use crate::ui::components::meeting_chart::pointer::Pick;
use crate::ui::context::request::{Place, Request};
use crate::ui::context::view::ROWS;
use crate::ui::screens::live::counters::LiveMsg;
use crate::ui::screens::live::state::{CaptureMsg, FormRequest};
use crate::ui::screens::review::state::Msg as ReviewMsg;
use crate::ui::screens::start::state::Msg as StartMsg;
use crate::ui::widget::Widget;
use crate::ui::widget::focus::Focus;
use crate::ui::widget::hotkeys::Shortcut;
use crate::ui::widget::messages::Msg;

/// How long the details stay after the last interaction, in milliseconds.
const DETAILS_MS: u32 = 3_000;
/// How long the device vibrates when a turn becomes long, in milliseconds.
const VIBRATION_MS: u32 = 80;

/// The running meeting, or else the one under review.
pub(crate) fn present_meeting(snapshot: &Snapshot) -> Option<&Rc<Meeting>> {
    snapshot.notebook.running().or_else(|| snapshot.notebook.meeting(snapshot.review?))
}

impl Widget {
    /// Handles a message; returns whether to render.
    pub(crate) fn handle(&mut self, options: &Options, msg: Msg) -> bool {
        match msg {
            Msg::NotebookChanged(announcement) => self.notebook_changed(options, announcement),
            Msg::Refused(why) => self.ui_state.shared.status.set(AttrValue::Static(why)),
            Msg::UserActs(acts) => {
                self.ui_state.user_acts = acts;
                return false;
            }
            // Rendering listens to the other window.
            Msg::Moved => {}
            Msg::HostIsDark(is_dark) => self.ui_state.host_is_dark = is_dark,
            // Shortcuts are for the consultant, who does not have the device now.
            Msg::ShortcutPressed(_) if self.ui_state.client_view.is_some() => return false,
            Msg::ShortcutPressed(shortcut) => self.run_shortcut(shortcut),
            Msg::Interacted(shows) => return shows && self.show_details(),
            Msg::DetailsTimedOut => self.ui_state.live.details_shown = false,
            Msg::OverdueLoopsChanged(some) => self.ui_state.shared.has_overdue_loops = some,
            Msg::Request(request) => self.handle_request(request),
            Msg::Start(msg) => self.handle_start(msg),
            Msg::Live(msg) => return self.handle_live(msg, options.haptics),
            Msg::Captures(msg) => self.handle_captures(msg),
            Msg::Review(msg) => return self.handle_review(msg),
            Msg::Loops(msg) => self.handle_loops(msg),
            Msg::Sheet(msg) => {
                self.ui_state.sheet.update(msg, self.store.local_now().day());
                self.ui_state.shared.extra_rows = 0;
                self.ui_state.share.clear();
            }
            Msg::Data(msg) => self.handle_data(msg),
            Msg::ClientView(msg) => self.handle_client_view(options, msg),
            Msg::Shared(outcome) => {
                if self.ui_state.share.take(outcome) {
                    self.focus = Some(Focus::CopyField);
                }
            }
        }
        true
    }

    fn handle_request(&mut self, request: Request) {
        match request {
            Request::Dispatch(command) => self.dispatch(command),
            Request::Open(place) => self.open(place),
            Request::OpenClient(id) => self.open_client(id),
            Request::OpenLoops(whose) => self.open_loops(whose),
            Request::OpenSheet(client) => self.open_sheet(client),
            Request::OpenTrends(client) => self.open_trends(client),
            Request::ShowAllClients => {
                self.ui_state.shared.client_filter = None;
                self.update_journal();
            }
            Request::ShowShortcuts(show) => self.ui_state.shortcuts_shown = show,
            Request::Confirm(confirmation) => self.ui_state.shared.confirming = confirmation,
            Request::ShowMoreRows => self.ui_state.shared.extra_rows += ROWS,
            Request::Export(part) => self.export(part),
            Request::ExportTable(part, form) => self.export_table(part, form),
            Request::ExportUnread => self.export_unread(),
        }
    }

    /// Dispatches a command, closes the dialog that asked for it, and plans the focus if the pressed control may go away.
    pub(crate) fn dispatch(&mut self, command: Command) {
        if matches!(
            command,
            Command::EraseAll
                | Command::EraseRecord(_)
                | Command::EraseQuarantine
                | Command::RecordIn(_, EventKind::ClientMerged { .. })
        ) {
            self.ui_state.shared.confirming = None;
        }
        if self.ui_state.shared.place == Place::Client && matches!(command, Command::RecordIn(..)) {
            self.focus = Some(Focus::Heading);
        }
        if let Command::Record(EventKind::KindChanged { capture, .. }) = command {
            self.focus = Some(Focus::Capture(capture));
        }
        self.links.commands.emit(command);
    }

    fn run_shortcut(&mut self, shortcut: Shortcut) {
        match shortcut {
            Shortcut::Help => self.ui_state.shortcuts_shown = true,
            Shortcut::Dispatch(command) => self.dispatch(command),
            Shortcut::ToggleBreak => {
                let running = self.snapshot.notebook.running();
                let on_break = running.is_some_and(|meeting| meeting.state() == State::Break);
                self.dispatch(Command::Record(if on_break {
                    EventKind::BreakEnded
                } else {
                    EventKind::BreakTaken
                }));
            }
            Shortcut::Capture(kind) => self.focus_capture_form(FormRequest { kind, count: 0 }),
        }
    }

    /// Asks the capture form to select a kind and to take the focus.
    fn focus_capture_form(&mut self, request: FormRequest) {
        let count = self.ui_state.captures.form_request.count + 1;
        self.ui_state.captures.form_request = FormRequest { count, ..request };
    }

    fn handle_start(&mut self, msg: StartMsg) {
        let next = &mut self.ui_state.next_meeting;
        match msg {
            StartMsg::Changed(change, by) => change(next, by),
            StartMsg::ClientNamed(client) => next.client = client,
        }
    }

    fn handle_live(&mut self, msg: LiveMsg, haptics: bool) -> bool {
        match msg {
            LiveMsg::LongTurnChanged(long) => {
                let was_long = std::mem::replace(&mut self.ui_state.live.is_long, long);
                if long && !was_long && haptics {
                    vibration::buzz(VIBRATION_MS);
                }
                was_long != long
            }
            LiveMsg::KeyboardFocusChanged(focused) => {
                std::mem::replace(&mut self.ui_state.live.keyboard_focus, focused) != focused
            }
            LiveMsg::MinutesPassed(minutes) => {
                let minutes = (self.words.live.minutes)(minutes).into();
                std::mem::replace(&mut self.ui_state.minutes, minutes) != self.ui_state.minutes
            }
        }
    }

    fn handle_captures(&mut self, msg: CaptureMsg) {
        match msg {
            CaptureMsg::Submitted(draft) => self.submit_capture(draft),
            CaptureMsg::FocusChanged(focused) => self.ui_state.captures.typing = focused,
            CaptureMsg::Escaped => self.focus = Some(Focus::FloorButton),
            CaptureMsg::EditRequested(id) => self.edit_capture(id),
        }
    }

    fn submit_capture(&mut self, draft: Draft) {
        match self.store.dispatch(Command::Capture(draft)) {
            Ok(_) => {
                self.ui_state.captures.saved += 1;
                self.focus = Some(Focus::FloorButton);
                if self.store.snapshot().notebook.running().is_none() {
                    // In the review the next mark is asked about at once, in the same form.
                    self.focus_capture_form(FormRequest::default());
                }
            }
            Err(refusal) => {
                self.ui_state.shared.status.set(AttrValue::Static((self.words.refusal)(refusal)));
            }
        }
    }

    fn edit_capture(&mut self, id: Option<EventId>) {
        let mut captures =
            present_meeting(&self.snapshot).into_iter().flat_map(|meeting| &meeting.captures);
        let present = captures.find(|capture| Some(capture.id) == id);
        self.focus = present.map(|capture| Focus::EditField(capture.words.clone()));
        self.ui_state.captures.editing = id;
    }

    fn handle_review(&mut self, msg: ReviewMsg) -> bool {
        match msg {
            ReviewMsg::RevealRequested(id) => {
                self.ui_state.shared.revealed = Some(id);
                self.focus = Some(Focus::Heading);
            }
            ReviewMsg::MarkDeferred(id) => self.ui_state.review.deferred_marks.push(id),
            ReviewMsg::TurnPicked(pick) => return self.pick_turn(pick),
            ReviewMsg::AudienceChosen(audience) => {
                self.ui_state.review.recap_is_own = audience == Audience::Me;
                self.ui_state.share.clear();
            }
        }
        true
    }

    /// Selects another turn of the chart. If none is selected any more, the focus returns to the heading.
    fn pick_turn(&mut self, pick: Pick) -> bool {
        let reviewed = self.snapshot.review.and_then(|id| self.snapshot.notebook.meeting(id));
        let before = self.ui_state.review.selected_turn;
        let selected = reviewed.and_then(|meeting| pick.of(meeting, before));
        if pick == Pick::Nothing {
            self.focus = Some(Focus::Heading);
        }
        self.ui_state.review.selected_turn = selected;
        before != selected || pick == Pick::Nothing
    }

    /// Shows the details and hides them again after a while; returns whether they were hidden.
    pub(crate) fn show_details(&mut self) -> bool {
        let link = self.link.clone();
        let hide = move || link.emit(Msg::DetailsTimedOut);
        // Before the first render the window is the one that this module runs in.
        let window = self.window().or_else(own_window::first);
        self.details_timer = window.map(|window| Timer::start(&window, DETAILS_MS, hide));
        !std::mem::replace(&mut self.ui_state.live.details_shown, true)
    }
}
