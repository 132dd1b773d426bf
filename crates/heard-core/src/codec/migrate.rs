//! Migration of lines of older versions, one step per version. The list of steps has a fixed length, so a new version
//! without its step does not compile.

use crate::codec::line::VERSION;
use crate::codec::value::Value;

/// Converts the tree of a line to the next version.
type Step = fn(Value) -> Value;

/// Step 0 leads from version 1 to 2, step 1 from 2 to 3, and so on.
const STEPS: [Step; VERSION as usize - 1] = [one_to_two];

/// 1 → 2: a checksum was added at the end of the line; the other fields did not change.
fn one_to_two(line: Value) -> Value {
    line
}

/// Converts the tree of a line of version `v`, 1 or more, to [`VERSION`].
pub(super) fn to_current(line: Value, v: u32) -> Value {
    let passed = v.saturating_sub(1) as usize;
    STEPS.iter().skip(passed).fold(line, |line, step| step(line))
}
