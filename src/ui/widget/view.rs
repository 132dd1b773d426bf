//! Rendering: the context of each screen, and which screen is shown.

use std::rc::Rc;

use heard_core::Meeting;
use web_sys::Window;
use yew::prelude::*;

use crate::options::{Announce, Options};
use crate::ui::components::nav_bar::nav_bar;
use crate::ui::components::notice::notices;
use crate::ui::components::share::ShareView;
use crate::ui::context::request::Place;
use crate::ui::context::screen_view::ScreenView;
use crate::ui::context::view::View;
use crate::ui::screens::client::client_page;
use crate::ui::screens::client_view::client_view;
use crate::ui::screens::data::data;
use crate::ui::screens::journal::journal;
use crate::ui::screens::live::counters::CounterProps;
use crate::ui::screens::live::state::{CaptureView, LiveView};
use crate::ui::screens::live::{is_quiet, live, long_turn_ms};
use crate::ui::screens::loops::loops;
use crate::ui::screens::past::past;
use crate::ui::screens::review::{ReviewParts, review};
use crate::ui::screens::settings::settings;
use crate::ui::screens::sheet::sheet;
use crate::ui::screens::shortcuts::shortcuts;
use crate::ui::screens::start::start;
use crate::ui::screens::trends::trends;
use crate::ui::widget::Widget;

impl Widget {
    /// The context that all screens share.
    fn shared_view<'a>(&'a self, options: &'a Options) -> View<'a> {
        View {
            snapshot: &self.snapshot,
            shared: &self.ui_state.shared,
            options,
            store: &self.store,
            on_command: &self.links.commands,
            on_request: &self.links.requests,
            words: self.words,
        }
    }

    fn live_view<'a>(&'a self, view: View<'a>) -> LiveView<'a> {
        ScreenView { view, state: &self.ui_state.live, link: &self.links.live }
    }

    fn capture_view<'a>(&'a self, view: View<'a>) -> CaptureView<'a> {
        ScreenView { view, state: &self.ui_state.captures, link: &self.links.captures }
    }

    fn share_view<'a>(&'a self, view: View<'a>) -> ShareView<'a> {
        ScreenView { view, state: &self.ui_state.share, link: &self.links.share }
    }

    /// What the live counters show.
    pub(crate) fn counter_props(
        &self,
        options: &Options,
        meeting: Rc<Meeting>,
        window: Window,
    ) -> CounterProps {
        let view = self.live_view(self.shared_view(options));
        CounterProps {
            window,
            quiet: is_quiet(&view, self.ui_state.captures.typing, &meeting),
            long_turn_ms: long_turn_ms(&view),
            says_minutes: options.announce == Announce::Minutes,
            words: self.words,
            meeting,
        }
    }

    /// The screen, and over it the list of shortcuts if it is open.
    pub(crate) fn content(&self, options: &Options) -> Html {
        let view = self.shared_view(options);
        let screen = match &self.ui_state.client_view {
            Some(state) => client_view(&ScreenView { view, state, link: &self.links.client_view }),
            None => self.screen(view),
        };
        html! {
            <>
                { screen }
                <p class="visually-hidden" part="status" role="status" aria-live="polite">
                    { self.announced(options.announce) }
                </p>
                if self.ui_state.shortcuts_shown { { shortcuts(&view) } }
            </>
        }
    }

    fn screen(&self, view: View) -> Html {
        if let Some(meeting) = self.snapshot.notebook.running() {
            let captures = self.capture_view(view);
            return live(&self.live_view(view), &captures, &self.long_press, meeting);
        }
        let reviewed = self.snapshot.review.and_then(|id| self.snapshot.notebook.meeting(id));
        let (here, screen) = match reviewed {
            Some(meeting) => (None, self.review(view, meeting)),
            None => self.place(view),
        };
        html! { <>{ nav_bar(&view, here) }{ notices(&view) }{ screen }</> }
    }

    fn review(&self, view: View, meeting: &Meeting) -> Html {
        let parts = ReviewParts {
            captures: self.capture_view(view),
            share: self.share_view(view),
            client_view: &self.links.client_view,
        };
        let (state, link) = (&self.ui_state.review, &self.links.review);
        review(&ScreenView { view, state, link }, &parts, meeting)
    }

    /// The screen outside meetings and reviews, and the entry of the navigation bar that leads to it.
    fn place(&self, view: View) -> (Option<Place>, Html) {
        let (ui_state, links) = (&self.ui_state, &self.links);
        match ui_state.shared.place {
            Place::Start => (Some(Place::Start), self.start(view)),
            Place::Past => (Some(Place::Past), past(&view)),
            Place::Sheet => {
                let (state, link) = (&ui_state.sheet, &links.sheet);
                let shown = sheet(&ScreenView { view, state, link }, &self.share_view(view));
                (Some(Place::Past), shown)
            }
            Place::Journal => (Some(Place::Past), journal(&view, &ui_state.journal)),
            Place::Loops => {
                let (state, link) = (&ui_state.loops, &links.loops);
                (Some(Place::Loops), loops(&ScreenView { view, state, link }))
            }
            Place::Client => {
                let client = ui_state.client.and_then(|id| view.notebook().client(id));
                let page = client.map(|client| client_page(&view, client));
                (None, page.unwrap_or_else(|| self.start(view)))
            }
            Place::Trends => (Some(Place::Past), trends(&view, &ui_state.trends)),
            Place::Settings => (Some(Place::Settings), settings(&view)),
            Place::Data => {
                let (state, link) = (&ui_state.data, &links.data);
                (Some(Place::Settings), data(&ScreenView { view, state, link }))
            }
        }
    }

    fn start(&self, view: View) -> Html {
        let (state, link) = (&self.ui_state.next_meeting, &self.links.start);
        start(&ScreenView { view, state, link })
    }

    /// The text of the status line.
    fn announced(&self, announce: Announce) -> Html {
        match announce {
            Announce::Turns => self.ui_state.shared.status.announcement(),
            Announce::Minutes => {
                html! { <span key={self.ui_state.minutes.to_string()}>{ &self.ui_state.minutes }</span> }
            }
            Announce::Off => Html::default(),
        }
    }
}
