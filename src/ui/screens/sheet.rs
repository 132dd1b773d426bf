//! You said, we did, you were spared: the sheet of a client and a period, to be handed to them.

use std::rc::Rc;

use heard_core::EventId;
use heard_core::report::recap::has_dated_loops;
use heard_core::report::sheet::{Asked, Period, Span};
use heard_core::time::Day;
use heard_core::transfer::export::Wanted;
use yew::prelude::*;

use crate::ui::components::autosave_form::{Field, FieldForm, form};
use crate::ui::components::choice_chips::{Chip, Choice, choice};
use crate::ui::components::parts::{Button, name, title};
use crate::ui::components::share::{Leaving, Table, What, ways_out};
use crate::ui::widget::Widget;
use crate::ui::widget::ui_state::Place;
use crate::ui::widget::update::Focus;
use crate::ui::widget::view::{Msg, View};

/// Which sheet is snapshot.
#[derive(Default)]
pub(crate) struct Chosen {
    asked: Asked,
    /// The span that was asked for by its name.
    span: Option<Span>,
}

impl Chosen {
    /// Whose it is.
    pub(crate) const fn client(&self) -> Option<EventId> {
        self.asked.client
    }
}

/// What happens to the sheet.
#[derive(Clone, Copy)]
pub(crate) enum Turn {
    /// It is to be this client's, or nobody's.
    Of(Option<EventId>),
    /// Of this span.
    Span(Span),
    /// Of these days.
    Days(Period),
}

impl Widget {
    /// Takes a turn of the sheet.
    pub(crate) fn turn_sheet(&mut self, turn: Turn) {
        match turn {
            Turn::Of(client) => {
                self.local.sheet.asked.client = client;
                self.turn_sheet(Turn::Span(Span::TwelveMonths));
                self.go(Place::Sheet);
                self.lapse.focus = Some(Focus::Heading);
            }
            Turn::Span(span) => {
                self.local.sheet.asked.period = span.seen_from(self.live.local_now().day());
                self.local.sheet.span = Some(span);
            }
            Turn::Days(period) => {
                self.local.sheet.asked.period = period;
                self.local.sheet.span = None;
            }
        }
        self.local.more = 0;
        self.local.ways_out.forget();
    }
}

/// The way to the sheet of a client; of the meetings that had none, without one.
pub(crate) fn sheet_button(view: &View, client: Option<EventId>) -> Html {
    let says = &view.words.sheet;
    let aria_label = Some((says.title_for)(&whose(view, client)));
    Button { class: "quiet-button", aria_label, ..Button::plain("sheet", says.title) }
        .draw(view.on(Msg::Sheet(Turn::Of(client))))
}

fn whose(view: &View, client: Option<EventId>) -> AttrValue {
    let client = client.and_then(|id| view.notebook().client(id));
    let name = client.map(|client| Rc::clone(&client.name).into());
    name.unwrap_or(AttrValue::Static(view.words.sheet.labels.nobody))
}

/// The screen.
pub(crate) fn sheet(view: &View) -> Html {
    let says = &view.words.sheet;
    let Asked { client, period } = view.local.sheet.asked;
    html! {
        <section class="screen sheets">
            <h2 ref={&view.local.heading} tabindex="-1">{ says.title }</h2>
            <p><b>{ name(whose(view, client)) }</b></p>
            { spans(view) }
            { days(view, period) }
            <section class="recap">
                { title(view.words.recap.preview) }
                { ways_out(view, leaving(view, client, period)) }
            </section>
        </section>
    }
}

fn leaving(view: &View, client: Option<EventId>, period: Period) -> Leaving {
    let says = &view.words.sheet;
    let day = period.to.unwrap_or_else(|| view.live.local_now().day()).to_string();
    let file = |name: &str| [name, "-", &day].concat();
    // What nobody can be named for has no part of the notebook that could be asked for.
    let wanted = client.map(|id| Wanted { client: Some(id), ..Wanted::default() });
    Leaving {
        what: What::Sheet(view.local.sheet.asked),
        file: file(says.files[0]),
        has_calendar: wanted.is_some_and(|wanted| has_dated_loops(view.notebook(), wanted)),
        table: wanted.map(|_| Table { label: says.table, file: file(says.files[1]) }),
    }
}

fn spans(view: &View) -> Html {
    let says = &view.words.sheet;
    let chips = says.spans.map(Chip::plain);
    let chosen = Span::ALL.iter().position(|span| Some(*span) == view.local.sheet.span);
    let when =
        Choice { label: says.when, name: "sheet-span".into(), chips: &chips, chosen, part: None };
    choice(view, &when, |index| Msg::Sheet(Turn::Span(Span::ALL[index])))
}

/// The first and the last day by hand.
fn days(view: &View, period: Period) -> Html {
    let says = &view.words.sheet;
    let field = |label, day: Option<Day>| {
        let kept = day.map(|day| day.to_string()).unwrap_or_default().into();
        Field { kept, form: FieldForm::Day, ..Field::name(label, None) }
    };
    let link = view.link.clone();
    let keep = Callback::from(move |values: Vec<String>| {
        let mut read = values.iter().map(|day| Day::parse(day));
        let wished = Period { from: read.next().flatten(), to: read.next().flatten() };
        if wished != period {
            link.emit(Msg::Sheet(Turn::Days(wished)));
        }
    });
    form("sheet-days", &[field(says.from, period.from), field(says.to, period.to)], keep)
}
