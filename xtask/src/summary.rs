//! Counting tests from what the runners print.

use std::{
    fmt::{self, Display, Formatter},
    ops::AddAssign,
    process::ExitCode,
};

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Outcome {
    /// A step that is not a test and failed.
    pub(crate) const ONE_FAILED: Self = Self { passed: 0, failed: 1 };

    /// What a runner reported; a runner that failed without naming a failed test counts as one.
    pub(crate) fn of_runner(output: &str, succeeded: bool) -> Self {
        let mut outcome = Self::default();
        for line in output.lines() {
            let line = without_colours(line);
            if let Some(counted) = nextest(&line).or_else(|| libtest(&line)).or_else(|| node(&line)) {
                outcome += counted;
            }
        }
        if !succeeded && outcome.failed == 0 {
            outcome.failed = 1;
        }
        outcome
    }

    pub(crate) fn exit_code(self) -> ExitCode {
        if self.failed == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

impl AddAssign for Outcome {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Display for Outcome {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// `Summary [   0.2s] 7 tests run: 5 passed (1 slow), 1 failed, 1 timed out, 0 skipped`
fn nextest(line: &str) -> Option<Outcome> {
    let (_, counts) = line.trim_start().strip_prefix("Summary [")?.split_once("run: ")?;
    let mut outcome = Outcome::default();
    for part in counts.split(", ") {
        let Some((number, word)) = number_and_word(part) else {
            continue;
        };
        match word {
            "passed" => outcome.passed += number,
            "skipped" => {}
            // Failed, timed out, exec failed.
            _ => outcome.failed += number,
        }
    }
    Some(outcome)
}

/// `test result: ok. 5 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s`
fn libtest(line: &str) -> Option<Outcome> {
    let (_, counts) = line.trim_start().strip_prefix("test result: ")?.split_once(". ")?;
    let count = |wanted: &str| {
        counts
            .split("; ")
            .filter_map(number_and_word)
            .find(|(_, word)| *word == wanted)
            .map_or(0, |(number, _)| number)
    };
    Some(Outcome {
        passed: count("passed"),
        failed: count("failed"),
    })
}

/// `ℹ pass 12`, `ℹ fail 1`, `ℹ cancelled 0` of Node's test runner.
fn node(line: &str) -> Option<Outcome> {
    let counts = line.strip_prefix("ℹ ")?;
    let (word, number) = counts.split_once(' ')?;
    let number = number.trim().parse().ok()?;
    match word {
        "pass" => Some(Outcome {
            passed: number,
            failed: 0,
        }),
        "fail" | "cancelled" => Some(Outcome {
            passed: 0,
            failed: number,
        }),
        _ => None,
    }
}

fn number_and_word(part: &str) -> Option<(u64, &str)> {
    let mut words = part.split_whitespace();
    let number = words.next()?.parse().ok()?;
    Some((number, words.next()?))
}

/// The line without the escape sequences that set colours.
fn without_colours(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        if character == '\u{1b}' {
            characters.by_ref().find(char::is_ascii_alphabetic);
        } else {
            plain.push(character);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(output: &str, succeeded: bool) -> (u64, u64) {
        let outcome = Outcome::of_runner(output, succeeded);
        (outcome.passed, outcome.failed)
    }

    #[test]
    fn nextest_is_counted() {
        assert_eq!(
            counts(
                "     Summary [   0.213s] 45 tests run: 45 passed (2 slow), 3 skipped\n",
                true
            ),
            (45, 0)
        );
        let failing = "     Summary [  10.1s] 7/9 tests run: 4 passed, 1 failed, 1 timed out, 1 exec failed, 0 skipped";
        assert_eq!(counts(failing, false), (4, 3));
        assert_eq!(
            counts(
                "\u{1b}[32;1m     Summary\u{1b}[0m [   0.2s] \u{1b}[1m2\u{1b}[0m tests run: \u{1b}[1m2\u{1b}[0m \u{1b}[32;1mpassed\u{1b}[0m, \u{1b}[1m0\u{1b}[0m skipped",
                true
            ),
            (2, 0)
        );
    }

    #[test]
    fn all_results_of_libtest_are_added_up() {
        let output = "test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
                      test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n";
        assert_eq!(counts(output, false), (7, 1));
    }

    #[test]
    fn the_browser_suite_is_counted() {
        assert_eq!(
            counts(
                "ℹ tests 14\nℹ suites 3\nℹ pass 12\nℹ fail 1\nℹ cancelled 1\nℹ skipped 0\n",
                false
            ),
            (12, 2)
        );
    }

    #[test]
    fn a_runner_that_breaks_before_its_first_test_has_failed() {
        assert_eq!(counts("error: could not compile", false), (0, 1));
    }

    #[test]
    fn a_total_is_printed_as_test_runners_do() {
        let mut total = Outcome { passed: 3, failed: 0 };
        total += Outcome::ONE_FAILED;
        assert_eq!(total.to_string(), "3 passed, 1 failed");
    }
}
