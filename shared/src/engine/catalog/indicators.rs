//! The indicators of an index, and the tables of them.

use std::collections::BTreeMap;

use crate::{
    IndicatorId, Year,
    analytics::indicator::ranks,
    dataset::{Figure, IndicatorDataset, MalformedColumn, read_columns},
    domain::{IndicatorInfo, SourceInfo, Summary},
};

/// The indicators of an index.
#[derive(Debug)]
pub struct IndicatorCatalog {
    indicators: Vec<IndicatorInfo>,
    /// The values of an indicator, by its position and year.
    columns: BTreeMap<(u16, Year), Vec<Figure>>,
    sources: Vec<SourceInfo>,
}

/// The values of an indicator in a year.
#[derive(Debug)]
pub struct IndicatorTable {
    /// The values by ascending unit of the list of the year.
    pub figures: Vec<Figure>,
    /// The rank of each, 1 is best.
    pub ranks: Vec<u16>,
    /// What sums them up.
    pub summary: Summary,
}

impl IndicatorTable {
    /// The value of a unit with its rank.
    pub fn of(&self, unit: usize) -> Option<(&Figure, u16)> {
        let position = self
            .figures
            .iter()
            .position(|figure| usize::from(figure.unit) == unit)?;
        Some((&self.figures[position], self.ranks[position]))
    }
}

impl IndicatorCatalog {
    /// Takes in a dataset.
    pub(super) fn new(dataset: IndicatorDataset) -> Result<Self, MalformedColumn> {
        let mut columns = BTreeMap::new();
        for column in read_columns(&dataset.columns)? {
            columns.insert((column.component, column.year), column.figures);
        }
        Ok(Self {
            indicators: dataset.indicators,
            columns,
            sources: dataset.sources,
        })
    }

    /// The indicators in the publisher's order.
    pub fn indicators(&self) -> &[IndicatorInfo] {
        &self.indicators
    }

    /// An indicator.
    pub fn indicator(&self, id: &IndicatorId) -> Option<&IndicatorInfo> {
        self.indicators.iter().find(|indicator| &indicator.id == id)
    }

    /// The years of which an indicator has values, ascending.
    pub fn years(&self, id: &IndicatorId) -> Vec<Year> {
        let position = self.position(id);
        let keys = self.columns.keys();
        keys.filter(|(indicator, _)| Some(*indicator) == position)
            .map(|(_, year)| *year)
            .collect()
    }

    /// The values of an indicator in a year with their ranks.
    pub fn table(&self, id: &IndicatorId, year: Year) -> Option<IndicatorTable> {
        let indicator = self.indicator(id)?;
        let figures = self.columns.get(&(self.position(id)?, year))?.clone();
        let values: Vec<f64> = figures.iter().map(|figure| figure.value).collect();
        Some(IndicatorTable {
            ranks: ranks(&values, indicator.direction),
            summary: Summary::of(&values)?,
            figures,
        })
    }

    /// The document that a value comes from.
    pub fn source(&self, figure: &Figure) -> Option<&SourceInfo> {
        self.sources.get(usize::from(figure.source))
    }

    fn position(&self, id: &IndicatorId) -> Option<u16> {
        let position = self.indicators.iter().position(|indicator| &indicator.id == id)?;
        u16::try_from(position).ok()
    }
}
