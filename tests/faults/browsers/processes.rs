//! The processes of a browser, as `/proc` lists them.

use std::fs;
use std::path::Path;
use std::process::Command;

/// One process that still runs.
#[derive(Debug)]
pub(super) struct Process {
    pub(super) id: u32,
    /// Its command line, with spaces between the words.
    pub(super) line: String,
}

/// The processes of a browser: those of its group, and those with its profile on their command line,
/// since a helper process may have left the group.
pub(super) fn of(group: u32, profile: &Path) -> Vec<Process> {
    let profile = profile.display().to_string();
    let all = fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = all.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    ids.filter_map(|id| read(id, group, &profile)).collect()
}

/// Kills processes, whose ids come from [`of`].
pub(super) fn kill(processes: &[Process]) {
    if processes.is_empty() {
        return;
    }
    let ids = processes.iter().map(|process| process.id.to_string());
    // It fails if one of them has ended meanwhile, which is no error.
    let _ = Command::new("kill").args(["-s", "KILL", "--"]).args(ids).output();
}

fn read(id: u32, group: u32, profile: &str) -> Option<Process> {
    let folder = Path::new("/proc").join(id.to_string());
    let stat = fs::read_to_string(folder.join("stat")).ok()?;
    // The name may contain anything, spaces and brackets too; the state, the parent and the group
    // follow the last bracket.
    let mut after = stat.rsplit(')').next()?.split_whitespace();
    let is_dead = after.next()? == "Z";
    let own_group: u32 = after.nth(1)?.parse().ok()?;
    let line = fs::read(folder.join("cmdline")).ok()?;
    let line = String::from_utf8_lossy(&line).replace('\0', " ");
    let is_of_browser = own_group == group || names(&line, profile);
    (is_of_browser && !is_dead).then_some(Process { id, line })
}

/// Whether the line contains this path, and not only a longer one that begins with it.
fn names(line: &str, path: &str) -> bool {
    let continues = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    line.match_indices(path).any(|(at, _)| !line[at + path.len()..].starts_with(continues))
}

#[test]
fn a_profile_is_not_confused_with_one_whose_longer_name_begins_with_it() {
    assert!(names("chromium --user-data-dir=/tmp/a/1 about:blank", "/tmp/a/1"));
    assert!(names("chromium --user-data-dir=/tmp/a/1", "/tmp/a/1"));
    assert!(!names("chromium --user-data-dir=/tmp/a/11", "/tmp/a/1"));
}
