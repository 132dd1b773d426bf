//! The live screen: the floor button, the strip, the capture form. It is quiet while the client has the floor.

pub(crate) mod away;
pub(crate) mod capture_fields;
pub(crate) mod capture_form;
pub(crate) mod capture_list;
pub(crate) mod counters;
pub(crate) mod duplicate_prompt;
pub(crate) mod floor_button;
pub(crate) mod long_press;
pub(crate) mod state;
pub(crate) mod strip;
pub(crate) mod tallies;

use heard_core::Meeting;
use heard_core::event::floor::Floor;
use heard_core::event::kind::EventKind;
use heard_core::event::settings::Face;
use heard_core::meeting::State;
use heard_core::meeting::talk_band::Band;
use web_sys::Element;
use yew::prelude::*;

use crate::store::Command;
use crate::ui::components::notice::{other_tab_notice, storage_dot};
use crate::ui::components::parts::{Button, name};
use crate::ui::context::key_names::{BREAK, MARK, UNDO};
use crate::ui::context::request::Request;
use crate::ui::context::view::View;
use crate::ui::screens::live::away::open_question;
use crate::ui::screens::live::capture_form::capture_form;
use crate::ui::screens::live::capture_list::capture_list;
use crate::ui::screens::live::counters::LiveMsg;
use crate::ui::screens::live::floor_button::{FloorButton, floor_button, state_name};
use crate::ui::screens::live::long_press::LongPress;
use crate::ui::screens::live::state::{CaptureView, LiveView};
use crate::ui::screens::live::strip::strip;
use crate::ui::screens::live::tallies::tallies;

/// How many captures are shown under the form.
const FEW: usize = 3;

/// Selects the screen while it is quiet.
pub(crate) const QUIET: &str = ".live[data-quiet='true']";

/// Whether nothing may move: the client has the floor, and the consultant neither asked for the details, nor is typing, nor
/// has a control among the details in focus for the keyboard.
pub(crate) fn is_quiet(view: &LiveView, typing: bool, meeting: &Meeting) -> bool {
    let client_talks = meeting.state() == State::Floor(Floor::Client);
    let quiet_face = view.notebook().settings().face == Face::Quiet;
    let state = view.state;
    client_talks && quiet_face && !(state.details_shown || state.keyboard_focus || typing)
}

/// The length of a turn of the consultant from which it counts as long, in milliseconds; `None` for never.
pub(crate) fn long_turn_ms(view: &View) -> Option<u64> {
    view.notebook().settings().nudge_s.map(|seconds| u64::from(seconds) * 1_000)
}

/// The screen of a running meeting.
pub(crate) fn live(
    view: &LiveView,
    captures: &CaptureView,
    press: &LongPress,
    meeting: &Meeting,
) -> Html {
    let (words, own) = (view.words, view.state);
    let (state, all) = (meeting.state(), &meeting.captures);
    let button = FloorButton {
        state,
        aim_percent: aim(view, meeting),
        counters: &own.counters,
        node: &own.floor_button,
    };
    let quiet = is_quiet(view, captures.state.typing, meeting);
    let nudge = own.is_long.then(|| (words.live.nudge)(long_turn_ms(view).unwrap_or(0)));
    html! {
        <section
            class="screen live"
            data-state={state_name(state)}
            data-quiet={quiet.to_string()}
            onfocusin={focus_changed(view, true)}
            onfocusout={focus_changed(view, false)}
            data-long={own.is_long.to_string()}
            data-leading={view.snapshot.leading.to_string()}
        >
            { heading(view, meeting, quiet) }
            { other_tab_notice(view) }
            <div class="stage">
                { floor_button(&button, press, words) }
                <p class="share" part="balance">
                    <span class="theirs"><b ref={&own.counters.them}></b>{ " " }{ words.live.them }</span>
                    <span class="ours">{ words.live.you }{ " " }<b ref={&own.counters.you}></b></span>
                </p>
                { strip(meeting, words.live.strip, own.counters.strip.clone()) }
                <p class="nudge" key={nudge.clone().unwrap_or_default()}>{ nudge.unwrap_or_default() }</p>
            </div>
            <div class="notes" inert={quiet}>
                { controls(view, state) }
                { view.shared.status.line() }
                { open_question(view, meeting) }
                { capture_form(captures, None) }
                { capture_list(captures, &mut all.iter(), all.len(), FEW) }
                { tallies(view, meeting.tallies) }
            </div>
        </section>
    }
}

/// Reports whether a control among the details has the focus because of the keyboard.
fn focus_changed(view: &LiveView, focused: bool) -> Callback<FocusEvent> {
    view.link.reform(move |event: FocusEvent| {
        let control = event.target_dyn_into::<Element>();
        let by_keyboard = control.is_some_and(|control| {
            control.matches(":focus-visible:not(.floor)").unwrap_or_default()
        });
        LiveMsg::KeyboardFocusChanged(focused && by_keyboard)
    })
}

fn heading(view: &LiveView, meeting: &Meeting, quiet: bool) -> Html {
    let words = view.words;
    let keys = Button { class: "way", ..Button::plain("keys", words.nav.keys) };
    html! {
        <header class="bar" inert={quiet}>
            <b>{ name(view.client_name(meeting)) }</b>
            <span class="space"></span>
            { storage_dot(view) }
            <span
                class="elapsed"
                role="timer"
                aria-label={words.live.elapsed}
                ref={&view.state.counters.elapsed}
            ></span>
            { keys.draw(view.requests(Request::ShowShortcuts(true))) }
        </header>
    }
}

fn controls(view: &View, state: State) -> Html {
    let live = &view.words.live;
    let (rest, rest_word) = match state {
        State::Break => (EventKind::BreakEnded, live.resume),
        State::Floor(_) => (EventKind::BreakTaken, live.take_break),
    };
    let button = |name, label, key, command| {
        Button { key, ..Button::plain(name, label) }.draw(view.sends(command))
    };
    let end = Button { class: "ghost end", ..Button::plain("end", live.end) };
    html! {
        <div class="controls">
            { button("mark", live.mark, Some(MARK), Command::Record(EventKind::MomentMarked)) }
            { button("break", rest_word, Some(BREAK), Command::Record(rest)) }
            { button("undo", view.words.nav.undo, Some(UNDO), Command::Undo) }
            { end.draw(view.sends(Command::Record(EventKind::MeetingEnded))) }
        </div>
    }
}

/// The aimed talk share in percent: the meeting's own, else the host's, else that of the settings, else the upper end of the
/// band.
fn aim(view: &View, meeting: &Meeting) -> u8 {
    let opening = &meeting.opening;
    let own = opening.aim_percent.or(view.options.target_talk);
    let own = own.or(view.notebook().settings().aim_percent);
    own.unwrap_or_else(|| Band::of(opening.kind, opening.us, opening.them).high_percent)
}
