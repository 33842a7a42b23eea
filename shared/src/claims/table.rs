//! A pasted table: lines of cells under a header that names province, index, year, component, score or rank. Cells are set apart by
//! tabs, strokes, semicolons or, in a file without spaces, commas. Lines before and after it are prose.

use super::{
    claim::{Claim, Kind, Subject},
    item::{Item, ItemKind},
    letters::Letter,
    lexicon::{Lexicon, Mention},
    reading::{self, Defaults, Found},
    unread::UnreadReason,
};
use crate::{
    ComponentId, IndexId, Year,
    api::check::{ClaimMeasure, ClaimUnit, Place},
};

/// The lines in which a header is looked for.
const FIRST_LINES: usize = 8;

/// The items that a cell of a header has at most; a sentence has more.
const LONGEST_HEADING: usize = 10;

/// What a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Column {
    measure: Option<ClaimMeasure>,
    unit: ClaimUnit,
    index: Option<IndexId>,
    year: Option<Year>,
    component: Option<usize>,
    /// Whether its cells name province, index, year or component.
    names: bool,
}

/// A line: its items, cell by cell.
type Cells<'a> = Vec<&'a [Item<'a>]>;

/// Sets the cells of a file with commas apart by tabs, so that no comma is taken for that of a number.
pub(super) fn separate(letters: &mut [Letter]) {
    let first = letters
        .iter()
        .position(|letter| !letter.folded.is_whitespace())
        .unwrap_or_default();
    let header = letters[first..].iter().take_while(|letter| letter.folded != '\n');
    let header: String = header.map(|letter| letter.folded).collect();
    let commas = header.matches(',').count();
    let names = ["tinh", "province", "slug", "dia phuong"]
        .iter()
        .any(|name| header.contains(name));
    // A comma between digits is that of a number.
    let digits: Vec<char> = header.chars().collect();
    let is_decimal = |window: &[char]| window[0].is_ascii_digit() && window[1] == ',' && window[2].is_ascii_digit();
    let has_decimals = digits.windows(3).any(is_decimal);
    let values = ["diem", "hang", "score", "rank", "value"]
        .iter()
        .any(|name| header.contains(name));
    if commas < 2 || header.contains(", ") || header.contains('\t') || has_decimals || !(names && values) {
        return;
    }
    let mut quoted = false;
    for letter in letters {
        match letter.folded {
            '"' => quoted = !quoted,
            '\n' => quoted = false,
            ',' if !quoted => letter.folded = '\t',
            _ => {}
        }
    }
}

/// Reads a table; `None` where the text is none.
pub(super) fn read(items: &[Item<'_>], lexicon: &Lexicon, defaults: &Defaults) -> Option<Found> {
    let lines: Vec<&[Item<'_>]> = items.split(|item| item.kind == ItemKind::Break).collect();
    let (header, separator, columns) = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.is_empty())
        .take(FIRST_LINES)
        .find_map(|(place, line)| {
            let separator = ['\t', '|', ';'].into_iter().find(|mark| has_mark(line, *mark))?;
            let columns = columns(&cells(line, separator))?;
            Some((place, separator, columns))
        })?;
    let start = |line: usize| lines[..line].iter().map(|line| line.len() + 1).sum::<usize>();
    let mut found = reading::read(&items[..start(header)], lexicon, defaults);
    let title = Title::of(&items[..start(header)], defaults);
    let mut end = header + 1;
    for line in &lines[header + 1..] {
        if !line.is_empty() && !has_mark(line, separator) {
            break;
        }
        read_row(&cells(line, separator), &columns, &title, lexicon, &mut found);
        end += 1;
    }
    let rest = start(end).min(items.len());
    let after = reading::read(&items[rest..], lexicon, defaults);
    found.claims.extend(after.claims);
    found.unread.extend(after.unread);
    Some(found)
}

fn has_mark(line: &[Item<'_>], mark: char) -> bool {
    line.iter().any(|item| item.kind == ItemKind::Mark(mark))
}

fn cells<'a>(line: &'a [Item<'a>], separator: char) -> Cells<'a> {
    // Strokes stand around a line as well.
    let is_edge = separator == '|';
    let line = match line {
        [first, rest @ ..] if is_edge && first.kind == ItemKind::Mark('|') => rest,
        _ => line,
    };
    line.split(|item| item.kind == ItemKind::Mark(separator)).collect()
}

/// What a title before the table says of all of it.
#[derive(Clone, Copy, Debug, Default)]
struct Title {
    index: Option<IndexId>,
    year: Option<Year>,
    province: Option<usize>,
}

impl Title {
    fn of(items: &[Item<'_>], defaults: &Defaults) -> Self {
        let mut title = Self {
            index: None,
            year: defaults.year,
            province: defaults.province,
        };
        for item in items {
            match item.kind {
                ItemKind::Name(Mention::Index(index)) => title.index = Some(index),
                ItemKind::Name(Mention::Province(province)) => title.province = Some(province),
                ItemKind::Year(year) => title.year = Some(year),
                _ => {}
            }
        }
        title
    }
}

/// The columns of a header; `None` where the line is none: it names no measure or has figures.
fn columns(cells: &[&[Item<'_>]]) -> Option<Vec<Column>> {
    let has_figures = cells.iter().any(|cell| {
        cell.iter()
            .any(|item| matches!(item.kind, ItemKind::Number(_) | ItemKind::Fraction(..)))
    });
    let is_prose = cells.iter().any(|cell| cell.len() > LONGEST_HEADING);
    let columns: Vec<Column> = cells.iter().map(|cell| column(cell)).collect();
    let has_names = columns.iter().any(|column| column.names);
    let has_values = columns.iter().any(|column| column.measure.is_some());
    (!has_figures && !is_prose && has_names && has_values && cells.len() >= 2).then_some(columns)
}

fn column(cell: &[Item<'_>]) -> Column {
    let mut column = Column::default();
    let has = |word: &str| cell.iter().any(|item| item.word() == word);
    for item in cell {
        match item.kind {
            ItemKind::Name(Mention::Index(index)) => column.index = Some(index),
            ItemKind::Name(Mention::Component(component)) | ItemKind::MaybeComponent(component) => {
                column.component = Some(component);
            }
            ItemKind::Year(year) => column.year = Some(year),
            ItemKind::Mark('%') => column.unit = ClaimUnit::Percent,
            _ => {}
        }
    }
    let is_rank = ["hang", "rank", "ranking", "bac"].iter().any(|word| has(word));
    let is_score = ["diem", "score", "points", "value", "tri"].iter().any(|word| has(word));
    let is_change = ["doi", "change", "tang", "giam", "lech"].iter().any(|word| has(word)) || has("bac");
    let is_regional = ["vung", "vuc", "region", "regional"].iter().any(|word| has(word));
    column.names = [
        "tinh",
        "province",
        "phuong",
        "vi",
        "unit",
        "slug",
        "nam",
        "year",
        "index",
        "component",
        "phan",
    ]
    .iter()
    .any(|word| has(word))
        && !is_rank
        && !is_score
        || has("chi") && has("so") && !is_rank && !is_score && column.index.is_none();
    column.measure = match (is_rank, is_score, is_change) {
        (true, _, true) => Some(ClaimMeasure::RankChange),
        (true, _, false) if is_regional => Some(ClaimMeasure::RegionalRank),
        (true, _, false) => Some(ClaimMeasure::Rank),
        (false, _, true) => Some(ClaimMeasure::ScoreChange),
        (false, true, false) => Some(ClaimMeasure::Score),
        (false, false, false) => {
            let is_named = column.index.is_some() || column.component.is_some() || column.year.is_some();
            (is_named && !column.names).then_some(ClaimMeasure::Score)
        }
    };
    column
}

fn read_row(cells: &[&[Item<'_>]], columns: &[Column], title: &Title, lexicon: &Lexicon, found: &mut Found) {
    let mut row = *title;
    let mut component = None;
    for (cell, column) in cells.iter().zip(columns) {
        for item in *cell {
            match item.kind {
                ItemKind::Name(Mention::Index(index)) => row.index = Some(index),
                ItemKind::Name(Mention::Province(province)) => row.province = Some(province),
                ItemKind::Name(Mention::Component(named)) | ItemKind::MaybeComponent(named) => component = Some(named),
                ItemKind::Year(year) if column.measure.is_none() => row.year = Some(year),
                _ => {}
            }
        }
        if column.names && row.province == title.province {
            row.province = slug_of(cell, lexicon).or(row.province);
        }
    }
    for (cell, column) in cells.iter().zip(columns) {
        let Some(measure) = column.measure else {
            continue;
        };
        let Some((value, decimals, n, place)) = cell.iter().find_map(value) else {
            continue;
        };
        let unit = if cell.iter().any(|item| item.kind == ItemKind::Mark('%')) {
            ClaimUnit::Percent
        } else {
            column.unit
        };
        let whole = Whole {
            index: column.index.or(row.index),
            year: column.year.or(row.year),
            province: row.province,
            component: column.component.or(component),
        };
        match whole.claim(lexicon, measure, (value, decimals), (n, unit), place) {
            Ok(claim) => found.claims.push(claim),
            Err(reason) => found.unread.push((place, reason)),
        }
    }
}

/// A province that a cell names by its slug or in small letters.
fn slug_of(cell: &[Item<'_>], lexicon: &Lexicon) -> Option<usize> {
    let words: Vec<&str> = cell.iter().map(Item::word).filter(|word| !word.is_empty()).collect();
    let slug = words.join("-").parse().ok()?;
    lexicon.province_of(&slug)
}

fn value(item: &Item<'_>) -> Option<(f64, u8, Option<u16>, Place)> {
    match item.kind {
        ItemKind::Number(number) => {
            let sign = if number.negative == Some(true) { -1.0 } else { 1.0 };
            Some((sign * number.value, number.decimals, None, item.place))
        }
        ItemKind::Fraction(rank, n) => Some((f64::from(rank), 0, Some(n), item.place)),
        _ => None,
    }
}

/// What a cell is about.
struct Whole {
    index: Option<IndexId>,
    year: Option<Year>,
    province: Option<usize>,
    component: Option<usize>,
}

impl Whole {
    fn claim(
        &self,
        lexicon: &Lexicon,
        measure: ClaimMeasure,
        (value, decimals): (f64, u8),
        (n, unit): (Option<u16>, ClaimUnit),
        place: Place,
    ) -> Result<Claim, UnreadReason> {
        let named = self.component.map(|component| &lexicon.components[component].meanings);
        let of_component = || named.and_then(|meanings| Some(meanings.first()?.0));
        let index = self.index.or_else(of_component).ok_or(UnreadReason::NoIndex)?;
        let province = self.province.ok_or(UnreadReason::NoProvince)?;
        let year = self.year.ok_or(UnreadReason::NoYear)?;
        let unit_in_year = lexicon.unit(province, index, year).ok_or(UnreadReason::NoProvince)?;
        let components: Vec<ComponentId> = named
            .into_iter()
            .flatten()
            .filter(|(of, _)| *of == index)
            .map(|(_, component)| component.clone())
            .collect();
        Ok(Claim {
            index,
            province: Subject::Unit(unit_in_year),
            year,
            from_year: None,
            components: if components.is_empty() {
                vec![ComponentId::overall()]
            } else {
                components
            },
            measure,
            value: Some(value),
            decimals,
            direction: None,
            unit,
            n,
            region: None,
            kind: Kind::Figure,
            place: Some(place),
        })
    }
}
