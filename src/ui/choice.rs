//! One of a few: radio buttons drawn as chips, so that arrows and screen readers work as everywhere.

use yew::prelude::*;

/// One thing to choose.
#[derive(Clone, PartialEq)]
pub(crate) struct Chip {
    /// What it says.
    pub(crate) label: AttrValue,
    /// The key that chooses it, shown small.
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
    pub(crate) name: &'static str,
    /// What there is.
    pub(crate) chips: &'a [Chip],
    /// Which is chosen.
    pub(crate) chosen: Option<usize>,
    /// The part name, for hosts that style it.
    pub(crate) part: Option<&'static str>,
}

/// A row of chips of which one is chosen.
pub(crate) fn choice(choice: &Choice, on_choose: &Callback<usize>) -> Html {
    let Choice { label, name, chips, chosen, part } = *choice;
    html! {
        <div class="chips" role="radiogroup" aria-label={label} {part}>
            for (index, chip) in chips.iter().enumerate() {
                <label class="chip" key={index}>
                    <input
                        type="radio"
                        {name}
                        value={chip.label.clone()}
                        checked={chosen == Some(index)}
                        onchange={on_choose.reform(move |_| index)}
                    />
                    <span>
                        { &chip.label }
                        if let Some(key) = chip.key { <kbd aria-hidden="true">{ key }</kbd> }
                    </span>
                </label>
            }
        </div>
    }
}
