//! Setting the retention time.

use heard_core::event::settings::Setting;

use crate::store::Command;
use crate::ui::screens::retention::RetentionMsg;
use crate::ui::widget::Widget;

impl Widget {
    /// Handles a message of the choice of the retention time.
    pub(crate) fn handle_retention(&mut self, msg: RetentionMsg) {
        match msg {
            RetentionMsg::Asked(months) => self.ui_state.data.asked_retention = months,
            RetentionMsg::Confirmed { months, keep_open_loops } => {
                self.ui_state.data.asked_retention = None;
                let keeps = self.snapshot.notebook.settings().keep_open_loops;
                // First what is kept, so that nothing in between would delete more than was confirmed.
                if keeps != keep_open_loops {
                    self.dispatch(Command::ChangeSetting(Setting::KeepOpenLoops(keep_open_loops)));
                }
                self.dispatch(Command::ChangeSetting(Setting::Retention(Some(months))));
            }
        }
    }
}
