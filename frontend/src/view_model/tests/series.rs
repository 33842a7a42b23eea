//! Scores and ranks over the years, of provinces and of regions.

use super::*;

#[test]
fn a_line_is_dashed_where_years_compare_in_part_and_ends_where_they_do_not() {
    let view = series_view(&fixtures::series(2), &pci(), Show::Score, Language::Vi);
    assert_eq!(view.lines[0].score_joins, [Join::Solid, Join::Dashed, Join::Gap]);
    assert_eq!(
        view.lines[0].rank_joins,
        [Join::Solid, Join::Solid, Join::Gap],
        "a rank compares with one of the same method"
    );
    // The second province misses 2019.
    assert_eq!(view.lines[1].score_joins, [Join::Gap, Join::Gap]);
    assert_eq!(view.median_joins, [Join::Gap, Join::Gap, Join::Gap]);
}

#[test]
fn no_trend_is_told_across_a_break() {
    let view = series_view(&fixtures::series(1), &pci(), Show::Score, Language::Vi);
    assert_eq!(
        view.text.finding,
        "Tỉnh A: điểm PAPI năm 2021 là 70,50\u{a0}điểm, hạng 1/1"
    );
}

#[test]
fn a_trend_is_told_within_comparable_years() {
    let mut answer = fixtures::series(1);
    answer.breaks.clear();
    let view = series_view(&answer, &pci(), Show::Score, Language::Vi);
    assert_eq!(
        view.text.finding,
        "Tỉnh A: điểm PAPI tăng từ 69,00 năm 2018 lên 70,50\u{a0}điểm năm 2021, hạng 1/1"
    );
}

#[test]
fn without_a_choice_the_rank_flow_picks_the_leaders() {
    let view = rank_flow_view(&fixtures::series(8), &pci(), &[], Language::Vi);
    let picked: Vec<&str> = view
        .lines
        .iter()
        .filter(|line| line.label.highlighted)
        .map(|line| line.label.name.as_str())
        .collect();
    assert_eq!(picked, ["Tỉnh A", "Tỉnh B", "Tỉnh C", "Tỉnh D", "Tỉnh E"]);
    assert_eq!(view.text.finding, "Tỉnh A đứng đầu PAPI 4 năm liền, 2018–2021");
}

#[test]
fn a_first_place_on_record_in_a_year_with_few_ranks_counts_to_the_run() {
    let mut answer = fixtures::series(8);
    // Only the leader and one more have a rank in the newest year.
    for series in &mut answer.series[2..] {
        series.points.retain(|point| point.year != vithe_shared::Year(2021));
    }
    let view = rank_flow_view(&answer, &pci(), &[], Language::Vi);
    assert_eq!(view.text.finding, "Tỉnh A đứng đầu PAPI 4 năm liền, 2018–2021");
}

#[test]
fn regional_medians_end_at_breaks_and_where_a_region_is_not_complete() {
    let papi = fixtures::index_info(IndexId::Papi);
    let view = regions_view(&fixtures::regions(2), &papi, Language::Vi);
    let [north, south] = view.regions.as_slice() else {
        panic!("{} regions", view.regions.len())
    };
    assert_eq!(north.joins, [Join::Solid, Join::Dashed, Join::Gap]);
    assert_eq!(south.joins, [Join::Gap, Join::Gap, Join::Gap]);
    assert_eq!(south.points[1].score, None);
    assert_eq!(
        (south.cells[2].median.as_str(), south.cells[2].is_incomplete),
        ("–", true)
    );
    assert!(south.points[1].sentence.contains("2/3 tỉnh có điểm"));
    assert_eq!(
        north.points[0].sentence,
        "Vùng Bắc, 2018: trung vị 62,00\u{a0}điểm, một nửa số tỉnh trong khoảng 61,00–64,50, 3 tỉnh"
    );
}

#[test]
fn the_newest_complete_year_of_regions_is_summed_up() {
    let papi = fixtures::index_info(IndexId::Papi);
    let view = regions_view(&fixtures::regions(2), &papi, Language::Vi);
    assert_eq!(view.spread_year, Some(vithe_shared::Year(2021)));
    assert_eq!(
        view.frame.text.finding,
        "Trung vị điểm PAPI năm 2021 (n = 6): cao nhất là Vùng Nam, 66,50\u{a0}điểm; thấp nhất là Vùng Bắc, 63,50\u{a0}điểm"
    );
    assert_eq!(view.spread[0].middle_half, "62,50–66,00");
    assert_eq!(view.spread[0].range, "61,50–68,50");
    assert_eq!(view.spread[0].published_mean, "66,50");
    assert_eq!(view.spread.last().unwrap().name, "Cả nước");
    assert_eq!(view.table_years[0], (vithe_shared::Year(2021), "không so sánh được"));

    // A median that lies on a binary half is told as the table shows it.
    let mut answer = fixtures::regions(2);
    for region in &mut answer.regions {
        for year in &mut region.years {
            year.summary = year.summary.map(|summary| vithe_shared::domain::Summary {
                median: 63.805,
                ..summary
            });
        }
    }
    let view = regions_view(&answer, &papi, Language::En);
    assert_eq!(view.spread[0].median, "63.80");
    assert!(view.frame.text.finding.contains("63.80"), "{}", view.frame.text.finding);

    // Without a break the distance is told against the first year of the run.
    let mut answer = fixtures::regions(2);
    answer.breaks.clear();
    let view = regions_view(&answer, &papi, Language::En);
    assert!(
        view.frame
            .text
            .finding
            .ends_with("; 3.00\u{a0}points apart, 3.00 in 2020"),
        "{}",
        view.frame.text.finding
    );

    let mut answer = fixtures::regions(2);
    for region in &mut answer.regions {
        for year in &mut region.years {
            year.summary = None;
        }
    }
    let view = regions_view(&answer, &papi, Language::Vi);
    assert!(!view.has_medians() && view.has_published_means);
    assert_eq!(
        view.frame.text.finding,
        "Trung bình điểm PAPI của vùng năm 2021 đã công bố (2/2 vùng): cao nhất là Vùng Bắc, 66,50\u{a0}điểm; thấp nhất là Vùng Nam, 66,50\u{a0}điểm"
    );
    for region in &mut answer.regions {
        for year in &mut region.years {
            year.published = None;
        }
    }
    let view = regions_view(&answer, &papi, Language::Vi);
    assert!(
        view.frame.text.finding.starts_with("Chưa vùng nào"),
        "{}",
        view.frame.text.finding
    );
    assert!(
        !view
            .frame
            .text
            .notes
            .iter()
            .any(|note| note.contains("không bắt đầu từ 0"))
    );
}

#[test]
fn a_province_without_figures_is_said_beside_the_lines() {
    let mut answer = fixtures::series(2);
    for point in &mut answer.series[1].points {
        (point.score, point.rank) = (None, None);
    }
    for (show, language, words) in [
        (Show::Score, Language::Vi, "Chưa có điểm của Tỉnh B trong các năm này."),
        (
            Show::Rank,
            Language::En,
            "No rank of Province B is on record in these years.",
        ),
    ] {
        let notes = series_view(&answer, &pci(), show, language).text.notes;
        assert!(notes.iter().any(|note| note == words), "{notes:?}");
    }
    let complete = series_view(&fixtures::series(2), &pci(), Show::Score, Language::Vi)
        .text
        .notes;
    assert!(!complete.iter().any(|note| note.starts_with("Chưa có")), "{complete:?}");
}

#[test]
fn ranks_over_the_years_say_among_how_many_and_of_whom() {
    for (language, kicker, alt) in [
        (Language::Vi, "hạng trong 2 tỉnh", "của Tỉnh A và Tỉnh B"),
        (Language::En, "ranks among 2 provinces", "for Province A and Province B"),
    ] {
        let view = series_view(&fixtures::series(2), &pci(), Show::Rank, language);
        assert!(view.text.kicker.ends_with(kicker), "{}", view.text.kicker);
        assert!(view.text.alt.contains(alt), "{}", view.text.alt);
        assert_eq!(view.lines[0].rank_joins, [Join::Solid, Join::Solid, Join::Gap]);
        assert_eq!(view.lines[1].rank_joins, [Join::Gap, Join::Gap]);
    }
}

#[test]
fn of_a_window_of_years_nothing_is_told_that_other_years_may_belie() {
    let answer = fixtures::cut_series(2, 2019, 2020);
    let view = series_view(&fixtures::cut_series(1, 2019, 2020), &pci(), Show::Rank, Language::Vi);
    assert!(
        view.is_cut && view.text.kicker.contains("2019–2020"),
        "{}",
        view.text.kicker
    );
    assert!(
        view.text.finding.contains("cao nhất trong 2019–2020 là hạng"),
        "{}",
        view.text.finding
    );
    let flow = rank_flow_view(&answer, &pci(), &[], Language::En);
    assert!(
        flow.text.finding.ends_with("from 2019 to 2020"),
        "{}",
        flow.text.finding
    );
    assert!(!rank_flow_view(&fixtures::series(2), &pci(), &[], Language::En).is_cut);
}
