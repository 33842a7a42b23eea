//! Indicators as sheets: those of a province or of the country, and the units on one of them. Values are in the unit that
//! their line names.

use vithe_shared::{
    ProvinceSlug, Text,
    api::indicators::{IndicatorRanking, IndicatorsAnswer},
};

use super::sheet::{Field, Sheet};

const OF_INDICATORS: [&str; 25] = [
    "index",
    "year",
    "borders",
    "component",
    "indicator",
    "indicator_name",
    "unit",
    "direction",
    "direction_evidence",
    "n",
    "min",
    "q1",
    "median",
    "q3",
    "max",
    "province",
    "value",
    "rank",
    "rank_n",
    "distance",
    "stands_out",
    "region_best",
    "region_best_provinces",
    "source_id",
    "indicator_name_en",
];

/// One line per indicator.
pub(crate) fn indicators_sheet(answer: &IndicatorsAnswer) -> Sheet {
    let rows = answer.rows.iter().map(|row| {
        let (indicator, summary, standing) = (&row.indicator, row.summary.as_ref(), row.standing.as_ref());
        let best = standing.map(|standing| &standing.region_best);
        let best_provinces = best.map(|best| {
            let slugs: Vec<&str> = best.provinces.iter().map(ProvinceSlug::as_str).collect();
            slugs.join("~")
        });
        vec![
            Field::text(answer.index),
            Field::number(answer.year.0),
            Field::text(answer.borders),
            Field::text(&indicator.component),
            Field::text(&indicator.id),
            Field::text(&indicator.name_vi),
            Field::text(indicator.unit),
            Field::text(indicator.direction),
            Field::text(indicator.direction_evidence),
            Field::number(row.n),
            Field::optional_number(summary.map(|summary| summary.min)),
            Field::optional_number(summary.map(|summary| summary.q1)),
            Field::optional_number(summary.map(|summary| summary.median)),
            Field::optional_number(summary.map(|summary| summary.q3)),
            Field::optional_number(summary.map(|summary| summary.max)),
            Field::text(answer.province.as_ref().map_or("", |province| province.as_str())),
            Field::optional_number(standing.map(|standing| standing.value)),
            Field::optional_number(standing.and_then(|standing| standing.rank)),
            Field::optional_number(standing.map(|standing| standing.rank_n)),
            Field::optional_number(standing.and_then(|standing| standing.distance)),
            Field::code(standing.and_then(|standing| standing.stands_out)),
            Field::optional_number(best.map(|best| best.value)),
            Field::text(best_provinces.unwrap_or_default()),
            Field::text(row.source_id.as_deref().unwrap_or_default()),
            Field::text(&indicator.name_en),
        ]
    });
    let component = answer.component.as_ref().map_or("all", |component| component.as_str());
    let area = answer.province.as_ref().map_or("vietnam", |province| province.as_str());
    Sheet {
        title: Text::new("Các chỉ tiêu dưới chỉ số thành phần", "Indicators below the components"),
        name: format!("{}_{component}_indicators_{}_{area}", answer.index, answer.year),
        header: OF_INDICATORS.map(str::to_owned).to_vec(),
        rows: rows.collect(),
        sources: answer.sources.clone(),
    }
}

const OF_RANKING: [&str; 16] = [
    "index",
    "year",
    "borders",
    "indicator",
    "indicator_name",
    "unit",
    "direction",
    "province",
    "province_name",
    "region",
    "value",
    "rank",
    "rank_n",
    "region_rank",
    "stands_out",
    "indicator_name_en",
];

/// One line per unit.
pub(crate) fn indicator_ranking_sheet(answer: &IndicatorRanking) -> Sheet {
    let indicator = &answer.indicator;
    let rows = answer.rows.iter().map(|row| {
        vec![
            Field::text(answer.index),
            Field::number(answer.year.0),
            Field::text(answer.borders),
            Field::text(&indicator.id),
            Field::text(&indicator.name_vi),
            Field::text(indicator.unit),
            Field::text(indicator.direction),
            Field::text(&row.province),
            Field::text(&row.name_vi),
            Field::text(&row.region),
            Field::optional_number(row.value),
            Field::optional_number(row.rank),
            Field::optional_number(row.rank_n),
            Field::optional_number(row.region_rank),
            Field::code(row.stands_out),
            Field::text(&indicator.name_en),
        ]
    });
    let area = answer.region.as_ref().map_or("vietnam", |region| region.as_str());
    Sheet {
        title: Text::new("Bảng xếp hạng theo một chỉ tiêu", "The table of an indicator"),
        name: format!("{}_{}_{}_{area}", answer.index, indicator.id, answer.year),
        header: OF_RANKING.map(str::to_owned).to_vec(),
        rows: rows.collect(),
        sources: answer.sources.clone(),
    }
}
