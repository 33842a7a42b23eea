//! The article that the acceptance story follows, pasted whole.

use vithe_shared::{api::check::Verdict, domain::Comparability};

use super::support::{read, told};

const ARTICLE: &str = include_str!("article_vi.txt");

#[test]
fn the_article_gets_the_verdicts_of_the_method() {
    assert_eq!(
        told(&read(ARTICLE)),
        [
            "agrees pci hau-giang 2020→2021 rank_change 1",
            "agrees pci hau-giang 2021 score 63.8",
            "agrees pci hau-giang 2021 rank 38",
            "agrees pci hau-giang 2021 regional_rank 9",
            "agrees papi hau-giang 2021 score 42.16",
            "differs papi hau-giang 2020→2021 score_change -1.61 another_level",
            "agrees papi hau-giang 2021 rank 33 another_n",
            "agrees papi hau-giang 2020→2021 rank_change -6",
            "only_source par hau-giang 2021 score 86.77 only_source",
            "only_source par hau-giang 2020→2021 score_change 2.26 only_source",
            "only_source par hau-giang 2021 rank 27 only_source",
            "only_source par hau-giang 2020→2021 rank_change 1 only_source",
            "only_source par hau-giang 2021 regional_rank 4 only_source",
            "only_source sipas hau-giang 2021 score 8.46 only_source",
            "only_source sipas hau-giang 2021 score 84.6 only_source",
            "only_source sipas hau-giang 2020→2021 score_change 0.35 only_source",
            "agrees_within_rounding sipas hau-giang 2020→2021 score_change 3.56 wrong_unit",
            "only_source sipas hau-giang 2021 rank 50 only_source",
            "cannot_check sipas hau-giang 2021 rank none rank_span",
            "cannot_check sipas hau-giang 2020→2021 score_change down parts_not_on_record",
            "cannot_check par hau-giang 2021 score none judgement",
            "agrees pci hau-giang 2020→2021 proactivity score_change down",
            "agrees pci hau-giang 2020→2021 legal score_change down",
            "agrees pci hau-giang 2020→2021 transparency score_change down",
            // The satisfaction that the province aims at, in the title and in the text.
            "unread target",
            "unread target",
        ]
    );
}

#[test]
fn explanations_of_the_article_name_the_figures() {
    let answer = read(ARTICLE);
    let claim = |verdict: Verdict| answer.claims.iter().find(|claim| claim.verdict == verdict).unwrap();
    let papi = claim(Verdict::Differs);
    assert_eq!(papi.on_record, Some(-0.9126));
    assert_eq!(papi.comparability, Some(Comparability::NotComparable));
    assert!(papi.comparability_reason.is_some());
    let explanation = papi.explanation.as_ref().unwrap();
    for part in ["43,77", "43,08", "27", "33"] {
        assert!(explanation.vi.contains(part), "{}", explanation.vi);
    }
    let sipas = claim(Verdict::AgreesWithinRounding).explanation.as_ref().unwrap();
    assert!(
        sipas.en.contains("81.05–81.09") && sipas.en.contains("4.4 per cent"),
        "{}",
        sipas.en
    );
    let explained = |code: &str| {
        let reasons = answer.claims.iter().filter_map(|claim| claim.explanation.as_ref());
        reasons.into_iter().find(|reason| reason.code == code).unwrap()
    };
    assert!(explained("another_n").en.contains("60 provinces had complete data"));
    assert!(explained("parts_not_on_record").en.contains("17.8 points"));
}

#[test]
fn places_are_those_of_the_text_as_sent() {
    let scalars: Vec<char> = ARTICLE.chars().collect();
    let quoted: Vec<String> = read(ARTICLE)
        .claims
        .iter()
        .filter_map(|claim| claim.place)
        .map(|place| scalars[place.start as usize..place.end as usize].iter().collect())
        .collect();
    assert_eq!(quoted[..4], ["1 bậc", "63,8 điểm", "38/63", "9/13"]);
    assert_eq!(quoted[18..20], ["50 - 52", "4/5 tiêu chí bị giảm điểm"]);
}

#[test]
fn the_article_is_read_alike_in_any_form() {
    let expected = told(&read(ARTICLE));
    let decomposed = icu_normalizer::DecomposingNormalizerBorrowed::new_nfd().normalize(ARTICLE);
    assert_eq!(told(&read(&decomposed)), expected);
    assert_eq!(told(&read(&ARTICLE.replace(' ', "\u{a0}"))), expected);
    let marked: String = ARTICLE.chars().flat_map(|letter| [letter, '\u{200f}']).collect();
    assert_eq!(told(&read(&marked)), expected);
    let paragraphs: Vec<String> = ARTICLE
        .lines()
        .map(|line| format!("<p class=\"text\">{line}</p>"))
        .collect();
    assert_eq!(told(&read(&paragraphs.concat())), expected);
    let emphasised = ARTICLE.replace("63,8 điểm", "<strong>63,8</strong>&nbsp;điểm");
    assert_eq!(told(&read(&emphasised)), expected);
}
