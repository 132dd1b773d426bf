//! `cargo xtask test`: every check, step by step, up to the first that fails.

pub(crate) mod cargo_tests;
mod end_to_end;
mod lints;
pub(crate) mod report;
mod web;

use std::process;
use std::time::Instant;

use anyhow::{Context, Result};

pub(crate) use cargo_tests::browser_test;

use crate::faults::{self, Rounds};
use crate::process::cargo;
use crate::tools::optional::{self, Part};
use crate::{dist, hosts, size, tidy};
use report::Report;

/// The groups of steps that can be run alone.
pub(crate) const GROUPS: [&str; 5] = ["lint", "core", "web", "e2e", "faults"];

struct Step {
    /// The groups that it belongs to.
    groups: &'static [&'static str],
    name: &'static str,
    work: Work,
}

/// What a step does, and how it is counted.
enum Work {
    /// A check or a build: one that passes or fails.
    Check(fn() -> Result<()>),
    /// Tests, which are counted one by one.
    Tests(fn(&mut Report) -> Result<()>),
}

use Work::{Check, Tests};

/// Cheap steps come first, so that most mistakes are found within seconds.
const STEPS: &[Step] = &[
    Step { groups: &["lint"], name: "format", work: Check(lints::format) },
    Step { groups: &["lint"], name: "tidy", work: Check(tidy::check) },
    Step { groups: &["lint"], name: "clippy on this machine", work: Check(lints::clippy_here) },
    Step { groups: &["lint"], name: "clippy for the browser", work: Check(lints::clippy_wasm) },
    Step { groups: &["core"], name: "core", work: Tests(core) },
    Step { groups: &["core"], name: "automation", work: Tests(automation) },
    Step { groups: &["web"], name: "components in a browser", work: Tests(web::components) },
    Step { groups: &["e2e", "faults"], name: "build dist/", work: Check(dist::build) },
    Step { groups: &["e2e"], name: "size", work: Check(size::check) },
    Step { groups: &["e2e"], name: "frameworks that host it", work: Tests(end_to_end::frameworks) },
    Step { groups: &["e2e"], name: "Yew app that hosts it", work: Check(hosts::yew::build) },
    Step { groups: &["e2e"], name: "dist/, end to end", work: Tests(end_to_end::tests) },
    Step { groups: &["faults"], name: "faults, a short round", work: Tests(faults_shortly) },
];

/// The parts that a group needs and a machine may lack.
const NEEDS: &[(&str, &[Part])] = &[("e2e", &[Part::Npm]), ("faults", faults::NEEDS)];

/// Runs the steps of a group, or all of them. The last line of the output is the report.
///
/// A run with failures ends this process with code 1, so that nothing is printed after the report.
pub(crate) fn run(group: Option<&str>) {
    let begun = Instant::now();
    let mut report = Report::default();
    let failure = find_parts(group, &mut report).and_then(|()| run_steps(group, &mut report));
    println!("\nTested for {} s.", seconds(begun));
    if let Err(error) = &failure {
        eprintln!("\nerror: {error:#}\n");
    }
    println!("{report}");
    if failure.is_err() {
        process::exit(1);
    }
}

fn run_steps(group: Option<&str>, report: &mut Report) -> Result<()> {
    let is_chosen = |step: &&Step| group.is_none_or(|group| step.groups.contains(&group));
    STEPS.iter().filter(is_chosen).try_for_each(|step| step.run(report))
}

impl Step {
    fn run(&self, report: &mut Report) -> Result<()> {
        println!("\n== {}", self.name);
        let begun = Instant::now();
        let failed_before = report.failed();
        let outcome = match self.work {
            Check(check) => check().map(|()| report.pass()),
            Tests(tests) => tests(report),
        };
        // Tests that could not be built or started fail as one.
        if outcome.is_err() && report.failed() == failed_before {
            report.fail();
        }
        outcome.with_context(|| format!("the step \"{}\" failed", self.name))?;
        println!("-- {}: {} s", self.name, seconds(begun));
        Ok(())
    }
}

/// Looks for the parts that the chosen steps need, before any of them runs for minutes. It counts as
/// a check only if it fails.
fn find_parts(group: Option<&str>, report: &mut Report) -> Result<()> {
    let needs = NEEDS.iter().filter(|(name, _)| group.is_none_or(|group| group == *name));
    let needs: Vec<Part> = needs.flat_map(|(_, parts)| *parts).copied().collect();
    let missing = optional::missing(&needs).inspect_err(|_| report.fail())?;
    for part in missing {
        println!("HEARD_ALLOW_MISSING allows this run to go on without {}.", part.name());
    }
    Ok(())
}

fn seconds(begun: Instant) -> String {
    format!("{:.1}", begun.elapsed().as_secs_f32())
}

fn core(report: &mut Report) -> Result<()> {
    let packages = ["test", "--package", "heard-core", "--package", "heard-demo"];
    cargo_tests::run(cargo().args(packages), report)
}

fn automation(report: &mut Report) -> Result<()> {
    cargo_tests::run(cargo_tests::own_tests().arg("--bins"), report)
}

fn faults_shortly(report: &mut Report) -> Result<()> {
    faults::run_tests(Rounds::Short, report)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_belongs_to_a_group_and_every_group_has_steps() {
        let known = |step: &Step| step.groups.iter().all(|group| GROUPS.contains(group));
        assert!(STEPS.iter().all(|step| known(step) && !step.groups.is_empty()));
        assert!(GROUPS.iter().all(|group| STEPS.iter().any(|step| step.groups.contains(group))));
        assert!(NEEDS.iter().all(|(group, _)| GROUPS.contains(group)));
    }

    fn ran(work: Work) -> (Report, bool) {
        let mut report = Report::default();
        let succeeded = Step { groups: &[], name: "a step", work }.run(&mut report).is_ok();
        (report, succeeded)
    }

    #[test]
    fn a_check_counts_as_one() {
        let (report, succeeded) = ran(Check(|| Ok(())));
        assert_eq!(
            (report.to_string().as_str(), succeeded),
            ("1 passed, 0 failed, 0 skipped", true)
        );
        let (report, succeeded) = ran(Check(|| anyhow::bail!("no")));
        assert_eq!(
            (report.to_string().as_str(), succeeded),
            ("0 passed, 1 failed, 0 skipped", false)
        );
    }

    #[test]
    fn tests_that_cannot_start_fail_as_one_and_failed_tests_are_not_counted_twice() {
        let (report, _) = ran(Tests(|_| anyhow::bail!("does not compile")));
        assert_eq!(report.failed(), 1);
        let (report, _) = ran(Tests(|report| {
            report.fail();
            report.fail();
            anyhow::bail!("two failed")
        }));
        assert_eq!(report.failed(), 2);
    }
}
