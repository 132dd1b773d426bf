//! Opening screens, and computing what they show.

use heard_core::EventId;
use heard_core::loops::Whose;

use crate::store::Command;
use crate::ui::context::client_filter::ClientFilter;
use crate::ui::context::request::Place;
use crate::ui::screens::data::ImportState;
use crate::ui::screens::loops::update::{Filter, LoopsState};
use crate::ui::screens::trends::TrendsState;
use crate::ui::widget::Widget;
use crate::ui::widget::focus::Focus;

impl Widget {
    /// Opens a screen and closes the review. Lists are limited to the client of the previous screen.
    pub(crate) fn open(&mut self, place: Place) {
        if matches!(place, Place::Past | Place::Journal | Place::Loops) {
            self.ui_state.shared.client_filter = self.present_client();
        }
        self.ui_state.shared.place = place;
        self.ui_state.share.clear();
        self.ui_state.data.import = ImportState::NoFile;
        self.ui_state.loops = LoopsState::default();
        match place {
            Place::Data => self.update_inventory(),
            Place::Journal => self.update_journal(),
            Place::Loops => {
                let filter = self.ui_state.shared.client_filter.as_ref();
                self.ui_state.loops.query.client = filter.map_or(Whose::Any, ClientFilter::whose);
                self.update_loops();
            }
            Place::Trends => self.update_trends(),
            _ => {}
        }
        self.ui_state.shared.extra_rows = 0;
        self.dispatch(Command::CloseReview);
    }

    /// Opens the page of a client.
    pub(crate) fn open_client(&mut self, id: EventId) {
        self.ui_state.client = Some(id);
        self.focus = Some(Focus::Heading);
        self.open(Place::Client);
    }

    /// Opens the loops of a client, or of all.
    pub(crate) fn open_loops(&mut self, whose: Whose<EventId>) {
        self.open(Place::Loops);
        self.filter_loops(Filter::Client(whose));
        self.focus = Some(Focus::Heading);
    }

    /// Opens the sheet of a client, or of the meetings without one.
    pub(crate) fn open_sheet(&mut self, client: Option<EventId>) {
        self.ui_state.sheet.open(client, self.store.local_now().day());
        self.open(Place::Sheet);
        self.focus = Some(Focus::Heading);
    }

    /// Opens the trends of a client, or of all.
    pub(crate) fn open_trends(&mut self, client: Option<EventId>) {
        self.ui_state.trends.client = client;
        self.open(Place::Trends);
    }

    /// The client of the meeting under review, of the screen, or chosen for the next meeting.
    fn present_client(&self) -> Option<ClientFilter> {
        let (notebook, ui_state) = (&self.snapshot.notebook, &self.ui_state);
        if let Some(reviewed) = self.snapshot.review.and_then(|id| notebook.meeting(id)) {
            return ClientFilter::of(notebook, notebook.client_of(reviewed)?);
        }
        match ui_state.shared.place {
            Place::Past | Place::Journal => ui_state.shared.client_filter.clone(),
            Place::Client => ClientFilter::of(notebook, ui_state.client?),
            Place::Loops => ClientFilter::of(notebook, ui_state.loops.client()?),
            Place::Sheet => ClientFilter::of(notebook, ui_state.sheet.client()?),
            Place::Trends => ClientFilter::of(notebook, ui_state.trends.client?),
            Place::Start | Place::Settings | Place::Data => {
                ClientFilter::named(notebook, &ui_state.next_meeting.client)
            }
        }
    }

    /// Reads the journal of the client in the filter, or of all.
    pub(crate) fn update_journal(&mut self) {
        let notebook = &self.snapshot.notebook;
        let mut stories = notebook.journal();
        if let Some(filter) = &self.ui_state.shared.client_filter {
            stories.retain(|(meeting, _)| filter.has(notebook, meeting));
        }
        self.ui_state.journal = stories;
    }

    /// Computes the trends.
    pub(crate) fn update_trends(&mut self) {
        let (client, today) = (self.ui_state.trends.client, self.store.local_now().day());
        let shared = &self.ui_state.shared;
        self.ui_state.trends = TrendsState::compute(&self.snapshot.notebook, client, shared, today);
    }
}
