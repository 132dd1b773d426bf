//! The sheet of a client and a period: what they raised, what was done, and what they were spared.

use heard_core::EventId;
use heard_core::report::recap::has_dated_loops;
use heard_core::report::sheet::{Period, SheetRequest, Span};
use heard_core::time::Day;
use heard_core::transfer::export::Wanted;
use heard_core::transfer::file_name;
use yew::prelude::*;

use crate::ui::components::autosave_form::{Field, FieldForm, autosave_form};
use crate::ui::components::choice_chips::{Chip, Choice, choice};
use crate::ui::components::parts::{name, title};
use crate::ui::components::share::document::{Document, DocumentKind, Table};
use crate::ui::components::share::{ShareView, share_card};
use crate::ui::context::screen_view::ScreenView;

/// What the screen is rendered from.
pub(crate) type SheetView<'a> = ScreenView<'a, SheetState, Msg>;

/// Which sheet is shown.
#[derive(Default)]
pub(crate) struct SheetState {
    /// The client and the period.
    asked: SheetRequest,
    /// The period by its name, if it was chosen by one.
    span: Option<Span>,
}

impl SheetState {
    /// Shows the sheet of a client, or of the meetings without one, over the last twelve months.
    pub(crate) fn open(&mut self, client: Option<EventId>, today: Day) {
        self.asked.client = client;
        self.update(Msg::SpanChosen(Span::TwelveMonths), today);
    }

    /// Changes the period.
    pub(crate) fn update(&mut self, msg: Msg, today: Day) {
        match msg {
            Msg::SpanChosen(span) => {
                self.asked.period = span.seen_from(today);
                self.span = Some(span);
            }
            Msg::PeriodChosen(period) => {
                self.asked.period = period;
                self.span = None;
            }
        }
    }

    /// The client of the sheet; `None` for the meetings without one.
    pub(crate) const fn client(&self) -> Option<EventId> {
        self.asked.client
    }
}

/// What happens on the screen.
#[derive(Clone, Copy)]
pub(crate) enum Msg {
    /// A period was chosen by its name.
    SpanChosen(Span),
    /// The first and the last day were chosen.
    PeriodChosen(Period),
}

/// The screen.
pub(crate) fn sheet(view: &SheetView, share: &ShareView) -> Html {
    let texts = &view.words.sheet;
    let SheetRequest { client, period } = view.state.asked;
    html! {
        <section class="screen sheets">
            <h2 ref={&view.shared.heading} tabindex="-1">{ texts.title }</h2>
            <p><b>{ name(view.sheet_client(client)) }</b></p>
            { spans(view) }
            { days(view, period) }
            <section class="recap">
                { title(view.words.recap.preview) }
                { share_card(share, document(view, client, period)) }
            </section>
        </section>
    }
}

fn document(view: &SheetView, client: Option<EventId>, period: Period) -> Document {
    let texts = &view.words.sheet;
    let day = period.to.unwrap_or_else(|| view.store.local_now().day());
    let file = |kind: &str| file_name::of_client(view.notebook(), kind, client, day);
    // Only the loops of a client can be exported as a calendar and a table.
    let wanted = client.map(|id| Wanted { client: Some(id), ..Wanted::default() });
    Document {
        kind: DocumentKind::Sheet(view.state.asked),
        file: file(texts.files[0]),
        has_calendar: wanted.is_some_and(|wanted| has_dated_loops(view.notebook(), wanted)),
        table: wanted.map(|_| Table { label: texts.table, file: file(texts.files[1]) }),
    }
}

/// The named periods.
fn spans(view: &SheetView) -> Html {
    let texts = &view.words.sheet;
    let chips = texts.spans.map(Chip::plain);
    let chosen = Span::ALL.iter().position(|span| Some(*span) == view.state.span);
    let when =
        Choice { label: texts.when, name: "sheet-span".into(), chips: &chips, chosen, part: None };
    choice(&when, &view.link.reform(|index: usize| Msg::SpanChosen(Span::ALL[index])))
}

/// The fields for the first and the last day.
fn days(view: &SheetView, period: Period) -> Html {
    let texts = &view.words.sheet;
    let field = |label, day: Option<Day>| {
        let saved = day.map(|day| day.to_string()).unwrap_or_default().into();
        Field { saved, form: FieldForm::Day, ..Field::name(label, None) }
    };
    let link = view.link.clone();
    let save = Callback::from(move |values: Vec<String>| {
        let mut read = values.iter().map(|day| Day::parse(day));
        let chosen = Period { from: read.next().flatten(), to: read.next().flatten() };
        if chosen != period {
            link.emit(Msg::PeriodChosen(chosen));
        }
    });
    autosave_form("sheet-days", &[field(texts.from, period.from), field(texts.to, period.to)], save)
}
