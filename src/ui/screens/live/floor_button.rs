//! The circle: the one huge target, and the picture of who has the floor.

use heard_core::event::floor::Floor;
use heard_core::meeting::State;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::i18n::Strings;
use crate::ui::screens::live::counters::Dials;
use crate::ui::screens::live::long_press::Press;
use crate::ui::widget::language::Words;

/// What the circle shows, and where.
pub(crate) struct Circle<'a> {
    /// Who has the floor, or that the meeting rests.
    pub(crate) state: State,
    /// Where the tick of the aim stands, in percent of the rim.
    pub(crate) aim_percent: u8,
    /// The nodes that the clock writes to.
    pub(crate) dials: &'a Dials,
    /// The button itself.
    pub(crate) node: &'a NodeRef,
}

/// A touch passes the floor, a long one marks the moment.
pub(crate) fn floor_button(circle: &Circle, press: &Press, words: Words) -> Html {
    let Circle { state, aim_percent, dials, node } = *circle;
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
                // A key held down is one press, not many.
                if event.repeat() {
                    event.prevent_default();
                }
            })}
            onpointerdown={&press.down}
            onpointerup={&press.end}
            onpointercancel={&press.end}
            onpointerleave={&press.end}
            oncontextmenu={Callback::from(|event: MouseEvent| event.prevent_default())}
        >
            { rim(aim_percent, dials) }
            <span class="face">
                <span class="who">{ word }</span>
                <span class="clock" part="clock" aria-hidden="true" ref={&dials.clock}></span>
                { " " }<span class="hint">{ hint }</span>
            </span>
        </button>
    }
}

/// The rim is the meeting so far: ours from the top, clockwise, the rest theirs; the tick is the aim.
fn rim(aim_percent: u8, dials: &Dials) -> Html {
    let turn = format!("rotate({} 132 132)", u32::from(aim_percent) * 360 / 100);
    html! {
        <svg class="rim" viewBox="0 0 264 264" aria-hidden="true">
            <circle class="theirs" cx="132" cy="132" r="124" />
            <circle
                ref={&dials.arc}
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

/// The contract's word for who has the floor; none in a break.
fn floor_word(state: State) -> Option<&'static str> {
    match state {
        State::Floor(floor) => Some(floor.word()),
        State::Break => None,
    }
}

/// The state as the style sheet names it.
pub(crate) const fn state_name(state: State) -> &'static str {
    match state {
        State::Floor(Floor::Client) => "listening",
        State::Floor(Floor::Consultant) => "talking",
        State::Floor(Floor::Open) => "open",
        State::Break => "break",
    }
}

/// The state in words.
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
