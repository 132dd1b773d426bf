//! The live screen: the circle, the strip, the capture line; quiet while the client talks.

pub(crate) mod away;
pub(crate) mod capture_fields;
pub(crate) mod capture_form;
pub(crate) mod capture_list;
pub(crate) mod counters;
pub(crate) mod duplicate_prompt;
pub(crate) mod floor_button;
pub(crate) mod long_press;
pub(crate) mod strip;
pub(crate) mod tallies;

use heard_core::Meeting;
use heard_core::event::floor::Floor;
use heard_core::event::kind::EventKind;
use heard_core::event::settings::Face;
use heard_core::meeting::State;
use heard_core::meeting::talk_band::Band;
use yew::prelude::*;

use crate::store::Command;
use crate::ui::components::notice::{dot, elsewhere};
use crate::ui::components::parts::{Button, name};
use crate::ui::screens::live::capture_form::capture_line;
use crate::ui::screens::live::capture_list::capture_list;
use crate::ui::screens::live::floor_button::{Circle, floor_button, state_name};
use crate::ui::screens::live::strip::strip;
use crate::ui::screens::live::tallies::tallies;
use crate::ui::widget::hotkeys::{MARK, REST, UNDO};
use crate::ui::widget::view::{Msg, View};

/// How many captures stand under the line; the rest waits for the review.
const FEW: usize = 3;

/// Whether nothing may move or be read: the client talks, and nobody called the details up.
pub(crate) fn is_quiet(view: &View, meeting: &Meeting) -> bool {
    let theirs = meeting.state() == State::Floor(Floor::Client);
    let quiet_face = view.notebook().settings().face == Face::Quiet;
    theirs && quiet_face && !view.local.awake && !view.local.writing
}

/// After how many milliseconds one's own turn is long.
pub(crate) fn nudge_ms(view: &View) -> Option<u64> {
    view.notebook().settings().nudge_s.map(|seconds| u64::from(seconds) * 1_000)
}

/// The screen of a running meeting.
pub(crate) fn live(view: &View, meeting: &Meeting) -> Html {
    let (words, local) = (view.words, view.local);
    let state = meeting.state();
    let circle =
        Circle { state, aim_percent: aim(view, meeting), dials: &local.dials, node: &local.circle };
    let nudge = local.is_long.then(|| (words.live.nudge)(nudge_ms(view).unwrap_or(0)));
    html! {
        <section
            class="screen live"
            data-state={state_name(state)}
            data-quiet={is_quiet(view, meeting).to_string()}
            data-long={local.is_long.to_string()}
            data-leading={view.snapshot.leading.to_string()}
        >
            { heading(view, meeting) }
            { elsewhere(view) }
            <div class="stage">
                { floor_button(&circle, view.press, words) }
                <p class="share" part="balance">
                    <span class="theirs"><b ref={&local.dials.them}></b>{ " " }{ words.live.them }</span>
                    <span class="ours">{ words.live.you }{ " " }<b ref={&local.dials.you}></b></span>
                </p>
                { strip(meeting, words.live.strip, local.dials.strip.clone()) }
                <p class="nudge">{ nudge.unwrap_or_default() }</p>
            </div>
            <div class="notes">
                { controls(view, state) }
                <p class="said" aria-hidden="true">{ &local.status }</p>
                { away::asked(view, meeting) }
                { capture_line(view, None) }
                { capture_list(view, &meeting.captures, FEW) }
                { tallies(view, meeting.tallies) }
            </div>
        </section>
    }
}

fn heading(view: &View, meeting: &Meeting) -> Html {
    let words = view.words;
    let keys = Button { class: "way", ..Button::plain("keys", words.nav.keys) };
    html! {
        <header class="bar">
            <b>{ name(view.client_name(meeting)) }</b>
            <span class="space"></span>
            { dot(view) }
            <span
                class="elapsed"
                role="timer"
                aria-label={words.live.elapsed}
                ref={&view.local.dials.elapsed}
            ></span>
            { keys.draw(view.on(Msg::Helped(true))) }
        </header>
    }
}

fn controls(view: &View, state: State) -> Html {
    let live = &view.words.live;
    let (rest, rest_word) = match state {
        State::Break => (EventKind::BreakEnded, live.resume),
        State::Floor(_) => (EventKind::BreakTaken, live.take_break),
    };
    let say = |name, label, key, said| {
        Button { key, ..Button::plain(name, label) }.draw(view.saying(said))
    };
    let end = Button { class: "ghost end", ..Button::plain("end", live.end) };
    html! {
        <div class="controls">
            { say("mark", live.mark, Some(MARK), Command::Record(EventKind::MomentMarked)) }
            { say("break", rest_word, Some(REST), Command::Record(rest)) }
            { say("undo", view.words.nav.undo, Some(UNDO), Command::Undo) }
            { end.draw(view.saying(Command::Record(EventKind::MeetingEnded))) }
        </div>
    }
}

/// The aim of the rim: the meeting's own, else the host's, else the settings', else the band's.
fn aim(view: &View, meeting: &Meeting) -> u8 {
    let opening = &meeting.opening;
    let own = opening.aim_percent.or(view.options.target_talk);
    let own = own.or(view.notebook().settings().aim_percent);
    own.unwrap_or_else(|| Band::of(opening.kind, opening.us, opening.them).high_percent)
}
