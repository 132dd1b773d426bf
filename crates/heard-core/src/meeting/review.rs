//! Changes to a meeting by the events of its review.

use std::rc::Rc;

use crate::event::capture::Capture;
use crate::event::id::EventId;
use crate::event::kind::EventKind;
use crate::event::review::{Chain, ChainText, Cost, Notice, NoticeText, Story};
use crate::meeting::Meeting;

impl Meeting {
    /// Applies an event of the review. Other kinds are ignored.
    pub(super) fn take_after(&mut self, id: EventId, kind: &EventKind) {
        match kind {
            EventKind::Guessed { percent } => self.after.guess_percent = Some(*percent),
            EventKind::FeltHeard { step } => self.after.felt_heard = Some(*step),
            EventKind::CostNoted { cost, text } => self.note_cost(id, *cost, text),
            EventKind::NoticeWritten { notice, text } => self.write_notice(id, *notice, text),
            EventKind::KindChanged { capture, to } => {
                self.change_capture(*capture, &|it| it.kind = *to);
            }
            EventKind::Attributed { capture, to } => {
                self.change_capture(*capture, &|it| it.said_by.clone_from(to));
            }
            EventKind::Reworded { capture, ours } => {
                self.change_capture(*capture, &|it| it.ours.clone_from(ours));
            }
            EventKind::Planned { capture, known_by, by } => self.change_capture(*capture, &|it| {
                it.known_by.clone_from(known_by);
                it.by = *by;
            }),
            EventKind::ReadBack { capture, answer } => {
                self.change_capture(*capture, &|it| it.answer = Some(*answer));
            }
            EventKind::ChainDrawn { outcome, chain, links } => {
                self.change_capture(*outcome, &|it| draw(it, id, *chain, links));
            }
            EventKind::Ranked { captures } => self.rank(captures),
            _ => {}
        }
    }

    /// Changes the capture `id`. Does nothing if it is unknown.
    pub(super) fn change_capture(&mut self, id: EventId, change: &dyn Fn(&mut Capture)) {
        if let Some(place) = self.captures.iter().position(|capture| capture.id == id) {
            self.change_capture_at(place, change);
        }
    }

    /// Changes the capture at an index. Does nothing if the index is out of range.
    pub(super) fn change_capture_at(&mut self, place: usize, change: &dyn Fn(&mut Capture)) {
        if let Some(capture) = self.captures.get_mut(place) {
            change(Rc::make_mut(capture));
        }
    }

    /// Sets the rank of every capture to its place in `order`, counted from 1; `None` if it is not in `order`.
    fn rank(&mut self, order: &[EventId]) {
        let rank = |capture: &Capture| {
            let place = order.iter().position(|id| *id == capture.id);
            place.and_then(|place| u32::try_from(place + 1).ok())
        };
        for place in self.places(&|capture| capture.rank != rank(capture)) {
            self.change_capture_at(place, &|capture| capture.rank = rank(capture));
        }
    }

    /// Adds a cost, or replaces the cost `again`.
    fn note_cost(&mut self, id: EventId, again: Option<EventId>, text: &Cost) {
        let costs = &mut self.after.costs;
        match again {
            None => costs.push((id, text.clone())),
            // A cost that was removed is not added again.
            Some(again) => {
                if let Some((_, cost)) = costs.iter_mut().find(|(cost, _)| *cost == again) {
                    *cost = text.clone();
                }
            }
        }
    }

    /// Adds a notice, or replaces the text of the notice `again`.
    fn write_notice(&mut self, id: EventId, again: Option<EventId>, text: &NoticeText) {
        let notices = &mut self.after.notices;
        match again {
            None => notices.push(Notice { id, text: text.clone() }),
            Some(again) => {
                if let Some(notice) = notices.iter_mut().find(|notice| notice.id == again) {
                    notice.text = text.clone();
                }
            }
        }
    }

    /// Adds a story, or replaces the texts of the story `again`.
    pub(super) fn write_story(&mut self, again: Option<EventId>, content: Story) {
        let stories = &mut self.after.stories;
        match again {
            None => stories.push(content),
            Some(again) => {
                if let Some(story) = stories.iter_mut().find(|story| story.id == again) {
                    (story.learned, story.changed) = (content.learned, content.changed);
                }
            }
        }
    }

    /// Removes the chain `id` from the captures that have it.
    pub(super) fn strike_chain(&mut self, id: EventId) {
        let is_drawn = |capture: &Capture| capture.chains.iter().any(|chain| chain.id == id);
        for place in self.places(&is_drawn) {
            self.change_capture_at(place, &|capture| capture.chains.retain(|chain| chain.id != id));
        }
    }

    /// Returns the indices of the captures for which `is_it` returns true.
    fn places(&self, is_it: &dyn Fn(&Capture) -> bool) -> Vec<usize> {
        let captures = self.captures.iter().enumerate();
        captures.filter(|(_, capture)| is_it(capture)).map(|(place, _)| place).collect()
    }
}

/// Adds a chain to an outcome, or replaces the links of the chain `again`.
fn draw(outcome: &mut Capture, id: EventId, again: Option<EventId>, links: &ChainText) {
    match again {
        None => outcome.chains.push(Chain { id, links: links.clone() }),
        Some(again) => {
            if let Some(chain) = outcome.chains.iter_mut().find(|chain| chain.id == again) {
                chain.links = links.clone();
            }
        }
    }
}
