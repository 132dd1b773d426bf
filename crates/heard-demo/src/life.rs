//! What becomes of a loop after the meeting: some are seen to quickly, some slowly, and some are forgotten.

use heard_core::loops::StepKind;

use crate::agenda::Deed;
use crate::diary::{DAY_MS, MINUTE_MS, is_weekend};
use crate::dice::Dice;
use crate::scribe::Scribe;
use crate::words::follow_up;

/// Deeds in their order, each with its moment.
struct Course<'a> {
    dice: &'a mut Dice,
    scribe: &'a Scribe,
    at_ms: i64,
    deeds: Vec<(i64, Deed)>,
}

impl Course<'_> {
    /// Some days pass; nothing is done on a weekend.
    fn pass(&mut self, least: i64, most: i64) {
        self.at_ms += self.dice.sooner(least, most) * DAY_MS + self.dice.between(0, 90) * MINUTE_MS;
        let offset_ms = i64::from(self.scribe.utc_offset_min()) * MINUTE_MS;
        while is_weekend(self.at_ms + offset_ms) {
            self.at_ms += DAY_MS;
        }
    }

    fn step(&mut self, kind: StepKind, says: &str) {
        self.deeds.push((self.at_ms, Deed::Step(kind, says.to_owned())));
    }

    fn tell(&mut self) {
        let how = self.dice.pick(follow_up::HOW);
        self.step(StepKind::TellBack, how);
    }

    fn decline(&mut self) {
        let because = self.dice.pick(follow_up::BECAUSE);
        self.step(StepKind::Decline, because);
    }

    fn assign(&mut self) {
        let owner = self.dice.pick(follow_up::OWNERS);
        let by = self.dice.chance(70).then(|| self.dice.between(7, 60));
        let by = by.map(|days| self.scribe.day_in(days));
        self.deeds.push((self.at_ms, Deed::Assign(owner, by)));
    }

    /// It is worked on, and they hear of it now and then.
    fn work(&mut self) {
        self.step(StepKind::Start, "");
        for _ in 0..self.dice.sooner(0, 4) {
            self.pass(3, 24);
            self.tell();
        }
    }

    /// What was raised again is seen to, most often.
    fn see_to(&mut self) {
        if self.dice.chance(85) {
            self.pass(1, 9);
            self.step(StepKind::Acknowledge, "");
            self.tell();
            self.pass(2, 14);
            self.step(StepKind::Finish, "");
            self.settle(96);
        }
    }

    /// It was done or declined: most hear of it, and some say that it may be closed.
    fn settle(&mut self, told_percent: u64) {
        if self.dice.chance(told_percent) {
            self.pass(0, 12);
            self.tell();
            if self.dice.chance(70) {
                self.pass(1, 30);
                self.step(StepKind::Close, "");
            }
        }
    }
}

/// What becomes of a loop that began just now.
pub(crate) fn of_new(dice: &mut Dice, scribe: &Scribe) -> Vec<(i64, Deed)> {
    course(dice, scribe, 7)
}

/// What becomes of one that was raised again: that is seldom overlooked.
pub(crate) fn of_raised(dice: &mut Dice, scribe: &Scribe) -> Vec<(i64, Deed)> {
    course(dice, scribe, 2)
}

fn course(dice: &mut Dice, scribe: &Scribe, forgotten_percent: u64) -> Vec<(i64, Deed)> {
    if dice.chance(forgotten_percent) {
        return Vec::new();
    }
    let at_ms = scribe.now_ms();
    let mut course = Course { dice, scribe, at_ms, deeds: Vec::new() };
    course.pass(0, 9);
    course.step(StepKind::Acknowledge, "");
    if course.dice.chance(60) {
        course.tell();
    }
    if course.dice.chance(45) {
        course.assign();
    }
    match course.dice.place(100) {
        // It stays where it is; or it is declined, or worked on for long; most is done.
        0..=4 => {}
        5..=14 => {
            course.pass(2, 30);
            course.decline();
            course.settle(88);
        }
        15..=27 => {
            course.pass(1, 20);
            course.work();
            while course.dice.chance(92) {
                course.pass(3, 16);
                course.tell();
            }
        }
        rest => {
            course.pass(1, 20);
            course.work();
            course.pass(1, 30);
            course.step(StepKind::Finish, "");
            course.settle(96);
            if rest > 93 {
                course.pass(5, 60);
                course.step(StepKind::RaiseAgain, "");
                course.see_to();
            }
        }
    }
    course.deeds
}
