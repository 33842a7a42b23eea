//! Where the pages are.

use vithe_shared::{
    IndexId, Language, ProvinceSlug,
    address::at,
    query::{ApiQuery as _, ChartKind, FigureQuery, FigureWidth, QueryPairs},
};

/// `/vi/`
pub fn overview_path(language: Language) -> String {
    at(format_args!("/{language}/"))
}

/// `/vi/index/pci`
pub fn index_path(language: Language, index: IndexId) -> String {
    at(format_args!("/{language}/index/{index}"))
}

/// `/vi/province/hau-giang`
pub fn province_path(language: Language, province: &ProvinceSlug) -> String {
    at(format_args!("/{language}/province/{province}"))
}

/// `/vi/report/hau-giang`
pub fn report_path(language: Language, province: &ProvinceSlug) -> String {
    at(format_args!("/{language}/report/{province}"))
}

/// `/vi/compare`
pub fn compare_path(language: Language) -> String {
    at(format_args!("/{language}/compare"))
}

/// `/vi/data`
pub fn data_path(language: Language) -> String {
    at(format_args!("/{language}/data"))
}

/// `/vi/data/versions`
pub fn versions_path(language: Language) -> String {
    at(format_args!("/{language}/data/versions"))
}

/// `/vi/feed.atom`: new versions of the data
pub fn feed_path(language: Language) -> String {
    at(format_args!("/{language}/feed.atom"))
}

/// `/vi/methods/pci`
pub fn methods_path(language: Language, index: IndexId) -> String {
    at(format_args!("/{language}/methods/{index}"))
}

/// `/vi/search`
pub fn search_path(language: Language) -> String {
    at(format_args!("/{language}/search"))
}

/// `/vi/declines`
pub fn declines_path(language: Language) -> String {
    at(format_args!("/{language}/declines"))
}

/// `/vi/discrepancies`
pub fn discrepancies_path(language: Language) -> String {
    at(format_args!("/{language}/discrepancies"))
}

/// `/vi/movers`
pub fn movers_path(language: Language) -> String {
    at(format_args!("/{language}/movers"))
}

/// `/vi/what-if`
pub fn what_if_path(language: Language) -> String {
    at(format_args!("/{language}/what-if"))
}

/// `/vi/check`
pub fn check_path(language: Language) -> String {
    at(format_args!("/{language}/check"))
}

/// `/vi/scatter`
pub fn scatter_path(language: Language) -> String {
    at(format_args!("/{language}/scatter"))
}

/// `/vi/regions`
pub fn regions_path(language: Language) -> String {
    at(format_args!("/{language}/regions"))
}

/// `/vi/sources`
pub fn sources_path(language: Language) -> String {
    at(format_args!("/{language}/sources"))
}

/// The code that sets a figure on a page of others: `height` in pixels is that of the figure with its words.
pub fn embed_code(origin: &str, chart: ChartKind, query: &FigureQuery, title: &str, height: u16) -> String {
    let address = format!("{origin}{}", embed_address(chart, query)).replace('&', "&amp;");
    let title = title.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    format!(
        "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"{height}\" style=\"border:0\" loading=\"lazy\"></iframe>"
    )
}

/// `/embed/vi/map?index=pci&year=2023`: a figure to stand on a page of others.
fn embed_address(chart: ChartKind, query: &FigureQuery) -> String {
    // It takes the width that the other page has for it.
    let state = FigureQuery {
        width: FigureWidth::Wide,
        ..query.clone()
    };
    at(format_args!(
        "/embed/{}/{chart}?{}",
        query.language,
        state.to_query_string()
    ))
}

/// The figure that the path and the query of an embed ask for, in the language of the path; `None` where they are none of it.
pub fn figure_of_embed(path: &str, query: &str) -> Option<(ChartKind, FigureQuery)> {
    let (language, chart) = path.strip_prefix("/embed/")?.split_once('/')?;
    let query = FigureQuery::from_pairs(QueryPairs::parse(query), &[]).ok()?;
    let query = FigureQuery {
        language: language.parse().ok()?,
        ..query
    };
    Some((chart.parse().ok()?, query))
}
