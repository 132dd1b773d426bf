//! Guess and truth over the last meetings, beside the guess that was just made.

use heard_core::report::trends;
use yew::prelude::*;

use crate::ui::screens::review::guess::is_covered;
use crate::ui::screens::trends::guesses;
use crate::ui::widget::view::View;

/// So many meetings are drawn here; over time there is room for more.
const DRAWN: usize = 12;

/// The gap over time, once there is something to see.
pub(crate) fn gap(view: &View) -> Html {
    let is_covered = |meeting: &_| is_covered(meeting, view.local.revealed);
    let (mut met, _) = trends::met(view.notebook(), None, &is_covered);
    met.retain(|one| one.guess_percent.is_some());
    let last = met.len().saturating_sub(DRAWN);
    let drawn = guesses(view, &met[last..]);
    html! { if let Some(drawn) = drawn { <div class="gap">{ drawn }</div> } }
}
