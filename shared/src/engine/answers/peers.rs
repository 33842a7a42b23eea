//! The provinces that are alike by their components.

use crate::{
    Borders, ComponentId, ProvinceSlug, Year,
    analytics::{
        peers::{Likeness, PeerGroup, compare, deviation, distance, likeness_bound},
        rounding::{DIFFERENCE_DECIMALS, round_to},
    },
    api::peers::{ComponentLead, Peer, PeerContext, PeersAnswer, PeersMissing, PeersOwn},
    domain::{Membership, Province, SourceInfo},
    engine::catalog::{Catalog, Cell, IndexCatalog, Table, UnitList, to_count},
    query::PeersQuery,
    sorting::sort_by,
};

use super::{error::LookupError, reason::reason, row::sources, strengths::has_own_complete_parts};

/// Decimals of a distance on the wire.
const DISTANCE_DECIMALS: u8 = 2;
/// Decimals of a ratio of populations on the wire.
const RATIO_DECIMALS: u8 = 3;
/// How many components are named in which a peer does better.
const LEADS: usize = 2;

/// The peers of a province on an index. They are told of the 63 provinces only.
pub fn find_peers(catalog: &Catalog, province: &ProvinceSlug, query: &PeersQuery) -> Result<PeersAnswer, LookupError> {
    let index = catalog.index(query.index)?;
    let units = catalog.units(Borders::Provinces63);
    let unit = units.position(province);
    let known = unit
        .map(|unit| &units.provinces()[unit])
        .or_else(|| catalog.units(Borders::Units34).province(province))
        .ok_or_else(|| LookupError::unknown_province(units, province.as_str()))?;
    let all_years = &index.info().years;
    let years: Vec<Year> = all_years
        .iter()
        .copied()
        .filter(|year| unit.is_some_and(|unit| can_be_told(index, *year, unit)))
        .collect();
    let year = query.year.or(years.last().copied()).unwrap_or(index.info().opens_on);
    if !all_years.contains(&year) {
        return Err(LookupError::UnknownYear {
            of: Some((index.id(), ComponentId::overall())),
            year,
            allowed: all_years.clone(),
        });
    }
    let mut answer = PeersAnswer {
        index: index.id(),
        year,
        province: known.slug.clone(),
        name_vi: known.name_vi.clone(),
        name_en: known.name_en.clone(),
        by: query.by,
        own: None,
        n: 0,
        components: Vec::new(),
        rows: Vec::new(),
        missing: None,
        sources: Vec::new(),
        context_source_ids: Vec::new(),
        revision: catalog.revision().to_owned(),
        years,
    };
    match unit.filter(|_| answer.years.contains(&year)) {
        Some(unit) => compare_all(catalog, index, unit, &mut answer),
        None => answer.missing = Some(missing(index, year, unit)),
    }
    Ok(answer)
}

/// Whether the component tables of a year are complete, free of estimates, of the 63 provinces, and hold a province.
fn can_be_told(index: &IndexCatalog, year: Year, unit: usize) -> bool {
    index.borders(year) == Borders::Provinces63
        && has_own_complete_parts(index, year, unit)
        && parts(index, year).iter().all(|(_, table)| !table.estimated)
}

/// The tables of the first-level components.
fn parts(index: &IndexCatalog, year: Year) -> Vec<(&ComponentId, &Table)> {
    index
        .parts(&ComponentId::overall(), year)
        .iter()
        .filter_map(|part| Some((part, index.table(part, year)?)))
        .collect()
}

/// What all rows of an answer are made from.
struct Comparison<'a> {
    units: &'a UnitList,
    /// The components that tell somebody apart, with their scores by position among `members` and their deviation.
    columns: Vec<(&'a ComponentId, Vec<f64>, f64)>,
    /// The provinces in all tables, by position in the list.
    members: Vec<usize>,
    total: Option<&'a Table>,
    populations: Option<&'a crate::dataset::Population>,
    fifths: Option<&'a crate::dataset::GrdpFifths>,
}

impl<'a> Comparison<'a> {
    fn of(catalog: &'a Catalog, index: &'a IndexCatalog, year: Year) -> Self {
        let parts = parts(index, year);
        let units = catalog.units(Borders::Provinces63);
        let score = |table: &Table, unit: usize| {
            let cell = table.cells.get(unit)?;
            let is_member = cell.membership == Membership::Member;
            cell.score.as_ref().filter(|_| is_member).map(|score| score.exact)
        };
        let members: Vec<usize> = (0..units.provinces().len())
            .filter(|unit| parts.iter().all(|(_, table)| score(table, *unit).is_some()))
            .collect();
        let columns = parts
            .into_iter()
            .map(|(part, table)| {
                let scores: Vec<f64> = members.iter().filter_map(|unit| score(table, *unit)).collect();
                let deviation = deviation(&scores);
                (part, scores, deviation)
            })
            .filter(|(_, _, deviation)| *deviation > 0.0)
            .collect();
        Self {
            units,
            columns,
            members,
            total: index.table(&ComponentId::overall(), year),
            populations: catalog.populations_up_to(year),
            fifths: catalog.grdp_fifths_up_to(year),
        }
    }

    fn province(&self, member: usize) -> &'a Province {
        &self.units.provinces()[self.members[member]]
    }

    fn total_of(&self, member: usize) -> Option<&'a Cell> {
        self.total?.cells.get(self.members[member])
    }

    fn scores(&self, member: usize) -> Vec<f64> {
        self.columns.iter().map(|(_, scores, _)| scores[member]).collect()
    }

    fn context(&self, member: usize) -> PeerContext {
        let unit = self.members[member];
        let population = self
            .populations
            .and_then(|populations| Some((populations.year, populations.thousands.get(unit).copied()??)));
        let fifth = self.fifths.and_then(|fifths| Some((fifths.year, fifths.of(unit)?)));
        PeerContext {
            population_thousands: population.map(|(_, thousands)| thousands),
            population_year: population.map(|(year, _)| year),
            grdp_fifth: fifth.map(|(_, fifth)| fifth),
            grdp_year: fifth.map(|(year, _)| year),
        }
    }

    /// The components in which a member leads another one most.
    fn leads(&self, member: usize, over: usize) -> Vec<ComponentLead> {
        let mut leads: Vec<ComponentLead> = self
            .columns
            .iter()
            .map(|(component, scores, _)| ComponentLead {
                component: (*component).clone(),
                difference: round_to(scores[member] - scores[over], DIFFERENCE_DECIMALS),
            })
            .filter(|lead| lead.difference > 0.0)
            .collect();
        sort_by(&mut leads, |one, other| other.difference.total_cmp(&one.difference));
        leads.truncate(LEADS);
        leads
    }

    /// One of the others beside the province asked for, with what orders it; who is alike is said once all are here.
    fn peer(&self, member: usize, own: usize, distance: f64) -> (Likeness, Peer) {
        let (province, asked) = (self.province(member), self.province(own));
        let (cell, own_cell) = (self.total_of(member), self.total_of(own));
        let rank = cell.and_then(|cell| cell.rank);
        let is_better = rank
            .zip(own_cell.and_then(|cell| cell.rank))
            .is_some_and(|(rank, own)| rank.rank < own.rank);
        let score = |cell: Option<&'a Cell>| cell.and_then(|cell| cell.score.as_ref());
        let score_difference = score(cell)
            .zip(score(own_cell))
            .map(|(score, own)| round_to(score.exact - own.exact, DIFFERENCE_DECIMALS));
        let (context, own_context) = (self.context(member), self.context(own));
        let population_ratio = context
            .population_thousands
            .zip(own_context.population_thousands)
            .map(|(population, own)| population / own);
        let same_region = province.region == asked.region;
        let likeness = Likeness {
            distance,
            group: PeerGroup::Other,
            score_difference,
            is_of_region: same_region,
            population_ratio,
            is_of_fifth: context.grdp_fifth.is_some() && context.grdp_fifth == own_context.grdp_fifth,
        };
        let peer = Peer {
            province: province.slug.clone(),
            name_vi: province.name_vi.clone(),
            name_en: province.name_en.clone(),
            region: province.region.clone(),
            same_region,
            score: score(cell).map(|score| score.shown),
            rank: rank.map(|rank| rank.rank),
            rank_n: rank.and(self.total).map(|table| table.n),
            score_difference,
            distance: round_to(distance, DISTANCE_DECIMALS),
            is_like: false,
            is_better,
            leads: self.leads(member, own),
            context,
            population_ratio: population_ratio.map(|ratio| round_to(ratio, RATIO_DECIMALS)),
        };
        (likeness, peer)
    }
}

/// Fills an answer with all others.
fn compare_all(catalog: &Catalog, index: &IndexCatalog, unit: usize, answer: &mut PeersAnswer) {
    let comparison = Comparison::of(catalog, index, answer.year);
    let Some(own) = comparison.members.iter().position(|member| *member == unit) else {
        return;
    };
    let deviations: Vec<f64> = comparison.columns.iter().map(|(_, _, deviation)| *deviation).collect();
    let own_scores = comparison.scores(own);
    let mut rows: Vec<(Likeness, Peer)> = (0..comparison.members.len())
        .filter(|member| *member != own)
        .filter_map(|member| {
            let distance = distance(&own_scores, &comparison.scores(member), &deviations)?;
            Some(comparison.peer(member, own, distance))
        })
        .collect();
    let distances: Vec<f64> = rows.iter().map(|(likeness, _)| likeness.distance).collect();
    let bound = likeness_bound(&distances);
    for (likeness, peer) in &mut rows {
        peer.is_like = bound.is_some_and(|bound| likeness.distance <= bound);
        likeness.group = PeerGroup::of(peer.is_like, peer.is_better);
    }
    sort_by(&mut rows, |one, other| compare(answer.by, &one.0, &other.0));

    let cell = comparison.total_of(own);
    answer.own = Some(PeersOwn {
        region: comparison.province(own).region.clone(),
        score: cell.and_then(|cell| cell.score.as_ref()).map(|score| score.shown),
        rank: cell.and_then(|cell| cell.rank).map(|rank| rank.rank),
        context: comparison.context(own),
    });
    answer.n = to_count(comparison.members.len());
    answer.components = comparison
        .columns
        .iter()
        .map(|(component, _, _)| (*component).clone())
        .collect();
    answer.rows = rows.into_iter().map(|(_, peer)| peer).collect();
    let context = [
        comparison.populations.map(|populations| &populations.source),
        comparison.fifths.map(|fifths| &fifths.source),
    ];
    for id in context.into_iter().flatten() {
        if !answer.context_source_ids.contains(id) {
            answer.context_source_ids.push(id.clone());
        }
    }
    let documents = answer
        .context_source_ids
        .iter()
        .filter_map(|id| catalog.context_source(id));
    answer.sources = all_sources(index, &comparison, answer.year, documents);
}

/// The documents behind scores and ranks, and further ones.
fn all_sources<'a>(
    index: &'a IndexCatalog,
    comparison: &Comparison<'a>,
    year: Year,
    further: impl Iterator<Item = &'a SourceInfo>,
) -> Vec<SourceInfo> {
    let tables = parts(index, year).into_iter().map(|(_, table)| table);
    let cells = tables
        .chain(comparison.total)
        .flat_map(|table| comparison.members.iter().map(move |unit| (index, table, *unit)));
    sources(cells, further)
}

/// Why no peers are told.
fn missing(index: &IndexCatalog, year: Year, unit: Option<usize>) -> PeersMissing {
    let coverage = index.info().coverage_of(year);
    let with_components = coverage.map_or(0, |coverage| coverage.with_components);
    let n = coverage.map_or(0, |coverage| coverage.members);
    let short = index.id().short_name();
    let reason = if unit.is_none() || index.borders(year) != Borders::Provinces63 {
        reason(
            "units_2025",
            "Chỉ tìm tỉnh tương đồng trong 63 tỉnh trước ngày 1/7/2025: 34 đơn vị mới chưa có đủ số liệu của riêng mình, và ước tính không dùng để so sánh.".to_owned(),
            "Similar provinces are told of the 63 provinces before 1 July 2025 only: the 34 units lack enough figures of their own, and estimates are not compared.".to_owned(),
        )
    } else if !index.has_complete_parts(&ComponentId::overall(), year) {
        reason(
            "incomplete_table",
            format!(
                "Mới có {with_components}/{n} tỉnh có đủ điểm thành phần {short} năm {year}, nên không so được tỉnh nào giống tỉnh nào."
            ),
            format!(
                "{with_components} of {n} provinces have all component scores of {short} {year} on record, so it cannot be told which provinces are alike."
            ),
        )
    } else if parts(index, year).iter().any(|(_, table)| table.estimated) {
        reason(
            "estimated",
            format!("Một số điểm thành phần {short} năm {year} là ước tính, không dùng để so sánh."),
            format!("Some component scores of {short} {year} are estimates, which are not compared."),
        )
    } else {
        reason(
            "not_ranked",
            format!("Tỉnh này không có trong bảng xếp hạng {short} năm {year}."),
            format!("This province is not in the ranked set of {short} {year}."),
        )
    };
    PeersMissing {
        reason,
        with_components,
        n,
    }
}
