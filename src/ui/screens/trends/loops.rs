//! The charts over the last months: how long loops were silent, and how many were raised and closed.

use heard_core::report::trends::{ENOUGH, MonthEnd, Months, Scale};
use yew::prelude::*;

use crate::browser::locale;
use crate::ui::context::view::View;
use crate::ui::screens::trends::figure::{Figure, Plot, too_few};

/// The coordinates, with a scale up to the largest figure.
fn plot(months: &Months, figure: impl Fn(&MonthEnd) -> u64) -> Plot {
    let largest = months.all.iter().map(figure).max().unwrap_or(0);
    Plot { count: months.all.len(), scale: Scale::of(largest) }
}

/// The median and the longest silence of the loops that were open at the end of each month.
pub(crate) fn silence(view: &View, months: &Months) -> Html {
    let texts = &view.words.trends;
    if months.waited < ENOUGH {
        return too_few("silence", &texts.silence);
    }
    let longest = |one: &MonthEnd| one.silence.map_or(0, |silence| silence.longest_days);
    let plot = plot(months, longest);
    let drawn = |nth: usize, one: &MonthEnd| {
        let Some(silence) = one.silence else { return Html::default() };
        html! {
            <>
                { plot.stem(nth, silence.middle_days, silence.longest_days) }
                { plot.dot("trend-longest", nth, silence.longest_days) }
                { plot.dot("trend-half", nth, silence.middle_days) }
            </>
        }
    };
    let row = |one: &MonthEnd| {
        let silence = one.silence;
        let waiting = silence.map_or(0, |silence| silence.waiting).to_string();
        let days = silence.map(|silence| [silence.middle_days, silence.longest_days]);
        let [middle, longest] =
            days.map_or_else(Default::default, |days| days.map(|n| n.to_string()));
        vec![locale::month(one.month), waiting, middle, longest]
    };
    let today = months.all.last().and_then(|one| one.silence);
    Figure {
        name: "silence",
        texts: &texts.silence,
        gist: (texts.silence_gist)(today, months.all.iter().map(longest).max().unwrap_or(0)),
        plot,
        label: &|days| days.to_string(),
        keys: &["trend-half", "trend-longest"],
        drawn: html! { for (nth, one) in months.all.iter().enumerate() { { drawn(nth, one) } } },
        rows: months.all.iter().map(row).collect(),
        known: Html::default(),
    }
    .draw(view)
}

/// How many loops were raised and closed in each month: a hollow bar beside a filled one.
pub(crate) fn flow(view: &View, months: &Months) -> Html {
    let texts = &view.words.trends;
    if months.moved < ENOUGH {
        return too_few("flow", &texts.flow);
    }
    let plot = plot(months, |one| one.raised.max(one.closed));
    let drawn = |nth: usize, one: &MonthEnd| {
        html! {
            <>
                { plot.bar("trend-raised", nth, [1, 3], [0, one.raised]) }
                { plot.bar("trend-closed", nth, [4, 3], [0, one.closed]) }
            </>
        }
    };
    let row = |one: &MonthEnd| {
        vec![locale::month(one.month), one.raised.to_string(), one.closed.to_string()]
    };
    let sum = |figure: fn(&MonthEnd) -> u64| months.all.iter().map(figure).sum();
    Figure {
        name: "flow",
        texts: &texts.flow,
        gist: (texts.flow_gist)(sum(|one| one.raised), sum(|one| one.closed)),
        plot,
        label: &|count| count.to_string(),
        keys: &["trend-raised", "trend-closed"],
        drawn: html! { for (nth, one) in months.all.iter().enumerate() { { drawn(nth, one) } } },
        rows: months.all.iter().map(row).collect(),
        known: Html::default(),
    }
    .draw(view)
}
