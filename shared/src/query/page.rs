//! The state of a page.

use std::{collections::BTreeMap, str::FromStr};

use super::{
    IntervalChoice, LIST_SEPARATOR, MapClasses, PointsChange, ReportForm, Show, SortOrder, StreakLength, Tab,
    YearRange,
    pairs::{QueryPairs, QueryWriter},
    parameter::Parameter as _,
};
use crate::{
    domain::{DiscrepancyKind, IntervalKind, PeerLens},
    identifier::{Borders, ComponentId, IndexId, Indicator, ProvinceSlug, RegionId, Year},
};

/// The state of a page, all of it in its address. Every page knows every key; a page uses those it shows.
///
/// Values of a wrong form count as absent on a page (a reader with an old link still gets the page) and are named in
/// [`PageQuery::unread`]; keys that no page knows are kept in [`PageQuery::rest`]. What readers type into fields of numbers
/// is never lost: where it cannot be taken it stays in the address, in [`PageQuery::mistyped`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct PageQuery {
    /// `p`: the provinces that the page is about.
    pub provinces: Vec<ProvinceSlug>,
    /// `pin`: the provinces that the reader keeps in view on every page, at most [`MOST_PINS`].
    pub pins: Vec<ProvinceSlug>,
    /// `i`: index.
    pub index: Option<IndexId>,
    /// `c`: component.
    pub component: Option<ComponentId>,
    /// `y`: one year.
    pub year: Option<Year>,
    /// `y`: a span of years.
    pub years: Option<YearRange>,
    /// `borders`: the list of units that the page is about.
    pub borders: Option<Borders>,
    /// `r`: region.
    pub region: Option<RegionId>,
    /// `tab`: chart, table or map.
    pub tab: Option<Tab>,
    /// `sort`: order of the table.
    pub sort: SortOrder,
    /// `classes`: where the classes of a map are cut.
    pub classes: MapClasses,
    /// `show`: what charts over the years show.
    pub show: Show,
    /// `from`: the first year of charts over the years.
    pub from: Option<Year>,
    /// `to`: the last year of charts over the years.
    pub to: Option<Year>,
    /// `q`: text of a search.
    pub search: Option<String>,
    /// `kind`: what does not agree with what, of discrepancies.
    pub kind: Option<DiscrepancyKind>,
    /// `streak`: the shortest run of falls that is listed.
    pub streak: Option<StreakLength>,
    /// `d`: changed components, `support:0.5~labor:0.2`; a form may send each as `d.support=0.5`. None is 0.
    pub changes: BTreeMap<ComponentId, PointsChange>,
    /// `target`: the rank to reach.
    pub target: Option<u16>,
    /// `total`: the total to reach, in points.
    pub total: Option<PointsChange>,
    /// `u`: usual yearly changes in place of the observed ones, written like `d`. All are above 0.
    pub usual_changes: BTreeMap<ComponentId, PointsChange>,
    /// `drift`: the others go on as last year.
    pub drift: bool,
    /// `interval`: the rank interval that is shown.
    pub interval: Option<IntervalKind>,
    /// `points`: how far the own score varies in an interval of that kind.
    pub points: Option<PointsChange>,
    /// `x`: what the horizontal axis of a scatter shows; its year is `y`.
    pub x: Option<Indicator>,
    /// `vs`: what it is set against on the vertical axis.
    pub versus: Option<Indicator>,
    /// `vs_y`: the year of the vertical axis where it differs.
    pub versus_year: Option<Year>,
    /// `by`: which peers come first.
    pub peers_by: PeerLens,
    /// `form`: which report is told.
    pub form: ReportForm,
    /// `v`: the version of the data that the page is frozen in, as it is named. Such a page is a document of the server.
    pub version: Option<String>,
    /// Keys that no page knows, in order.
    pub rest: Vec<(String, String)>,
    /// Keys of a page whose values could not be read, in order. They are not part of the address any more.
    pub unread: Vec<(String, String)>,
    /// What stands in fields of numbers and is none that they take, by the name of the field: `d.support`, `u.support`,
    /// `target`, `total`, `points`. The field shows it and says what is wrong.
    pub mistyped: BTreeMap<String, String>,
}

/// How many provinces can be told apart in a chart, and stay in view above a table.
pub const MOST_PINS: usize = 6;

/// The keys of changed components and of usual changes: of a list, and before a dot of a single field.
const CHANGES: &str = "d";
const USUAL_CHANGES: &str = "u";
/// How far the own score varies in an interval.
const POINTS: &str = "points";

fn join_changes(changes: &BTreeMap<ComponentId, PointsChange>) -> Vec<String> {
    changes
        .iter()
        .map(|(component, change)| format!("{component}:{change}"))
        .collect()
}

/// Reads a value; an old one is overwritten, and a value of a wrong form leaves none.
fn read<T: FromStr>(into: &mut Option<T>, value: &str) -> bool {
    *into = value.parse().ok();
    into.is_some()
}

/// A number of a field.
fn number<T: FromStr>(value: &str) -> Option<T> {
    value.trim().parse().ok()
}

/// A number of points above 0.
fn positive(value: &str) -> Option<PointsChange> {
    number(value).filter(|points: &PointsChange| points.0 > 0)
}

/// Reads a value that has a default; a value of a wrong form leaves the default.
fn read_or_default<T: FromStr + Default>(into: &mut T, value: &str) -> bool {
    let read = value.parse().ok();
    let is_read = read.is_some();
    *into = read.unwrap_or_default();
    is_read
}

/// Adds the provinces of a list, and tells whether all of it was read. Several lists (fields of a form) add up.
fn add_provinces(into: &mut Vec<ProvinceSlug>, list: &str) -> bool {
    let mut is_whole = true;
    for part in list.split(LIST_SEPARATOR) {
        match part.parse() {
            Ok(province) if into.contains(&province) => {}
            Ok(province) => into.push(province),
            Err(_) => is_whole = false,
        }
    }
    is_whole
}

fn push_unless_default<T: ToString + Default + PartialEq>(writer: &mut QueryWriter, key: &'static str, value: &T) {
    writer.push_option(key, Some(value).filter(|value| **value != T::default()));
}

impl PageQuery {
    /// Reads the query string of a page; never fails.
    pub fn parse(query: &str) -> Self {
        let mut page = Self::default();
        for (key, value) in QueryPairs::parse(query) {
            if value.is_empty() {
                continue;
            }
            let is_read = match key.as_str() {
                "p" => add_provinces(&mut page.provinces, &value),
                "pin" => {
                    let is_whole = add_provinces(&mut page.pins, &value);
                    let is_too_long = page.pins.len() > MOST_PINS;
                    page.pins.truncate(MOST_PINS);
                    is_whole && !is_too_long
                }
                "i" => read(&mut page.index, &value),
                "c" => read(&mut page.component, &value),
                "y" => page.take_years(&value),
                "borders" => read(&mut page.borders, &value),
                "r" => read(&mut page.region, &value),
                "interval" => read(&mut page.interval, &value),
                POINTS => page.take_number(&key, positive(&value), &value, |page| &mut page.points),
                "tab" => read(&mut page.tab, &value),
                "sort" => read_or_default(&mut page.sort, &value),
                "classes" => read_or_default(&mut page.classes, &value),
                "show" => read_or_default(&mut page.show, &value),
                "from" => read(&mut page.from, &value),
                "to" => read(&mut page.to, &value),
                "q" => read(&mut page.search, &value),
                "kind" => read(&mut page.kind, &value),
                "streak" => read(&mut page.streak, &value),
                CHANGES | USUAL_CHANGES => page.take_changes(&key, &value),
                "target" => page.take_number(&key, number(&value), &value, |page| &mut page.target),
                "by" => read_or_default(&mut page.peers_by, &value),
                "form" => read_or_default(&mut page.form, &value),
                "x" => read(&mut page.x, &value),
                "vs" => read(&mut page.versus, &value),
                "vs_y" => read(&mut page.versus_year, &value),
                "v" => read(&mut page.version, &value),
                "total" => page.take_number(&key, number(&value), &value, |page| &mut page.total),
                "drift" => {
                    page.drift = value == "1";
                    page.drift
                }
                _ => page.take_field_or_rest(&key, &value),
            };
            if !is_read {
                page.unread.push((key, value));
            }
        }
        if page.interval != Some(IntervalKind::Perturbation) {
            page.points = None;
            page.mistyped.remove(POINTS);
        }
        page
    }

    /// Takes the field of one component, such as `d.support`; a key that no page knows is kept.
    fn take_field_or_rest(&mut self, key: &str, value: &str) -> bool {
        if let Some((list @ (CHANGES | USUAL_CHANGES), component)) = key.split_once('.') {
            return self.take_change(list, component, value);
        }
        self.rest.push((key.to_owned(), value.to_owned()));
        true
    }

    /// Takes what stands in a field of a number. Where it is none, the field keeps it.
    fn take_number<T>(
        &mut self,
        key: &str,
        number: Option<T>,
        value: &str,
        field: fn(&mut Self) -> &mut Option<T>,
    ) -> bool {
        self.keep_mistyped(key.to_owned(), value, number.is_some());
        *field(self) = number;
        true
    }

    /// Keeps what a field of a number does not take; what it takes overwrites what was kept before.
    fn keep_mistyped(&mut self, key: String, value: &str, is_taken: bool) {
        if is_taken || value.trim().is_empty() {
            self.mistyped.remove(&key);
        } else {
            self.mistyped.insert(key, value.to_owned());
        }
    }

    /// Reads a list such as `support:0.5~labor:0.2`, and tells whether all of it is a list of components.
    fn take_changes(&mut self, list: &str, values: &str) -> bool {
        let mut is_whole = true;
        for part in values.split(LIST_SEPARATOR) {
            is_whole &= part
                .split_once(':')
                .is_some_and(|(component, change)| self.take_change(list, component, change));
        }
        is_whole
    }

    /// Reads the change of one component, and tells whether it can be one. No change is not kept, and a usual change is
    /// above 0.
    fn take_change(&mut self, list: &str, component: &str, value: &str) -> bool {
        let Ok(component) = component.parse::<ComponentId>() else {
            return false;
        };
        let is_usual = list == USUAL_CHANGES;
        let change: Option<PointsChange> = value
            .parse()
            .ok()
            .filter(|change: &PointsChange| !is_usual || change.0 > 0);
        self.keep_mistyped(format!("{list}.{component}"), value, change.is_some());
        let changes = if is_usual {
            &mut self.usual_changes
        } else {
            &mut self.changes
        };
        match change.filter(|change| change.0 != 0) {
            Some(change) => changes.insert(component, change),
            None => changes.remove(&component),
        };
        true
    }

    /// Changes these components and no others.
    pub fn set_changes(&mut self, changes: BTreeMap<ComponentId, PointsChange>) {
        self.changes = changes;
        self.mistyped.retain(|key, _| !key.starts_with("d."));
    }

    /// Changes one component, and leaves the others as they are.
    pub fn set_change(&mut self, component: &ComponentId, change: PointsChange) {
        self.changes.insert(component.clone(), change);
        self.mistyped.remove(&format!("{CHANGES}.{component}"));
    }

    /// Takes back all changes, and what is held for usual.
    pub fn clear_changes(&mut self) {
        self.set_changes(BTreeMap::new());
        self.usual_changes.clear();
        self.mistyped.retain(|key, _| !key.starts_with("u."));
    }

    /// Reads a year or a span of years, and tells whether it is one. Two years (two fields of a form) are the ends of a
    /// span, in either order.
    fn take_years(&mut self, value: &str) -> bool {
        let year: Option<Year> = value.parse().ok();
        (self.year, self.years) = match (self.year, year) {
            (Some(one), Some(other)) if one != other => {
                let years = YearRange {
                    from: one.min(other),
                    to: one.max(other),
                };
                (None, Some(years))
            }
            _ => (year, value.parse().ok()),
        };
        year.is_some() || self.years.is_some()
    }

    /// The query string, without question mark; empty when everything is at its default.
    pub fn to_query_string(&self) -> String {
        let mut writer = QueryWriter::default();
        writer.push_option("x", self.x.as_ref());
        writer.push_option("vs", self.versus.as_ref());
        writer.push_option("i", self.index.as_ref());
        writer.push_option("c", self.component.as_ref().filter(|component| !component.is_overall()));
        match (self.year, self.years) {
            (Some(year), _) => writer.push("y", &year),
            (None, Some(years)) => writer.push("y", &years),
            (None, None) => {}
        }
        writer.push_option("vs_y", self.versus_year.as_ref());
        writer.push_list("p", &self.provinces);
        writer.push_option("borders", self.borders.as_ref());
        writer.push_option("r", self.region.as_ref());
        writer.push_option("tab", self.tab.filter(|tab| *tab != Tab::Chart).as_ref());
        push_unless_default(&mut writer, "sort", &self.sort);
        push_unless_default(&mut writer, "classes", &self.classes);
        push_unless_default(&mut writer, "show", &self.show);
        push_unless_default(&mut writer, "by", &self.peers_by);
        push_unless_default(&mut writer, "form", &self.form);
        writer.push_option("from", self.from.as_ref());
        writer.push_option("to", self.to.as_ref());
        writer.push_option("kind", self.kind.as_ref());
        writer.push_option("q", self.search.as_ref());
        writer.push_option(
            "streak",
            self.streak.filter(|streak| *streak != StreakLength::default()).as_ref(),
        );
        writer.push_list("d", &join_changes(&self.changes));
        writer.push_list("u", &join_changes(&self.usual_changes));
        writer.push_option("target", self.target.as_ref());
        writer.push_option("total", self.total.as_ref());
        writer.push_option("drift", self.drift.then_some(1).as_ref());
        self.interval_choice().write("interval", &mut writer);
        writer.push_list("pin", &self.pins);
        writer.push_option("v", self.version.as_ref());
        let mistyped = self.mistyped.iter().map(|(key, value)| (key.clone(), value.clone()));
        let rest: Vec<(String, String)> = mistyped.chain(self.rest.iter().cloned()).collect();
        writer.finish(&rest)
    }

    /// The same as names and values, for the hidden fields of a form.
    pub fn fields(&self) -> Vec<(String, String)> {
        QueryPairs::parse(&self.to_query_string()).into_iter().collect()
    }

    /// The rank interval that is shown.
    pub fn interval_choice(&self) -> Option<IntervalChoice> {
        self.interval.map(|kind| IntervalChoice {
            kind,
            points: self.points.filter(|_| kind == IntervalKind::Perturbation),
        })
    }

    /// An address: path and, where not empty, the query.
    pub fn address(&self, path: &str) -> String {
        let query = self.to_query_string();
        if query.is_empty() {
            path.to_owned()
        } else {
            format!("{path}?{query}")
        }
    }
}
