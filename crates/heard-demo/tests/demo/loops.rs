//! The loops are in every state that a loop can have.

use heard_core::Notebook;
use heard_core::loops::{Loop, State};

use crate::{EVENING, year};

fn count(notebook: &Notebook, fits: impl Fn(&Loop) -> bool) -> usize {
    notebook.loops().iter().filter(|one| fits(one)).count()
}

#[test]
fn every_state_has_loops() {
    let notebook = Notebook::from_events(year());
    for word in ["heard", "acknowledged", "doing", "done", "not-doing"] {
        assert!(count(&notebook, |one| one.state.as_str() == word) >= 20, "{word}");
    }
    assert!(count(&notebook, |one| one.closed.is_some()) >= 100, "closed by the client");
    assert!(
        count(&notebook, |one| one.state == State::Done && one.last_update.is_none()) >= 1,
        "done, and the client not told"
    );
    assert!(
        count(&notebook, |one| one.owner.is_some() && one.promised_by.is_some()) >= 50,
        "assigned"
    );
}

#[test]
fn some_loops_were_raised_again_in_both_ways_and_some_are_in_the_black_hole() {
    let notebook = Notebook::from_events(year());
    let (today, days) = (EVENING.day(), notebook.settings().black_hole_days);
    let in_other_words = |one: &Loop| one.raised[1..].iter().any(|raise| raise.capture.is_some());
    let by_a_step = |one: &Loop| one.raised[1..].iter().any(|raise| raise.capture.is_none());
    assert!(count(&notebook, in_other_words) >= 20 && count(&notebook, by_a_step) >= 5);
    assert!(count(&notebook, Loop::is_raised_twice) >= 10);
    assert!(count(&notebook, |one| one.is_in_black_hole(today, days)) >= 20);
    let silent = count(&notebook, |one| one.awaits_word() && one.silence_days(today) > 90);
    assert!(silent >= 5, "{silent} have been silent for more than 90 days");
    let answered = count(&notebook, |one| !one.is_in_black_hole(today, days));
    assert!(answered > 400, "{answered} are not in the black hole");
}
