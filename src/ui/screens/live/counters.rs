//! The live counters: the nodes that change while time passes, written to directly instead of by rendering.

use std::cell::Cell;
use std::rc::Rc;

use heard_core::Meeting;
use heard_core::event::floor::{Floor, Party};
use heard_core::meeting::State;
use web_sys::{Element, Window};
use yew::prelude::*;

use crate::browser::clock;
use crate::browser::ticker::Ticker;
use crate::ui::components::format;
use crate::ui::context::language::Words;
use crate::ui::screens::live::strip::view_box;

const MINUTE_MS: u64 = 60_000;

/// What the live screen reports to the widget.
#[derive(Clone, Copy)]
pub(crate) enum LiveMsg {
    /// The consultant's own turn became long, or is not any more.
    LongTurnChanged(bool),
    /// So many minutes of the meeting have passed.
    MinutesPassed(u64),
    /// A control among the details received the focus by the keyboard, or lost it.
    KeyboardFocusChanged(bool),
}

/// The nodes of the live screen that show time.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct CounterNodes {
    /// The length of the present turn.
    pub(crate) clock: NodeRef,
    /// The length of the meeting.
    pub(crate) elapsed: NodeRef,
    /// The client's share.
    pub(crate) them: NodeRef,
    /// The consultant's share.
    pub(crate) you: NodeRef,
    /// The consultant's part of the rim.
    pub(crate) arc: NodeRef,
    /// The strip.
    pub(crate) strip: NodeRef,
}

/// What the counters show.
#[derive(Clone, PartialEq)]
pub(crate) struct CounterProps {
    /// The window that they are shown in.
    pub(crate) window: Window,
    /// The meeting.
    pub(crate) meeting: Rc<Meeting>,
    /// Whether nothing may move, because the client has the floor.
    pub(crate) quiet: bool,
    /// The length of a turn of the consultant from which it counts as long, in milliseconds; `None` for never.
    pub(crate) long_turn_ms: Option<u64>,
    /// Whether the status line announces the minutes.
    pub(crate) says_minutes: bool,
    /// The strings of the language.
    pub(crate) words: Words,
}

/// Updates the nodes until it is dropped.
pub(crate) struct LiveCounters {
    props: CounterProps,
    _ticker: Ticker,
}

impl LiveCounters {
    /// Starts the counters, or keeps those that run already with the same props.
    ///
    /// While nothing may move, they update once and set no timer.
    pub(crate) fn running(
        present: Option<Self>,
        nodes: &CounterNodes,
        props: CounterProps,
        link: &Callback<LiveMsg>,
    ) -> Self {
        if let Some(same) = present.filter(|counters| counters.props == props) {
            return same;
        }
        let (nodes, shown, link) = (nodes.clone(), props.clone(), link.clone());
        let is_long = Cell::new(None);
        let ticker = Ticker::start(&props.window, move || {
            let until_ms = shown.meeting.position(clock::now());
            let long = shown.is_long(until_ms);
            if is_long.replace(Some(long)) != Some(long) {
                link.emit(LiveMsg::LongTurnChanged(long));
            }
            if shown.says_minutes {
                link.emit(LiveMsg::MinutesPassed(until_ms / MINUTE_MS));
            }
            nodes.update(&shown, until_ms);
            shown.next_ms(until_ms)
        });
        Self { props, _ticker: ticker }
    }
}

impl CounterProps {
    fn turn_ms(&self, until_ms: u64) -> u64 {
        self.meeting.turn_ms(until_ms)
    }

    fn is_long(&self, until_ms: u64) -> bool {
        let ours = self.meeting.state() == State::Floor(Floor::Consultant);
        ours && self.long_turn_ms.is_some_and(|long_turn_ms| self.turn_ms(until_ms) >= long_turn_ms)
    }

    /// In how many milliseconds the counters change next: at the turn's next second, or, while nothing may move, at the next
    /// minute to announce; `None` if they do not change.
    fn next_ms(&self, until_ms: u64) -> Option<u32> {
        let next_ms = match (self.quiet, self.says_minutes) {
            (false, _) => 1_000 - self.turn_ms(until_ms) % 1_000,
            (true, true) => MINUTE_MS - until_ms % MINUTE_MS,
            (true, false) => return None,
        };
        u32::try_from(next_ms).ok()
    }
}

impl CounterNodes {
    /// Writes the values that have changed.
    fn update(&self, props: &CounterProps, until_ms: u64) {
        write(&self.clock, &format::clock(props.turn_ms(until_ms)));
        write(&self.elapsed, &format::clock(until_ms));
        self.update_shares(&props.meeting, until_ms, props.words);
        set(&self.strip, "viewBox", &view_box(until_ms));
    }

    fn update_shares(&self, meeting: &Meeting, until_ms: u64, words: Words) {
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
        // Setting an attribute fails only for an invalid name.
        let _ = element.set_attribute(name, value);
    }
}
