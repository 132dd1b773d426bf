//! A page of a fictitious intranet, with Heard as one of its components.

mod controls;
mod month;
mod notifications;

use heard::{Controller, Heard, Options, Theme};
use yew::prelude::*;

use controls::Controls;
use month::Month;
use notifications::{Notifications, append};

/// The page. The counter belongs to the intranet, and only its own button changes it.
#[component]
fn Intranet() -> Html {
    let coffees = use_state(|| 0_u32);
    let is_shown = use_state(|| true);
    let is_twice = use_state(|| false);
    let is_dark = use_state(|| false);
    let notifications = use_reducer(Notifications::default);
    // Created once, before the widget is shown.
    let controller = use_memo((), |()| Controller::new());

    let toggle = |flag: &UseStateHandle<bool>| {
        let flag = flag.clone();
        Callback::from(move |_: MouseEvent| flag.set(!*flag))
    };
    let more_coffee = {
        let coffees = coffees.clone();
        Callback::from(move |_: MouseEvent| coffees.set(*coffees + 1))
    };
    let theme = if *is_dark { Theme::Dark } else { Theme::Auto };
    let options = Options { storage_key: "intranet".into(), theme, ..Options::default() };
    let lines = notifications.dispatcher();

    html! {
        <>
        <header><b>{ "Northgate" }</b><span>{ "Consulting, third floor" }</span></header>
        <main>
            <section id="own">
                <h2>{ "Coffees today" }</h2>
                <p>{ "The intranet’s own counter. Nothing that happens in a widget changes it." }</p>
                <div class="row">
                    <button id="coffee" onclick={more_coffee}>{ "One more" }</button>
                    <output id="coffees">{ *coffees }</output>
                </div>
                <Month />
            </section>
            <section>
                <h2>{ "Controlling the widget" }</h2>
                <Controls controller={(*controller).clone()} />
                <div class="row">
                    <button id="show" onclick={toggle(&is_shown)}>
                        { if *is_shown { "Remove it" } else { "Show it" } }
                    </button>
                    <button id="twice" onclick={toggle(&is_twice)}>
                        { if *is_twice { "Once" } else { "Twice" } }
                    </button>
                    <button id="dark" onclick={toggle(&is_dark)}>
                        { if *is_dark { "System theme" } else { "Dark" } }
                    </button>
                </div>
                <h2>{ "Callbacks" }</h2>
                <ol id="told">{ for notifications.lines().map(|line| html! { <li>{ line }</li> }) }</ol>
            </section>
            if *is_shown {
                <section class="bare">
                    <Heard
                        class="first"
                        options={options.clone()}
                        controller={(*controller).clone()}
                        on_ready={append(&lines, notifications::ready)}
                        on_meeting_start={append(&lines, notifications::meeting_start)}
                        on_meeting_end={append(&lines, notifications::meeting_end)}
                        on_floor_change={append(&lines, notifications::floor_change)}
                        on_capture={append(&lines, notifications::capture)}
                        on_loop_change={append(&lines, notifications::loop_change)}
                        on_storage_change={append(&lines, notifications::storage_change)}
                        on_error={append(&lines, notifications::error)}
                    />
                </section>
            }
            if *is_twice {
                <section class="bare"><Heard class="second" {options} /></section>
            }
            <section>
                <h2>{ "The widget as an element" }</h2>
                <small>{ "Shown only if the page loads heard.js as well." }</small>
                <heard-widget storage-key="element" />
            </section>
        </main>
        </>
    }
}

fn main() {
    yew::Renderer::<Intranet>::new().render();
}
