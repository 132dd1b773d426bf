//! A choice between a few options: radio buttons drawn as chips, so that arrow keys and screen readers work as usual.

use yew::prelude::*;

use crate::ui::components::parts::key_cap;

/// One option.
#[derive(Clone, PartialEq)]
pub(crate) struct Chip {
    /// Its label.
    pub(crate) label: AttrValue,
    /// The key that selects it, shown beside the label.
    pub(crate) key: Option<&'static str>,
}

impl Chip {
    /// An option without a key.
    pub(crate) fn plain(label: impl Into<AttrValue>) -> Self {
        Self { label: label.into(), key: None }
    }
}

/// The options, and which one is selected.
pub(crate) struct Choice<'a> {
    /// What is being chosen, for screen readers.
    pub(crate) label: &'static str,
    /// The name of the radio group, unique within the widget.
    pub(crate) name: AttrValue,
    /// The options in order.
    pub(crate) chips: &'a [Chip],
    /// The index of the selected option, if there is one.
    pub(crate) chosen: Option<usize>,
    /// The part name by which host pages can style it.
    pub(crate) part: Option<&'static str>,
}

/// A row of chips; `on_chosen` receives the index of the selected one.
pub(crate) fn choice(choice: &Choice, on_chosen: &Callback<usize>) -> Html {
    let chips = choice.chips.iter().enumerate();
    let chips = chips
        .map(|(index, chip)| one(choice, index, chip, on_chosen.reform(move |_: Event| index)));
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
