//! All that Typst sees: the template, the report, its pictures and the typefaces of this site. There is no file system, no
//! network, no package and no clock in it.

use std::{borrow::Cow, collections::HashMap};

use serde::Serialize;
use typst::{
    Feature, Library, LibraryExt as _,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use vithe_frontend::report::Report;

use crate::report::words::Words;

const TEMPLATE: &str = include_str!("report.typ");

/// What is the same for all reports.
pub(crate) struct Typesetter {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
}

impl Typesetter {
    /// With the typefaces of paper and of figures; what is no typeface is left out.
    pub(crate) fn new(fonts: impl IntoIterator<Item = Cow<'static, [u8]>>) -> Self {
        // The first cell of a row names it; the words for that are not settled in Typst.
        let features = [Feature::A11yExtras].into_iter().collect();
        let fonts: Vec<Font> = fonts
            .into_iter()
            .flat_map(|font| Font::iter(Bytes::new(font)))
            .collect();
        Self {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            template: Source::new(file("report.typ"), TEMPLATE.to_owned()),
        }
    }
}

/// `report.json`, as the template reads it.
#[derive(Serialize)]
pub(super) struct Sources<'a> {
    report: &'a Report,
    /// `brief` or `review`.
    form: &'static str,
    words: Words,
    origin: &'a str,
    /// The files of the pictures.
    pictures: Vec<Option<String>>,
}

impl<'a> Sources<'a> {
    pub(super) fn new(report: &'a Report, pictures: &[Option<String>], origin: &'a str) -> Self {
        let names = report.figures().enumerate().map(|(place, _)| {
            let picture = pictures.get(place).and_then(Option::as_ref);
            picture.map(|_| picture_name(place))
        });
        Self {
            report,
            form: report.form.as_str(),
            words: Words::new(report.language),
            origin,
            pictures: names.collect(),
        }
    }
}

/// The world of one report.
pub(super) struct World<'a> {
    typesetter: &'a Typesetter,
    files: HashMap<FileId, Bytes>,
}

impl<'a> World<'a> {
    pub(super) fn new(
        typesetter: &'a Typesetter,
        sources: &Sources<'_>,
        pictures: &[Option<String>],
    ) -> serde_json::Result<Self> {
        let drawn = pictures.iter().enumerate().filter_map(|(place, picture)| {
            let picture = picture.clone()?;
            Some((file(&picture_name(place)), Bytes::from_string(picture)))
        });
        let mut files: HashMap<FileId, Bytes> = drawn.collect();
        files.insert(file("report.json"), Bytes::new(serde_json::to_vec(sources)?));
        Ok(Self { typesetter, files })
    }
}

impl typst::World for World<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.typesetter.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.typesetter.book
    }

    fn main(&self) -> FileId {
        self.typesetter.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() {
            Ok(self.typesetter.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.typesetter.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// `figure-1.svg`
fn picture_name(place: usize) -> String {
    format!("figure-{}.svg", place + 1)
}

/// The place of a file. Typst keeps places for ever, so that their names are few: those of no report differ from those of another.
fn file(name: &str) -> FileId {
    let path = VirtualPath::new(name).unwrap_or_else(|_| unreachable!("{name} is the name of a file"));
    RootedPath::new(VirtualRoot::Project, path).intern()
}
