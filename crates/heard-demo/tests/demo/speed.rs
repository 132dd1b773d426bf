//! The time to compute the loops of a year. It is printed and not asserted, since it depends on the
//! machine.

use std::time::Instant;

use heard_core::codec;
use heard_core::codec::archive::{self, Checked};
use heard_core::{Event, Notebook, Record};

use crate::year;

/// The notebook as it is after a start: every meeting is an archive.
fn packed(events: &[Event]) -> Notebook {
    let notebook = Notebook::from_events(events.to_vec());
    let (mut loose, mut packed) = (Vec::new(), Vec::new());
    for log in notebook.logs() {
        let lines: Vec<String> = log.events().iter().map(codec::write).collect();
        let text = archive::write(lines.iter().map(String::as_str));
        let Checked { packed: one, loose: more, .. } = archive::check(&text);
        packed.extend(one);
        loose.extend(more);
    }
    let of_clients = |event: &&Event| notebook.client(event.id()).is_some();
    loose.extend(events.iter().filter(of_clients).cloned());
    assert!(
        loose.iter().all(|event| event.of == Record::Begun(event.id())),
        "an event of a meeting is in no archive"
    );
    Notebook::from_events(loose).with_packed(packed)
}

#[test]
fn the_loops_are_the_same_from_archives_and_from_events() {
    let events = year();
    let notebook = packed(&events);
    let timed = |what: &str| {
        let began = Instant::now();
        let count = notebook.clone().loops().len();
        println!("loops of a year: {count}, computed {what} in {} us", began.elapsed().as_micros());
    };
    timed("at first");
    timed("again");
    assert!(notebook.loops() == Notebook::from_events(events).loops());
}
