//! Reads any bytes as a line of the log. A line that is accepted is the same after it is written and read again.

#![no_main]

use heard_core::codec;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let Ok(event) = codec::read(&text) else { return };
    let line = codec::write(&event);
    assert_eq!(codec::read(&line).as_ref(), Ok(&event));
    assert_eq!(codec::write(&event), line);
});
