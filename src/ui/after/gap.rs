//! Guess and truth, meeting by meeting: a picture, and the same as a table.

use heard_core::Meeting;
use yew::prelude::*;

use crate::shell::locale;
use crate::ui::after::guess::truth;
use crate::ui::view::View;

/// So many meetings back are looked through; to read more of them would take longer than a touch may.
const LOOKED_AT: usize = 24;
/// So many are drawn.
const DRAWN: usize = 12;
/// With fewer there is nothing to see yet.
const FEWEST: usize = 3;
/// The room of one meeting in the picture.
const STEP: usize = 24;

/// One meeting: its day, the guess and the truth in percent.
struct Guessed {
    started_wall_ms: i64,
    guess: u64,
    truth: u64,
}

fn guessed(meeting: &Meeting) -> Option<Guessed> {
    let guess = u64::from(meeting.after.guess_percent?);
    Some(Guessed { started_wall_ms: meeting.started_wall_ms, guess, truth: truth(meeting)? })
}

/// The last meetings in which something was guessed, the oldest first.
fn last(view: &View) -> Vec<Guessed> {
    let meetings = view.desk().meetings().rev().filter(|meeting| meeting.ended_ms.is_some());
    let all = meetings.take(LOOKED_AT).filter_map(|meeting| guessed(meeting));
    let mut last: Vec<Guessed> = all.take(DRAWN).collect();
    last.reverse();
    last
}

/// The gap over time, once there is something to see.
pub(crate) fn gap(view: &View) -> Html {
    let (says, all) = (&view.words.after, last(view));
    if all.len() < FEWEST {
        return Html::default();
    }
    let percent = view.words.percent;
    html! {
        <figure class="gap">
            <figcaption>{ says.gap }</figcaption>
            <svg viewBox={format!("0 -6 {} 112", DRAWN * STEP)} aria-hidden="true">
                <path class="half" d={format!("M0 0H{0}M0 50H{0}M0 100H{0}", DRAWN * STEP)} />
                { for all.iter().zip(0..).map(|(one, at)| drawn(one, at * STEP + STEP / 2)) }
            </svg>
            <details>
                <summary>{ says.as_table }</summary>
                <table>
                    <thead><tr>
                        <th scope="col">{ says.day }</th>
                        <th scope="col">{ says.your_guess }</th>
                        <th scope="col">{ says.your_share }</th>
                    </tr></thead>
                    <tbody>
                        for one in &all {
                            <tr>
                                <th scope="row">{ locale::day(one.started_wall_ms) }</th>
                                <td>{ percent(one.guess) }</td>
                                <td>{ percent(one.truth) }</td>
                            </tr>
                        }
                    </tbody>
                </table>
            </details>
        </figure>
    }
}

/// The guess as a ring, the truth as a disc, and what lies between them.
fn drawn(one: &Guessed, x: usize) -> Html {
    let (guess, truth) = (100 - one.guess.min(100), 100 - one.truth.min(100));
    html! {
        <g>
            <path class="between" d={format!("M{x} {guess}V{truth}")} />
            <circle class="truth" cx={x.to_string()} cy={truth.to_string()} r="5" />
            <circle class="guessed" cx={x.to_string()} cy={guess.to_string()} r="5" />
        </g>
    }
}
