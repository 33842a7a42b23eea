//! The one registry of the API: every resource with the forms it answers in. The contract (`openapi.rs`) and the router
//! (`router.rs`) are both made of it.
//!
//! `utoipa-axum` keeps address, handler and documentation of an operation together (`routes!`), and the handler's annotation
//! names query and answer by their types. What it does not know is that one resource answers in several forms: the addresses
//! with a suffix, and the documentation of CSV and workbook, follow from the operation here.

use utoipa::openapi::{
    Content, HttpMethod, ObjectBuilder, Paths, RefOr, ResponseBuilder,
    path::Operation,
    schema::{KnownFormat, SchemaFormat, Type},
};
use utoipa_axum::{
    router::{OpenApiRouter, UtoipaMethodRouter},
    routes,
};

use crate::{
    extract::Form,
    openapi::{excel_parameter, language_parameter},
    routes::{
        borders, changes, check, datasets, declines, discrepancies, figures, indicators, indices, matrix, movers,
        observations, overview, peers, profile, provinces, rankings, regions, scatter, series, sources, versions,
        what_if,
    },
    state::AppState,
};

/// The forms a resource answers in.
enum Forms {
    /// One form, under one address.
    One,
    /// JSON, also under `.json`.
    Json,
    /// JSON, also under `.json`, CSV under `.csv` and a workbook under `.xlsx`, or each by `Accept`.
    Table,
    /// A table with a name at the end of its path. The router knows no suffix after a name: its handler takes it off.
    NamedTable,
}

impl Forms {
    /// Whether a table is also told under the addresses of its files.
    const fn is_table(&self) -> bool {
        matches!(self, Self::Table | Self::NamedTable)
    }
}

/// Every resource.
fn resources() -> [(UtoipaMethodRouter<AppState>, Forms); 30] {
    [
        (routes!(indices::list_indices), Forms::Json),
        (routes!(indices::find_index), Forms::One),
        (routes!(indices::export_package), Forms::One),
        (routes!(versions::list_versions), Forms::Json),
        (routes!(provinces::list_provinces), Forms::Json),
        (routes!(profile::find_profile), Forms::One),
        (routes!(peers::find_peers), Forms::NamedTable),
        (routes!(borders::find_borders), Forms::One),
        (routes!(overview::find_overview), Forms::Json),
        (routes!(rankings::list_rankings), Forms::Table),
        (routes!(series::list_series), Forms::Table),
        (routes!(matrix::find_matrix), Forms::Table),
        (routes!(observations::list_observations), Forms::Table),
        (routes!(sources::list_sources), Forms::Table),
        (routes!(indicators::list_indicators), Forms::Table),
        (routes!(indicators::find_indicator_ranking), Forms::Table),
        (routes!(discrepancies::list_discrepancies), Forms::Table),
        (routes!(changes::find_changes), Forms::Table),
        (routes!(declines::list_declines), Forms::Table),
        (routes!(movers::list_movers), Forms::Table),
        (routes!(scatter::find_scatter), Forms::Table),
        (routes!(regions::list_regions), Forms::Table),
        (routes!(what_if::find_what_if), Forms::Table),
        (routes!(what_if::answer_what_if), Forms::One),
        (routes!(check::answer_check), Forms::One),
        (routes!(datasets::list_datasets), Forms::One),
        (routes!(datasets::find_dataset), Forms::One),
        (routes!(datasets::find_dataset_indicators), Forms::One),
        (routes!(datasets::find_dataset_notes), Forms::One),
        (routes!(figures::draw_figure), Forms::One),
    ]
}

/// Adds every resource under the addresses of its forms.
pub(crate) fn add_resources(router: OpenApiRouter<AppState>) -> OpenApiRouter<AppState> {
    resources().into_iter().fold(router, |mut router, (resource, forms)| {
        let (_, paths, handler) = &resource;
        for (path, item) in &paths.paths {
            if matches!(forms, Forms::Json | Forms::Table) {
                router = router.route(&format!("{path}.json"), handler.clone());
            }
            let Some(operation) = item.get.as_ref().filter(|_| forms.is_table()) else {
                continue;
            };
            for file in [CSV, WORKBOOK] {
                let told = file_of(&file, path, operation);
                if matches!(forms, Forms::NamedTable) {
                    router.get_openapi_mut().paths.merge(told);
                } else {
                    router = router.routes((Vec::new(), told, handler.clone()));
                }
            }
        }
        router.routes(resource)
    })
}

/// A table as a file.
struct TableFile {
    form: Form,
    /// What it is called after the resource.
    called: &'static str,
    /// What stands after the name of its operation.
    suffix: &'static str,
}

const CSV: TableFile = TableFile {
    form: Form::Csv,
    called: "as CSV",
    suffix: "",
};

const WORKBOOK: TableFile = TableFile {
    form: Form::Xlsx,
    called: "as a workbook: a sheet with the table, and one with its source, method and citation",
    suffix: "_workbook",
};

/// The same resource under the address of a file, as the contract tells it: the form is named, so that it is not negotiated,
/// and the spreadsheet of a CSV and the language of a workbook can be chosen.
fn file_of(file: &TableFile, path: &str, operation: &Operation) -> Paths {
    let mut export = operation.clone();
    let resource = operation.operation_id.as_deref().and_then(|id| id.split_once('_'));
    export.operation_id = resource.map(|(_, resource)| format!("export_{resource}{}", file.suffix));
    export.tags = Some(vec!["files".to_owned()]);
    export.summary = operation
        .summary
        .as_ref()
        .map(|summary| format!("{}, {}.", summary.trim().trim_end_matches('.'), file.called));
    let own = match file.form {
        Form::Json | Form::Zip => Vec::new(),
        Form::Csv => excel_parameter(),
        Form::Xlsx => language_parameter(),
    };
    let parameters = export.parameters.get_or_insert_default();
    let version = parameters.len().saturating_sub(1);
    parameters.splice(version..version, own.into_iter().map(RefOr::T));
    if let Some(RefOr::T(answer)) = export.responses.responses.get_mut("200") {
        let binary = (file.form == Form::Xlsx).then_some(SchemaFormat::KnownFormat(KnownFormat::Binary));
        let body = ObjectBuilder::new().schema_type(Type::String).format(binary).build();
        *answer = ResponseBuilder::new()
            .description(&answer.description)
            .content(file.form.media_type(), Content::new(Some(body)))
            .build();
    }
    let mut paths = Paths::new();
    let address = format!("{path}.{}", file.form.as_str());
    paths.add_path_operation(address, vec![HttpMethod::Get], export);
    paths
}
