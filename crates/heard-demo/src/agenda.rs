//! What is to be done about loops, and when.

use std::collections::BTreeMap;

use heard_core::EventId;
use heard_core::event::kind::EventKind;
use heard_core::loops::StepKind;
use heard_core::time::Day;

use crate::diary::{DAY_MS, MINUTE_MS};
use crate::dice::Dice;
use crate::scribe::Scribe;

/// What is done about a loop.
#[derive(Clone, Debug)]
pub(crate) enum Deed {
    /// It takes a step, with a reason or a way where that needs one.
    Step(StepKind, String),
    /// Somebody of us sees to it, by a day or not.
    Assign(&'static str, Option<Day>),
}

/// A deed to come.
struct Due {
    who: usize,
    which: EventId,
    deed: Deed,
}

/// All deeds to come, in the order of their moments by the wall clock.
#[derive(Default)]
pub(crate) struct Agenda {
    dues: BTreeMap<(i64, u64), Due>,
    count: u64,
}

impl Agenda {
    /// Deeds for a loop of the client of this number, each with its moment.
    pub(crate) fn add(&mut self, who: usize, which: EventId, deeds: Vec<(i64, Deed)>) {
        for (at_ms, deed) in deeds {
            self.count += 1;
            self.dues.insert((at_ms, self.count), Due { who, which, deed });
        }
    }

    /// Does what is due before a moment. A step that does not lead on any more, because the loop was raised again
    /// meanwhile or closed, is left out.
    pub(crate) fn work_off(&mut self, scribe: &mut Scribe, dice: &mut Dice, before_ms: i64) {
        let mut open_until_ms = i64::MIN;
        while let Some(first) = self.dues.first_entry() {
            let at_ms = first.key().0;
            if at_ms.max(scribe.now_ms()) >= before_ms {
                return;
            }
            let Due { who, which, deed } = first.remove();
            if at_ms > open_until_ms {
                scribe.open_page(dice, at_ms);
                open_until_ms = scribe.now_ms() + 30 * MINUTE_MS;
            }
            scribe.wait(dice.between(1_000, 5_000));
            // What does not fit any more changes nothing.
            let _ = done(scribe, dice, who, which, deed);
        }
    }
}

fn done(
    scribe: &mut Scribe,
    dice: &mut Dice,
    who: usize,
    which: EventId,
    deed: Deed,
) -> Option<EventId> {
    let one = scribe.notebook(who).find_loop(which)?;
    let kind = match deed {
        Deed::Step(kind, says) => {
            // Now and then it is noted late.
            let late_ms = if dice.chance(12) { dice.between(MINUTE_MS, DAY_MS) } else { 0 };
            let step = kind.saying(&says).ok()?;
            EventKind::LoopStepped(one.standing().take(step, scribe.ago(late_ms)).ok()?)
        }
        Deed::Assign(owner, by) => {
            EventKind::LoopAssigned { which: one.id, owner: Some(owner.to_owned()), by }
        }
    };
    scribe.says(who, one.home, kind)
}
