//! One of a few: radio buttons drawn as chips, so that arrows and screen readers work as everywhere.

use yew::prelude::*;

use crate::ui::components::parts::key_cap;
use crate::ui::widget::view::{Msg, View};

/// One thing to choose.
#[derive(Clone, PartialEq)]
pub(crate) struct Chip {
    /// What it says.
    pub(crate) label: AttrValue,
    /// The key that chooses it, snapshot small.
    pub(crate) key: Option<&'static str>,
}

impl Chip {
    /// A chip without a key.
    pub(crate) fn plain(label: impl Into<AttrValue>) -> Self {
        Self { label: label.into(), key: None }
    }
}

/// What is chosen, and among what.
pub(crate) struct Choice<'a> {
    /// What is chosen, for screen readers.
    pub(crate) label: &'static str,
    /// A name that no other choice of the widget has.
    pub(crate) name: AttrValue,
    /// What there is.
    pub(crate) chips: &'a [Chip],
    /// Which is chosen.
    pub(crate) chosen: Option<usize>,
    /// The part name, for hosts that style it.
    pub(crate) part: Option<&'static str>,
}

/// A row of chips of which one is chosen; `msg` says which.
pub(crate) fn choice(view: &View, choice: &Choice, msg: impl Fn(usize) -> Msg) -> Html {
    let chips = choice.chips.iter().enumerate();
    let chips = chips.map(|(index, chip)| one(choice, index, chip, view.on_changed(msg(index))));
    let Choice { label, part, .. } = *choice;
    html! { <div class="chips" role="radiogroup" aria-label={label} {part}>{ for chips }</div> }
}

fn one(choice: &Choice, index: usize, chip: &Chip, onchange: Callback<Event>) -> Html {
    html! {
        <label class="chip" key={index}>
            <input
                type="radio"
                name={choice.name.clone()}
                value={chip.label.clone()}
                checked={choice.chosen == Some(index)}
                {onchange}
            />
            <span>{ &chip.label }{ key_cap(chip.key) }</span>
        </label>
    }
}
