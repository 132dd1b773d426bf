//! The CPU time of the programs that this one has started.

use std::fs;
use std::time::Duration;

/// Linux counts CPU time in hundredths of a second, whatever its clock does.
const TICK: Duration = Duration::from_millis(10);

/// User and system time of all children that have ended, with their own children; `None` on systems
/// other than Linux.
pub(super) fn of_children() -> Option<Duration> {
    parse(&fs::read_to_string("/proc/self/stat").ok()?)
}

/// Reads fields 16 and 17, `cutime` and `cstime`; see `proc_pid_stat(5)`.
fn parse(stat: &str) -> Option<Duration> {
    // The second field, the name in brackets, may contain spaces.
    let (_, from_third) = stat.rsplit_once(')')?;
    let mut fields = from_third.split_whitespace().skip(13).map(str::parse::<u32>);
    let (user, system) = (fields.next()?.ok()?, fields.next()?.ok()?);
    Some(TICK * (user + system))
}

#[test]
fn the_times_of_children_are_read_after_a_name_with_spaces() {
    let stat = "7 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 11 12 300 45 20 0 1";
    assert_eq!(parse(stat), Some(Duration::from_millis(3450)));
    assert_eq!(parse("7 (a) S 1"), None);
}
