//! What the address of a file of a report asks for, and what the file is saved as.

use axum::http::Uri;
use vithe_frontend::{address::PageAddress, report::Figure};
use vithe_shared::{
    Borders, Language, Text,
    query::{FigureQuery, FigureWidth, PageQuery, QueryError, ReportForm, YearRange, without_tracking},
};

use crate::{error::ApiError, extract::VERSION, routes::figures::FigureForm};

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

/// What a report is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileForm {
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

    pub(super) const fn suffix(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
        }
    }

    pub(super) const fn content_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }

    /// What a figure shows in it. In a document to be edited every figure is as wide as the text.
    pub(super) fn query_of(self, figure: &Figure) -> FigureQuery {
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
    pub(super) const fn figures(self) -> FigureForm {
        match self {
            Self::Pdf => FigureForm::Svg,
            Self::Docx => FigureForm::Png,
        }
    }
}

/// The form and the page that an address asks for as a file. Unlike a page, a file says nothing of what it did not read.
pub(super) fn asked_for(uri: &Uri) -> Option<(FileForm, Result<PageAddress, ApiError>)> {
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

/// `bao-cao-hau-giang-2017-2021.pdf`, `brief-can-tho-34-2025.pdf`
pub(super) fn file_name(address: &PageAddress, years: YearRange, form: FileForm) -> String {
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
