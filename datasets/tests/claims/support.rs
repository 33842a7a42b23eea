//! The catalog of the bundled package, and verdicts in one line each.

use std::sync::LazyLock;

use vithe_datasets::{PackageFiles, normalize, read_package};
use vithe_shared::{
    api::check::{CheckAnswer, CheckText, CheckedClaim, Direction},
    claims::check_text,
    engine::catalog::Catalog,
};

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| {
    let package = read_package(&PackageFiles::embedded()).unwrap();
    normalize(&package).unwrap().into_catalog().unwrap()
});

/// The catalog of the bundled package.
pub(crate) fn catalog() -> &'static Catalog {
    &CATALOG
}

/// Checks a text without defaults.
pub(crate) fn read(text: &str) -> CheckAnswer {
    let question = CheckText {
        text: text.to_owned(),
        ..CheckText::default()
    };
    check_text(catalog(), &question)
}

/// The claims, then the unread places, one line each.
pub(crate) fn told(answer: &CheckAnswer) -> Vec<String> {
    let unread = answer
        .unread
        .iter()
        .map(|unread| format!("unread {}", unread.reason.code));
    answer.claims.iter().map(line).chain(unread).collect()
}

fn line(claim: &CheckedClaim) -> String {
    let value = match (claim.value, claim.direction) {
        (Some(value), _) => value.to_string(),
        (None, Some(Direction::Up)) => "up".to_owned(),
        (None, Some(Direction::Down)) => "down".to_owned(),
        (None, None) => "none".to_owned(),
    };
    let from = claim.from_year.map(|year| format!("{year}→")).unwrap_or_default();
    let mut words = vec![
        claim.verdict.as_str().to_owned(),
        claim.index.to_string(),
        claim.province.to_string(),
        format!("{from}{}", claim.year),
    ];
    if !claim.component.is_overall() {
        words.push(claim.component.to_string());
    }
    words.push(claim.measure.as_str().to_owned());
    words.push(value);
    words.extend(claim.explanation.as_ref().map(|reason| reason.code.clone()));
    words.join(" ")
}
