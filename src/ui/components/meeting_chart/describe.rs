//! The selected turn in words: who had the floor, from when to when, for how long, and what was captured in it.

use std::rc::Rc;

use heard_core::event::capture::Capture;
use heard_core::meeting::{Interval, State};
use yew::prelude::*;

use crate::ui::components::format::{clock, short};
use crate::ui::components::meeting_chart::scene::{Scene, kind_word};

/// How many captures of a turn are listed.
const FEW: usize = 3;

impl Scene<'_> {
    /// Who had the floor in a turn.
    pub(crate) fn who(&self, turn: &Interval) -> &'static str {
        let away = turn.away.map(|(_, counted)| counted);
        if !self.known && away.is_none() && turn.state != State::Break {
            return self.words.picture.unknown;
        }
        (self.words.picture.who)(turn.state, away)
    }

    /// The start, the end and the length of a turn.
    pub(crate) fn times(turn: &Interval) -> [String; 3] {
        [clock(turn.start_ms), clock(turn.end_ms), clock(turn.ms())]
    }

    /// Whether a time lies in a turn. The end of the meeting counts to its last turn.
    fn contains(&self, turn: &Interval, at_ms: u64) -> bool {
        let last = turn.end_ms == self.length_ms && at_ms >= turn.end_ms;
        turn.start_ms <= at_ms && (at_ms < turn.end_ms || last)
    }

    /// How often a turn was marked, in words; `None` if it was not.
    fn marked(&self, turn: &Interval) -> Option<String> {
        let marks =
            self.meeting.marks.iter().filter(|mark| self.contains(turn, mark.at_ms)).count();
        (marks > 0).then(|| (self.words.picture.marked)(marks))
    }

    fn captures(&self, turn: &Interval) -> Vec<&Rc<Capture>> {
        self.meeting.captures.iter().filter(|capture| self.contains(turn, capture.at_ms)).collect()
    }

    /// The selected turn and its heading; `None` if no turn is selected.
    fn heading(&self) -> Option<(&Interval, String)> {
        let index = self.selected?;
        let turn = self.turns.get(index)?;
        let [from, to, long] = &Self::times(turn);
        let of_it = [self.who(turn), from, to, long];
        Some((turn, (self.words.picture.turn)(index + 1, self.turns.len(), of_it)))
    }
}

/// The line under the chart about the selected turn, or a hint.
pub(crate) fn selected_line(scene: &Scene) -> Html {
    html! {
        <p class="selected-turn" aria-hidden="true">
            if let Some((turn, head)) = scene.heading() {
                <b>{ head }</b>{ contents(scene, turn) }
            } else if !scene.turns.is_empty() {
                <span class="sub">{ scene.words.picture.hint }</span>
            }
        </p>
    }
}

/// The same as one text, for screen readers.
pub(crate) fn selected_text(scene: &Scene) -> String {
    let Some((turn, mut texts)) = scene.heading() else {
        return scene.words.picture.hint.to_owned();
    };
    let caught = scene.captures(turn);
    let words = |capture: &&Rc<Capture>| {
        let (kind, words) = (kind_word(capture.kind, scene.words), short(&capture.words));
        let colon = if words.is_empty() { "" } else { ": " };
        let stop = if words.ends_with(['.', '!', '?', '…']) { "" } else { "." };
        format!("{kind}{colon}{words}{stop}")
    };
    let more = caught.len().checked_sub(FEW + 1).map(|more| (scene.words.picture.more)(more + 1));
    for part in scene.marked(turn).into_iter().chain(caught.iter().take(FEW).map(words)).chain(more)
    {
        texts.push(' ');
        texts.push_str(&part);
    }
    texts
}

/// What was marked and captured in a turn.
pub(crate) fn contents(scene: &Scene, turn: &Interval) -> Html {
    let caught = scene.captures(turn);
    html! {
        <>
            if let Some(marked) = scene.marked(turn) { { " " }{ marked } }
            for capture in caught.iter().take(FEW) {
                { " " }{ kind_word(capture.kind, scene.words) }
                if !capture.words.is_empty() {
                    { ": " }<q dir="auto" translate="no" class={capture.kind.as_str()}>{ short(&capture.words) }</q>
                }
            }
            if caught.len() > FEW { { " " }{ (scene.words.picture.more)(caught.len() - FEW) } }
        </>
    }
}
