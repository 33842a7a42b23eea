//! The figures of an index by component and year, and the tables made of them. Sums are computed from the bottom up, tables
//! assembled, both when they are first asked for.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, OnceLock},
};

use super::{
    back_cast::back_cast_table,
    frame::points_of_whole,
    sums::sum,
    table::{Entry, Score, SourceIndex, Table},
    units::{UnitList, UnitLists},
};
use crate::{
    Borders, ComponentId, RegionId, Year,
    dataset::{ComponentHistory, Figure, IndexDataset, MalformedColumn, RankedSet, read_columns},
    domain::{Measure, Membership, PublishedNational, PublishedValues, Scale},
    sorting::sort_by_key,
};

/// What the sources say of one component in one year, and what was made of it.
#[derive(Debug)]
struct Sheet {
    scale: Scale,
    /// What it is the sum of where no source prints it, in the order of the year, with the points of it that a point of
    /// the part is worth; `None` where the product computes nothing.
    parts: Option<Vec<(ComponentId, f64)>>,
    /// The preferred figures, in the order of the measures.
    columns: Vec<(Measure, Vec<Figure>)>,
    /// Units whose score is disputed.
    disputed: Vec<u16>,
    national: Option<PublishedNational>,
    regions: BTreeMap<RegionId, PublishedValues>,
    scores: OnceLock<Vec<Option<Score>>>,
    table: OnceLock<Table>,
    /// The table of the 34 units, where that of the year is of the 63 provinces.
    back_cast: OnceLock<Table>,
}

/// The figures of an index.
#[derive(Debug)]
pub(super) struct Figures {
    units: Arc<UnitLists>,
    /// The years whose figures are of the 34 units.
    units34_years: Vec<Year>,
    sheets: HashMap<ComponentId, BTreeMap<Year, Sheet>>,
    /// The set of a year stands under no component, one of a component that differs from it under that component.
    sets: BTreeMap<(Year, Option<ComponentId>), Vec<Membership>>,
}

impl Figures {
    /// Sorts the figures of a dataset by component and year; every year of a component has a table.
    pub(super) fn new(units: &Arc<UnitLists>, dataset: IndexDataset) -> Result<Self, MalformedColumn> {
        let mut sheets: HashMap<ComponentId, BTreeMap<Year, Sheet>> = HashMap::new();
        for component in &dataset.components {
            let own = sheets.entry(component.id.clone()).or_default();
            for year in &component.years {
                if let Some(sheet) = blank(&dataset, component, *year) {
                    own.insert(*year, sheet);
                }
            }
        }
        for column in read_columns(&dataset.columns)? {
            let component = dataset.components.get(usize::from(column.component));
            if let Some(sheet) = component.and_then(|component| sheet_of(&mut sheets, &component.id, column.year)) {
                sheet.columns.push((column.measure, column.figures));
                sort_by_key(&mut sheet.columns, |(measure, _)| *measure);
            }
        }
        for disputed in dataset.disputed {
            if let Some(sheet) = sheet_of(&mut sheets, &disputed.component, disputed.year) {
                sheet.disputed = disputed.units;
            }
        }
        for published in dataset.published {
            if let Some(sheet) = sheet_of(&mut sheets, &published.component, published.year) {
                sheet.national = published.national;
                sheet.regions = published.regions.into_iter().collect();
            }
        }
        let set = |set: RankedSet| {
            let members = set.members();
            ((set.year, set.component), members)
        };
        Ok(Self {
            units: Arc::clone(units),
            units34_years: dataset.units34_years,
            sheets,
            sets: dataset.ranked_sets.into_iter().map(set).collect(),
        })
    }

    /// The list of units that the figures of a year are of.
    pub(super) fn borders(&self, year: Year) -> Borders {
        if self.units34_years.contains(&year) {
            Borders::Units34
        } else {
            Borders::Provinces63
        }
    }

    /// The units that the figures of a year are of.
    fn units_of(&self, year: Year) -> &UnitList {
        self.units.of(self.borders(year))
    }

    fn sheet(&self, component: &ComponentId, year: Year) -> Option<&Sheet> {
        self.sheets.get(component)?.get(&year)
    }

    /// The years of which a component has a table, oldest first.
    pub(super) fn years(&self, component: &ComponentId) -> impl DoubleEndedIterator<Item = Year> {
        self.sheets.get(component).into_iter().flat_map(BTreeMap::keys).copied()
    }

    /// The preferred figures of a component and year that are on record, by measure.
    pub(super) fn on_record(&self, component: &ComponentId, year: Year) -> &[(Measure, Vec<Figure>)] {
        self.sheet(component, year).map_or(&[], |sheet| &sheet.columns)
    }

    /// The table of a component and year.
    pub(super) fn table(&self, component: &ComponentId, year: Year) -> Option<&Table> {
        let sheet = self.sheet(component, year)?;
        Some(sheet.table.get_or_init(|| self.assemble(component, year, sheet)))
    }

    /// The table of the 34 units in a year of the 63 provinces, by back-cast.
    pub(super) fn back_cast(&self, component: &ComponentId, year: Year) -> Option<&Table> {
        let provinces = self
            .table(component, year)
            .filter(|table| table.borders == Borders::Provinces63)?;
        let sheet = self.sheet(component, year)?;
        let made = || back_cast_table(&self.units, provinces, self.scores(year, sheet));
        Some(sheet.back_cast.get_or_init(made))
    }

    /// Whether a unit of the 34 has a score in a year of the 63 provinces. Cheaper than the table.
    pub(super) fn has_back_cast(&self, component: &ComponentId, year: Year, unit: usize) -> bool {
        let formation = self.units.formation();
        self.sheet(component, year).is_some_and(|sheet| {
            let scores = self.scores(year, sheet);
            let members = formation.members(unit);
            !members.is_empty()
                && formation.is_whole_in(unit, year)
                && members
                    .iter()
                    .all(|member| scores.get(*member).is_some_and(Option::is_some))
        })
    }

    /// The provinces that a unit of the 34 was formed of, positions in their list.
    pub(super) fn members_of_unit(&self, unit: usize) -> &[usize] {
        self.units.formation().members(unit)
    }

    /// Whether a unit has a score, or else a published rank, in a year.
    pub(super) fn has_figure(&self, component: &ComponentId, year: Year, unit: usize) -> bool {
        let Some(sheet) = self.sheet(component, year) else {
            return false;
        };
        let scores = self.scores(year, sheet);
        let is_ranked = |(measure, figures): &(Measure, Vec<Figure>)| {
            *measure == Measure::Rank
                && figures
                    .iter()
                    .any(|figure| usize::from(figure.unit) == unit && to_ordinal(figure.value).is_some())
        };
        scores.get(unit).is_some_and(Option::is_some) || sheet.columns.iter().any(is_ranked)
    }

    fn assemble(&self, component: &ComponentId, year: Year, sheet: &Sheet) -> Table {
        let units = self.units_of(year);
        let set = self
            .sets
            .get(&(year, Some(component.clone())))
            .or_else(|| self.sets.get(&(year, None)));
        let mut membership = set.cloned().unwrap_or_default();
        membership.resize(units.provinces().len(), Membership::Outside);
        let published = (sheet.national, sheet.regions.clone());
        Table::assemble(
            units,
            year,
            sheet.scale,
            &membership,
            self.entries(year, sheet),
            published,
        )
    }

    /// The scores on record or else computed, by unit. A sum exists only where every part does.
    fn scores<'a>(&'a self, year: Year, sheet: &'a Sheet) -> &'a [Option<Score>] {
        sheet.scores.get_or_init(|| {
            let units = self.units_of(year).provinces().len();
            let mut scores: Vec<Option<Score>> = vec![None; units];
            for (_, figures) in sheet.columns.iter().filter(|(measure, _)| *measure == Measure::Score) {
                for figure in figures {
                    if let Some(score) = scores.get_mut(usize::from(figure.unit)) {
                        *score = Some(Score {
                            exact: figure.value,
                            shown: figure.value,
                            status: figure.status,
                            evidence: figure.evidence,
                            sources: vec![usize::from(figure.source)],
                        });
                    }
                }
            }
            if let Some(parts) = &sheet.parts {
                let parts: Vec<(&[Option<Score>], f64)> = parts
                    .iter()
                    .map(|(part, points)| {
                        let scores = self.sheet(part, year).map_or(&[][..], |part| self.scores(year, part));
                        (scores, *points)
                    })
                    .collect();
                for (unit, score) in scores.iter_mut().enumerate().filter(|(_, score)| score.is_none()) {
                    let of_unit = |(scores, points): &(&'a [Option<Score>], f64)| {
                        (scores.get(unit).and_then(Option::as_ref), *points)
                    };
                    *score = sum(parts.iter().map(of_unit));
                }
            }
            scores
        })
    }

    /// What the sources say, by unit.
    fn entries(&self, year: Year, sheet: &Sheet) -> Vec<Entry> {
        let mut entries: Vec<Entry> = self
            .scores(year, sheet)
            .iter()
            .map(|score| Entry {
                score: score.clone(),
                ..Entry::default()
            })
            .collect();
        for unit in &sheet.disputed {
            if let Some(entry) = entries.get_mut(usize::from(*unit)) {
                entry.score_disputed = true;
            }
        }
        for (measure, figures) in &sheet.columns {
            for figure in figures {
                let Some(entry) = entries.get_mut(usize::from(figure.unit)) else {
                    continue;
                };
                let ordinal =
                    || -> Option<(u16, SourceIndex)> { Some((to_ordinal(figure.value)?, usize::from(figure.source))) };
                match measure {
                    Measure::Rank => entry.rank = ordinal(),
                    Measure::RegionalRank => entry.region_rank = ordinal(),
                    Measure::Group | Measure::Tier => {
                        entry.group = ordinal()
                            .and_then(|(value, _)| u8::try_from(value).ok())
                            .or(entry.group);
                    }
                    Measure::Score
                    | Measure::Points
                    | Measure::Min
                    | Measure::Max
                    | Measure::Median
                    | Measure::Mean => {}
                }
            }
        }
        entries
    }
}

fn sheet_of<'a>(
    sheets: &'a mut HashMap<ComponentId, BTreeMap<Year, Sheet>>,
    component: &ComponentId,
    year: Year,
) -> Option<&'a mut Sheet> {
    sheets.get_mut(component)?.get_mut(&year)
}

/// A sheet without figures; `None` in a year in which the component does not exist.
fn blank(dataset: &IndexDataset, component: &ComponentHistory, year: Year) -> Option<Sheet> {
    let span = component.spans.iter().find(|span| span.covers(year))?;
    Some(Sheet {
        scale: span.scale,
        parts: if span.computed {
            parts_in(dataset, component, year)
        } else {
            None
        },
        columns: Vec::new(),
        disputed: Vec::new(),
        national: None,
        regions: BTreeMap::new(),
        scores: OnceLock::new(),
        table: OnceLock::new(),
        back_cast: OnceLock::new(),
    })
}

/// The parts of a component in a year, in the order of that year, with their points of it; `None` where those of one are
/// not on record.
fn parts_in(dataset: &IndexDataset, whole: &ComponentHistory, year: Year) -> Option<Vec<(ComponentId, f64)>> {
    let mut parts: Vec<(u16, &ComponentHistory)> = dataset
        .components
        .iter()
        .flat_map(|component| component.spans.iter().map(move |span| (component, span)))
        .filter(|(_, span)| span.parent.as_ref() == Some(&whole.id) && span.covers(year))
        .map(|(component, span)| (span.order, component))
        .collect();
    sort_by_key(&mut parts, |(order, _)| *order);
    parts
        .into_iter()
        .map(|(_, part)| {
            let points = points_of_whole(&dataset.method_versions, whole, part, year)?;
            Some((part.id.clone(), points))
        })
        .collect()
}

/// An ordinal of the files; the package check refuses fractions.
pub(crate) fn to_ordinal(value: f64) -> Option<u16> {
    let is_whole = value.fract() == 0.0 && (1.0..=f64::from(u16::MAX)).contains(&value);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number within the range"
    )]
    is_whole.then_some(value as u16)
}
