//! The chart of guesses and actual shares of the last meetings, beside the latest guess.

use heard_core::report::trends;
use yew::prelude::*;

use crate::ui::context::view::View;
use crate::ui::screens::trends::meetings::guesses;

/// How many meetings are drawn here; the screen of trends draws more.
const DRAWN: usize = 12;

/// The chart, if there are enough guesses.
pub(crate) fn guess_chart(view: &View) -> Html {
    let is_hidden = |meeting: &_| view.shared.hides_figures(meeting);
    let (mut met, _) = trends::met(view.notebook(), None, &is_hidden);
    met.retain(|one| one.guess_percent.is_some());
    let last = met.len().saturating_sub(DRAWN);
    let drawn = guesses(view, &met[last..]);
    html! { if let Some(drawn) = drawn { <div class="gap">{ drawn }</div> } }
}
