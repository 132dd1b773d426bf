//! The loops are in every state that a loop can have.

use heard_core::Desk;
use heard_core::loops::{Loop, State};

use crate::{EVENING, year};

fn count(desk: &Desk, fits: impl Fn(&Loop) -> bool) -> usize {
    desk.loops().iter().filter(|one| fits(one)).count()
}

#[test]
fn every_state_has_loops() {
    let desk = Desk::gather(year());
    for word in ["heard", "acknowledged", "doing", "done", "not-doing"] {
        assert!(count(&desk, |one| one.state.word() == word) >= 20, "{word}");
    }
    assert!(count(&desk, |one| one.closed.is_some()) >= 100, "closed by the client");
    assert!(
        count(&desk, |one| one.state == State::Done && one.told.is_none()) >= 1,
        "done, and the client not told"
    );
    assert!(count(&desk, |one| one.owner.is_some() && one.promised_by.is_some()) >= 50, "assigned");
}

#[test]
fn some_loops_were_raised_again_in_both_ways_and_some_are_in_the_black_hole() {
    let desk = Desk::gather(year());
    let (today, days) = (EVENING.day(), desk.settings().black_hole_days);
    let in_other_words = |one: &Loop| one.raised[1..].iter().any(|raise| raise.capture.is_some());
    let by_a_step = |one: &Loop| one.raised[1..].iter().any(|raise| raise.capture.is_none());
    assert!(count(&desk, in_other_words) >= 20 && count(&desk, by_a_step) >= 5);
    assert!(count(&desk, Loop::is_raised_twice) >= 10);
    assert!(count(&desk, |one| one.is_in_black_hole(today, days)) >= 20);
    let silent = count(&desk, |one| one.awaits_word() && one.silence_days(today) > 90);
    assert!(silent >= 5, "{silent} have been silent for more than 90 days");
    let answered = count(&desk, |one| !one.is_in_black_hole(today, days));
    assert!(answered > 400, "{answered} are not in the black hole");
}
