//! The dials: the few nodes that change while time passes, written to directly and never through a render.

use std::rc::Rc;

use heard_core::Meeting;
use heard_core::floor::{Floor, Party};
use heard_core::meeting::State;
use web_sys::Element;
use yew::prelude::*;

use crate::shell::clock;
use crate::shell::ticker::Ticker;
use crate::ui::format;
use crate::ui::strip::view_box;
use crate::ui::words::Words;

/// The nodes of a live screen that show time.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Dials {
    /// The present turn.
    pub(crate) clock: NodeRef,
    /// The whole meeting.
    pub(crate) elapsed: NodeRef,
    /// Their share.
    pub(crate) them: NodeRef,
    /// Our share.
    pub(crate) you: NodeRef,
    /// Our part of the rim.
    pub(crate) arc: NodeRef,
    /// The strip.
    pub(crate) strip: NodeRef,
}

/// What the dials show, and when one's own turn is long.
#[derive(Clone, PartialEq)]
pub(crate) struct Showing {
    /// The meeting.
    pub(crate) meeting: Rc<Meeting>,
    /// Nothing may move now.
    pub(crate) quiet: bool,
    /// After how many milliseconds one's own turn is long.
    pub(crate) nudge_ms: Option<u64>,
    /// The words around the numbers.
    pub(crate) words: Words,
}

/// Keeps the dials right for as long as the screen shows; calls `on_long` when one's own turn is, or is not, long.
///
/// While nothing may move it paints once and sets no timer at all.
#[hook]
pub(crate) fn use_dials(dials: &Dials, showing: Showing, on_long: Callback<bool>) {
    let dials = dials.clone();
    use_effect_with(showing, move |showing| {
        let showing = showing.clone();
        let ticker = Ticker::start(move || {
            let next_ms = dials.paint(&showing, &on_long);
            (!showing.quiet).then_some(next_ms)
        });
        move || drop(ticker)
    });
}

impl Dials {
    /// Writes what has changed, and says in how many milliseconds the turn's next second begins.
    fn paint(&self, showing: &Showing, on_long: &Callback<bool>) -> u32 {
        let meeting = &showing.meeting;
        let until_ms = meeting.position(clock::now());
        let turn_ms = until_ms.saturating_sub(meeting.since_ms());
        let is_ours = meeting.state() == State::Floor(Floor::Consultant);
        on_long.emit(is_ours && showing.nudge_ms.is_some_and(|nudge| turn_ms >= nudge));
        write(&self.clock, &format::clock(turn_ms));
        write(&self.elapsed, &format::clock(until_ms));
        self.paint_shares(meeting, until_ms, showing.words);
        set(&self.strip, "viewBox", &view_box(until_ms));
        u32::try_from(1_000 - turn_ms % 1_000).unwrap_or(1_000)
    }

    fn paint_shares(&self, meeting: &Meeting, until_ms: u64, words: Words) {
        let measures = meeting.measures(until_ms);
        let share = |party, whole| measures.share_of_speech(party, whole).unwrap_or(0);
        let percent = |party| (words.percent)(share(party, 100));
        write(&self.them, &(words.live.them)(&percent(Party::Client)));
        write(&self.you, &(words.live.you)(&percent(Party::Consultant)));
        let arc = format!("{} 1000", share(Party::Consultant, 1_000));
        set(&self.arc, "stroke-dasharray", &arc);
    }
}

fn write(node: &NodeRef, text: &str) {
    if let Some(element) = node.cast::<Element>()
        && element.text_content().as_deref() != Some(text)
    {
        element.set_text_content(Some(text));
    }
}

fn set(node: &NodeRef, name: &str, value: &str) {
    if let Some(element) = node.cast::<Element>()
        && element.get_attribute(name).as_deref() != Some(value)
    {
        // The names are fixed and valid, so setting them can not fail.
        let _ = element.set_attribute(name, value);
    }
}
