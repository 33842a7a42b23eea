//! What a table is, for readers of a workbook: its indices with publisher, method, citation and terms, the documents behind
//! it, the version of the data, how to cite it, and what its columns hold.

use std::collections::{BTreeMap, BTreeSet};

use vithe_shared::{
    ComponentId, IndexId, Language, Text, Year,
    address::at,
    domain::SourceInfo,
    engine::{
        answers::list_sources,
        catalog::{Catalog, IndexCatalog},
    },
};

use super::{
    columns::meaning,
    sheet::{Field, Sheet, text_in},
};

const INDEX: Text = Text::new("Chỉ số", "Index");
const PUBLISHER: Text = Text::new("Đơn vị công bố", "Publisher");
const METHOD: Text = Text::new("Phiên bản phương pháp", "Version of the method");
const CITATION: Text = Text::new("Cách trích dẫn số liệu", "How to cite the figures");
const TERMS: Text = Text::new("Điều khoản sử dụng", "Terms of use");
const DATA: Text = Text::new("Phiên bản dữ liệu", "Version of the data");
const ADDRESS: Text = Text::new("Địa chỉ của bảng", "Address of the table");
const CITE_TABLE: Text = Text::new("Cách trích dẫn bảng này", "How to cite this table");
const DOCUMENTS: Text = Text::new("Tài liệu nguồn", "Documents");
const ALL_DOCUMENTS: Text = Text::new(
    "Tài liệu của từng số liệu có tại",
    "The document of every figure is named at",
);
const COLUMNS: Text = Text::new("Các cột", "Columns");

/// Where and when a table is taken from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edition<'a> {
    pub(crate) catalog: &'a Catalog,
    /// The language of what is said about the table; its columns are the same in both.
    pub(crate) language: Language,
    /// The public address of the site; empty where none is set.
    pub(crate) origin: &'a str,
    /// The path and query of the table.
    pub(crate) address: &'a str,
}

/// A line of what is said.
#[derive(Debug, PartialEq)]
pub(super) enum Line {
    /// What the next lines are about.
    Heading(String),
    /// A name and what it stands for.
    Entry(String, String),
}

impl Edition<'_> {
    /// What a table is of: `Bảng xếp hạng: PCI 2021`.
    pub(super) fn title(&self, sheet: &Sheet) -> String {
        let title = sheet.title.get(self.language);
        let indices = years_by_index(sheet).into_iter().filter_map(|(index, years)| {
            let name = &self.catalog.index(index).ok()?.info().short_name;
            Some(match (years.first(), years.last()) {
                (Some(first), Some(last)) if first != last => format!("{name} {first}–{last}"),
                (Some(only), _) => format!("{name} {only}"),
                (None, _) => name.clone(),
            })
        });
        let indices: Vec<String> = indices.collect();
        if indices.is_empty() {
            title.to_owned()
        } else {
            format!("{title}: {}", indices.join(", "))
        }
    }

    /// All that is said about a table.
    pub(super) fn lines(&self, sheet: &Sheet) -> Vec<Line> {
        let title = self.title(sheet);
        let (version, date) = (self.catalog.version(), self.catalog.date());
        let address = format!("{}{}", self.origin, at(self.address));
        let cite = match self.language {
            Language::Vi => format!("Vị Thế, “{title}”, dữ liệu phiên bản {version} ngày {date}, {address}"),
            Language::En => format!("Vị Thế, “{title}”, data version {version} of {date}, {address}"),
        };
        let mut lines = vec![
            Line::Heading(title),
            self.entry(DATA, format!("{version}, {date}")),
            self.entry(ADDRESS, address),
            self.entry(CITE_TABLE, cite),
        ];
        for (index, years) in years_by_index(sheet) {
            if let Ok(index) = self.catalog.index(index) {
                lines.extend(self.index(index, &years));
            }
        }
        lines.extend(self.documents(sheet));
        lines.push(Line::Heading(COLUMNS.get(self.language).to_owned()));
        let columns = sheet.header.iter().filter_map(|column| {
            let told = meaning(column, &sheet.header, self.language).map(str::to_owned);
            Some(Line::Entry(
                column.clone(),
                told.or_else(|| self.component(column, sheet))?,
            ))
        });
        lines.extend(columns);
        lines
    }

    fn entry(&self, name: Text, told: String) -> Line {
        Line::Entry(name.get(self.language).to_owned(), told)
    }

    fn index(&self, index: &IndexCatalog, years: &BTreeSet<Year>) -> Vec<Line> {
        let info = index.info();
        let pick = |vi: &str, en: &str| self.language.pick(vi, en).to_owned();
        let in_use: BTreeSet<&str> = years.iter().map(|year| index.method_version(*year)).collect();
        let versions = info.method_versions.iter();
        let methods = versions
            .filter(|method| in_use.contains(method.version.as_str()))
            .map(|method| {
                let reason = self.language.pick(&method.reason_vi, &method.reason_en);
                let told = [method.version.as_str(), reason]
                    .into_iter()
                    .filter(|part| !part.is_empty());
                self.entry(METHOD, told.collect::<Vec<_>>().join(": "))
            });
        let publisher = pick(&info.publisher_vi, &info.publisher_en);
        let mut lines = vec![
            Line::Heading(format!("{} {}", INDEX.get(self.language), info.short_name)),
            self.entry(INDEX, pick(&info.name_vi, &info.name_en)),
            self.entry(PUBLISHER, format!("{publisher}, {}", info.website)),
        ];
        lines.extend(methods);
        // The publisher's words have a place for one year.
        let year = years.first().filter(|_| years.len() == 1);
        lines.push(self.entry(CITATION, info.cited(year.copied(), self.language)));
        lines.push(self.entry(TERMS, pick(&info.terms_vi, &info.terms_en)));
        lines
    }

    /// The documents of the whole and those that lines name.
    fn documents(&self, sheet: &Sheet) -> Vec<Line> {
        let named = ["source_id", "claim_source_id"].map(|name| sheet.column(name));
        let ids: BTreeSet<&str> = named
            .into_iter()
            .flatten()
            .flat_map(|column| sheet.rows.iter().map(move |row| text_in(row, Some(column))))
            .collect();
        // All parts of the figures are here in a server.
        let known = list_sources(self.catalog).unwrap_or_default();
        let of_lines = known.iter().filter(|source| ids.contains(source.id.as_str()));
        let documents: BTreeMap<&str, &SourceInfo> = of_lines
            .chain(&sheet.sources)
            .map(|source| (source.id.as_str(), source))
            .collect();
        let mut lines = vec![Line::Heading(DOCUMENTS.get(self.language).to_owned())];
        lines.extend(documents.into_iter().map(|(id, source)| {
            let parts = [&source.publisher, &source.document, &source.address];
            let told: Vec<&str> = parts
                .into_iter()
                .map(String::as_str)
                .filter(|part| !part.is_empty())
                .collect();
            Line::Entry(id.to_owned(), told.join(". "))
        }));
        let page = at(format_args!("/{}/sources", self.language.as_str()));
        lines.push(self.entry(ALL_DOCUMENTS, format!("{}{page}", self.origin)));
        lines
    }

    /// What a column of the components of a year holds: `transparency_rank`.
    fn component(&self, column: &str, sheet: &Sheet) -> Option<String> {
        let kinds = [
            ("_score", Text::new("Điểm", "Score")),
            ("_rank", Text::new("Thứ hạng", "Rank")),
            (
                "_rank_n",
                Text::new("Số đơn vị được xếp hạng", "How many units are ranked"),
            ),
        ];
        let (id, kind) = kinds
            .into_iter()
            .find_map(|(suffix, kind)| Some((column.strip_suffix(suffix)?, kind)))?;
        let component: ComponentId = id.parse().ok()?;
        let (index, years) = years_by_index(sheet).into_iter().next()?;
        let name = self
            .catalog
            .index(index)
            .ok()?
            .component(&component)?
            .name_in(*years.first()?)?;
        let name = self.language.pick(&name.name_vi, &name.name_en);
        Some(format!("{}: {name}", kind.get(self.language)))
    }
}

/// The indices of a table, and the years of each that it tells of.
fn years_by_index(sheet: &Sheet) -> BTreeMap<IndexId, BTreeSet<Year>> {
    let mut found: BTreeMap<IndexId, BTreeSet<Year>> = BTreeMap::new();
    for prefix in ["", "x_", "y_"] {
        let index = sheet.column(&format!("{prefix}index"));
        let years = ["year", "until", "from_year", "to_year"].map(|name| sheet.column(&format!("{prefix}{name}")));
        for row in &sheet.rows {
            if let Ok(index) = text_in(row, index).parse() {
                let years = years.iter().filter_map(|column| Field::year(row.get((*column)?)?));
                found.entry(index).or_default().extend(years);
            }
        }
    }
    found
}
