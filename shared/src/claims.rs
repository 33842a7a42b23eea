//! The claim checker: reads what a text says of the indices and holds it against the figures on record.
//!
//! A text travels through `letters` (folded letters that know their place), `token` (words, numbers, marks), `item` (names of
//! indices, components, provinces and regions, years), `reading` or, for a pasted table, `table` (claims, with index, province,
//! year and component carried over) and `judge` (verdicts by the catalog). What an explanation says is told apart from its facts
//! (`explanation`, `explanation/words`). Called by `POST /api/v1/check` and, in the browser, by the page of the checker: a text never
//! has to leave the tab.

mod claim;
mod explanation;
mod fault;
mod item;
mod judge;
mod letters;
mod lexicon;
mod reading;
mod table;
mod token;
mod unread;
mod vocabulary;

use claim::{Claim, Subject};
use judge::{Judge, Told};
use lexicon::Lexicon;

pub use fault::CheckFault;

use crate::{
    Borders, ProvinceSlug,
    api::check::{CheckAnswer, CheckRequest, CheckText, ClaimRequest, Unread},
    engine::{answers::LookupError, catalog::Catalog},
};

/// The bytes that a text may have.
pub const MAXIMUM_BYTES: usize = 256 * 1024;

/// The claims that may be given at once.
pub const MAXIMUM_CLAIMS: usize = 1_000;

/// Reads the claims of a text and judges them. Indices that are not here yet are told as such in the verdicts.
pub fn check_text(catalog: &Catalog, question: &CheckText) -> CheckAnswer {
    let lexicon = Lexicon::new(catalog);
    let mut letters = letters::letters(&question.text);
    table::separate(&mut letters);
    let tokens = token::tokens(&letters);
    let items = item::items(&tokens, &lexicon);
    let defaults = reading::Defaults {
        province: (question.province.as_ref()).and_then(|province| lexicon.province_of(province)),
        year: question.year,
    };
    let found = match table::read(&items, &lexicon, &defaults) {
        Some(found) => found,
        None => reading::read(&items, &lexicon, &defaults),
    };
    let judge = Judge::new(catalog);
    let told = Told::new(&found.claims);
    let claims = found.claims.iter().map(|claim| judge.judge(claim, &told));
    CheckAnswer {
        claims: claims.collect(),
        unread: (found.unread.into_iter())
            .map(|(place, reason)| Unread {
                place,
                reason: reason.told(),
            })
            .collect(),
        revision: catalog.revision().to_owned(),
    }
}

/// Judges claims that are given field by field.
pub fn check_claims(catalog: &Catalog, claims: &[ClaimRequest]) -> CheckAnswer {
    let judge = Judge::new(catalog);
    let claims: Vec<Claim> = claims.iter().map(|claim| given(catalog, claim)).collect();
    let told = Told::new(&claims);
    CheckAnswer {
        claims: claims.iter().map(|claim| judge.judge(claim, &told)).collect(),
        unread: Vec::new(),
        revision: catalog.revision().to_owned(),
    }
}

/// Answers the question of the API: claims, or a text.
pub fn check(catalog: &Catalog, question: CheckRequest) -> Result<CheckAnswer, CheckFault> {
    match (question.claims, question.text) {
        (Some(claims), None) if claims.len() > MAXIMUM_CLAIMS => Err(CheckFault::TooManyClaims(claims.len())),
        (Some(claims), None) => Ok(check_claims(catalog, &claims)),
        (None, Some(text)) if text.len() > MAXIMUM_BYTES => Err(CheckFault::TextTooLong(text.len())),
        (None, Some(text)) => {
            let units = catalog.units(Borders::Provinces63);
            let is_known = |province: &ProvinceSlug| {
                let lists = Borders::ALL.into_iter().map(|borders| catalog.units(borders));
                lists.into_iter().any(|units| units.position(province).is_some())
            };
            if let Some(province) = question.province.as_ref().filter(|province| !is_known(province)) {
                return Err(LookupError::unknown_province(units, province.as_str()).into());
            }
            let text = CheckText {
                text,
                province: question.province,
                year: question.year,
            };
            Ok(check_text(catalog, &text))
        }
        (Some(_), Some(_)) | (None, None) => Err(CheckFault::OneOfBoth),
    }
}

fn given(catalog: &Catalog, claim: &ClaimRequest) -> Claim {
    let units = judge::units_of(catalog, claim.index, claim.year);
    Claim {
        index: claim.index,
        province: match units.position(&claim.province) {
            Some(unit) => Subject::Unit(unit),
            None => Subject::Unknown(claim.province.clone()),
        },
        year: claim.year,
        from_year: claim.from_year.filter(|_| claim.measure.is_change()),
        components: vec![claim.component.clone()],
        measure: claim.measure,
        value: Some(claim.value),
        decimals: claim::decimals(claim.value),
        direction: None,
        unit: claim.unit,
        n: claim.n,
        region: None,
        kind: claim::Kind::Figure,
        place: None,
    }
}
