//! Among the loops is everything that can become of one.

use heard_core::Notebook;
use heard_core::loops::{Loop, State};

use crate::{EVENING, year};

fn count(notebook: &Notebook, is: impl Fn(&Loop) -> bool) -> usize {
    notebook.loops().iter().filter(|one| is(one)).count()
}

#[test]
fn loops_stand_everywhere_where_a_loop_can_stand() {
    let notebook = Notebook::gather(year());
    for word in ["heard", "acknowledged", "doing", "done", "not-doing"] {
        assert!(count(&notebook, |one| one.state.word() == word) >= 20, "{word}");
    }
    assert!(count(&notebook, |one| one.closed.is_some()) >= 100, "closed by the client");
    assert!(
        count(&notebook, |one| one.state == State::Done && one.told.is_none()) >= 1,
        "done, untold"
    );
    assert!(
        count(&notebook, |one| one.owner.is_some() && one.promised_by.is_some()) >= 50,
        "assigned"
    );
}

#[test]
fn some_were_raised_again_in_both_ways_and_some_lie_in_the_black_hole() {
    let notebook = Notebook::gather(year());
    let (today, days) = (EVENING.day(), notebook.settings().black_hole_days);
    let in_other_words = |one: &Loop| one.raised[1..].iter().any(|raise| raise.capture.is_some());
    let by_a_step = |one: &Loop| one.raised[1..].iter().any(|raise| raise.capture.is_none());
    assert!(count(&notebook, in_other_words) >= 20 && count(&notebook, by_a_step) >= 5);
    assert!(count(&notebook, Loop::is_raised_twice) >= 10);
    assert!(count(&notebook, |one| one.is_in_black_hole(today, days)) >= 20);
    let forgotten = count(&notebook, |one| one.awaits_word() && one.silence_days(today) > 90);
    assert!(forgotten >= 5, "some have been silent for months");
    let well = count(&notebook, |one| !one.is_in_black_hole(today, days));
    assert!(well > 400, "and most are not: {well}");
}
