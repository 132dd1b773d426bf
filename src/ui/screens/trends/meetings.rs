//! The charts over the last meetings: talk share, guesses, and the opening story.

use heard_core::report::trends::{ENOUGH, Met, Scale, Spread};
use yew::prelude::*;

use crate::browser::locale;
use crate::ui::components::format::clock;
use crate::ui::context::view::View;
use crate::ui::screens::review::metrics::known;
use crate::ui::screens::trends::figure::{Figure, Plot, too_few};

/// The top of the scale of shares, in percent. It is fixed, so that charts can be compared.
const WHOLE: u64 = 100;

/// The distribution of some figures; `None` if there are too few.
fn spread(figures: impl Iterator<Item = i64>) -> Option<Spread> {
    let figures: Vec<i64> = figures.collect();
    if figures.len() < ENOUGH { None } else { Spread::of(figures) }
}

/// A figure of a distribution of figures that are not negative.
fn whole(figure: i64) -> u64 {
    u64::try_from(figure).unwrap_or(0)
}

fn signed(figure: u64) -> i64 {
    i64::try_from(figure).unwrap_or(i64::MAX)
}

/// The talk share of each meeting on the band of its kind, with the quartiles and the median of all as lines.
pub(crate) fn share(view: &View, met: &[Met]) -> Html {
    let (texts, percent) = (&view.words.trends, view.words.percent);
    let Some(spread) = spread(met.iter().map(|one| signed(one.talk_percent))) else {
        return too_few("share", &texts.share);
    };
    let plot = Plot { count: met.len(), scale: Scale::of(WHOLE) };
    let usual = |nth: usize, one: &Met| {
        let band = [one.band.low_percent, one.band.high_percent].map(u64::from);
        plot.bar("trend-usual", nth, [1, 6], band)
    };
    let drawn = html! {
        <>
            for (nth, one) in met.iter().enumerate() { { usual(nth, one) } }
            { plot.across("trend-quartile", whole(spread.low)) }
            { plot.across("trend-quartile", whole(spread.high)) }
            { plot.across("trend-middle", whole(spread.middle)) }
            for (nth, one) in met.iter().enumerate() { { plot.dot("trend-you", nth, one.talk_percent) } }
        </>
    };
    let row = |one: &Met| {
        vec![locale::day(one.started_wall_ms), percent(one.talk_percent), (texts.usual)(one.band)]
    };
    Figure {
        name: "share",
        texts: &texts.share,
        gist: (texts.share_gist)(met.len(), spread),
        plot,
        label: &percent,
        keys: &["trend-you", "trend-usual", "trend-middle", "trend-quartile"],
        drawn,
        rows: met.iter().map(row).collect(),
        known: known("talk", texts.share.title, view.words),
    }
    .draw(view)
}

/// The guess of each meeting as a ring, the actual share as a disc; `None` if there are too few guesses.
pub(crate) fn guesses(view: &View, met: &[Met]) -> Option<Html> {
    let (texts, percent) = (&view.words.trends, view.words.percent);
    let spread = spread(met.iter().filter_map(Met::gap_points))?;
    let both = |one: &Met| Some((*one, one.guess_percent?, one.gap_points()?));
    let met: Vec<(Met, u64, i64)> = met.iter().filter_map(both).collect();
    let plot = Plot { count: met.len(), scale: Scale::of(WHOLE) };
    let drawn = |nth: usize, one: &Met, guess: u64| {
        html! {
            <>
                { plot.stem(nth, guess, one.talk_percent) }
                { plot.dot("trend-you", nth, one.talk_percent) }
                { plot.dot("trend-guess", nth, guess) }
            </>
        }
    };
    let row = |(one, guess, points): &(Met, u64, i64)| {
        let day = locale::day(one.started_wall_ms);
        vec![day, percent(*guess), percent(one.talk_percent), (texts.points)(*points)]
    };
    let figure = Figure {
        name: "guess",
        texts: &texts.guess,
        gist: (texts.guess_gist)(met.len(), spread),
        plot,
        label: &percent,
        keys: &["trend-guess", "trend-you"],
        drawn: html! {
            for (nth, (one, guess, _)) in met.iter().enumerate() { { drawn(nth, one, *guess) } }
        },
        rows: met.iter().map(row).collect(),
        known: Html::default(),
    };
    Some(figure.draw(view))
}

/// How long the client talked before the consultant first took the floor.
pub(crate) fn openings(view: &View, met: &[Met]) -> Html {
    let texts = &view.words.trends;
    let had = |one: &Met| Some((one.started_wall_ms, one.opening_ms?));
    let all: Vec<(i64, u64)> = met.iter().filter_map(had).collect();
    let Some(spread) = spread(all.iter().map(|(_, ms)| signed(*ms))) else {
        return too_few("opening", &texts.opening);
    };
    let plot = Plot { count: all.len(), scale: Scale::of_time(whole(spread.most)) };
    let times = [spread.least, spread.middle, spread.most].map(|ms| clock(whole(ms)));
    let drawn = |nth: usize, ms: u64| {
        html! { <>{ plot.stem(nth, 0, ms) }{ plot.dot("trend-they", nth, ms) }</> }
    };
    Figure {
        name: "opening",
        texts: &texts.opening,
        gist: (texts.opening_gist)(all.len(), times.each_ref().map(String::as_str)),
        plot,
        label: &view.words.picture.tick,
        keys: &[],
        drawn: html! {
            for (nth, (_, ms)) in all.iter().enumerate() { { drawn(nth, *ms) } }
        },
        rows: all.iter().map(|(at, ms)| vec![locale::day(*at), clock(*ms)]).collect(),
        known: known("opening-story", texts.opening.title, view.words),
    }
    .draw(view)
}
