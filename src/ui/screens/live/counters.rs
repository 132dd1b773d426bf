//! The dials: the few nodes that change while time passes, written to directly and never through a render.

use std::cell::Cell;
use std::rc::Rc;

use heard_core::Meeting;
use heard_core::event::floor::{Floor, Party};
use heard_core::meeting::State;
use web_sys::Element;
use yew::prelude::*;

use crate::browser::clock;
use crate::browser::ticker::Ticker;
use crate::ui::components::format;
use crate::ui::screens::live::strip::view_box;
use crate::ui::widget::language::Words;
use crate::ui::widget::view::Msg;

const MINUTE_MS: u64 = 60_000;

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

/// What the dials show.
#[derive(Clone, PartialEq)]
pub(crate) struct Showing {
    /// The meeting.
    pub(crate) meeting: Rc<Meeting>,
    /// Nothing may move now.
    pub(crate) quiet: bool,
    /// After how many milliseconds one's own turn is long.
    pub(crate) nudge_ms: Option<u64>,
    /// The status line says the minutes.
    pub(crate) says_minutes: bool,
    /// The words around the numbers.
    pub(crate) words: Words,
}

/// What runs the dials, for as long as it shows the same.
pub(crate) struct LiveCounters {
    showing: Showing,
    _ticker: Ticker,
}

impl LiveCounters {
    /// Runs the dials for what is snapshot; the clockwork that runs already, if it shows the same.
    ///
    /// While nothing may move it paints once and sets no timer at all.
    pub(crate) fn running(
        already: Option<Self>,
        dials: &Dials,
        showing: Showing,
        link: &Callback<Msg>,
    ) -> Self {
        if let Some(same) = already.filter(|clockwork| clockwork.showing == showing) {
            return same;
        }
        let (dials, snapshot, link) = (dials.clone(), showing.clone(), link.clone());
        let is_long = Cell::new(None);
        let ticker = Ticker::start(move || {
            let until_ms = snapshot.meeting.position(clock::now());
            let long = snapshot.is_long(until_ms);
            if is_long.replace(Some(long)) != Some(long) {
                link.emit(Msg::Lasted(long));
            }
            if snapshot.says_minutes {
                link.emit(Msg::Counted(until_ms / MINUTE_MS));
            }
            dials.paint(&snapshot, until_ms);
            snapshot.next_ms(until_ms)
        });
        Self { showing, _ticker: ticker }
    }
}

impl Showing {
    fn turn_ms(&self, until_ms: u64) -> u64 {
        self.meeting.turn_ms(until_ms)
    }

    fn is_long(&self, until_ms: u64) -> bool {
        let ours = self.meeting.state() == State::Floor(Floor::Consultant);
        ours && self.nudge_ms.is_some_and(|nudge_ms| self.turn_ms(until_ms) >= nudge_ms)
    }

    /// In how many milliseconds the picture changes next: with the turn's next second, or, while nothing may move,
    /// with the next minute to be said, or not at all.
    fn next_ms(&self, until_ms: u64) -> Option<u32> {
        let next_ms = match (self.quiet, self.says_minutes) {
            (false, _) => 1_000 - self.turn_ms(until_ms) % 1_000,
            (true, true) => MINUTE_MS - until_ms % MINUTE_MS,
            (true, false) => return None,
        };
        u32::try_from(next_ms).ok()
    }
}

impl Dials {
    /// Writes what has changed.
    fn paint(&self, showing: &Showing, until_ms: u64) {
        write(&self.clock, &format::clock(showing.turn_ms(until_ms)));
        write(&self.elapsed, &format::clock(until_ms));
        self.paint_shares(&showing.meeting, until_ms, showing.words);
        set(&self.strip, "viewBox", &view_box(until_ms));
    }

    fn paint_shares(&self, meeting: &Meeting, until_ms: u64, words: Words) {
        let measures = meeting.measures(until_ms);
        let share = |party, whole| measures.share_of_speech(party, whole).unwrap_or(0);
        let percent = |party| (words.percent)(share(party, 100));
        write(&self.them, &percent(Party::Client));
        write(&self.you, &percent(Party::Consultant));
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
