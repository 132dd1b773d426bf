//! Long lists are shown in parts: no act may touch more rows than a screen or two.

use yew::prelude::*;

use crate::ui::words::Words;

/// How many rows are shown at first, and how many more at each touch.
const ROWS: usize = 30;

/// How much of a long list is shown.
#[derive(Clone, PartialEq)]
pub(crate) struct Window {
    /// How many rows at most.
    pub(crate) most: usize,
    more: Callback<MouseEvent>,
}

/// A window that begins anew when `of`, what the list is of, changes.
#[hook]
pub(crate) fn use_window<T: PartialEq + 'static>(of: T) -> Window {
    let most = use_state_eq(|| ROWS);
    use_effect_with(of, {
        let most = most.setter();
        move |_| most.set(ROWS)
    });
    let more = Callback::from({
        let most = most.clone();
        move |_| most.set(*most + ROWS)
    });
    Window { most: *most, more }
}

impl Window {
    /// The same window on a list that begins with fewer rows.
    pub(crate) fn beginning_with(&self, few: usize) -> Self {
        Self { most: self.most - ROWS + few, more: self.more.clone() }
    }

    /// The button for more, where there are more than are shown.
    pub(crate) fn rest(&self, count: usize, words: Words) -> Html {
        html! {
            if count > self.most {
                <button part="button" class="ghost" type="button" onclick={&self.more}>
                    { words.nav.more }
                </button>
            }
        }
    }
}
