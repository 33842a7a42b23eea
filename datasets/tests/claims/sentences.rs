//! Sentences in the wording of provinces' papers and of English ones, with figures that are on record, some right, some wrong.
//! An expectation reads: verdict, index, province, years, component, measure, value, code of the explanation.

mod english;
mod vietnamese;

use self::{english::ENGLISH, vietnamese::VIETNAMESE};
use super::support::{read, told};

/// What a sentence says, claim by claim.
type Sentence = (&'static str, &'static [&'static str]);

fn check_all(sentences: &[Sentence]) {
    for (text, expected) in sentences {
        assert_eq!(told(&read(text)), *expected, "{text}");
    }
}

#[test]
fn sentences_of_vietnamese_papers_are_read_and_judged() {
    check_all(VIETNAMESE);
}

#[test]
fn sentences_in_english_are_read_and_judged() {
    check_all(ENGLISH);
}
