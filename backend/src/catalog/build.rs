//! From the rows of a package to the snapshot: figures are gathered by component and year, sums computed from the bottom
//! up, tables assembled, years compared. Runs once per snapshot; a package that passed its checks always builds.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::OnceLock,
};

use axum::body::Bytes;
use vithe_datasets::package::{Membership as SetMembership, ObservationRow, Package, Unit, WeightEvidence, Weighting};
use vithe_shared::{
    Borders, ComponentId, IndexId, ProvinceSlug, RegionId, Year,
    analytics::{
        comparability::{ComponentSpan, MethodBreak, MethodHistory, StructuralReasons},
        rank_change::RankPair,
        rounding::{COMPUTED_DECIMALS, round_to},
    },
    api::{
        ComponentInfo, ComponentName, Evidence, IndexInfo, MaximumPoints, MethodVersion, ObservationStatus, Province,
        PublishedNational, Reason, Redistribution, Region, Scale, SourceInfo, WeightInfo, YearCoverage,
        regions::PublishedValues,
    },
    domain::{Aggregation, Measure},
};

use super::{
    Catalog,
    index::{Frame, IndexCatalog, Record, SamplingErrors, Span, opening_year},
    table::{Entry, Membership, Score, SourceIndex, Table, to_count},
    units::UnitList,
};

/// What an operator has agreed with publishers, by index; the package's own terms hold for the others.
pub type RedistributionOverrides = BTreeMap<IndexId, Redistribution>;

/// Why a package cannot be served.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CatalogError {
    /// An index has no row in `indices.csv`, or no figures.
    #[error("the package has no figures of {0}")]
    MissingIndex(IndexId),
    /// A reason that the comparison of years needs.
    #[error("the package has no reason {0:?}")]
    MissingReason(&'static str),
}

impl Catalog {
    /// Builds the snapshot of a package.
    pub fn build(package: &Package, overrides: &RedistributionOverrides) -> Result<Self, CatalogError> {
        let sources = sources(package);
        let provinces63 = provinces63(package);
        let units34 = units34(package);
        let source_positions: HashMap<&str, SourceIndex> = sources
            .iter()
            .enumerate()
            .map(|(position, source)| (source.id.as_str(), position))
            .collect();
        let builder = Builder {
            package,
            units: [&provinces63, &units34],
            source_positions: &source_positions,
        };
        let mut indices = BTreeMap::new();
        for index in IndexId::ALL {
            indices.insert(index, builder.index(index, overrides)?);
        }
        // What an operator opens changes answers, so it is part of the revision.
        let mut revision = package.content_hash().to_owned();
        for (index, redistribution) in overrides {
            if *redistribution == Redistribution::Full {
                revision.push('-');
                revision.push_str(index.as_str());
            }
        }
        Ok(Self {
            revision,
            version: package.version.clone(),
            indices,
            borders63: Bytes::from(package.borders(Borders::Provinces63).to_owned()),
            borders34: Bytes::from(package.borders(Borders::Units34).to_owned()),
            provinces63,
            units34,
            sources,
        })
    }
}

fn sources(package: &Package) -> Vec<SourceInfo> {
    package
        .sources
        .iter()
        .map(|row| SourceInfo {
            id: row.source_id.as_str().to_owned(),
            publisher: row.publisher.clone(),
            document: row.document.clone(),
            address: row.address.clone().unwrap_or_default(),
            grade: row.grade,
        })
        .collect()
}

fn regions(package: &Package, borders: Borders) -> Vec<Region> {
    let mut rows: Vec<_> = package.regions.iter().filter(|row| row.borders == borders).collect();
    rows.sort_by_key(|row| row.order);
    rows.into_iter()
        .map(|row| Region {
            id: row.region.clone(),
            name_vi: row.name_vi.clone(),
            name_en: row.name_en.clone(),
            short_vi: row.short_vi.clone(),
            short_en: row.short_en.clone(),
        })
        .collect()
}

fn aliases(package: &Package, borders: Borders, unit: &ProvinceSlug) -> Vec<String> {
    package
        .aliases
        .iter()
        .filter(|row| row.borders == borders && &row.unit == unit)
        .map(|row| row.alias.clone())
        .collect()
}

/// The unit of 2025 that a province became part of, if need be by way of another province (Hà Tây by way of Hà Nội).
fn successor(package: &Package, province: &ProvinceSlug) -> Option<ProvinceSlug> {
    let steps = || {
        package
            .successions
            .iter()
            .filter(move |row| row.from_borders == Borders::Provinces63 && &row.from_unit == province)
    };
    if let Some(row) = steps().find(|row| row.to_borders == Borders::Units34) {
        return Some(row.to_unit.clone());
    }
    steps()
        .find(|row| row.to_borders == Borders::Provinces63 && &row.to_unit != province)
        .and_then(|row| successor(package, &row.to_unit))
}

fn provinces63(package: &Package) -> UnitList {
    let provinces = package
        .provinces
        .iter()
        .map(|row| Province {
            slug: row.slug.clone(),
            borders: Borders::Provinces63,
            name_vi: row.name_vi.clone(),
            name_en: row.name_en.clone(),
            aliases: aliases(package, Borders::Provinces63, &row.slug),
            region: row.region.clone(),
            code: row.gso_code.clone().unwrap_or_default(),
            iso: row.iso_3166_2.clone(),
            municipality: row.municipality,
            first_year: row.first_year,
            last_year: row.last_year,
            successor: successor(package, &row.slug),
            predecessors: Vec::new(),
            latitude: row.latitude,
            longitude: row.longitude,
        })
        .collect();
    UnitList::new(Borders::Provinces63, provinces, regions(package, Borders::Provinces63))
}

fn units34(package: &Package) -> UnitList {
    let units = package
        .units2025
        .iter()
        .map(|row| Province {
            slug: row.slug.clone(),
            borders: Borders::Units34,
            name_vi: row.name_vi.clone(),
            name_en: row.name_en.clone(),
            aliases: aliases(package, Borders::Units34, &row.slug),
            region: row.region.clone(),
            code: row.code.clone(),
            iso: None,
            municipality: row.municipality,
            first_year: None,
            last_year: None,
            successor: None,
            predecessors: package
                .successions
                .iter()
                .filter(|step| {
                    step.from_borders == Borders::Provinces63
                        && step.to_borders == Borders::Units34
                        && step.to_unit == row.slug
                })
                .map(|step| step.from_unit.clone())
                .collect(),
            latitude: Some(row.latitude),
            longitude: Some(row.longitude),
        })
        .collect();
    UnitList::new(Borders::Units34, units, regions(package, Borders::Units34))
}

/// The rows of one index that share component, year, unit and measure.
type Claims<'a> = Vec<&'a ObservationRow>;
/// The spans of every component of an index.
type Spans = BTreeMap<ComponentId, Vec<Span>>;
/// The ranked sets of an index by year, and by component where one has its own.
type RankedSets = BTreeMap<(Year, Option<ComponentId>), Vec<Membership>>;
/// Claims by component and year, then by unit and measure.
type Gathered<'a> = BTreeMap<(ComponentId, Year), BTreeMap<(Unit, Measure), Claims<'a>>>;

struct Builder<'a> {
    package: &'a Package,
    units: [&'a UnitList; 2],
    source_positions: &'a HashMap<&'a str, SourceIndex>,
}

impl<'a> Builder<'a> {
    fn units(&self, borders: Borders) -> &'a UnitList {
        match borders {
            Borders::Provinces63 => self.units[0],
            Borders::Units34 => self.units[1],
        }
    }

    fn source(&self, row: &ObservationRow) -> SourceIndex {
        self.source_named(row.source_id.as_str())
    }

    fn source_named(&self, id: &str) -> SourceIndex {
        // A reference to a missing source is an error of the package check, so every position is known.
        self.source_positions.get(id).copied().unwrap_or_default()
    }

    fn index(&self, id: IndexId, overrides: &RedistributionOverrides) -> Result<IndexCatalog, CatalogError> {
        let spans = self.spans(id);
        let tables = self.tables(id, &spans);
        let years: BTreeSet<Year> = tables.values().flat_map(|by_year| by_year.keys().copied()).collect();
        let years: Vec<Year> = years.into_iter().collect();
        let total = ComponentId::overall();
        let opens_on = tables
            .get(&total)
            .and_then(|by_year| opening_year(by_year.values()))
            .ok_or(CatalogError::MissingIndex(id))?;
        let history = self.history(id, &years)?;
        let order = self.order(id);
        let info = self.info(id, overrides, &spans, &tables, &order, opens_on, years.clone())?;
        let mut index = IndexCatalog {
            frames: frames(&spans, &info, &history, &order),
            info,
            rank_pairs: rank_pairs(tables.get(&total)),
            records: self.records(id),
            sampling_errors: self.sampling_errors(id),
            tables,
            order,
        };
        index.info.breaks = index
            .order
            .iter()
            .flat_map(|component| index.breaks(component))
            .map(|(_, entry)| entry)
            .collect();
        let coverage = years
            .iter()
            .filter_map(|year| coverage(&index, self.units(Borders::in_force(*year)), *year))
            .collect();
        index.info.coverage = coverage;
        Ok(index)
    }

    fn spans(&self, id: IndexId) -> Spans {
        let mut spans = Spans::new();
        for row in self.package.components.iter().filter(|row| row.index == id) {
            spans.entry(row.component.clone()).or_default().push(Span {
                first_year: row.first_year,
                last_year: row.last_year,
                parent: row.parent.clone(),
                level: row.level,
                scale: row.scale(),
                computed: row.computed,
            });
        }
        spans
    }

    /// The components in the publisher's order, each once, by the place of its newest span.
    fn order(&self, id: IndexId) -> Vec<ComponentId> {
        let mut places: BTreeMap<&ComponentId, (Year, u16)> = BTreeMap::new();
        for row in self.package.components.iter().filter(|row| row.index == id) {
            let place = places.entry(&row.component).or_insert((row.first_year, row.order));
            if row.first_year > place.0 {
                *place = (row.first_year, row.order);
            }
        }
        let mut ordered: Vec<(&ComponentId, u16)> = places
            .into_iter()
            .map(|(component, (_, order))| (component, order))
            .collect();
        ordered.sort_by_key(|(component, order)| (!component.is_overall(), *order));
        ordered.into_iter().map(|(component, _)| component.clone()).collect()
    }

    /// Who belongs to the ranked sets of an index, by position in the list of units. The set of a year stands under no
    /// component, one of a component that differs from it under that component.
    fn ranked_sets(&self, id: IndexId) -> RankedSets {
        let mut sets = RankedSets::new();
        let rows = || {
            self.package
                .ranked_sets
                .iter()
                .filter(|row| row.index == id && row.borders == Borders::in_force(row.year))
        };
        // A row with a component overrides the one unit it names: the others belong to the set of the year.
        let of_years = rows().filter(|row| row.component.is_none());
        for row in of_years.chain(rows().filter(|row| row.component.is_some())) {
            let units = self.units(row.borders);
            let of_year = sets.get(&(row.year, None)).cloned();
            let set = sets
                .entry((row.year, row.component.clone()))
                .or_insert_with(|| of_year.unwrap_or_else(|| vec![Membership::Outside; units.provinces().len()]));
            if let Some(position) = units.position(&row.unit) {
                set[position] = match row.membership {
                    SetMembership::Member => Membership::Member,
                    SetMembership::Withheld => Membership::Withheld,
                };
            }
        }
        sets
    }

    fn gather(&self, id: IndexId) -> Gathered<'a> {
        let mut gathered = Gathered::new();
        for row in self.package.observations.iter().filter(|row| row.index == id) {
            gathered
                .entry((row.component.clone(), row.year))
                .or_default()
                .entry((row.unit.clone(), row.measure))
                .or_default()
                .push(row);
        }
        gathered
    }

    fn tables(&self, id: IndexId, spans: &Spans) -> HashMap<ComponentId, BTreeMap<Year, Table>> {
        let gathered = self.gather(id);
        let mut entries: BTreeMap<(ComponentId, Year), Vec<Entry>> = BTreeMap::new();
        let mut national: BTreeMap<(ComponentId, Year), PublishedNational> = BTreeMap::new();
        let mut regional: BTreeMap<(ComponentId, Year), BTreeMap<RegionId, PublishedValues>> = BTreeMap::new();
        for ((component, year), claims) in &gathered {
            let units = self.units(Borders::in_force(*year));
            entries.insert((component.clone(), *year), self.entries(units, claims));
            if let Some(published) = published_national(claims) {
                national.insert((component.clone(), *year), published);
            }
            regional.insert((component.clone(), *year), published_regional(units, claims));
        }
        self.compute_sums(id, spans, &mut entries);

        let sets = self.ranked_sets(id);
        let mut tables: HashMap<ComponentId, BTreeMap<Year, Table>> = HashMap::new();
        for ((component, year), entries) in entries {
            let has_figure = entries.iter().any(Entry::has_figure);
            let span = spans.get(&component).and_then(|spans| span_in(spans, year));
            let Some(span) = span.filter(|_| has_figure) else {
                continue;
            };
            let units = self.units(Borders::in_force(year));
            let nobody = vec![Membership::Outside; units.provinces().len()];
            let set = sets
                .get(&(year, Some(component.clone())))
                .or_else(|| sets.get(&(year, None)))
                .unwrap_or(&nobody);
            let key = (component.clone(), year);
            let published = (national.get(&key).copied(), regional.remove(&key).unwrap_or_default());
            let table = Table::assemble(units, year, span.scale, set, entries, published);
            tables.entry(component).or_default().insert(year, table);
        }
        tables
    }

    /// What the sources say, by unit.
    fn entries(&self, units: &UnitList, claims: &BTreeMap<(Unit, Measure), Claims<'_>>) -> Vec<Entry> {
        let mut entries = vec![Entry::default(); units.provinces().len()];
        for ((unit, measure), rows) in claims {
            let Some(position) = unit.province().and_then(|slug| units.position(slug)) else {
                continue;
            };
            let entry = &mut entries[position];
            let preferred = rows.iter().find(|row| row.preferred);
            let ordinal = || preferred.and_then(|row| Some((whole(row.value)?, self.source(row))));
            match measure {
                Measure::Score => match preferred {
                    Some(row) => {
                        entry.score = Some(Score {
                            exact: row.value,
                            shown: row.value,
                            status: row.status,
                            evidence: row.evidence,
                            sources: vec![self.source(row)],
                        });
                    }
                    None => entry.score_disputed = true,
                },
                Measure::Rank => entry.rank = ordinal(),
                Measure::RegionalRank => entry.region_rank = ordinal(),
                Measure::Group | Measure::Tier => {
                    entry.group = ordinal()
                        .and_then(|(value, _)| u8::try_from(value).ok())
                        .or(entry.group);
                }
                // Points of an area are on record beside its percentage; only observations tell them.
                Measure::Points => entry.has_other_figure = true,
                Measure::Min | Measure::Max | Measure::Median | Measure::Mean => {}
            }
        }
        entries
    }

    /// Computes what the product computes: sums of the parts, lowest level first. A sum exists only where every part does.
    fn compute_sums(&self, id: IndexId, spans: &Spans, entries: &mut BTreeMap<(ComponentId, Year), Vec<Entry>>) {
        let years: BTreeSet<Year> = entries.keys().map(|(_, year)| *year).collect();
        for year in years {
            let units = self.units(Borders::in_force(year)).provinces().len();
            let mut computed: Vec<(&ComponentId, u8)> = spans
                .iter()
                .filter_map(|(component, spans)| {
                    let span = span_in(spans, year)?;
                    span.computed.then_some((component, span.level))
                })
                .collect();
            computed.sort_by_key(|(_, level)| std::cmp::Reverse(*level));
            for (component, _) in computed {
                let parts: Vec<&ComponentId> = self
                    .package
                    .parts(id, component, year)
                    .into_iter()
                    .map(|row| &row.component)
                    .collect();
                let sums: Vec<Option<Score>> = (0..units)
                    .map(|unit| {
                        sum(parts.iter().map(|part| {
                            entries
                                .get(&((*part).clone(), year))
                                .and_then(|entries| entries[unit].score.as_ref())
                        }))
                    })
                    .collect();
                let target = entries
                    .entry((component.clone(), year))
                    .or_insert_with(|| vec![Entry::default(); units]);
                for (entry, sum) in target.iter_mut().zip(sums) {
                    entry.score = sum.or(entry.score.take());
                }
            }
        }
    }

    fn records(&self, id: IndexId) -> Vec<Record> {
        let notes: HashMap<&str, &str> = self
            .package
            .notes
            .iter()
            .map(|row| (row.note.as_str(), row.note_vi.as_str()))
            .collect();
        let in_both_languages = |note: &String| Some([note.clone(), (*notes.get(note.as_str())?).to_owned()]);
        self.package
            .observations
            .iter()
            .filter(|row| row.index == id)
            .filter_map(|row| {
                let unit = self.units(row.borders).position(row.unit.province()?)?;
                Some(Record {
                    component: row.component.clone(),
                    year: row.year,
                    unit,
                    measure: row.measure,
                    value: row.value,
                    status: row.status,
                    evidence: row.evidence,
                    preferred: row.preferred,
                    note: row.note.as_ref().and_then(in_both_languages),
                    source: self.source(row),
                })
            })
            .collect()
    }

    /// The errors of unweighted scores: those are the scores that the index is made of.
    fn sampling_errors(&self, id: IndexId) -> BTreeMap<(ComponentId, Year), SamplingErrors> {
        let mut errors: BTreeMap<(ComponentId, Year), SamplingErrors> = BTreeMap::new();
        for row in self.package.sampling_errors.iter().filter(|row| {
            row.index == id && row.weighting == Weighting::Unweighted && row.measure.as_str() == "standard_error"
        }) {
            let units = self.units(row.borders);
            let Some(position) = units.position(&row.unit) else {
                continue;
            };
            let source = self.source_named(row.source_id.as_str());
            let entry = errors
                .entry((row.component.clone(), row.year))
                .or_insert_with(|| SamplingErrors {
                    standard_errors: vec![None; units.provinces().len()],
                    critical_value: OnceLock::new(),
                    source,
                });
            entry.standard_errors[position] = Some(row.value);
        }
        errors
    }

    fn history(&self, id: IndexId, years: &[Year]) -> Result<MethodHistory, CatalogError> {
        let spans = self
            .package
            .components
            .iter()
            .filter(|row| row.index == id)
            .map(|row| ComponentSpan {
                component: row.component.clone(),
                parent: row.parent.clone(),
                first_year: row.first_year,
                last_year: row.last_year,
                scale_min: row.scale_min,
                scale_max: row.scale_max,
            })
            .collect();
        let mut breaks = Vec::new();
        for row in self.package.breaks.iter().filter(|row| row.index == id) {
            // An unknown reason is an error of the package check.
            if let Some(reason) = self.reason(row.reason.as_str()) {
                breaks.push(MethodBreak {
                    component: row.component.clone(),
                    year: row.year,
                    comparability: row.comparability,
                    reason,
                });
            }
        }
        let structural = |code: &'static str| self.reason(code).ok_or(CatalogError::MissingReason(code));
        let reasons = StructuralReasons {
            children_changed: structural("children_changed")?,
            scale_changed: structural("scale_changed")?,
            child_not_comparable: structural("child_not_comparable")?,
            child_limited: structural("child_limited")?,
            not_in_both_years: structural("not_in_both_years")?,
        };
        Ok(MethodHistory::new(spans, breaks, years.iter().copied(), reasons))
    }

    fn reason(&self, code: &str) -> Option<Reason> {
        let row = self.package.reasons.iter().find(|row| row.code.as_str() == code)?;
        Some(Reason {
            code: code.to_owned(),
            vi: row.text_vi.clone(),
            en: row.text_en.clone(),
        })
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "the pieces of one description, gathered by the only caller"
    )]
    fn info(
        &self,
        id: IndexId,
        overrides: &RedistributionOverrides,
        spans: &Spans,
        tables: &HashMap<ComponentId, BTreeMap<Year, Table>>,
        order: &[ComponentId],
        opens_on: Year,
        years: Vec<Year>,
    ) -> Result<IndexInfo, CatalogError> {
        let row = self
            .package
            .indices
            .iter()
            .find(|row| row.index == id)
            .ok_or(CatalogError::MissingIndex(id))?;
        let components: Vec<ComponentInfo> = order
            .iter()
            .filter_map(|component| self.component(id, component, spans.get(component)?, tables.get(component)?))
            .collect();
        let scale = components
            .first()
            .map(|total| total.scale)
            .ok_or(CatalogError::MissingIndex(id))?;
        Ok(IndexInfo {
            id,
            name_vi: row.name_vi.clone(),
            name_en: row.name_en.clone(),
            short_name: row.short_name.clone(),
            publisher_vi: row.publisher_vi.clone(),
            publisher_en: row.publisher_en.clone(),
            measures_vi: row.measures_vi.clone(),
            measures_en: row.measures_en.clone(),
            scale,
            decimals: row.decimals,
            years,
            opens_on,
            coverage: Vec::new(),
            method_versions: self.method_versions(id, row.unit),
            breaks: Vec::new(),
            components,
            citation_vi: row.citation_vi.clone(),
            citation_en: row.citation_en.clone(),
            terms_vi: row.terms_vi.clone(),
            terms_en: row.terms_en.clone(),
            redistribution: overrides.get(&id).copied().unwrap_or(row.redistribution),
            website: row.website.clone(),
        })
    }

    fn method_versions(&self, id: IndexId, unit: vithe_shared::api::ScoreUnit) -> Vec<MethodVersion> {
        let mut versions: Vec<MethodVersion> = self
            .package
            .method_versions
            .iter()
            .filter(|row| row.index == id)
            .map(|row| MethodVersion {
                version: row.version.clone(),
                first_year: row.first_year,
                last_year: row.last_year,
                scale: Scale {
                    min: row.scale_min,
                    max: row.scale_max,
                    unit,
                },
                aggregation: row.aggregation,
                comparable_with_previous: row.comparable_with_previous,
                reason_vi: row.reason_vi.clone().unwrap_or_default(),
                reason_en: row.reason_en.clone().unwrap_or_default(),
            })
            .collect();
        versions.sort_by_key(|version| version.first_year);
        versions
    }

    fn component(
        &self,
        id: IndexId,
        component: &ComponentId,
        spans: &[Span],
        tables: &BTreeMap<Year, Table>,
    ) -> Option<ComponentInfo> {
        let newest = spans.iter().max_by_key(|span| span.first_year)?;
        let mut names: Vec<ComponentName> = self
            .package
            .component_names
            .iter()
            .filter(|row| row.index == id && &row.component == component)
            .map(|row| ComponentName {
                first_year: row.first_year,
                last_year: row.last_year,
                name_vi: row.name_vi.clone(),
                name_en: row.name_en.clone(),
                short_vi: row.short_vi.clone(),
                short_en: row.short_en.clone(),
                status: row.name_status,
            })
            .collect();
        names.sort_by_key(|name| name.first_year);
        let name = names.last()?.clone();
        let mut weights: Vec<WeightInfo> = self
            .package
            .weights
            .iter()
            .filter(|row| row.index == id && &row.component == component)
            .map(|row| WeightInfo {
                year: row.year,
                weight: row.weight,
                assumed: row.evidence == WeightEvidence::Assumed,
            })
            .collect();
        weights.sort_by_key(|weight| weight.year);
        let mut maximum_points: Vec<MaximumPoints> = self
            .package
            .maximum_points
            .iter()
            .filter(|row| row.index == id && &row.component == component)
            .map(|row| MaximumPoints {
                year: row.year,
                maximum: row.maximum,
            })
            .collect();
        maximum_points.sort_by_key(|points| points.year);
        Some(ComponentInfo {
            id: component.clone(),
            parent: newest.parent.clone(),
            level: newest.level,
            name_vi: name.name_vi,
            name_en: name.name_en,
            short_vi: name.short_vi,
            short_en: name.short_en,
            names,
            years: tables.keys().copied().collect(),
            scale: newest.scale,
            computed: newest.computed,
            weights,
            maximum_points,
        })
    }
}

/// The span in which a component exists in a year.
fn span_in(spans: &[Span], year: Year) -> Option<&Span> {
    spans
        .iter()
        .find(|span| span.first_year <= year && year <= span.last_year)
}

/// What holds for each component in every province.
fn frames(
    spans: &Spans,
    info: &IndexInfo,
    history: &MethodHistory,
    order: &[ComponentId],
) -> HashMap<ComponentId, Frame> {
    let years = &info.years;
    let mut frames: HashMap<ComponentId, Frame> = spans
        .iter()
        .map(|(component, own)| {
            let position = info.components.iter().position(|known| &known.id == component);
            let steps = (0..years.len())
                .map(|position| history.compare(component, years[position.saturating_sub(1)], years[position]))
                .collect();
            let weights = years
                .iter()
                .filter_map(|year| Some((*year, total_weight(spans, info, &info.components[position?], *year)?)))
                .collect();
            let frame = Frame {
                position,
                spans: own.clone(),
                steps,
                parts: HashMap::new(),
                weights,
            };
            (component.clone(), frame)
        })
        .collect();
    for part in order {
        for span in spans.get(part).into_iter().flatten() {
            if let Some(whole) = span.parent.as_ref().and_then(|parent| frames.get_mut(parent)) {
                for year in span.first_year.0..=span.last_year.0 {
                    whole.parts.entry(Year(year)).or_default().push(part.clone());
                }
            }
        }
    }
    frames
}

/// Points of the total per point of a component, where the weight of the year is on record.
fn total_weight(spans: &Spans, info: &IndexInfo, component: &ComponentInfo, year: Year) -> Option<f64> {
    let span = span_in(spans.get(&component.id)?, year)?;
    let total = span_in(spans.get(&ComponentId::overall())?, year)?;
    let version = info
        .method_versions
        .iter()
        .rev()
        .find(|version| version.first_year <= year)?;
    match version.aggregation {
        Aggregation::WeightedSum => {
            let weight = component.weights.iter().find(|weight| weight.year == year)?;
            Some(weight.weight * total.scale.max / span.scale.max)
        }
        Aggregation::Sum => Some(1.0),
        Aggregation::Points | Aggregation::Percent => None,
    }
}

/// Every two complete tables of the total.
fn rank_pairs(totals: Option<&BTreeMap<Year, Table>>) -> HashMap<(Year, Year), RankPair<usize>> {
    let complete: Vec<(Year, BTreeMap<usize, f64>)> = totals
        .into_iter()
        .flat_map(BTreeMap::values)
        .filter(|table| table.complete)
        .map(|table| (table.year, table.member_scores().collect()))
        .collect();
    let mut pairs = HashMap::new();
    for (later, (to, scores_to)) in complete.iter().enumerate() {
        for (from, scores_from) in &complete[..later] {
            if let Some(pair) = RankPair::new(scores_from, scores_to) {
                pairs.insert((*from, *to), pair);
            }
        }
    }
    pairs
}

/// The sum of parts, `None` where one is missing or there are none.
fn sum<'s>(parts: impl Iterator<Item = Option<&'s Score>>) -> Option<Score> {
    let mut total: Option<Score> = None;
    for part in parts {
        let part = part?;
        let sum = total.get_or_insert_with(|| Score {
            exact: 0.0,
            shown: 0.0,
            status: ObservationStatus::Normal,
            evidence: Evidence::Computed,
            sources: Vec::new(),
        });
        sum.exact += part.exact;
        if part.status != ObservationStatus::Normal {
            sum.status = part.status;
        }
        for source in &part.sources {
            if !sum.sources.contains(source) {
                sum.sources.push(*source);
            }
        }
    }
    total.map(|sum| Score {
        // Twelve decimals keep what the parts say and drop what their addition adds: sums that are equal on paper tie.
        exact: round_to(sum.exact, 12),
        shown: round_to(sum.exact, COMPUTED_DECIMALS),
        ..sum
    })
}

/// An ordinal of the files; the package check refuses fractions.
fn whole(value: f64) -> Option<u16> {
    let is_whole = value.fract() == 0.0 && (1.0..=f64::from(u16::MAX)).contains(&value);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number within the range"
    )]
    is_whole.then_some(value as u16)
}

/// The preferred value of a measure, if there is one.
fn preferred(claims: &BTreeMap<(Unit, Measure), Claims<'_>>, unit: &Unit, measure: Measure) -> Option<f64> {
    claims
        .get(&(unit.clone(), measure))
        .and_then(|rows| rows.iter().find(|row| row.preferred))
        .map(|row| row.value)
}

fn published_regional(
    units: &UnitList,
    claims: &BTreeMap<(Unit, Measure), Claims<'_>>,
) -> BTreeMap<RegionId, PublishedValues> {
    units
        .regions()
        .iter()
        .filter_map(|region| {
            let value = |measure| preferred(claims, &Unit::Region(region.id.clone()), measure);
            let published = PublishedValues {
                min: value(Measure::Min),
                median: value(Measure::Median),
                max: value(Measure::Max),
                mean: value(Measure::Mean),
            };
            (published != PublishedValues::default()).then(|| (region.id.clone(), published))
        })
        .collect()
}

fn published_national(claims: &BTreeMap<(Unit, Measure), Claims<'_>>) -> Option<PublishedNational> {
    let value = |measure| preferred(claims, &Unit::Country, measure);
    let published = PublishedNational {
        score: value(Measure::Score),
        min: value(Measure::Min),
        median: value(Measure::Median),
        max: value(Measure::Max),
        mean: value(Measure::Mean),
    };
    (published != PublishedNational::default()).then_some(published)
}

fn coverage(index: &IndexCatalog, units: &UnitList, year: Year) -> Option<YearCoverage> {
    let total = index.table(&ComponentId::overall(), year)?;
    let parts: Vec<Option<&Table>> = index
        .parts(&ComponentId::overall(), year)
        .iter()
        .map(|part| index.table(part, year))
        .collect();
    let has_every_part = |unit: &usize| {
        !parts.is_empty()
            && parts
                .iter()
                .all(|table| table.is_some_and(|table| table.cells[*unit].score.is_some()))
    };
    let withheld = total
        .cells
        .iter()
        .filter(|cell| cell.membership == Membership::Withheld)
        .count();
    Some(YearCoverage {
        year,
        borders: units.borders(),
        members: total.n,
        withheld: to_count(withheld),
        scores: total.scores_on_record,
        ranks: total.published_ranks,
        with_components: to_count((0..total.cells.len()).filter(has_every_part).count()),
        complete: total.complete,
        method_version: index.method_version(year).to_owned(),
    })
}
