//! How many checks and tests of a run passed, failed and were skipped.

use std::fmt;

use crate::tools::optional::Part;

/// The counts of a run. They are read from the output of the test programs; a check that runs no
/// tests, such as the format, counts as one.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Report {
    passed: usize,
    failed: usize,
    skipped: usize,
    /// The missing parts, each with what was skipped for want of it, in the order of the run.
    missing: Vec<(Part, Vec<&'static str>)>,
}

impl Report {
    /// Counts one check that passed.
    pub(crate) fn pass(&mut self) {
        self.passed += 1;
    }

    /// Counts one check that failed.
    pub(crate) fn fail(&mut self) {
        self.failed += 1;
    }

    /// Counts `number` checks or tests, described by `what`, that were skipped because `part` is missing.
    pub(crate) fn skip(&mut self, part: Part, what: &'static str, number: usize) {
        self.skipped += number;
        match self.missing.iter_mut().find(|(known, _)| *known == part) {
            Some((_, skipped)) if skipped.contains(&what) => {}
            Some((_, skipped)) => skipped.push(what),
            None => self.missing.push((part, vec![what])),
        }
    }

    /// Adds the counts of a test program, except those of tests that a filter left out.
    pub(super) fn add(&mut self, results: &TestResults) {
        self.passed += results.passed;
        self.failed += results.failed;
        self.skipped += results.ignored;
    }

    /// The number of failures so far.
    pub(crate) fn failed(&self) -> usize {
        self.failed
    }
}

/// `N passed, N failed, N skipped`, and after a colon the missing parts, if there are any.
impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { passed, failed, skipped, missing } = self;
        write!(out, "{passed} passed, {failed} failed, {skipped} skipped")?;
        for (at, (part, what)) in missing.iter().enumerate() {
            let separator = if at == 0 { ": " } else { ", " };
            write!(out, "{separator}{} ({})", part.name(), what.join(", "))?;
        }
        Ok(())
    }
}

/// The sums of the summaries that test programs print.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct TestResults {
    /// How many summaries there were.
    pub(super) programs: usize,
    pub(super) passed: usize,
    pub(super) failed: usize,
    pub(super) ignored: usize,
    pub(super) filtered_out: usize,
}

impl TestResults {
    /// Adds the numbers of a line, if it is a summary of libtest or of `wasm-bindgen-test`:
    /// `test result: ok. 4 passed; 0 failed; 0 ignored; 0 measured; 1 filtered out; …`
    pub(super) fn read(&mut self, line: &str) {
        let Some((_, summary)) = line.split_once("test result: ") else { return };
        let Some((_, counts)) = summary.split_once(". ") else { return };
        self.programs += 1;
        for count in counts.split(';') {
            let Some((number, what)) = count.trim().split_once(' ') else { continue };
            let number = number.parse().unwrap_or(0);
            match what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.ignored += number,
                "filtered out" => self.filtered_out += number,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> TestResults {
        let mut results = TestResults::default();
        for line in lines {
            results.read(line);
        }
        results
    }

    #[test]
    fn summaries_of_both_test_runners_are_added() {
        let results = read(&[
            "running 5 tests",
            "test a_test_result ... ok",
            "test result: ok. 4 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.05s",
            "test result: FAILED. 3 passed; 2 failed; 0 ignored; 7 filtered out; finished in 1.20s",
        ]);
        let expected =
            TestResults { programs: 2, passed: 7, failed: 2, ignored: 1, filtered_out: 9 };
        assert_eq!(results, expected);
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(read(&["4 passed; 1 failed", "test result: ?", ""]), TestResults::default());
    }

    #[test]
    fn without_missing_parts_the_line_is_three_counts() {
        let mut report = Report::default();
        report.pass();
        report.add(&read(&["test result: ok. 467 passed; 0 failed; 0 ignored; 0 filtered out"]));
        assert_eq!(report.to_string(), "468 passed, 0 failed, 0 skipped");
        report.fail();
        assert_eq!(report.to_string(), "468 passed, 1 failed, 0 skipped");
    }

    #[test]
    fn missing_parts_are_named_once_with_what_was_skipped() {
        let mut report = Report::default();
        report.skip(Part::Npm, "frameworks", 1);
        report.skip(Part::Npm, "frameworks", 8);
        report.skip(Part::Npm, "axe-core", 1);
        report.skip(Part::WebKit, "faults", 4);
        let line = "0 passed, 0 failed, 14 skipped: npm (frameworks, axe-core), webkit (faults)";
        assert_eq!(report.to_string(), line);
    }
}
