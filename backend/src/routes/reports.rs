//! `/{language}/report/{province}.pdf` and `.docx`: the report that a page shows, as a file. Both are made of the same blocks; a file is a
//! pure function of its address, and kept.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::{Request, State},
    http::{HeaderValue, Uri, header},
    response::{IntoResponse as _, Response},
};
use moka::future::Cache;
use tokio::{sync::Semaphore, task::JoinError};
use vithe_frontend::{
    address::PageAddress,
    answers::Answers,
    frozen::in_version,
    report::{Figure, Report, report},
};
use vithe_shared::{
    Borders, Language, ProblemCode, Text,
    query::{ChartKind, FigureQuery, FigureWidth, PageQuery, QueryError, ReportForm, YearRange, without_tracking},
};

use super::{figures::FigureForm, pages::render_page};
use crate::{
    answer::{Client, FileName, Representation, answer_bytes, not_modified},
    assets::SiteAssets,
    error::ApiError,
    extract::VERSION,
    report::{
        docx::{Picture, write_docx},
        pdf::{Typesetter, write_pdf},
    },
    snapshot::{Snapshot, find_snapshot},
    state::{AppState, BUILD},
};

/// Reports that are made at the same time: each takes a processor.
const AT_ONCE: usize = 2;

/// What a file of a report may be asked for by, of what pages know.
const KEYS: [(&str, Text); 3] = [
    (
        "y",
        Text::new(
            "một năm hoặc một khoảng năm, ví dụ 2017..2021",
            "a year or a range of years such as 2017..2021",
        ),
    ),
    ("borders", Text::new("63 hoặc 34", "63 or 34")),
    ("form", Text::new("review hoặc brief", "review or brief")),
];

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

/// What a report is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FileForm {
    Pdf,
    Docx,
}

impl FileForm {
    /// The form of a path, and the path of the page.
    fn of_path(path: &str) -> Option<(Self, &str)> {
        [Self::Pdf, Self::Docx].into_iter().find_map(|form| {
            let page = path.strip_suffix(form.suffix())?.strip_suffix('.')?;
            Some((form, page))
        })
    }

    const fn suffix(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
        }
    }

    const fn content_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }

    /// What a figure shows in it. In a document to be edited every figure is as wide as the text.
    fn query_of(self, figure: &Figure) -> FigureQuery {
        let width = match self {
            Self::Pdf => figure.query.width,
            Self::Docx => FigureWidth::Medium,
        };
        FigureQuery {
            width,
            ..figure.query.clone()
        }
    }

    /// What its figures are drawn as.
    const fn figures(self) -> FigureForm {
        match self {
            Self::Pdf => FigureForm::Svg,
            Self::Docx => FigureForm::Png,
        }
    }
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

/// The form and the page that an address asks for as a file. Unlike a page, a file says nothing of what it did not read.
fn asked_for(uri: &Uri) -> Option<(FileForm, Result<PageAddress, ApiError>)> {
    let (form, page) = FileForm::of_path(uri.path())?;
    let query = without_tracking(uri.query().unwrap_or_default());
    let mut address = PageAddress::parse(page, &query);
    let refused = refusal(&address.query).map(|error| ApiError::from(error.into_problem(address.language)));
    // What else a page keeps in its address is not told by the report.
    address.query = PageQuery {
        year: address.query.year,
        years: address.query.years,
        borders: address.query.borders,
        form: address.query.form,
        version: address.query.version,
        ..PageQuery::default()
    };
    Some((form, refused.map_or(Ok(address), Err)))
}

fn refusal(query: &PageQuery) -> Option<QueryError> {
    let unread = query.unread.iter().find_map(|(key, value)| {
        let (name, expected) = KEYS.into_iter().find(|(name, _)| name == key)?;
        Some(QueryError::Malformed {
            name,
            value: value.clone(),
            expected,
        })
    });
    let unknown = query.rest.first().map(|(name, _)| QueryError::Unknown {
        name: name.clone(),
        allowed: KEYS.into_iter().map(|(name, _)| name).chain([VERSION]).collect(),
    });
    unread.or(unknown)
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

/// `bao-cao-hau-giang-2017-2021.pdf`, `brief-can-tho-34-2025.pdf`
fn file_name(address: &PageAddress, years: YearRange, form: FileForm) -> String {
    let kind = match (address.language, address.query.form) {
        (Language::Vi, ReportForm::Review) => "bao-cao",
        (Language::Vi, ReportForm::Brief) => "tom-tat",
        (Language::En, ReportForm::Review) => "review",
        (Language::En, ReportForm::Brief) => "brief",
    };
    let mut parts = vec![kind.to_owned()];
    parts.extend(address.province().map(|province| province.to_string()));
    if address.query.borders == Some(Borders::Units34) {
        parts.push("34".to_owned());
    }
    if years.from < years.to {
        parts.push(years.from.to_string());
    }
    parts.push(years.to.to_string());
    parts.extend(address.query.version.clone());
    format!("{}.{}", parts.join("-"), form.suffix())
}

#[cfg(test)]
mod tests {
    use vithe_shared::Year;

    use super::*;

    fn asked(address: &str) -> (FileForm, Result<PageAddress, ApiError>) {
        asked_for(&address.parse().unwrap()).unwrap()
    }

    #[test]
    fn a_file_says_what_it_reports_on() {
        for (address, from, name) in [
            ("/vi/report/hau-giang.pdf", 2017, "bao-cao-hau-giang-2017-2021.pdf"),
            ("/vi/report/hau-giang.docx", 2017, "bao-cao-hau-giang-2017-2021.docx"),
            ("/en/report/hau-giang.pdf", 2017, "review-hau-giang-2017-2021.pdf"),
            (
                "/vi/report/hau-giang.pdf?form=brief",
                2021,
                "tom-tat-hau-giang-2021.pdf",
            ),
            (
                "/vi/report/hau-giang.docx?v=1.1.0",
                2017,
                "bao-cao-hau-giang-2017-2021-1.1.0.docx",
            ),
            (
                "/en/report/can-tho.pdf?form=brief&borders=34",
                2020,
                "brief-can-tho-34-2020-2021.pdf",
            ),
        ] {
            let (form, asked) = asked(address);
            let years = YearRange {
                from: Year(from),
                to: Year(2021),
            };
            assert_eq!(file_name(&asked.unwrap(), years, form), name);
        }
    }

    #[test]
    fn what_only_a_page_shows_makes_no_other_file() {
        let (_, asked) = asked("/vi/report/hau-giang.pdf?y=2017..2021&pin=can-tho&utm_source=x&sort=-change");
        assert_eq!(asked.unwrap().canonical(), "/vi/report/hau-giang?y=2017..2021");
    }

    #[test]
    fn what_cannot_be_read_is_refused_in_the_language_of_the_path() {
        for (address, says) in [
            ("/vi/report/hau-giang.pdf?y=2021..2017", "khoảng năm"),
            ("/en/report/hau-giang.pdf?y=soon", "range of years"),
            ("/en/report/hau-giang.pdf?form=poem", "review or brief"),
            ("/en/report/hau-giang.pdf?colour=red", "y, borders, form"),
        ] {
            let error = asked(address).1.unwrap_err();
            assert!(error.problem().detail.contains(says), "{}", error.problem().detail);
        }
    }

    #[test]
    fn a_path_without_suffix_is_a_page() {
        assert!(asked_for(&"/vi/report/hau-giang?y=2021".parse().unwrap()).is_none());
    }
}
