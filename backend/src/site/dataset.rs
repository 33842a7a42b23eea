//! What search engines for data are told of an index: a `Dataset` of schema.org, in JSON-LD.

use serde_json::{Value, json};
use vithe_shared::{
    IndexId, Language,
    address::at,
    domain::IndexInfo,
    engine::catalog::Catalog,
    query::{ApiQuery as _, RankingQuery},
};

/// The descriptions by index and language. They name absolute addresses: without an origin there are none.
pub(super) fn descriptions(catalog: &Catalog, origin: &str) -> Vec<((IndexId, Language), String)> {
    if origin.is_empty() {
        return Vec::new();
    }
    let indices = catalog.indices().unwrap_or_default();
    let each = indices.into_iter().flat_map(|index| {
        Language::ALL.map(|language| {
            let description = describe(catalog, index.info(), origin, language);
            // Within a script element nothing may look like its end.
            let text = description.to_string().replace('<', "\\u003c");
            ((index.info().id, language), text)
        })
    });
    each.collect()
}

fn describe(catalog: &Catalog, index: &IndexInfo, origin: &str, language: Language) -> Value {
    let page = format!("{origin}{}", at(format_args!("/{language}/index/{}", index.id)));
    let table = RankingQuery {
        index: index.id,
        component: vithe_shared::ComponentId::overall(),
        year: Some(index.opens_on),
        region: None,
        borders: None,
        interval: None,
        rank: None,
    };
    let file = |suffix: &str, more: &str, encoding: &str| {
        let address = at(format_args!(
            "/api/v1/rankings.{suffix}?{}{more}",
            table.to_query_string()
        ));
        json!({"@type": "DataDownload", "encodingFormat": encoding, "contentUrl": format!("{origin}{address}")})
    };
    let span = index.years.first().zip(index.years.last());
    json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": language.pick(&index.name_vi, &index.name_en),
        "alternateName": index.short_name,
        "description": language.pick(&index.measures_vi, &index.measures_en),
        "url": page,
        "inLanguage": language.as_str(),
        "creator": {
            "@type": "Organization",
            "name": language.pick(&index.publisher_vi, &index.publisher_en),
            "url": index.website,
        },
        "includedInDataCatalog": {"@type": "DataCatalog", "name": "Vị Thế", "url": format!("{origin}{}", at("/"))},
        "temporalCoverage": span.map(|(first, last)| format!("{first}/{last}")),
        "spatialCoverage": language.pick("Việt Nam", "Vietnam"),
        "version": catalog.version(),
        "dateModified": catalog.date(),
        "isAccessibleForFree": true,
        "usageInfo": format!("{origin}{}", at(format_args!("/{language}/methods/{}", index.id))),
        "citation": index.cited(index.years.last().copied(), language),
        "distribution": [
            file("csv", "", "text/csv"),
            file(
                "xlsx",
                &format!("&lang={language}"),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            ),
            file("json", "", "application/json"),
        ],
    })
}
