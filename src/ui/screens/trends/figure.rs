//! A chart with its scale, its legend and its table. Horizontal positions are percentages, so that text keeps its shape at
//! any width; heights are pixels.

use heard_core::report::trends::Scale;
use yew::prelude::*;

use crate::i18n::Figure as FigureTexts;
use crate::ui::components::links::more_rows;
use crate::ui::components::meeting_chart::shapes::{line, percent, text};
use crate::ui::context::view::View;

/// The height of the plot area, in pixels.
const HEIGHT: u64 = 120;
/// The margin above it, for a shape at the very top, in pixels.
const ABOVE: u64 = 8;
/// The margin below it, for the first and the last date, in pixels.
const BELOW: u64 = 24;
/// How many rows of the table are rendered at first: 60 in all five charts.
const ROWS: usize = 12;

/// The coordinates of a chart: so many columns on a scale.
#[derive(Clone, Copy)]
pub(crate) struct Plot {
    /// How many columns.
    pub(crate) count: usize,
    /// The vertical scale.
    pub(crate) scale: Scale,
}

impl Plot {
    /// The horizontal middle of a column.
    pub(crate) fn x(self, nth: usize) -> String {
        self.part(nth, 1, 2)
    }

    /// The position `parts` / `of` into a column.
    pub(crate) fn part(self, nth: usize, parts: usize, of: usize) -> String {
        percent((nth * of + parts) as u64, (self.count * of) as u64)
    }

    /// The vertical position of a figure, in pixels from the top.
    pub(crate) fn y(self, figure: u64) -> u64 {
        ABOVE + self.scale.below_top(figure, HEIGHT)
    }

    /// A dot at a figure; its class decides whether it is filled.
    pub(crate) fn dot(self, class: &'static str, nth: usize, figure: u64) -> Html {
        html! { <circle {class} cx={self.x(nth)} cy={self.y(figure).to_string()} r="4.5" /> }
    }

    /// A vertical line from one figure to another.
    pub(crate) fn stem(self, nth: usize, from: u64, to: u64) -> Html {
        let x = &self.x(nth);
        line("trend-stem", x, x, [self.y(from), self.y(to)])
    }

    /// A horizontal line across the chart at a figure.
    pub(crate) fn across(self, class: &'static str, figure: u64) -> Html {
        line(class, "0", "100%", [self.y(figure); 2])
    }

    /// A bar from one figure up to another; its start and its width are in eighths of a column.
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

/// A chart of figures in columns, the oldest at the left.
pub(crate) struct Figure<'a> {
    /// Its `data-trend`, by which tests and style sheets find it.
    pub(crate) name: &'static str,
    /// Its strings.
    pub(crate) texts: &'a FigureTexts,
    /// Its summary in words.
    pub(crate) gist: String,
    /// Its coordinates.
    pub(crate) plot: Plot,
    /// The label of a figure on the scale.
    pub(crate) label: &'a dyn Fn(u64) -> String,
    /// The classes of its shapes, in the order of the texts of its legend.
    pub(crate) keys: &'static [&'static str],
    /// Its shapes.
    pub(crate) drawn: Html,
    /// The rows of its table, the oldest first; the first cell of each is the date.
    pub(crate) rows: Vec<Vec<String>>,
    /// What research says about it.
    pub(crate) known: Html,
}

/// A chart's title, and a text in place of a chart that has too few figures.
pub(crate) fn too_few(name: &'static str, texts: &FigureTexts) -> Html {
    html! {
        <figure class="trend" data-trend={name}>
            <figcaption><h3>{ texts.title }</h3></figcaption>
            <p class="sub">{ texts.empty }</p>
        </figure>
    }
}

impl Figure<'_> {
    /// Renders it.
    pub(crate) fn draw(self, view: &View) -> Html {
        let Self { name, texts, .. } = self;
        html! {
            <figure class="trend" data-trend={name}>
                <figcaption><h3>{ texts.title }</h3></figcaption>
                <p class="sub" aria-hidden="true">{ &self.gist }</p>
                <svg
                    role="img"
                    aria-label={[texts.title, ". ", &self.gist].concat()}
                    width="100%"
                    height={(ABOVE + HEIGHT + BELOW).to_string()}
                >
                    { self.scale() }
                    { self.drawn.clone() }
                </svg>
                <p class="legend" aria-hidden="true">
                    for (class, key) in self.keys.iter().zip(texts.keys) {
                        <span class={["key ", *class].concat()}>{ *key }</span>
                    }
                </p>
                { self.known.clone() }
                { self.table(view) }
            </figure>
        }
    }

    /// The lines of its scale with their labels, and the first and the last date.
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

    /// Its table, the newest row first.
    fn table(&self, view: &View) -> Html {
        let limit = view.row_limit(ROWS);
        html! {
            <details class="table">
                <summary>{ view.words.picture.table }</summary>
                <table>
                    <thead>
                        <tr>for column in self.texts.columns { <th scope="col">{ *column }</th> }</tr>
                    </thead>
                    <tbody>
                        for row in self.rows.iter().rev().take(limit) {
                            <tr>
                                <th scope="row">{ &row[0] }</th>
                                for cell in &row[1..] { <td>{ cell }</td> }
                            </tr>
                        }
                    </tbody>
                </table>
                { more_rows(view, self.rows.len(), limit) }
            </details>
        }
    }
}
