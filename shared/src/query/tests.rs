//! What is read and written.

use proptest::prelude::*;

use super::*;
use crate::{
    domain::{IntervalKind, PeerLens},
    identifier::{Borders, IndexId, Indicator, Year},
    language::Language,
    problem::ProblemCode,
};

#[test]
fn a_ranking_query_reads_what_it_writes() {
    let query = RankingQuery::parse("index=pci&component=transparency&year=2021&region=md").unwrap();
    assert_eq!(
        query.to_query_string(),
        "index=pci&component=transparency&year=2021&region=md"
    );
}

#[test]
fn defaults_are_left_out() {
    let query = RankingQuery::parse("index=pci&component=overall").unwrap();
    assert_eq!(query.to_query_string(), "index=pci");
}

#[test]
fn an_unknown_key_names_the_allowed_ones() {
    let error = RankingQuery::parse("index=pci&yaer=2021").unwrap_err();
    assert!(matches!(&error, QueryError::Unknown { name, allowed } if name == "yaer" && allowed.contains(&"year")));
    let problem = error.into_problem(Language::Vi);
    assert_eq!(problem.status, 400);
    assert!(problem.detail.contains("yaer") && problem.detail.contains("year"));
}

#[test]
fn a_repeated_key_is_refused() {
    let error = RankingQuery::parse("index=pci&year=2020&year=2021").unwrap_err();
    assert_eq!(
        error,
        QueryError::Repeated {
            name: "year".to_owned()
        }
    );
}

#[test]
fn a_missing_index_is_named() {
    assert_eq!(
        RankingQuery::parse("year=2020").unwrap_err(),
        QueryError::Missing { name: "index" }
    );
}

#[test]
fn a_year_that_is_none_is_malformed() {
    for value in ["20", "abcd", "02021", "-2021", "1e3"] {
        let error = RankingQuery::parse(&format!("index=pci&year={value}")).unwrap_err();
        assert!(matches!(error, QueryError::Malformed { name: "year", .. }), "{value}");
    }
}

#[test]
fn what_is_expected_is_said_in_both_languages_and_names_every_value() {
    fn names<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Vec<&'static str> {
        all.iter().map(|value| name(*value)).collect()
    }
    for (expected, names) in [
        (IndexId::EXPECTED, names(&IndexId::ALL, IndexId::as_str)),
        (Borders::EXPECTED, names(&Borders::ALL, Borders::as_str)),
        (Language::EXPECTED, names(&Language::ALL, Language::as_str)),
        (IntervalKind::EXPECTED, names(&IntervalKind::ALL, IntervalKind::as_str)),
        (ChartKind::EXPECTED, names(&ChartKind::ALL, ChartKind::as_str)),
        (Sort::EXPECTED, names(&Sort::ALL, Sort::as_str)),
        (Tab::EXPECTED, names(&Tab::ALL, Tab::as_str)),
        (RankChoice::EXPECTED, names(&RankChoice::ALL, RankChoice::as_str)),
        (Show::EXPECTED, names(&Show::ALL, Show::as_str)),
        (PeerLens::EXPECTED, names(&PeerLens::ALL, PeerLens::as_str)),
        (MapClasses::EXPECTED, names(&MapClasses::ALL, MapClasses::as_str)),
        (ReportForm::EXPECTED, names(&ReportForm::ALL, ReportForm::as_str)),
        (Theme::EXPECTED, names(&Theme::ALL, Theme::as_str)),
        (PictureSize::EXPECTED, names(&PictureSize::ALL, PictureSize::as_str)),
    ] {
        for (text, before) in [
            (expected.vi, ["một trong ", " hoặc "]),
            (expected.en, ["one of ", " or "]),
        ] {
            let listed = text.replacen(before[0], "", 1).replacen(before[1], ", ", 1);
            assert_eq!(listed, names.join(", "));
        }
    }
}

#[test]
fn a_value_that_is_none_of_a_few_is_answered_in_the_language_of_the_client() {
    let detail = |query: &str, language| FigureQuery::parse(query).unwrap_err().into_problem(language).detail;
    for (query, vi, en) in [
        (
            "index=pci&theme=blue",
            "giá trị đúng là light hoặc dark.",
            "is not light or dark.",
        ),
        (
            "index=pci&w=5",
            "giá trị đúng là một trong 360, 720, 1120.",
            "is not one of 360, 720, 1120.",
        ),
        ("index=pci&lang=fr", "giá trị đúng là vi hoặc en.", "is not vi or en."),
    ] {
        assert!(
            detail(query, Language::Vi).ends_with(vi),
            "{}",
            detail(query, Language::Vi)
        );
        assert!(
            detail(query, Language::En).ends_with(en),
            "{}",
            detail(query, Language::En)
        );
    }
}

/// A state without what could not be read.
fn as_read(page: PageQuery) -> PageQuery {
    PageQuery {
        unread: Vec::new(),
        ..page
    }
}

#[test]
fn a_page_keeps_unknown_keys_and_ignores_bad_values() {
    let page = PageQuery::parse("y=never&utm=x&p=hau-giang~can-tho&tab=table");
    assert_eq!(page.year, None);
    assert_eq!(page.unread, [("y".to_owned(), "never".to_owned())]);
    assert_eq!(page.to_query_string(), "p=hau-giang~can-tho&tab=table&utm=x");
}

#[test]
fn keys_that_count_readers_are_read_by_nobody() {
    let counted = "utm_source=zalo&fbclid=IwAR0&gclid=a&zarsrc=30&_=1732&1732&1733=&utm_source=again&utm%5Fterm=x";
    let query = RankingQuery::parse(&format!("{counted}&index=pci")).unwrap();
    assert_eq!(query.to_query_string(), "index=pci");
    let page = PageQuery::parse(&format!("p=hau-giang~can-tho&{counted}"));
    assert_eq!(page, PageQuery::parse("p=hau-giang~can-tho"));
    assert_eq!(without_tracking(&format!("{counted}&p=hau-giang")), "p=hau-giang");
    assert_eq!(without_tracking(counted), "");
}

#[test]
fn keys_that_only_look_alike_are_unknown_as_ever() {
    for key in ["utm", "utmsource=x", "fbclid2=x", "1732=x", "17a", "__=1"] {
        let error = RankingQuery::parse(&format!("index=pci&{key}")).unwrap_err();
        assert_eq!(
            error.into_problem(Language::En).code,
            ProblemCode::UnknownParameter,
            "{key}"
        );
        assert_eq!(without_tracking(key), key);
    }
}

#[test]
fn a_page_reads_the_state_of_its_controls() {
    let state = "sort=-change&classes=fixed&show=rank&from=2015&to=2019&pin=hau-giang~can-tho";
    let page = PageQuery::parse(state);
    assert_eq!((page.sort.by, page.sort.is_reversed), (Sort::Change, true));
    assert_eq!(page.to_query_string(), state);
    assert_eq!(
        PageQuery::parse("sort=rank&classes=year&show=score").to_query_string(),
        ""
    );
    let page = PageQuery::parse("sort=--change&classes=maybe&show=&from=x");
    assert_eq!(page.to_query_string(), "");
    assert_eq!(page.unread.len(), 3);
}

#[test]
fn pins_add_up_to_a_few() {
    let page = PageQuery::parse("pin=an-giang~ben-tre&pin=ben-tre&pin=ca-mau");
    assert_eq!(page.to_query_string(), "pin=an-giang~ben-tre~ca-mau");
    assert!(page.unread.is_empty());
    let page = PageQuery::parse("pin=a~b~c~d~e~f~g");
    assert_eq!(page.pins.len(), MOST_PINS);
    assert_eq!(page.unread.len(), 1);
}

#[test]
fn changed_components_are_read_from_a_list_and_from_fields_of_a_form() {
    let page = PageQuery::parse(
        "d=support:0.5~labor:-0.2~nothing~x:y&target=30&drift=1&d.1.1=0&d.entry=0.25&u.labor=0.4&u.land=-1",
    );
    assert_eq!(
        page.to_query_string(),
        "d=entry:0.25~labor:-0.2~support:0.5&u=labor:0.4&target=30&drift=1&d.x=y&u.land=-1"
    );
    assert_eq!(page.unread.len(), 1);
    assert_eq!(PageQuery::parse(&page.to_query_string()), as_read(page));
}

#[test]
fn what_a_number_field_does_not_take_stays_in_the_address() {
    for query in [
        "d.support=abc",
        "u.support=0",
        "u.support=-1",
        "target=3.5",
        "target=-1",
        "total=1000",
        "interval=perturbation&points=0",
    ] {
        let page = PageQuery::parse(query);
        assert_eq!((page.mistyped.len(), page.unread.len()), (1, 0), "{query}");
        assert_eq!(page.to_query_string(), query);
    }
    assert_eq!(
        PageQuery::parse("d=support:inf~labor:1e99&streak=0").to_query_string(),
        "d.labor=1e99&d.support=inf"
    );
    assert_eq!(
        PageQuery::parse("d.support=+0,2&target=+30+&total=&points=x").to_query_string(),
        "d=support:0.2&target=30"
    );
    // A value is that of its field alone.
    assert_eq!(
        PageQuery::parse("d.support=1~labor:2").mistyped["d.support"],
        "1~labor:2"
    );
}

#[test]
fn of_two_values_of_a_number_field_the_later_one_counts() {
    assert_eq!(
        PageQuery::parse("d.support=abc&d.support=0.2").to_query_string(),
        "d=support:0.2"
    );
    assert_eq!(
        PageQuery::parse("d=support:0.2&d.support=abc").to_query_string(),
        "d.support=abc"
    );
    assert_eq!(PageQuery::parse("target=3&target=x").to_query_string(), "target=x");
}

#[test]
fn changes_are_taken_back_with_what_was_mistyped() {
    let mut page = PageQuery::parse("d.labor=0.2&d.support=abc&u.labor=x&u.support=0.3&target=x");
    page.set_changes(PageQuery::parse("d=entry:1").changes);
    assert_eq!(page.to_query_string(), "d=entry:1&u=support:0.3&target=x&u.labor=x");
    page.clear_changes();
    assert_eq!(page.to_query_string(), "target=x");
}

#[test]
fn two_year_fields_of_a_form_are_the_ends_of_a_span() {
    for query in ["y=2018&y=2022", "y=2022&y=2018", "y=2018..2022"] {
        assert_eq!(PageQuery::parse(query).to_query_string(), "y=2018..2022", "{query}");
    }
    assert_eq!(PageQuery::parse("y=2022&y=2022").to_query_string(), "y=2022");
    assert_eq!(PageQuery::parse("y=2022&y=").to_query_string(), "y=2022");
}

#[test]
fn an_interval_is_read_with_its_points() {
    let query = RankingQuery::parse("index=pci&year=2019&points=0.50&interval=perturbation").unwrap();
    assert_eq!(
        query.to_query_string(),
        "index=pci&year=2019&interval=perturbation&points=0.5"
    );
    let query = FigureQuery::parse("index=papi&interval=sampling").unwrap();
    assert_eq!(query.to_query_string(), "index=papi&interval=sampling&lang=vi&w=720");
}

#[test]
fn points_of_another_interval_are_refused() {
    for text in ["points=1", "interval=weights&points=1"] {
        let error = ProfileQuery::parse(text).unwrap_err();
        assert!(matches!(error, QueryError::Misplaced { name: "points", .. }), "{text}");
    }
    let error = ProfileQuery::parse("interval=bootstrap").unwrap_err();
    let problem = error.into_problem(Language::Vi);
    assert!(
        problem
            .detail
            .contains("một trong rounding, perturbation, weights, sampling")
    );
}

#[test]
fn a_page_drops_points_that_mean_nothing() {
    assert_eq!(
        PageQuery::parse("interval=weights&points=1").to_query_string(),
        "interval=weights"
    );
    assert_eq!(
        PageQuery::parse("interval=perturbation&points=0.5").to_query_string(),
        "interval=perturbation&points=0.5"
    );
}

#[test]
fn one_year_of_a_scatter_stands_for_both_axes() {
    let query = ScatterQuery::parse("x=pci.overall&y=papi.d4&x_year=2021&y_year=2021").unwrap();
    assert_eq!(query.to_query_string(), "x=pci&y=papi.d4&year=2021");
    assert_eq!(ScatterQuery::parse(&query.to_query_string()), Ok(query));
    let query = ScatterQuery::parse("x=pci&y=papi.1.1&year=2021&y_year=2020&region=md").unwrap();
    assert_eq!(
        query.to_query_string(),
        "x=pci&y=papi.1.1&x_year=2021&y_year=2020&region=md"
    );
    assert_eq!(
        ScatterQuery::parse("x=pci").unwrap_err(),
        QueryError::Missing { name: "y" }
    );
    let problem = ScatterQuery::parse("x=gdp&y=pci")
        .unwrap_err()
        .into_problem(Language::Vi);
    assert_eq!((problem.status, problem.code), (404, ProblemCode::UnknownIndex));
}

#[test]
fn several_province_fields_of_a_form_add_up_once() {
    let page = PageQuery::parse("p=hau-giang&p=can-tho&p=hau-giang");
    assert_eq!(page.to_query_string(), "p=hau-giang~can-tho");
}

proptest! {
    #[test]
    fn what_is_left_without_tracking_reads_the_same(query in "([a-z_0-9]{0,5}(=[a-z%+0-9]{0,4})?&?){0,6}(utm_[a-z]{1,3}=x)?") {
        let left = without_tracking(&query);
        prop_assert_eq!(PageQuery::parse(&left), PageQuery::parse(&query));
        prop_assert_eq!(without_tracking(&left), left.clone());
        prop_assert!(left.split('&').all(|pair| !pair.starts_with("utm_")));
    }

    #[test]
    fn any_page_state_survives_its_address(
        year in proptest::option::of(2005_u16..2025),
        index in proptest::option::of(0_usize..4),
        provinces in proptest::collection::hash_set("[a-z]{1,6}(-[a-z]{1,5})?", 0..5),
        tab in 0_u8..3,
        search in proptest::option::of("\\PC{1,12}"),
        versus in proptest::option::of((0_usize..4, "[a-z0-9]{1,6}(\\.[0-9]{1,2})?")),
    ) {
        let page = PageQuery {
            provinces: provinces.iter().map(|slug| slug.parse().unwrap()).collect(),
            index: index.map(|position| IndexId::ALL[position]),
            year: year.map(Year),
            tab: [None, Some(Tab::Table), Some(Tab::Map)][usize::from(tab)],
            search,
            versus: versus.map(|(position, component)| Indicator {
                index: IndexId::ALL[position],
                component: component.parse().unwrap(),
            }),
            ..PageQuery::default()
        };
        prop_assert_eq!(PageQuery::parse(&page.to_query_string()), page);
    }

    #[test]
    fn no_query_string_makes_a_page_fail(query in "\\PC{0,80}") {
        let page = PageQuery::parse(&query);
        prop_assert_eq!(PageQuery::parse(&page.to_query_string()), as_read(page));
    }
}
