//! The floor button: it shows who has the floor and passes it on.

use heard_core::event::floor::Floor;
use heard_core::meeting::State;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::i18n::Strings;
use crate::ui::context::language::Words;
use crate::ui::screens::live::counters::CounterNodes;
use crate::ui::screens::live::long_press::LongPress;

/// What the button shows.
pub(crate) struct FloorButton<'a> {
    /// Who has the floor, or that there is a break.
    pub(crate) state: State,
    /// The position of the tick for the aimed talk share, in percent of the rim.
    pub(crate) aim_percent: u8,
    /// The nodes that the live counters write to.
    pub(crate) counters: &'a CounterNodes,
    /// The button itself.
    pub(crate) node: &'a NodeRef,
}

/// The button. A click passes the floor, a long press marks the moment.
pub(crate) fn floor_button(button: &FloorButton, press: &LongPress, words: Words) -> Html {
    let FloorButton { state, aim_percent, counters, node } = *button;
    let (word, hint) = (state_word(state, &words), hint_word(state, &words));
    html! {
        <button
            ref={node}
            part="floor"
            class="floor"
            type="button"
            data-floor={floor_word(state)}
            data-state={state_name(state)}
            aria-keyshortcuts="Space"
            onclick={&press.click}
            onkeydown={Callback::from(|event: KeyboardEvent| {
                // A key that is held down counts as one press.
                if event.repeat() {
                    event.prevent_default();
                }
            })}
            onpointerdown={&press.down}
            onpointerup={&press.end}
            onpointercancel={&press.end}
            onpointerleave={&press.leave}
            onpointerenter={&press.enter}
            oncontextmenu={Callback::from(|event: MouseEvent| event.prevent_default())}
        >
            { rim(aim_percent, counters) }
            // A page translator replaces text nodes by its own. A key for each text makes a new element of each change.
            <span class="face">
                <span class="who" key={word}>{ word }</span>
                <span class="clock" part="clock" aria-hidden="true" ref={&counters.clock}></span>
                { " " }<span class="hint" key={hint}>{ hint }</span>
            </span>
        </button>
    }
}

/// The rim shows the speech so far: the consultant's share clockwise from the top, the rest the client's. The tick is the aim.
fn rim(aim_percent: u8, counters: &CounterNodes) -> Html {
    let turn = format!("rotate({} 132 132)", u32::from(aim_percent) * 360 / 100);
    html! {
        <svg class="rim" viewBox="0 0 264 264" aria-hidden="true">
            <circle class="theirs" cx="132" cy="132" r="124" />
            <circle
                ref={&counters.arc}
                class="ours"
                cx="132"
                cy="132"
                r="124"
                pathLength="1000"
                stroke-dasharray="0 1000"
                transform="rotate(-90 132 132)"
            />
            <path class="aim" d="M132 0V18" transform={turn} />
        </svg>
    }
}

/// The value of `data-floor`, which is part of the contract with host pages; `None` in a break.
fn floor_word(state: State) -> Option<&'static str> {
    match state {
        State::Floor(floor) => Some(floor.as_str()),
        State::Break => None,
    }
}

/// The value of `data-state`, by which the style sheet selects.
pub(crate) const fn state_name(state: State) -> &'static str {
    match state {
        State::Floor(Floor::Client) => "listening",
        State::Floor(Floor::Consultant) => "talking",
        State::Floor(Floor::Open) => "open",
        State::Break => "break",
    }
}

/// The label of a state.
pub(crate) const fn state_word(state: State, words: &Strings) -> &'static str {
    let live = &words.live;
    match state {
        State::Floor(Floor::Client) => live.listening,
        State::Floor(Floor::Consultant) => live.talking,
        State::Floor(Floor::Open) => live.open,
        State::Break => live.on_break,
    }
}

const fn hint_word(state: State, words: &Strings) -> &'static str {
    let live = &words.live;
    match state {
        State::Floor(Floor::Client | Floor::Open) => live.hint_listening,
        State::Floor(Floor::Consultant) => live.hint_talking,
        State::Break => live.hint_on_break,
    }
}
