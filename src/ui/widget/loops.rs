//! What the messages of the loops do: they change the screen's state, or record a step.

use std::rc::Rc;

use heard_core::event::kind::EventKind;
use heard_core::loops::{Loop, StepKind};
use heard_core::{EventId, Record};
use yew::AttrValue;

use crate::options::{Layout, Options};
use crate::store::Command;
use crate::ui::screens::loops::update::{Filter, Msg as LoopsMsg, time_on};
use crate::ui::widget::Widget;
use crate::ui::widget::focus::Focus;
use crate::ui::widget::messages::Msg;

impl Widget {
    /// Handles a message of the loops.
    pub(crate) fn handle_loops(&mut self, msg: LoopsMsg) {
        let state = &mut self.ui_state.loops;
        match msg {
            LoopsMsg::FilterRemoved(filter) => {
                self.filter_loops(filter);
                self.focus = Some(Focus::Heading);
            }
            LoopsMsg::FilterChanged(filter) => self.filter_loops(filter),
            LoopsMsg::RowTouched(id) => state.toggle(id),
            LoopsMsg::StepChosen(kind) => state.toggle_step(kind),
            LoopsMsg::WayChosen(way) => state.change_step(|form| form.way = Some(way)),
            LoopsMsg::TextTyped(text) => state.change_step(|form| form.text = text),
            LoopsMsg::DayChosen(day) => state.change_step(|form| form.day = day),
            LoopsMsg::StepTaken(kind) => self.take_step(kind),
            LoopsMsg::StepUndone(home, event) => self.undo_step(home, event),
            LoopsMsg::Assigned(owner, by) => {
                let one = self.open_loop();
                if one.is_some_and(|one| (&one.owner, one.promised_by) == (&owner, by)) {
                    self.ui_state.shared.status.set(AttrValue::Static(self.words.after.saved));
                }
            }
        }
    }

    /// Reads the loops from the notebook again.
    pub(crate) fn update_loops(&mut self) {
        let today = self.store.local_now().day();
        self.ui_state.loops.replace_list(self.snapshot.notebook.loop_list(), today);
    }

    /// Changes a filter and searches again.
    pub(crate) fn filter_loops(&mut self, filter: Filter) {
        self.ui_state.shared.extra_rows = 0;
        self.ui_state.loops.filter(filter);
        self.ui_state.loops.search(self.store.local_now().day());
    }

    /// The loop whose card is open, as of now.
    fn open_loop(&self) -> Option<Rc<Loop>> {
        self.store.snapshot().notebook.find_loop(self.ui_state.loops.open?)
    }

    fn take_step(&mut self, kind: StepKind) {
        let Some(one) = self.open_loop() else { return };
        let here = self.store.local_now();
        let form = self.ui_state.loops.step_form.as_ref().filter(|form| form.kind == kind);
        let day = form.and_then(|form| form.day);
        let text = form.map_or("", |form| form.text(&self.words.loops.ways));
        let at = day.map_or(here, |day| time_on(day, here));
        let stepped = kind.with_text(text).and_then(|step| one.try_step(step, at));
        match stepped {
            Ok(stepped) => {
                let status = (self.words.loops.step_saved)(kind);
                self.record_step(one.home, EventKind::LoopStepped(stepped), status);
            }
            Err(refusal) => {
                self.ui_state.shared.status.set(AttrValue::Static((self.words.refusal)(refusal)));
            }
        }
    }

    fn undo_step(&mut self, home: Record, event: EventId) {
        self.record_step(home, EventKind::Undone { event }, self.words.live.undone);
    }

    /// Records a change of the open loop. If it was not refused, the status says so and the focus stays in the row.
    fn record_step(&mut self, home: Record, kind: EventKind, status: &'static str) {
        let Some(before) = self.open_loop() else { return };
        self.dispatch(Command::RecordIn(home, kind));
        if self.open_loop().is_some_and(|after| after.history != before.history) {
            self.ui_state.loops.step_form = None;
            self.ui_state.shared.status.set(AttrValue::Static(status));
            self.focus = Some(Focus::Loop(before.id));
        }
    }

    /// Shows whether loops have been silent for too long: in the navigation bar, and if the widget is a whole page, as a badge
    /// on the app's icon.
    pub(crate) fn update_badge(&self, options: &Options) {
        if options.layout == Layout::Page {
            self.store.show_badge();
        }
        let has_overdue = self.store.count_waiting().is_some_and(|count| count > 0);
        if has_overdue != self.ui_state.shared.has_overdue_loops {
            self.link.emit(Msg::OverdueLoopsChanged(has_overdue));
        }
    }
}
