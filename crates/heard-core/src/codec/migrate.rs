//! Migration of lines of older versions, one step per version. A new version needs one step more, without which the list
//! below does not compile; a line passes through all steps from its own version on.

use crate::codec::line::VERSION;
use crate::codec::value::Value;

/// Makes the tree of a line of one version into that of the next.
type Step = fn(Value) -> Value;

/// Step 0 leads from version 1 to 2, step 1 from 2 to 3, and so on.
const STEPS: [Step; VERSION as usize - 1] = [one_to_two];

/// 1 → 2: a checksum ends the line. Nothing within changed.
fn one_to_two(line: Value) -> Value {
    line
}

/// The tree of a line of version `v`, 1 or more, in the form of this build's version.
pub(super) fn to_current(line: Value, v: u32) -> Value {
    let passed = v.saturating_sub(1) as usize;
    STEPS.iter().skip(passed).fold(line, |line, step| step(line))
}
