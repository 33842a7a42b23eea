//! `/{language}/report/{province}.pdf` and `.docx`: the report that a page shows, as a file. Both are made of the same blocks; a file is a
//! pure function of its address, and kept.

mod asked;

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::{Request, State},
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use moka::future::Cache;
use tokio::{sync::Semaphore, task::JoinError};
use vithe_frontend::{
    address::PageAddress,
    answers::Answers,
    frozen::in_version,
    report::{Report, report},
};
use vithe_shared::{
    Language, ProblemCode,
    query::{ChartKind, FigureQuery},
};

use self::asked::{FileForm, asked_for, file_name};
use super::{figures::FigureForm, pages::render_page};
use crate::{
    answer::{Client, FileName, Representation, answer_bytes, not_modified},
    assets::SiteAssets,
    error::ApiError,
    report::{
        docx::{Picture, write_docx},
        pdf::{Typesetter, write_pdf},
    },
    snapshot::{Snapshot, find_snapshot},
    state::{AppState, BUILD},
};

/// Reports that are made at the same time: each takes a processor.
const AT_ONCE: usize = 2;

/// What reports are made with, and those that were made.
pub(crate) struct Reports {
    typesetter: Option<Arc<Typesetter>>,
    made: Cache<String, Made>,
    room: Arc<Semaphore>,
}

impl Reports {
    /// Without the typefaces the rest of the server works, and reports on paper answer 503.
    pub(crate) fn start(capacity_bytes: u64) -> Self {
        let fonts = SiteAssets::paper_fonts()
            .inspect_err(|error| tracing::error!(%error, "reports cannot be set"))
            .ok();
        Self {
            typesetter: fonts.map(|fonts| Arc::new(Typesetter::new(fonts))),
            made: Cache::builder()
                .max_capacity(capacity_bytes)
                .weigher(|address: &String, made: &Made| {
                    u32::try_from(address.len() + made.file.len()).unwrap_or(u32::MAX)
                })
                .build(),
            room: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }
}

/// A report in a file.
#[derive(Clone)]
struct Made {
    file: Bytes,
    /// What it is saved as.
    name: String,
    /// Whether all its figures are in it. One without is for its reader alone: the next one may have them.
    is_whole: bool,
}

/// The page of a report, or its file.
pub(crate) async fn show_report(State(state): State<AppState>, request: Request) -> Response {
    let client = Client::from_headers(request.headers()).without_encoding();
    match asked_for(request.uri()) {
        None => render_page(State(state), request).await,
        Some((form, Ok(address))) => match answer_file(state, &client, form, address).await {
            Ok(response) => response,
            Err(error) => error.into_response(),
        },
        Some((_, Err(error))) => error.into_response(),
    }
}

async fn answer_file(
    state: AppState,
    client: &Client,
    form: FileForm,
    address: PageAddress,
) -> Result<Response, ApiError> {
    let snapshot = find_snapshot(&state, address.query.version.as_deref(), address.language).await?;
    let mut representation = Representation {
        content_type: form.content_type(),
        cache_control: snapshot.cache_control(),
        vary: "Accept-Encoding",
        file_name: None,
    };
    let canonical = address.canonical();
    let tag = client.tag(
        &[BUILD, snapshot.catalog().revision(), &canonical, form.suffix()],
        &representation,
    );
    if client.holds(&tag) {
        return Ok(not_modified(&tag, &representation));
    }
    let kept = state.reports().made.clone();
    let made = kept
        .try_get_with(tag.clone(), make(state, snapshot, form, address))
        .await
        .map_err(Arc::<ApiError>::unwrap_or_clone)?;
    representation.file_name = Some(FileName::Saved(made.name));
    if made.is_whole {
        return Ok(answer_bytes(client, &tag, &representation, made.file));
    }
    kept.invalidate(&tag).await;
    let mut response = answer_bytes(client, &tag, &representation, made.file);
    let headers = response.headers_mut();
    headers.remove(header::ETAG);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// Makes the file of a report: its words, its pictures, its pages.
async fn make(state: AppState, snapshot: Snapshot, form: FileForm, address: PageAddress) -> Result<Made, ApiError> {
    let language = address.language;
    let room = Arc::clone(&state.reports().room);
    // Nothing closes it.
    let place = room.acquire_owned().await.map_err(|_| ApiError::internal(language))?;
    let origin = state.settings().public_origin.clone().unwrap_or_default();
    let told = {
        let (snapshot, origin, address) = (snapshot.clone(), origin.clone(), address.clone());
        tokio::task::spawn_blocking(move || {
            let mut told = report(Answers::new(snapshot.catalog(), language), &address, &origin)?;
            if let Some(version) = snapshot.frozen_version() {
                told.change_links(|href| in_version(href, version));
            }
            Ok::<_, ApiError>(told)
        })
    };
    let told = told.await.map_err(|error| failed(&error, language))??;
    let name = file_name(&address, told.years, form);
    // All at once: the engine draws as many as it has workers, and keeps those that nobody waits for any more.
    let drawing: Vec<_> = told
        .figures()
        .map(|figure| {
            tokio::spawn(picture(
                state.clone(),
                snapshot.clone(),
                form.figures(),
                figure.chart,
                form.query_of(figure),
            ))
        })
        .collect();
    let mut pictures = Vec::new();
    for picture in drawing {
        pictures.push(picture.await.ok().flatten());
    }
    let is_whole = pictures.iter().all(Option::is_some);
    let written = tokio::task::spawn_blocking(move || {
        // The place is held as long as the work lasts, even where nobody waits for it any more.
        let _place = place;
        write(&state, form, &told, pictures, &origin)
    });
    let file = written.await.map_err(|error| failed(&error, language))??;
    Ok(Made {
        file: Bytes::from(file),
        name,
        is_whole,
    })
}

fn write(
    state: &AppState,
    form: FileForm,
    report: &Report,
    pictures: Vec<Option<Vec<u8>>>,
    origin: &str,
) -> Result<Vec<u8>, ApiError> {
    let not_written = |error: &dyn std::error::Error| {
        tracing::error!(%error, title = report.title, "a report could not be written");
        ApiError::internal(report.language)
    };
    let pictures = pictures.into_iter();
    match form {
        FileForm::Pdf => {
            let typesetter = state.reports().typesetter.as_ref();
            let typesetter = typesetter.ok_or_else(|| unavailable(report.language))?;
            let pictures: Vec<Option<String>> = pictures
                .map(|svg| Some(without_typefaces(String::from_utf8(svg?).ok()?)))
                .collect();
            write_pdf(typesetter, report, &pictures, origin).map_err(|error| not_written(&error))
        }
        FileForm::Docx => {
            let pictures: Vec<Option<Picture>> = pictures.map(|png| Picture::of_png(png?)).collect();
            write_docx(report, &pictures, origin).map_err(|error| not_written(&error))
        }
    }
}

/// A drawing without the typefaces that a file of its own brings: the typesetter has them.
fn without_typefaces(svg: String) -> String {
    const END: &str = "</style>";
    match (svg.find("<style"), svg.find(END)) {
        (Some(start), Some(end)) if start < end => format!("{}{}", &svg[..start], &svg[end + END.len()..]),
        _ => svg,
    }
}

/// The picture of a figure; why there is none has been logged.
async fn picture(
    state: AppState,
    snapshot: Snapshot,
    form: FigureForm,
    chart: ChartKind,
    query: FigureQuery,
) -> Option<Vec<u8>> {
    state
        .figures()
        .picture(&state, &snapshot, chart, &query, form)
        .await
        .ok()
}

fn failed(error: &JoinError, language: Language) -> ApiError {
    tracing::error!(%error, "a report could not be made");
    ApiError::internal(language)
}

fn unavailable(language: Language) -> ApiError {
    ApiError::new(
        ProblemCode::Unavailable,
        language,
        || "Máy chủ này hiện không lập được tệp PDF; báo cáo vẫn xem được trên trang.".to_owned(),
        || "This server cannot make PDF files at the moment; the report can still be read on its page.".to_owned(),
    )
}
