//! What the loops of a year cost, told and not judged: a figure depends on the machine.

use std::time::Instant;

use heard_core::codec;
use heard_core::codec::archive::{self, Checked};
use heard_core::{Event, Notebook, Record};

use crate::year;

/// The notebook as it lies after a start: every meeting packed.
fn packed(events: &[Event]) -> Notebook {
    let notebook = Notebook::gather(events.to_vec());
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
    assert!(loose.iter().all(|event| event.of == Record::Begun(event.id())), "all are packed");
    Notebook::gather(loose).with_packed(packed)
}

#[test]
fn packed_or_not_the_loops_are_the_same() {
    let events = year();
    let notebook = packed(&events);
    let timed = |what: &str| {
        let began = Instant::now();
        let count = notebook.clone().loops().len();
        println!("a year, natively: {count} loops, {what}: {} us", began.elapsed().as_micros());
    };
    timed("cold");
    timed("warm");
    assert!(notebook.loops() == Notebook::gather(events).loops());
}
