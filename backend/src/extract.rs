//! What a handler is given: the strictly read query, the form that is wanted, and what the client holds already.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts, uri::Uri},
};
use vithe_shared::{
    Language, ProblemCode, Text,
    engine::catalog::Catalog,
    identifier::IdentifierError,
    preferences::{Fit, Preferences},
    query::{ApiQuery, QueryError, QueryPairs},
};

use crate::{
    answer::{Client, list_of},
    data::Data,
    error::ApiError,
    snapshot::{Snapshot, find_snapshot},
    state::AppState,
};

/// The longest query string that is read.
pub(crate) const MAXIMUM_QUERY_BYTES: usize = 2_048;

/// The key that names the version of the dataset.
pub(crate) const VERSION: &str = "v";

/// The key that names the spreadsheet a CSV is for.
pub(crate) const EXCEL: &str = "excel";

/// The key that names the language of what a workbook says.
pub(crate) const LANGUAGE: &str = "lang";

/// The form of a data answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// `application/json`.
    Json,
    /// `text/csv`.
    Csv,
    /// A workbook of a spreadsheet.
    Xlsx,
    /// A data package, only under its own address.
    Zip,
}

impl Form {
    /// Those of which a resource may have several.
    const ALL: [Self; 3] = [Self::Json, Self::Csv, Self::Xlsx];

    /// Those of a table; of two that fit a client alike, the later one is taken.
    const OF_TABLES: [Self; 3] = [Self::Xlsx, Self::Csv, Self::Json];

    pub(crate) const fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Zip => "application/zip",
        }
    }

    /// The suffix of addresses and files.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Zip => "zip",
        }
    }

    /// The media type without parameters.
    pub(crate) fn media_type(self) -> &'static str {
        let content_type = self.content_type();
        content_type
            .split_once(';')
            .map_or(content_type, |(media_type, _)| media_type)
    }

    /// What stands before the suffix of a data package.
    pub(crate) fn before_zip(name: &str) -> Option<&str> {
        name.strip_suffix(Self::Zip.as_str())?.strip_suffix('.')
    }

    /// A name without the suffix of a form, and the form it names.
    pub(crate) fn of_suffix(name: &str) -> Option<(&str, Self)> {
        let (bare, suffix) = name.rsplit_once('.')?;
        let form = Self::ALL.into_iter().find(|form| form.as_str() == suffix)?;
        Some((bare, form))
    }

    /// How exactly a range of `Accept` names the form; some clients write `*` alone for anything.
    fn exactness(self, range: &str) -> Option<u8> {
        let (own_group, own_type) = self.media_type().split_once('/')?;
        if matches!(range, "*" | "*/*") {
            return Some(0);
        }
        let (group, media_type) = range.split_once('/')?;
        let exactness = match media_type {
            "*" => 1,
            _ if media_type.eq_ignore_ascii_case(own_type) => 2,
            _ => return None,
        };
        group.eq_ignore_ascii_case(own_group).then_some(exactness)
    }
}

/// Which spreadsheet a CSV is written for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum CsvFlavour {
    /// Comma, decimal point: what programs read.
    #[default]
    Standard,
    /// Byte order mark, semicolon, decimal comma: what a Vietnamese Excel opens on a double click.
    ExcelVi,
    /// Byte order mark, comma, decimal point: the same for an English Excel.
    ExcelEn,
}

/// A strictly read request. With `TABULAR`, the resource has the forms of a table as well.
#[derive(Debug)]
pub(crate) struct ApiRequest<Q, const TABULAR: bool = false> {
    /// The query.
    pub(crate) query: Q,
    /// The form that is wanted.
    pub(crate) form: Form,
    /// The flavour of a CSV form.
    pub(crate) flavour: CsvFlavour,
    pub(crate) client: Client,
    /// The path without the suffix that names the form.
    path: String,
    /// The figures that it asks.
    pub(crate) snapshot: Snapshot,
    /// Whether the form came from the `Accept` header.
    negotiated: bool,
    /// Whether the address names the language, so that `Accept-Language` is not asked.
    names_language: bool,
}

impl<Q: ApiQuery, const TABULAR: bool> ApiRequest<Q, TABULAR> {
    /// The language of problems, and of what a workbook says.
    pub(crate) fn language(&self) -> Language {
        self.client.language
    }

    /// What the answer depends on, besides build, revision and encoding.
    pub(crate) fn canonical(&self) -> String {
        let flavour = match self.flavour {
            CsvFlavour::Standard => "",
            CsvFlavour::ExcelVi => "&excel=vi",
            CsvFlavour::ExcelEn => "&excel=en",
        };
        format!("{}?{}{flavour}", self.path, self.query.to_query_string())
    }

    /// What is served in the version that the address names.
    pub(crate) fn data(&self) -> &Data {
        self.snapshot.data()
    }

    /// The figures in the version that the address names.
    pub(crate) fn catalog(&self) -> &Catalog {
        self.snapshot.catalog()
    }

    pub(crate) fn vary(&self) -> &'static str {
        // What a workbook says of its table is in the language of the client, unless the address names another; a package is
        // compressed as it is, with its texts in both languages.
        let asks_language = self.form == Form::Xlsx && !self.names_language;
        match (asks_language, self.negotiated && self.form != Form::Zip) {
            (false, false) => "Accept-Encoding",
            (false, true) => "Accept, Accept-Encoding",
            (true, false) => "Accept-Encoding, Accept-Language",
            (true, true) => "Accept, Accept-Encoding, Accept-Language",
        }
    }

    /// The address of the answer in its form and version; of a workbook, in the language it is in.
    pub(crate) fn address(&self) -> String {
        let language = (self.form == Form::Xlsx).then(|| format!("{LANGUAGE}={}", self.language()));
        let version = self.snapshot.frozen_version();
        let keys = [
            Some(self.query.to_query_string()),
            language,
            version.map(|version| format!("{VERSION}={version}")),
        ];
        let keys: Vec<String> = keys.into_iter().flatten().filter(|keys| !keys.is_empty()).collect();
        let mark = if keys.is_empty() { "" } else { "?" };
        format!("{}.{}{mark}{}", self.path, self.form.as_str(), keys.join("&"))
    }
}

impl<Q: ApiQuery, const TABULAR: bool> FromRequestParts<AppState> for ApiRequest<Q, TABULAR> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, ApiError> {
        let mut client = Client::from_headers(&parts.headers);
        let (form, path, negotiated) = wanted_form(&parts.uri, &parts.headers, TABULAR, client.language)?;
        let mut query = RawQuery::read(&parts.uri, client.language)?;
        let named = match form {
            Form::Xlsx => query.take_language(client.language)?,
            Form::Json | Form::Csv | Form::Zip => None,
        };
        let language = named.unwrap_or(client.language);
        client.language = language;
        let version = query.take_version(language)?;
        let snapshot = find_snapshot(state, version.as_deref(), language).await?;
        let flavour = if form == Form::Csv {
            query.take_flavour(language)?
        } else {
            CsvFlavour::Standard
        };
        let taken: &[&'static str] = match form {
            Form::Json | Form::Zip => &[VERSION],
            Form::Csv => &[VERSION, EXCEL],
            Form::Xlsx => &[VERSION, LANGUAGE],
        };
        let query = query.parse(taken, language)?;
        Ok(Self {
            query,
            form,
            flavour,
            client,
            path,
            snapshot,
            negotiated,
            names_language: named.is_some(),
        })
    }
}

/// The form by the suffix of the path, or else by `Accept`; the path without the suffix; whether `Accept` decided.
fn wanted_form(
    uri: &Uri,
    headers: &HeaderMap,
    tabular: bool,
    language: Language,
) -> Result<(Form, String, bool), ApiError> {
    let path = uri.path();
    if let Some((bare, form)) = Form::of_suffix(path) {
        return Ok((form, bare.to_owned(), false));
    }
    if let Some(bare) = Form::before_zip(path).filter(|_| !tabular) {
        return Ok((Form::Zip, bare.to_owned(), false));
    }
    let accept = list_of(headers, &header::ACCEPT).unwrap_or_default();
    let accepted = Preferences::read(&accept);
    let offers: &[Form] = if tabular { &Form::OF_TABLES } else { &[Form::Json] };
    let fits = offers
        .iter()
        .map(|form| (accepted.fit(|range| form.exactness(range)), *form));
    let taken = fits.filter(|(fit, _)| fit.is_some_and(Fit::is_accepted));
    let best = if accepted.is_empty() {
        Some(Form::Json)
    } else {
        // Of two that are alike the last one.
        taken.max_by_key(|(fit, _)| *fit).map(|(_, form)| form)
    };
    let offered: Vec<&str> = offers.iter().rev().map(|form| form.media_type()).collect();
    let offered = offered.join(", ");
    best.map(|form| (form, path.to_owned(), true)).ok_or_else(|| {
        ApiError::new(
            ProblemCode::NotAcceptable,
            language,
            || format!("Địa chỉ này trả lời bằng: {offered}."),
            || format!("This address answers with: {offered}."),
        )
    })
}

/// A query string on the way to its type: keys that every address knows are taken out first.
pub(crate) struct RawQuery(QueryPairs);

impl RawQuery {
    pub(crate) fn read(uri: &Uri, language: Language) -> Result<Self, ApiError> {
        let text = uri.query().unwrap_or_default();
        if text.len() > MAXIMUM_QUERY_BYTES {
            return Err(ApiError::new(
                ProblemCode::MalformedParameter,
                language,
                || format!("Phần truy vấn của địa chỉ dài quá {MAXIMUM_QUERY_BYTES} byte."),
                || format!("The query of the address is longer than {MAXIMUM_QUERY_BYTES} bytes."),
            ));
        }
        Ok(Self(QueryPairs::parse(text)))
    }

    /// Whether it names a key.
    pub(crate) fn names(&self, key: &str) -> bool {
        self.0.names(key)
    }

    /// Takes the version out.
    pub(crate) fn take_version(&mut self, language: Language) -> Result<Option<String>, ApiError> {
        self.0
            .take(VERSION)
            .map_err(|error| error.into_problem(language).into())
    }

    /// Takes the language of a workbook out, where it is named.
    fn take_language(&mut self, language: Language) -> Result<Option<Language>, ApiError> {
        let named = self.0.take(LANGUAGE).and_then(|value| {
            let read = |value: String| {
                value.parse().map_err(|error: IdentifierError| QueryError::Malformed {
                    name: LANGUAGE,
                    value,
                    expected: error.expected,
                })
            };
            value.map(read).transpose()
        });
        named.map_err(|error| error.into_problem(language).into())
    }

    fn take_flavour(&mut self, language: Language) -> Result<CsvFlavour, ApiError> {
        let flavour = self.0.take(EXCEL).and_then(|value| match value {
            None => Ok(CsvFlavour::Standard),
            Some(value) => match value.as_str() {
                "vi" => Ok(CsvFlavour::ExcelVi),
                "en" => Ok(CsvFlavour::ExcelEn),
                _ => Err(QueryError::Malformed {
                    name: EXCEL,
                    value,
                    expected: Text::new("vi hoặc en", "vi or en"),
                }),
            },
        });
        flavour.map_err(|error| error.into_problem(language).into())
    }

    /// Reads the rest strictly. `taken` are the keys taken out before, for the list of what is allowed.
    pub(crate) fn parse<Q: ApiQuery>(self, taken: &[&'static str], language: Language) -> Result<Q, ApiError> {
        Q::from_pairs(self.0, taken).map_err(|error| error.into_problem(language).into())
    }
}
