//! What describes the indices: components, method versions, weights, ranked sets.

use std::hash::Hash;

use vithe_shared::{
    Borders, ComponentId, ProvinceSlug, Year,
    domain::{Aggregation, Comparability, NameStatus, Redistribution, Scale, ScoreUnit},
    presentation::{Colour, ShownDecimals},
    query::Theme,
};

use super::{TableRow, rows};
use crate::{
    package::{Membership, PackageIndex, ReasonCode, SourceId, WeightEvidence},
    read::{Column, Fields},
};

rows! {
    /// An index.
    IndexRow in "data/indices.csv" key (index) {
        /// The index.
        index: PackageIndex,
        /// Its place in lists.
        order: u16,
        /// Vietnamese name.
        name_vi: String,
        /// English name.
        name_en: String,
        /// Short name, the same in both languages.
        short_name: String,
        /// Publisher, in Vietnamese.
        publisher_vi: String,
        /// Publisher, in English.
        publisher_en: String,
        /// What a score counts.
        unit: ScoreUnit,
        /// Least decimals of a score on screen.
        decimals_least: u8,
        /// Most decimals of a score on screen.
        decimals_most: u8,
        /// What it measures: one Vietnamese sentence.
        measures_vi: String,
        /// What it measures: one English sentence.
        measures_en: String,
        /// How to cite it, in Vietnamese.
        citation_vi: String,
        /// How to cite it, in English.
        citation_en: String,
        /// Terms of use, in Vietnamese.
        terms_vi: String,
        /// Terms of use, in English.
        terms_en: String,
        /// Whether whole tables may be handed out.
        redistribution: Redistribution,
        /// The publisher's site.
        website: String,
        /// Whether the site shows it as an index of its own.
        shown: bool,
    }

    /// The hues of an index in one theme of the site.
    HueRow in "data/hues.csv" key (index, theme) {
        /// The index.
        index: PackageIndex,
        /// `light` or `dark`.
        theme: Theme,
        /// For marks of charts.
        mark: Colour,
        /// For text, lines and borders of pages.
        text: Colour,
        /// The best of five classes.
        class_1: Colour,
        /// The second of five classes.
        class_2: Colour,
        /// The class in the middle.
        class_3: Colour,
        /// The fourth of five classes.
        class_4: Colour,
        /// The last of five classes.
        class_5: Colour,
    }

    /// A version of an index's method.
    MethodVersionRow in "data/method_versions.csv" key (index, version) {
        /// The index.
        index: PackageIndex,
        /// The version, `pci-2021`.
        version: String,
        /// First year.
        first_year: Year,
        /// Last year; `None` for the version in force.
        last_year: Option<Year>,
        /// Lowest possible total.
        scale_min: f64,
        /// Highest possible total.
        scale_max: f64,
        /// How the total comes from the parts.
        aggregation: Aggregation,
        /// How it compares with the version before; `None` for the first.
        comparable_with_previous: Option<Comparability>,
        /// What changed, in Vietnamese.
        reason_vi: Option<String>,
        /// What changed, in English.
        reason_en: Option<String>,
        /// Source.
        source_id: Option<SourceId>,
    }

    /// A component of an index over a span of years with one scale.
    ComponentRow in "data/components.csv" key (index, component, first_year) {
        /// The index.
        index: PackageIndex,
        /// The component.
        component: ComponentId,
        /// What it is a part of; `None` for the total and for components outside the sum.
        parent: Option<ComponentId>,
        /// 0 for the total, 1 for its parts, 2 below.
        level: u8,
        /// Its place among the components of the index.
        order: u16,
        /// First year.
        first_year: Year,
        /// Last year on record.
        last_year: Year,
        /// Lowest possible score.
        scale_min: f64,
        /// Highest possible score.
        scale_max: f64,
        /// What a score counts.
        unit: ScoreUnit,
        /// Whether the product computes it as the sum of its parts.
        computed: bool,
        /// Whether it measures a cost, so that a higher score stands for a lower cost.
        cost: bool,
        /// Lead agency, in Vietnamese; not on record until a province enters one.
        lead_agency_vi: Option<String>,
        /// Lead agency, in English.
        lead_agency_en: Option<String>,
    }

    /// The name of a component over a span of years.
    ComponentNameRow in "data/component_names.csv" key (index, component, first_year) {
        /// The index.
        index: PackageIndex,
        /// The component.
        component: ComponentId,
        /// First year of the name.
        first_year: Year,
        /// Last year of the name.
        last_year: Year,
        /// Vietnamese name.
        name_vi: String,
        /// English name.
        name_en: String,
        /// Vietnamese name for a chart label.
        short_vi: String,
        /// English name for a chart label.
        short_en: String,
        /// Whether the name is the publisher's.
        name_status: NameStatus,
    }

    /// The weight of a component in the total of a year.
    WeightRow in "data/weights.csv" key (index, year, component) {
        /// The index.
        index: PackageIndex,
        /// The year.
        year: Year,
        /// The component.
        component: ComponentId,
        /// A fraction; the weights of a year add to one.
        weight: f64,
        /// How it is known.
        evidence: WeightEvidence,
        /// Source.
        source_id: Option<SourceId>,
    }

    /// The maximum points of an area in a year.
    MaximumPointsRow in "data/maximum_points.csv" key (index, year, component) {
        /// The index.
        index: PackageIndex,
        /// The year.
        year: Year,
        /// The component.
        component: ComponentId,
        /// Points.
        maximum: f64,
        /// Source.
        source_id: SourceId,
    }

    /// A change of method of a component that cannot be derived from the structure.
    BreakRow in "data/breaks.csv" key (index, component, year) {
        /// The index.
        index: PackageIndex,
        /// The component.
        component: ComponentId,
        /// The later year of the pair.
        year: Year,
        /// How far the pair compares.
        comparability: Comparability,
        /// Why.
        reason: ReasonCode,
    }

    /// A reason in both languages.
    ReasonRow in "data/reasons.csv" key (code) {
        /// The code.
        code: ReasonCode,
        /// Vietnamese text, one sentence.
        text_vi: String,
        /// English text, one sentence.
        text_en: String,
    }

    /// A unit in the set that is ranked in a year.
    RankedSetRow in "data/ranked_sets.csv" key (index, year, component, borders, unit) {
        /// The index.
        index: PackageIndex,
        /// The year.
        year: Year,
        /// The component; `None` stands for every component of the index that has no rows of its own.
        component: Option<ComponentId>,
        /// The list of units.
        borders: Borders,
        /// The unit.
        unit: ProvinceSlug,
        /// Whether it takes part.
        membership: Membership,
        /// Why it does not, where it does not.
        reason: Option<ReasonCode>,
        /// Source.
        source_id: Option<SourceId>,
    }
}

impl IndexRow {
    /// The decimals its scores are shown with.
    pub const fn decimals(&self) -> ShownDecimals {
        ShownDecimals {
            least: self.decimals_least,
            most: self.decimals_most,
        }
    }
}

impl HueRow {
    /// The five classes, best first.
    pub const fn classes(&self) -> [&Colour; 5] {
        [
            &self.class_1,
            &self.class_2,
            &self.class_3,
            &self.class_4,
            &self.class_5,
        ]
    }
}

impl ComponentRow {
    /// Whether it exists in a year.
    pub fn covers(&self, year: Year) -> bool {
        self.first_year <= year && year <= self.last_year
    }

    /// The scale of its scores, which are shown with the decimals of its index.
    pub const fn scale(&self, decimals: ShownDecimals) -> Scale {
        Scale {
            min: self.scale_min,
            max: self.scale_max,
            unit: self.unit,
            decimals,
            cost: self.cost,
        }
    }
}

impl ComponentNameRow {
    /// Whether it is the name in a year.
    pub fn covers(&self, year: Year) -> bool {
        self.first_year <= year && year <= self.last_year
    }
}

impl MethodVersionRow {
    /// Whether it is in force in a year.
    pub fn covers(&self, year: Year) -> bool {
        self.first_year <= year && self.last_year.is_none_or(|last| year <= last)
    }
}
