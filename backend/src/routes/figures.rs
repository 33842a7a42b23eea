//! `/figures/{chart}.svg` and `.png`: the charts of the pages as pictures, drawn by the engine and kept.

mod asked;

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use axum::{
    body::Bytes,
    extract::{Path, State},
    http::Uri,
    response::Response,
};
use moka::future::Cache;
use vithe_frontend::{
    answers::Answers,
    charts::{
        self,
        sheet::{Imprint, Resolution, Sheet, build_sheet},
    },
};
use vithe_shared::{
    Borders, Language, ProblemCode,
    query::{ApiQuery, ChartKind, FigureQuery, PictureSize, QueryDescription},
};

use self::asked::chart_of;
pub(super) use self::asked::{FigureForm, file_name};
use super::citations::{answer_citation, citation_of};
use crate::{
    answer::{Client, FileName, Representation},
    assets::SiteAssets,
    data::Data,
    error::ApiError,
    extract::{RawQuery, VERSION},
    figures::engine::{EngineAssets, EngineError, EngineLimits, FigureEngine, FigureSize},
    openapi::{Asked, AtPath, DescribedRequest, FileBytes, Members, Refused, Versioned},
    snapshot::{Snapshot, find_snapshot},
    state::{AppState, BUILD, Settings},
};

/// Of a drawing without words: sharp on the screens of telephones and in print.
const DRAWING: Resolution = Resolution::of_screen(2);

/// Of the time of a request, what is left for the drawing when its turn comes at last.
const TIME_TO_DRAW: Duration = Duration::from_secs(1);

/// The engine and the pictures it has drawn.
pub(crate) struct Figures {
    engine: Option<FigureEngine>,
    drawn: Cache<String, Bytes>,
}

impl Figures {
    /// Starts the engine; without it the rest of the server works and figures answer 503.
    pub(crate) fn start(data: &Data, settings: &Settings) -> Self {
        let limits = EngineLimits {
            line: settings.request_timeout.saturating_sub(TIME_TO_DRAW),
            ..EngineLimits::default()
        };
        let engine = (settings.figure_workers > 0)
            .then(|| start_engine(data, settings.figure_workers, limits))
            .and_then(|started| {
                started
                    .inspect_err(|reason| tracing::error!(%reason, "figures cannot be drawn"))
                    .ok()
            });
        Self::keeping(engine, settings.figure_cache_bytes)
    }

    fn keeping(engine: Option<FigureEngine>, cache_bytes: u64) -> Self {
        let drawn = Cache::builder()
            .max_capacity(cache_bytes)
            .weigher(|key: &String, picture: &Bytes| u32::try_from(key.len() + picture.len()).unwrap_or(u32::MAX))
            .build();
        Self { engine, drawn }
    }

    /// Whether figures can be drawn.
    pub(crate) fn is_running(&self) -> bool {
        self.engine.is_some()
    }

    /// The picture of a figure, drawn where it is not kept.
    pub(super) async fn picture(
        &self,
        state: &AppState,
        snapshot: &Snapshot,
        chart: ChartKind,
        query: &FigureQuery,
        form: FigureForm,
    ) -> Result<Vec<u8>, ApiError> {
        // The newest version is drawn in the same way where it is named; only a complete figure names its address.
        let named = snapshot.frozen_version().filter(|_| query.size != PictureSize::Drawing);
        let revision = snapshot.catalog().revision();
        let (form_name, state_of_figure) = (form.as_str(), query.to_query_string());
        let key = format!(
            "{chart}.{form_name}?{state_of_figure} {revision} {}",
            named.unwrap_or_default()
        );
        let picture = self
            .drawn
            .try_get_with(key, async {
                let answers = Answers::new(snapshot.catalog(), query.language);
                let engine = || self.engine.as_ref().ok_or_else(|| unavailable(query.language));
                let drawn = if query.size == PictureSize::Drawing {
                    let figure = charts::build(chart, query, answers).map_err(ApiError::from)?;
                    draw(engine()?, &figure, form).await
                } else {
                    let sheet =
                        build_sheet(chart, query, answers, &imprint(state, snapshot)).map_err(ApiError::from)?;
                    draw_sheet(engine()?, sheet, form).await
                };
                drawn
                    .map(Bytes::from)
                    .map_err(|error| engine_problem(&error, chart, query.language))
            })
            .await
            .map_err(Arc::<ApiError>::unwrap_or_clone)?;
        Ok(picture.to_vec())
    }
}

fn start_engine(data: &Data, workers: usize, limits: EngineLimits) -> Result<FigureEngine, String> {
    let text = |borders| String::from_utf8(data.outlines(borders).to_vec()).map_err(|error| error.to_string());
    let maps = BTreeMap::from([
        ("vn63".to_owned(), text(Borders::Provinces63)?),
        ("vn34".to_owned(), text(Borders::Units34)?),
    ]);
    let assets = EngineAssets {
        bundle: SiteAssets::engine_bundle().map_err(|error| error.to_string())?,
        fonts: SiteAssets::figure_fonts().map_err(|error| error.to_string())?,
        maps,
    };
    FigureEngine::new(assets, workers, limits).map_err(|error| error.to_string())
}

async fn draw(engine: &FigureEngine, figure: &charts::ChartFigure, form: FigureForm) -> Result<Vec<u8>, EngineError> {
    let size = FigureSize::new(figure.width, figure.height)?;
    match form {
        FigureForm::Png => engine.render_png(&figure.option, size, DRAWING).await,
        FigureForm::Svg => engine
            .render_standalone_svg(&figure.option, size, &figure.title)
            .await
            .map(String::into_bytes),
    }
}

async fn draw_sheet(engine: &FigureEngine, sheet: Sheet, form: FigureForm) -> Result<Vec<u8>, EngineError> {
    match form {
        FigureForm::Png => engine.render_sheet_png(sheet).await,
        FigureForm::Svg => engine.render_sheet_svg(sheet).await.map(String::into_bytes),
    }
}

fn imprint(state: &AppState, snapshot: &Snapshot) -> Imprint {
    Imprint {
        version: snapshot.catalog().version().to_owned(),
        date: snapshot.catalog().date().to_owned(),
        is_frozen: snapshot.frozen_version().is_some(),
        origin: state.settings().public_origin.clone().unwrap_or_default(),
    }
}

fn unavailable(language: Language) -> ApiError {
    ApiError::new(
        ProblemCode::Unavailable,
        language,
        || "Máy chủ này hiện không vẽ được biểu đồ; bảng số liệu vẫn dùng được.".to_owned(),
        || "This server cannot draw figures at the moment; the tables still work.".to_owned(),
    )
}

/// What a client is told of a drawing that failed. The cause goes to the log.
fn engine_problem(error: &EngineError, chart: ChartKind, language: Language) -> ApiError {
    tracing::error!(%error, %chart, "a figure could not be drawn");
    match error {
        EngineError::Busy { .. } => ApiError::new(
            ProblemCode::Unavailable,
            language,
            || "Có quá nhiều biểu đồ đang chờ vẽ. Vui lòng thử lại sau vài giây.".to_owned(),
            || "Too many figures are waiting to be drawn. Please try again in a few seconds.".to_owned(),
        ),
        EngineError::Timeout { .. } => ApiError::new(
            ProblemCode::FigureTimeout,
            language,
            || "Biểu đồ này vẽ quá lâu nên đã dừng lại. Vui lòng thử lại, hoặc xem bảng số liệu.".to_owned(),
            || "Drawing this figure took too long and was stopped. Please try again, or see the table.".to_owned(),
        ),
        _ => ApiError::new(
            ProblemCode::FigureFailed,
            language,
            || "Không vẽ được biểu đồ này. Số liệu vẫn xem được trong bảng.".to_owned(),
            || "This figure could not be drawn. Its figures are still in the table.".to_owned(),
        ),
    }
}

/// A figure as it is asked for: which one, by its path, and what is drawn.
struct FigureRequest;

impl DescribedRequest for FigureRequest {
    fn describe() -> QueryDescription {
        let mut request = AtPath::<ChartKind, Versioned<FigureQuery>>::describe();
        request.refuse(&[
            ProblemCode::NotAcceptable,
            ProblemCode::RangeNotSatisfiable,
            ProblemCode::FigureFailed,
            ProblemCode::FigureTimeout,
            ProblemCode::Unavailable,
        ]);
        request
    }
}

/// Answers `/figures/{chart}.svg` and `.png`.
#[utoipa::path(
    get,
    path = "/figures/{file}",
    operation_id = "draw_figure",
    tag = "files",
    params(
        ("file" = String, Path, example = "map.svg", description = ChartKind::FILES),
        Asked<FigureRequest>,
    ),
    responses(
        (status = 200, description = "The figure, or its citation", content(
            (String = "image/svg+xml"),
            (inline(FileBytes) = "image/png"),
            (String = "text/plain"),
            (String = "application/x-bibtex"),
            (String = "application/x-research-info-systems"),
            (inline(Vec<Members>) = "application/vnd.citationstyles.csl+json"),
        )),
        Refused<FigureRequest>,
    )
)]
pub(crate) async fn draw_figure(
    State(state): State<AppState>,
    Path(file): Path<String>,
    uri: Uri,
    headers: axum::http::HeaderMap,
) -> Result<Response, ApiError> {
    let client = Client::from_headers(&headers);
    if let Some((chart, form)) = citation_of(&file) {
        return answer_citation(&state, chart, form, &uri, &client).await;
    }
    let (chart, form) = chart_of(&file, client.language)?;
    let mut query = RawQuery::read(&uri, client.language)?;
    let version = query.take_version(client.language)?;
    let snapshot = find_snapshot(&state, version.as_deref(), client.language).await?;
    let query: FigureQuery = query.parse(&[VERSION], client.language)?;

    let canonical = format!("/figures/{chart}?{}", query.to_query_string());
    let representation = Representation {
        content_type: form.content_type(),
        cache_control: snapshot.cache_control(),
        vary: "Accept-Encoding",
        file_name: Some(FileName::Shown(file_name(chart, &query, form.as_str()))),
    };
    let client = if form == FigureForm::Png {
        client.without_encoding()
    } else {
        client
    };
    // A complete figure names its address, which is another one where a version is named.
    let identity = [
        BUILD,
        snapshot.catalog().revision(),
        canonical.as_str(),
        form.as_str(),
        snapshot.frozen_version().unwrap_or_default(),
    ];
    let compute = Box::pin(state.figures().picture(&state, &snapshot, chart, &query, form));
    state
        .answers()
        .answer(&client, &identity, representation, compute)
        .await
}

#[cfg(test)]
mod tests {
    use vithe_datasets::RedistributionOverrides;

    use super::*;

    /// Where nobody may wait in line, a second drawing of the same figure would be refused.
    #[tokio::test]
    async fn a_figure_that_many_ask_for_at_once_is_drawn_once() {
        let data = Data::bundled(&RedistributionOverrides::new()).unwrap();
        let limits = EngineLimits {
            line: Duration::ZERO,
            ..EngineLimits::default()
        };
        let figures = Figures::keeping(Some(start_engine(&data, 1, limits).unwrap()), 1 << 20);
        let settings = Settings {
            figure_workers: 0,
            ..Settings::default()
        };
        let state = AppState::new(Arc::new(data), settings);
        let draw = async |year| {
            let mut query = FigureQuery::new(vithe_shared::IndexId::Pci, Language::Vi);
            query.year = Some(vithe_shared::Year(year));
            let newest = Snapshot::newest(state.shared_data());
            figures
                .picture(&state, &newest, ChartKind::Map, &query, FigureForm::Svg)
                .await
        };
        let (first, second, other) = tokio::join!(draw(2019), draw(2019), draw(2020));
        assert_eq!(first.unwrap(), second.unwrap());
        assert_eq!(other.unwrap_err().problem().code, ProblemCode::Unavailable);
    }
}
