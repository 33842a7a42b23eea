//! What the data resources have in common: from an answer of the query layer to a tagged, encoded response.

use axum::response::Response;
use serde::Serialize;
use vithe_shared::{
    Language,
    engine::{answers::LookupError, catalog::Catalog},
    query::ApiQuery,
};

use crate::{
    answer::{FileName, Representation},
    error::ApiError,
    export::{Edition, Sheet},
    extract::{ApiRequest, Form},
    state::{AppState, BUILD},
};

/// Answers with JSON.
pub(crate) async fn answer_json<Q, T>(
    state: &AppState,
    request: &ApiRequest<Q>,
    find: impl FnOnce(&Catalog, &Q) -> Result<T, LookupError>,
) -> Result<Response, ApiError>
where
    Q: ApiQuery,
    T: Serialize,
{
    let language = request.language();
    respond(state, request, None, async {
        let answer = find(request.catalog(), &request.query).map_err(|error| ApiError::lookup(error, language))?;
        to_json(&answer, language)
    })
    .await
}

/// What a question ran into.
pub(crate) trait Fault {
    /// The problem that the client is told.
    fn told(self, language: Language) -> ApiError;
}

impl Fault for LookupError {
    fn told(self, language: Language) -> ApiError {
        ApiError::lookup(self, language)
    }
}

/// Answers with JSON, CSV or a workbook.
pub(crate) async fn answer_table<Q, T, F: Fault>(
    state: &AppState,
    request: &ApiRequest<Q, true>,
    find: impl FnOnce(&Catalog, &Q) -> Result<T, F>,
    sheet: impl FnOnce(&T, &Q) -> Sheet,
) -> Result<Response, ApiError>
where
    Q: ApiQuery,
    T: Serialize,
{
    let language = request.language();
    if request.form == Form::Json {
        return respond(state, request, None, async {
            let answer = find(request.catalog(), &request.query).map_err(|fault| fault.told(language))?;
            to_json(&answer, language)
        })
        .await;
    }
    // The name of the file is part of the headers, so the sheet is made before the tag is compared: a table costs what a page
    // does, and clients that poll use JSON.
    let answer = find(request.catalog(), &request.query).map_err(|fault| fault.told(language))?;
    let sheet = sheet(&answer, &request.query).with_names(request.catalog());
    // Files of two versions are told apart by their names.
    let version = request.snapshot.frozen_version();
    let version = version.map_or_else(String::new, |version| format!("-{version}"));
    let name = match request.form {
        Form::Xlsx => format!("{}{version}_{language}.{}", sheet.name, request.form.as_str()),
        Form::Json | Form::Csv | Form::Zip => format!("{}{version}.{}", sheet.name, request.form.as_str()),
    };
    respond(state, request, Some(name), async {
        let failed = |error: &dyn std::fmt::Display| {
            tracing::error!(%error, form = request.form.as_str(), "a table could not be written");
            ApiError::internal(language)
        };
        if request.form == Form::Csv {
            return sheet.to_csv(request.flavour).map_err(|error| failed(&error));
        }
        let edition = Edition {
            catalog: request.catalog(),
            language,
            origin: state.settings().public_origin.as_deref().unwrap_or_default(),
            address: &request.address(),
        };
        sheet.to_xlsx(&edition).map_err(|error| failed(&error))
    })
    .await
}

/// Answers with a file that takes a while to write, away from the threads that answer.
pub(crate) async fn answer_file<Q, E>(
    state: &AppState,
    request: &ApiRequest<Q>,
    name: String,
    write: impl FnOnce() -> Result<Vec<u8>, E> + Send + 'static,
) -> Result<Response, ApiError>
where
    Q: ApiQuery,
    E: std::fmt::Display + Send + 'static,
{
    let language = request.language();
    respond(state, request, Some(name), async {
        let failed = |error: &dyn std::fmt::Display| {
            tracing::error!(%error, form = request.form.as_str(), "a file could not be written");
            ApiError::internal(language)
        };
        let written = tokio::task::spawn_blocking(write).await;
        written.map_err(|error| failed(&error))?.map_err(|error| failed(&error))
    })
    .await
}

async fn respond<Q: ApiQuery, const TABULAR: bool>(
    state: &AppState,
    request: &ApiRequest<Q, TABULAR>,
    file_name: Option<String>,
    compute: impl Future<Output = Result<Vec<u8>, ApiError>>,
) -> Result<Response, ApiError> {
    let representation = Representation {
        content_type: request.form.content_type(),
        cache_control: request.snapshot.cache_control(),
        vary: request.vary(),
        file_name: file_name.map(FileName::Saved),
    };
    let canonical = request.canonical();
    let mut identity = vec![
        BUILD,
        request.catalog().revision(),
        canonical.as_str(),
        request.form.as_str(),
    ];
    let mut client = request.client.clone();
    if request.form == Form::Xlsx {
        // It tells of itself in the language of the client, and names its address, with the version where that is named.
        identity.push(request.language().as_str());
        identity.push(request.snapshot.frozen_version().unwrap_or_default());
    }
    if matches!(request.form, Form::Xlsx | Form::Zip) {
        client = client.without_encoding();
    }
    state
        .answers()
        .answer(&client, &identity, representation, compute)
        .await
}

pub(crate) fn to_json<T: Serialize>(answer: &T, language: Language) -> Result<Vec<u8>, ApiError> {
    serde_json::to_vec(answer).map_err(|error| {
        tracing::error!(%error, "an answer could not be written as JSON");
        ApiError::internal(language)
    })
}
