//! The intranet's calendar of one month, where the user marks the days in the office.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

#[derive(Clone, Default, PartialEq, Eq)]
struct Booked(BTreeSet<u32>);

impl Reducible for Booked {
    type Action = u32;

    fn reduce(self: Rc<Self>, day: u32) -> Rc<Self> {
        let mut days = self.0.clone();
        if !days.remove(&day) {
            days.insert(day);
        }
        Rc::new(Self(days))
    }
}

/// The days, each a button.
#[component]
pub(crate) fn Month() -> Html {
    let booked = use_reducer(Booked::default);
    let day = |day: u32| {
        let onclick = {
            let booked = booked.dispatcher();
            Callback::from(move |_: MouseEvent| booked.dispatch(day))
        };
        let pressed = booked.0.contains(&day).to_string();
        html! { <button aria-pressed={pressed} {onclick}>{ day }</button> }
    };
    html! {
        <>
        <h2>{ "In the office" }</h2>
        <div class="month">{ for (1..=31).map(day) }</div>
        <output>{ format!("{} days", booked.0.len()) }</output>
        </>
    }
}
