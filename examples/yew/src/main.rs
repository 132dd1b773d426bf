//! A page of an imaginary intranet, with Heard as one of its components.

mod controls;
mod month;
mod told;

use heard::{Controller, Heard, Options, Theme};
use yew::prelude::*;

use controls::Controls;
use month::Month;
use told::{Told, telling};

/// The page. The counter is the intranet's own, and only its own button moves it.
#[component]
fn Intranet() -> Html {
    let coffees = use_state(|| 0_u32);
    let is_shown = use_state(|| true);
    let is_twice = use_state(|| false);
    let is_dark = use_state(|| false);
    let told = use_reducer(Told::default);
    // Made once, before the widget is there.
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
    let tell = told.dispatcher();

    html! {
        <>
        <header><b>{ "Northgate" }</b><span>{ "Consulting, third floor" }</span></header>
        <main>
            <section id="own">
                <h2>{ "Coffees today" }</h2>
                <p>{ "The intranet’s own counter. Nothing that is touched in a widget moves it." }</p>
                <div class="row">
                    <button id="coffee" onclick={more_coffee}>{ "One more" }</button>
                    <output id="coffees">{ *coffees }</output>
                </div>
                <Month />
            </section>
            <section>
                <h2>{ "The widget, from outside" }</h2>
                <Controls controller={(*controller).clone()} />
                <div class="row">
                    <button id="show" onclick={toggle(&is_shown)}>
                        { if *is_shown { "Take it away" } else { "Put it back" } }
                    </button>
                    <button id="twice" onclick={toggle(&is_twice)}>
                        { if *is_twice { "Once" } else { "Twice" } }
                    </button>
                    <button id="dark" onclick={toggle(&is_dark)}>
                        { if *is_dark { "As the system has it" } else { "Dark" } }
                    </button>
                </div>
                <h2>{ "What it told us" }</h2>
                <ol id="told">{ for told.lines().map(|line| html! { <li>{ line }</li> }) }</ol>
            </section>
            if *is_shown {
                <section class="bare">
                    <Heard
                        class="first"
                        options={options.clone()}
                        controller={(*controller).clone()}
                        on_ready={telling(&tell, told::ready)}
                        on_meeting_start={telling(&tell, told::meeting_start)}
                        on_meeting_end={telling(&tell, told::meeting_end)}
                        on_floor_change={telling(&tell, told::floor_change)}
                        on_capture={telling(&tell, told::capture)}
                        on_loop_change={telling(&tell, told::loop_change)}
                        on_storage_change={telling(&tell, told::storage_change)}
                        on_error={telling(&tell, told::error)}
                    />
                </section>
            }
            if *is_twice {
                <section class="bare"><Heard class="second" {options} /></section>
            }
            <section>
                <h2>{ "The same as an element" }</h2>
                <small>{ "Only there when the page loads heard.js as well." }</small>
                <heard-widget storage-key="element" />
            </section>
        </main>
        </>
    }
}

fn main() {
    yew::Renderer::<Intranet>::new().render();
}
