//! The live screen: the circle, the strip, the capture line; quiet while the client talks.

use std::rc::Rc;

use heard_core::Meeting;
use heard_core::act::Act;
use heard_core::floor::Floor;
use heard_core::meeting::State;
use heard_core::settings::Face;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::live::{Draft, Said};
use crate::shell::notebook::Mode;
use crate::shell::vibration;
use crate::ui::amending::Amending;
use crate::ui::capture_line::{CaptureLine, Wanted};
use crate::ui::capture_list::{CaptureList, capture_list};
use crate::ui::dials::{Dials, Showing, use_dials};
use crate::ui::floor_button::{Circle, floor_button, state_name, use_long_press};
use crate::ui::hotkeys::{MARK, REST, UNDO};
use crate::ui::peek::Peek;
use crate::ui::saying::{Button, saying};
use crate::ui::strip::strip;
use crate::ui::tallies::tallies;
use crate::ui::window::Window;
use crate::ui::words::Words;

/// How many captures stand under the line; the rest waits for the review.
const FEW: usize = 3;

/// Props of [`LiveScreen`].
#[derive(Properties, PartialEq)]
pub(crate) struct LiveScreenProps {
    /// The meeting that runs.
    pub(crate) meeting: Rc<Meeting>,
    /// The client's name.
    pub(crate) client: Option<Rc<str>>,
    /// The aim in percent.
    pub(crate) aim_percent: u8,
    /// What the face shows while the client talks.
    pub(crate) face: Face,
    /// After how many seconds one's own turn is long.
    pub(crate) nudge_s: Option<u16>,
    /// Whether a phone may buzz.
    pub(crate) haptics: bool,
    /// How safely things are kept.
    pub(crate) mode: Mode,
    /// The capture line to begin with.
    pub(crate) draft: Draft,
    /// The capture line is wanted.
    pub(crate) wanted: Option<Wanted>,
    /// Whether the details are called up.
    pub(crate) peek: Peek,
    /// The circle takes the focus when the screen appears.
    pub(crate) take_focus: bool,
    /// What the status line says last.
    pub(crate) status: AttrValue,
    /// How much of the captures is shown.
    pub(crate) window: Window,
    /// Which capture is being corrected.
    pub(crate) amending: Amending,
    /// The language.
    pub(crate) words: Words,
    /// Something was said.
    pub(crate) on_said: Callback<Said>,
    /// Words were given to be kept; says whether they were.
    pub(crate) on_keep: Callback<Draft, bool>,
}

/// The screen of a running meeting.
#[component]
pub(crate) fn LiveScreen(props: &LiveScreenProps) -> Html {
    let LiveScreenProps { meeting, aim_percent, peek, on_said, .. } = props;
    let words = props.words;
    let window = &props.window.beginning_with(FEW);
    let dials = use_state(Dials::default);
    let circle = use_node_ref();
    let press = use_long_press(on_said);
    let is_long = use_state_eq(|| false);
    let writing = use_state_eq(|| props.draft.writing && !props.draft.is_blank());
    let state = meeting.state();

    let theirs = state == State::Floor(Floor::Client);
    let quiet = theirs && props.face == Face::Quiet && !peek.awake && !*writing;
    let nudge_ms = props.nudge_s.map(|s| u64::from(s) * 1_000);
    let showing = Showing { meeting: Rc::clone(meeting), quiet, nudge_ms, words };
    use_dials(
        &dials,
        showing,
        Callback::from({
            let is_long = is_long.setter();
            move |long| is_long.set(long)
        }),
    );
    use_effect_with((*is_long, props.haptics), |(is_long, haptics)| {
        if *is_long && *haptics {
            vibration::buzz(80);
        }
    });
    use_first_focus(&circle, props.take_focus);
    use_effect_with(state, {
        let rest = peek.set.clone();
        move |_| {
            if theirs {
                rest.emit(false);
            }
        }
    });

    let on_keep = props.on_keep.clone();
    let back_to = circle.clone();
    let on_keep = Callback::from(move |draft| {
        let kept = on_keep.emit(draft);
        if kept && let Some(circle) = back_to.cast::<HtmlElement>() {
            // Focusing a button in the document can not fail.
            let _ = circle.focus();
        }
        kept
    });
    html! {
        <main
            class="live"
            data-state={state_name(state)}
            data-quiet={quiet.to_string()}
            data-long={is_long.to_string()}
        >
            { heading(props, &dials, words) }
            <div class="stage">
                { floor_button(
                    &Circle { state, aim_percent: *aim_percent, dials: &dials, node: &circle },
                    &press,
                    words,
                ) }
                <p class="share" part="balance">
                    <span class="theirs" ref={&dials.them}></span>
                    <span class="ours" ref={&dials.you}></span>
                </p>
                { strip(meeting, words.live.strip, dials.strip.clone()) }
                <p class="nudge">
                    if *is_long { { (words.live.nudge)(nudge_ms.unwrap_or(0)) } }
                </p>
            </div>
            <div class="notes">
                <CaptureLine
                    {words}
                    draft={props.draft.clone()}
                    wanted={props.wanted}
                    {on_said}
                    {on_keep}
                    on_writing={Callback::from({
                        let writing = writing.setter();
                        move |now| writing.set(now)
                    })}
                />
                { capture_list(&CaptureList { captures: &meeting.captures, window, amending: &props.amending, on_said, words }) }
                { tallies(meeting.tallies, on_said, words) }
                { controls(props, words) }
                <p class="said" aria-hidden="true">{ &props.status }</p>
            </div>
        </main>
    }
}

/// The first screen of a page takes no focus: that is the host's. One that follows a touch does.
#[hook]
fn use_first_focus(node: &NodeRef, wanted: bool) {
    let node = node.clone();
    use_effect_with((), move |()| {
        if wanted && let Some(element) = node.cast::<HtmlElement>() {
            // Focusing a button in the document can not fail.
            let _ = element.focus();
        }
    });
}

fn heading(props: &LiveScreenProps, dials: &Dials, words: Words) -> Html {
    let name = props.client.as_deref().unwrap_or(words.someone);
    html! {
        <header class="bar">
            <b><bdi>{ name }</bdi></b>
            <span class="space"></span>
            <span class="kept" data-mode={props.mode.word()}>
                <i class="dot" aria-hidden="true"></i>{ (words.kept.mode)(props.mode) }
            </span>
            <span
                class="elapsed"
                role="timer"
                aria-label={words.live.elapsed}
                ref={&dials.elapsed}
            ></span>
        </header>
    }
}

fn controls(props: &LiveScreenProps, words: Words) -> Html {
    let resting = props.meeting.state() == State::Break;
    let (rest, rest_word) = if resting {
        (Act::BreakEnded, words.live.resume)
    } else {
        (Act::BreakTaken, words.live.take_break)
    };
    let on_said = &props.on_said;
    let say = |name, label, key, said| {
        Button { key, ..Button::plain(name, label) }.draw(saying(on_said, said))
    };
    html! {
        <div class="controls">
            { say("mark", words.live.mark, Some(MARK), Said::Act(Act::MomentMarked)) }
            { say("break", rest_word, Some(REST), Said::Act(rest)) }
            { say("undo", words.nav.undo, Some(UNDO), Said::Undo) }
            { say("end", words.live.end, None, Said::Act(Act::MeetingEnded)) }
        </div>
    }
}
