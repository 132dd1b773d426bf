//! A picture with its scale, its key and its table. Places along it are percentages, so that nothing is squeezed at any
//! width; heights are pixels.

use heard_core::report::trends::Scale;
use yew::prelude::*;

use crate::i18n::Figure as Says;
use crate::ui::components::meeting_chart::drawing::{line, percent, text};
use crate::ui::widget::view::View;

/// The height of what is drawn, the room above it for a shape at the very top, and below it for the ends of its time.
const HEIGHT: u64 = 120;
const ABOVE: u64 = 8;
const BELOW: u64 = 24;
/// How many rows of its table are drawn at first. Five pictures make no more than sixty.
const ROWS: usize = 12;

/// Where things lie in a picture: so many beside each other, on a scale.
#[derive(Clone, Copy)]
pub(crate) struct Plot {
    pub(crate) count: usize,
    pub(crate) scale: Scale,
}

impl Plot {
    /// The middle of a place, from the left.
    pub(crate) fn x(self, nth: usize) -> String {
        self.part(nth, 1, 2)
    }

    /// So many parts of a place, of which there are `of`, from the left.
    pub(crate) fn part(self, nth: usize, parts: usize, of: usize) -> String {
        percent((nth * of + parts) as u64, (self.count * of) as u64)
    }

    /// How far down a figure lies, in pixels.
    pub(crate) fn y(self, figure: u64) -> u64 {
        ABOVE + self.scale.below_top(figure, HEIGHT)
    }

    /// A disc or a ring, by its class.
    pub(crate) fn dot(self, class: &'static str, nth: usize, figure: u64) -> Html {
        html! { <circle {class} cx={self.x(nth)} cy={self.y(figure).to_string()} r="4.5" /> }
    }

    /// A line from one figure to another.
    pub(crate) fn stem(self, nth: usize, from: u64, to: u64) -> Html {
        let x = &self.x(nth);
        line("trend-stem", x, x, [self.y(from), self.y(to)])
    }

    /// A line across everything.
    pub(crate) fn across(self, class: &'static str, figure: u64) -> Html {
        line(class, "0", "100%", [self.y(figure); 2])
    }

    /// A bar over so many eighths of a place, from one figure up to another.
    pub(crate) fn bar(
        self,
        class: &'static str,
        nth: usize,
        [start, width]: [usize; 2],
        [low, high]: [u64; 2],
    ) -> Html {
        let (top, bottom) = (self.y(high), self.y(low));
        html! {
            <rect
                {class}
                x={self.part(nth, start, 8)}
                width={self.part(0, width, 8)}
                y={top.to_string()}
                height={(bottom - top).to_string()}
            />
        }
    }
}

/// A picture of figures beside each other, the oldest at the left.
pub(crate) struct Figure<'a> {
    /// What it is called in tests and style sheets.
    pub(crate) name: &'static str,
    pub(crate) says: &'a Says,
    /// What it shows, in words.
    pub(crate) gist: String,
    pub(crate) plot: Plot,
    /// A figure of the scale in words.
    pub(crate) label: &'a dyn Fn(u64) -> String,
    /// Each of its shapes by its class, in the order of the texts of its key.
    pub(crate) keys: &'static [&'static str],
    pub(crate) drawn: Html,
    /// The rows of its table, the oldest first; the first cell of each says when.
    pub(crate) rows: Vec<Vec<String>>,
    /// What the literature knows of it.
    pub(crate) known: Html,
}

/// The title of a picture, and a word for what is not there yet.
pub(crate) fn too_few(name: &'static str, says: &Says) -> Html {
    html! {
        <figure class="trend" data-trend={name}>
            <figcaption><h3>{ says.title }</h3></figcaption>
            <p class="sub">{ says.empty }</p>
        </figure>
    }
}

impl Figure<'_> {
    /// Draws it.
    pub(crate) fn draw(self, view: &View) -> Html {
        let Self { name, says, .. } = self;
        html! {
            <figure class="trend" data-trend={name}>
                <figcaption><h3>{ says.title }</h3></figcaption>
                <p class="sub" aria-hidden="true">{ &self.gist }</p>
                <svg
                    role="img"
                    aria-label={[says.title, ". ", &self.gist].concat()}
                    width="100%"
                    height={(ABOVE + HEIGHT + BELOW).to_string()}
                >
                    { self.scale() }
                    { self.drawn.clone() }
                </svg>
                <p class="legend" aria-hidden="true">
                    for (class, key) in self.keys.iter().zip(says.keys) {
                        <span class={["key ", *class].concat()}>{ *key }</span>
                    }
                </p>
                { self.known.clone() }
                { self.table(view) }
            </figure>
        }
    }

    /// The lines of its scale with their figures, and when it begins and ends.
    fn scale(&self) -> Html {
        let (plot, when) = (self.plot, |row: Option<&Vec<String>>| row.map(|row| row[0].clone()));
        let ends = [("0", "start", self.rows.first()), ("100%", "end", self.rows.last())];
        html! {
            <>
                for figure in plot.scale.lines() {
                    { plot.across("axis", figure) }
                    { text("-6", plot.y(figure) + 4, "end", &(self.label)(figure)) }
                }
                for (x, anchor, row) in ends {
                    { text(x, ABOVE + HEIGHT + 18, anchor, &when(row).unwrap_or_default()) }
                }
            </>
        }
    }

    /// The same as a table, the newest first.
    fn table(&self, view: &View) -> Html {
        let most = view.most(ROWS);
        html! {
            <details class="table">
                <summary>{ view.words.picture.table }</summary>
                <table>
                    <thead>
                        <tr>for column in self.says.columns { <th scope="col">{ *column }</th> }</tr>
                    </thead>
                    <tbody>
                        for row in self.rows.iter().rev().take(most) {
                            <tr>
                                <th scope="row">{ &row[0] }</th>
                                for cell in &row[1..] { <td>{ cell }</td> }
                            </tr>
                        }
                    </tbody>
                </table>
                { view.rest(self.rows.len(), most) }
            </details>
        }
    }
}
