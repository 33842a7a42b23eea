//! How a figure is cited, as files of the usual forms: `/figures/{chart}.txt`, `.bib`, `.ris`, `.csl.json` with the query of the
//! figure. Year, version of the data, address and date of access are filled in.

use std::fmt::Write as _;

use axum::{http::Uri, response::Response};
use jiff::{Timestamp, civil::Date};
use serde_json::json;
use vithe_frontend::{
    answers::Answers,
    charts::{self, sheet::page_of},
};
use vithe_shared::{
    Language, Problem,
    query::{ApiQuery as _, ChartKind, FigureQuery},
};

use super::figures::file_name;
use crate::{
    answer::{CACHE_DATA, Client, FileName, Representation},
    error::ApiError,
    extract::{RawQuery, VERSION},
    snapshot::{Snapshot, find_snapshot},
    state::{AppState, BUILD},
};

/// A form of citations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CitationForm {
    Text,
    BibTex,
    Ris,
    CslJson,
}

impl CitationForm {
    const ALL: [Self; 4] = [Self::Text, Self::BibTex, Self::Ris, Self::CslJson];

    const fn suffix(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::BibTex => "bib",
            Self::Ris => "ris",
            Self::CslJson => "csl.json",
        }
    }

    const fn content_type(self) -> &'static str {
        match self {
            Self::Text => "text/plain; charset=utf-8",
            Self::BibTex => "application/x-bibtex; charset=utf-8",
            Self::Ris => "application/x-research-info-systems; charset=utf-8",
            Self::CslJson => "application/vnd.citationstyles.csl+json",
        }
    }
}

/// What a citation says.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Citation {
    language: Language,
    /// What the figure shows: `PCI · Tính minh bạch · 2023 · 63 tỉnh`.
    title: String,
    /// Its headline.
    finding: String,
    publisher: String,
    /// The year of the figures; of a span the last one.
    year: Option<u16>,
    version: String,
    address: String,
    accessed: Date,
}

/// The date in Việt Nam.
fn today() -> Date {
    const OFFSET_HOURS: i8 = 7;
    jiff::tz::offset(OFFSET_HOURS).to_datetime(Timestamp::now()).date()
}

/// The citation of a figure, read on a day.
fn cite(
    state: &AppState,
    snapshot: &Snapshot,
    chart: ChartKind,
    query: &FigureQuery,
    form: CitationForm,
    accessed: Date,
) -> Result<String, Problem> {
    let answers = Answers::new(snapshot.catalog(), query.language);
    let text = charts::tell(chart, query, answers)?;
    let index = answers.index(query.index)?;
    let origin = state.settings().public_origin.as_deref().unwrap_or_default();
    let years = [query.year, query.to];
    let citation = Citation {
        language: query.language,
        title: text.kicker,
        finding: text.finding,
        publisher: query.language.pick(&index.publisher_vi, &index.publisher_en).to_owned(),
        year: years
            .into_iter()
            .flatten()
            .next()
            .or_else(|| index.component(&query.component)?.years.last().copied())
            .map(|year| year.0),
        version: snapshot.catalog().version().to_owned(),
        address: format!("{origin}{}", page_of(chart, query, snapshot.frozen_version())),
        accessed,
    };
    Ok(match form {
        CitationForm::Text => citation.text(),
        CitationForm::BibTex => citation.bibtex(&key_of(chart, query)),
        CitationForm::Ris => citation.ris(),
        CitationForm::CslJson => citation.csl_json(&key_of(chart, query)),
    })
}

/// The chart and the form that a file of a citation is named by.
pub(super) fn citation_of(file: &str) -> Option<(ChartKind, CitationForm)> {
    CitationForm::ALL.into_iter().find_map(|form| {
        let chart = file.strip_suffix(form.suffix())?.strip_suffix('.')?;
        Some((chart.parse().ok()?, form))
    })
}

/// Answers with a citation. It says the day, so that it is another one every day.
pub(super) async fn answer_citation(
    state: &AppState,
    chart: ChartKind,
    form: CitationForm,
    uri: &Uri,
    client: &Client,
) -> Result<Response, ApiError> {
    let mut query = RawQuery::read(uri, client.language)?;
    let version = query.take_version(client.language)?;
    let snapshot = find_snapshot(state, version.as_deref(), client.language).await?;
    let query: FigureQuery = query.parse(&[VERSION], client.language)?;
    let accessed = today();
    let representation = Representation {
        content_type: form.content_type(),
        cache_control: CACHE_DATA,
        vary: "Accept-Encoding",
        file_name: Some(FileName::Saved(file_name(chart, &query, form.suffix()))),
    };
    let canonical = format!("/figures/{chart}?{}", query.to_query_string());
    let day = accessed.to_string();
    let identity = [
        BUILD,
        snapshot.catalog().revision(),
        canonical.as_str(),
        form.suffix(),
        day.as_str(),
        snapshot.frozen_version().unwrap_or_default(),
    ];
    let compute = async {
        cite(state, &snapshot, chart, &query, form, accessed)
            .map(String::into_bytes)
            .map_err(ApiError::from)
    };
    state.answers().answer(client, &identity, representation, compute).await
}

/// The key of an entry: letters and digits of what is shown.
fn key_of(chart: ChartKind, query: &FigureQuery) -> String {
    let words = format!("vithe {chart} {}", query.to_query_string());
    let parts: Vec<&str> = words
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty() && !matches!(*part, "index" | "component" | "year" | "p"))
        .collect();
    parts.join("-")
}

impl Citation {
    fn text(&self) -> String {
        let year = self.year.map_or_else(String::new, |year| format!(" ({year})"));
        let (publisher, title, finding) = (&self.publisher, &self.title, &self.finding);
        let (version, address, accessed) = (&self.version, &self.address, self.accessed);
        match self.language {
            Language::Vi => format!(
                "{publisher}{year}. {title}. “{finding}.” Vị Thế, số liệu phiên bản {version}. {address} (truy cập ngày \
                 {}/{}/{}).\n",
                accessed.day(),
                accessed.month(),
                accessed.year()
            ),
            Language::En => format!(
                "{publisher}{year}. {title}. “{finding}.” Vị Thế, data version {version}. {address} (accessed \
                 {accessed}).\n"
            ),
        }
    }

    fn bibtex(&self, key: &str) -> String {
        let mut entry = format!("@misc{{{key},\n");
        let mut field = |name: &str, value: &str| {
            // What is written to a string is written.
            let _ = writeln!(entry, "  {name} = {{{value}}},");
        };
        field("author", &format!("{{{}}}", in_braces(&self.publisher)));
        field("title", &format!("{{{}}}", in_braces(&self.title)));
        if let Some(year) = self.year {
            field("year", &year.to_string());
        }
        field("howpublished", "Vị Thế");
        field("version", &self.version);
        field("note", &in_braces(&self.finding));
        field("url", &self.address);
        field("urldate", &self.accessed.to_string());
        entry.push_str("}\n");
        entry
    }

    fn ris(&self) -> String {
        let mut lines = vec![
            "TY  - DATA".to_owned(),
            format!("AU  - {}", self.publisher),
            format!("TI  - {}", self.title),
            format!("AB  - {}", self.finding),
        ];
        lines.extend(self.year.map(|year| format!("PY  - {year}")));
        lines.extend([
            "PB  - Vị Thế".to_owned(),
            format!("ET  - {}", self.version),
            format!("UR  - {}", self.address),
            format!("Y2  - {}", self.accessed.strftime("%Y/%m/%d")),
            "ER  - ".to_owned(),
        ]);
        lines.join("\r\n") + "\r\n"
    }

    fn csl_json(&self, key: &str) -> String {
        let accessed = [
            i32::from(self.accessed.year()),
            i32::from(self.accessed.month()),
            i32::from(self.accessed.day()),
        ];
        let mut entry = json!({
            "id": key, "type": "dataset", "title": self.title, "abstract": self.finding,
            "author": [{"literal": self.publisher}], "publisher": "Vị Thế", "version": self.version,
            "URL": self.address, "accessed": {"date-parts": [accessed]}, "language": self.language.as_str(),
        });
        if let Some(year) = self.year {
            entry["issued"] = json!({"date-parts": [[year]]});
        }
        format!("{:#}\n", json!([entry]))
    }
}

/// A value that braces delimit has none of its own.
fn in_braces(text: &str) -> String {
    text.replace(['{', '}'], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn citation() -> Citation {
        Citation {
            language: Language::Vi,
            title: "PCI · Tính minh bạch · 2023 · 63 tỉnh".to_owned(),
            finding: "Đồng Tháp dẫn đầu".to_owned(),
            publisher: "VCCI".to_owned(),
            year: Some(2023),
            version: "2.2.0".to_owned(),
            address: "https://vithe.example/vi/index/pci?y=2023#league".to_owned(),
            accessed: jiff::civil::date(2026, 11, 29),
        }
    }

    #[test]
    fn a_text_says_publisher_year_version_address_and_day() {
        assert_eq!(
            citation().text(),
            "VCCI (2023). PCI · Tính minh bạch · 2023 · 63 tỉnh. “Đồng Tháp dẫn đầu.” Vị Thế, số liệu phiên bản 2.2.0. \
             https://vithe.example/vi/index/pci?y=2023#league (truy cập ngày 29/11/2026).\n"
        );
    }

    #[test]
    fn programs_read_the_other_forms() {
        insta::assert_snapshot!(citation().bibtex("vithe-map-pci-2023"));
        insta::assert_snapshot!(citation().ris().replace("\r\n", "\n"));
        insta::assert_snapshot!(citation().csl_json("vithe-map-pci-2023"));
    }

    #[test]
    fn braces_within_a_value_do_not_end_it() {
        let entry = Citation {
            finding: "a } b { c".to_owned(),
            ..citation()
        };
        let entry = entry.bibtex("k");
        assert_eq!(entry.matches('{').count(), entry.matches('}').count());
    }

    #[test]
    fn a_key_has_nothing_that_a_program_would_misread() {
        let query = FigureQuery::new(vithe_shared::IndexId::Pci, Language::Vi);
        let key = key_of(ChartKind::Map, &query);
        assert!(key.starts_with("vithe-map-pci"), "{key}");
        assert!(
            key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'),
            "{key}"
        );
    }
}
