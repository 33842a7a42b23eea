//! The table behind a figure, as the API gives it out.

use vithe_shared::{
    ProvinceSlug,
    address::at,
    query::{ApiQuery, ChangesQuery, ChartKind, FigureQuery, MatrixQuery, RankingQuery, SeriesQuery},
};

/// The address of the table that a figure shows, as CSV. Figures of pages that filter and order their rows name their own.
pub(super) fn table_of(kind: ChartKind, query: &FigureQuery) -> Option<String> {
    let provinces = query.provinces.clone();
    Some(match kind {
        ChartKind::Map | ChartKind::Distribution | ChartKind::Interval => csv(
            "rankings",
            &RankingQuery {
                index: query.index,
                component: query.component.clone(),
                year: query.year,
                region: query.region.clone(),
                borders: query.borders,
                interval: query.interval,
                rank: None,
            },
        ),
        // All provinces flow, those that are named stand out.
        ChartKind::Bump => series(query, Vec::new()),
        ChartKind::Line => series(query, provinces),
        ChartKind::Heatmap => matrix(query, Vec::new()),
        ChartKind::Comparison | ChartKind::Profile => matrix(query, provinces),
        ChartKind::Waterfall => csv(
            "changes",
            &ChangesQuery {
                index: query.index,
                province: provinces.into_iter().next()?,
                from: query.from,
                to: query.to,
                borders: query.borders,
            },
        ),
        ChartKind::Multiples | ChartKind::Slope | ChartKind::Scatter | ChartKind::Regions => return None,
    })
}

fn series(query: &FigureQuery, provinces: Vec<ProvinceSlug>) -> String {
    csv(
        "series",
        &SeriesQuery {
            index: query.index,
            component: query.component.clone(),
            provinces,
            from: query.from,
            to: query.to,
            borders: query.borders,
        },
    )
}

fn matrix(query: &FigureQuery, provinces: Vec<ProvinceSlug>) -> String {
    csv(
        "matrix",
        &MatrixQuery {
            index: query.index,
            year: query.year,
            provinces,
            region: query.region.clone(),
            borders: query.borders,
        },
    )
}

fn csv(table: &str, query: &impl ApiQuery) -> String {
    at(format_args!("/api/v1/{table}.csv?{}", query.to_query_string()))
}

#[cfg(test)]
mod tests {
    use vithe_shared::{ComponentId, IndexId, Language, Year};

    use super::*;

    #[test]
    fn the_table_is_of_what_the_figure_shows() {
        let query = FigureQuery {
            year: Some(Year(2021)),
            component: ComponentId::overall(),
            provinces: vec!["hau-giang".parse().unwrap(), "can-tho".parse().unwrap()],
            from: Some(Year(2019)),
            to: Some(Year(2021)),
            region: Some("md".parse().unwrap()),
            ..FigureQuery::new(IndexId::Pci, Language::Vi)
        };
        for (kind, address) in [
            (ChartKind::Distribution, "rankings.csv?index=pci&year=2021&region=md"),
            (ChartKind::Bump, "series.csv?index=pci&from=2019&to=2021"),
            (
                ChartKind::Line,
                "series.csv?index=pci&p=hau-giang~can-tho&from=2019&to=2021",
            ),
            (ChartKind::Heatmap, "matrix.csv?index=pci&year=2021&region=md"),
            (
                ChartKind::Waterfall,
                "changes.csv?index=pci&province=hau-giang&from=2019&to=2021",
            ),
        ] {
            assert_eq!(table_of(kind, &query).unwrap(), format!("/api/v1/{address}"));
        }
    }
}
