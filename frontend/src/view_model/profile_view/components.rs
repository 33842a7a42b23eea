//! The components of one index of a province, row by row.

use vithe_shared::{
    ComponentId, IndexId, Language, ProvinceSlug, Year,
    api::{BestValue, ComponentProfile, IndexProfile, Profile},
    domain::{Comparability, IndexInfo, ObservationStatus, RankBasis, Scale, ScoreUnit},
    presentation::IndexHues,
};

use super::{MovedComponent, words::components_finding};
use crate::{
    format::{NO_FIGURE, capitalise, format_difference, format_rank, rank_words},
    view_model::{
        FigureText,
        wording::{
            ChangeView, alternative_text, availability_text, change_view, component_in_sentence, marked, median_name,
            score_number, score_text, source_line,
        },
    },
};

/// A component of the profile: everything its line of the table and of the chart says.
#[derive(Clone, Debug, PartialEq)]
pub struct ComponentRowView {
    /// The component.
    pub component: ComponentId,
    /// What it is a part of.
    pub parent: Option<ComponentId>,
    /// 0 for the total, 1 for its parts, 2 below.
    pub level: u8,
    /// Its name.
    pub name: String,
    /// Its short name, for an axis.
    pub short_name: String,
    /// Whether a higher score means a lower cost.
    pub is_cost: bool,
    /// The scale in that year.
    pub scale: Scale,
    /// The weight in the total: `20 %`.
    pub weight_text: Option<String>,
    /// The score.
    pub score: Option<f64>,
    /// The score as a number alone; a dash where none is on record.
    pub score_text: String,
    /// `12/63`; a dash without rank.
    pub rank_text: String,
    /// Where the rank comes from.
    pub rank_basis: Option<RankBasis>,
    /// `3/13`; a dash without regional rank.
    pub region_rank_text: String,
    /// Change against the year before.
    pub change: Option<ChangeView>,
    /// The score of the year before, drawn only where the years compare at all.
    pub before: Option<f64>,
    /// Median of the country.
    pub national_median: Option<f64>,
    /// The median as a number alone; a dash where the table is not complete.
    pub national_median_text: String,
    /// How far the score is from the median, and what that is worth in the total.
    pub national_gap_text: Option<String>,
    /// Median of the region.
    pub region_median: Option<f64>,
    /// The regional median as a number alone; a dash where there is none.
    pub region_median_text: String,
    /// `8,12 (Long An)`, the best of the region; a dash where the table is not complete.
    pub region_best_text: String,
    /// How far the score is from the best of the region, and what that is worth in the total.
    pub region_gap_text: Option<String>,
    /// The best score.
    pub best: Option<f64>,
    /// `8,12 (Bến Tre)`; a dash where the table is not complete.
    pub best_text: String,
    /// What the row says as a sentence.
    pub sentence: String,
}

/// The components of a province on one index.
#[derive(Clone, Debug, PartialEq)]
pub struct ComponentsView {
    /// The language of all texts.
    pub language: Language,
    /// The index.
    pub index: IndexId,
    /// Its hues.
    pub hues: IndexHues,
    /// The year.
    pub year: Year,
    /// The province.
    pub province: ProvinceSlug,
    /// Its name.
    pub province_name: String,
    /// The name of its region.
    pub region_name: String,
    /// The words around it.
    pub text: FigureText,
    /// Whether the figures are back-casts.
    pub is_back_cast: bool,
    /// The scale all first-level components share, for the axis.
    pub scale: Scale,
    /// The total.
    pub overall: ComponentRowView,
    /// All components, each followed by its parts.
    pub rows: Vec<ComponentRowView>,
    /// First-level components that rose, largest rise first.
    pub risen: Vec<MovedComponent>,
    /// First-level components that fell, largest fall first.
    pub fallen: Vec<MovedComponent>,
    /// The year before, if any component compares with it.
    pub before_year: Option<Year>,
}

impl ComponentsView {
    /// The first-level components, which the chart draws.
    pub fn first_level(&self) -> impl Iterator<Item = &ComponentRowView> {
        self.rows.iter().filter(|row| row.level == 1)
    }
}

/// The components of a province on one index; `None` where it has no figure on that index.
pub fn components_view(profile: &Profile, index: &IndexInfo, language: Language) -> Option<ComponentsView> {
    let own = profile.index(index.id)?;
    let province_name = language
        .pick(&profile.province.name_vi, &profile.province.name_en)
        .to_owned();
    let region_name = language
        .pick(&profile.region_name_vi, &profile.region_name_en)
        .to_owned();
    let row = |component: &ComponentProfile| component_row(component, own, &province_name, language);
    let rows: Vec<ComponentRowView> = own.components.iter().map(row).collect();
    let moved = |ids: &[ComponentId]| -> Vec<MovedComponent> {
        ids.iter()
            .filter_map(|id| {
                let component = own.components.iter().find(|component| &component.component == id)?;
                let change = change_view(&component.row, own.year, component.scale, language)?;
                Some(MovedComponent {
                    component: id.clone(),
                    name: component_in_sentence(
                        language.pick(&component.name_vi, &component.name_en),
                        component.scale.cost,
                        language,
                    ),
                    change,
                })
            })
            .collect()
    };
    let (risen, fallen) = (moved(&own.risen), moved(&own.fallen));
    let overall = row(&own.overall);
    let first_level: Vec<&ComponentRowView> = rows.iter().filter(|row| row.level == 1).collect();
    let scale = first_level.first().map_or(own.overall.scale, |first| Scale {
        min: first_level
            .iter()
            .map(|row| row.scale.min)
            .fold(f64::INFINITY, f64::min),
        max: first_level
            .iter()
            .map(|row| row.scale.max)
            .fold(f64::NEG_INFINITY, f64::max),
        ..first.scale
    });
    let before_year = first_level
        .iter()
        .find_map(|row| row.before.and(row.change.as_ref()).map(|change| change.from_year));
    let finding = components_finding(&province_name, own, &first_level, &risen, &fallen, language);
    let mut notes = Vec::new();
    let mut refusals: Vec<String> = rows
        .iter()
        .filter(|row| row.level == 1)
        .filter_map(|row| row.change.as_ref()?.note.clone())
        .map(|note| format!("{}.", capitalise(&note)))
        .collect();
    refusals.dedup();
    refusals.truncate(3);
    notes.extend(refusals);
    if first_level.iter().any(|row| row.is_cost) {
        notes.push(
            language
                .pick(
                    "Điểm các thành phần chi phí cao nghĩa là chi phí thấp.",
                    "A high score of a cost component means low costs.",
                )
                .to_owned(),
        );
    }
    if first_level
        .iter()
        .any(|row| row.score.is_some() && row.national_median.is_none())
    {
        notes.push(
            language
                .pick(
                    "Không có trung vị và mức cao nhất ở nơi bảng số liệu chưa đủ các tỉnh.",
                    "No median or best value where the table does not cover every province.",
                )
                .to_owned(),
        );
    }
    let text = FigureText {
        kicker: format!(
            "{} · {} · {} · {}",
            own.index.short_name(),
            language.pick("các chỉ số thành phần", "components"),
            own.year,
            province_name
        ),
        alt: alternative_text(&[
            match language {
                Language::Vi => format!(
                    "biểu đồ điểm {} thành phần {} {} của {province_name} so với trung vị cả nước và vùng",
                    first_level.len(),
                    own.index.short_name(),
                    own.year
                ),
                Language::En => format!(
                    "dot plot of the {} {} {} component scores of {province_name} against national and regional medians",
                    first_level.len(),
                    own.index.short_name(),
                    own.year
                ),
            },
            finding.clone(),
        ]),
        finding,
        notes,
        source: source_line(
            index,
            &own.year.to_string(),
            Some(&own.method_version),
            Some(own.overall.n),
            language,
        ),
    };
    Some(ComponentsView {
        language,
        index: own.index,
        hues: index.hues.clone(),
        year: own.year,
        province: profile.province.slug.clone(),
        province_name,
        region_name,
        is_back_cast: own.back_cast,
        text: if own.back_cast { text.back_cast(language) } else { text },
        scale,
        overall,
        rows,
        risen,
        fallen,
        before_year,
    })
}

fn component_row(
    component: &ComponentProfile,
    own: &IndexProfile,
    province_name: &str,
    language: Language,
) -> ComponentRowView {
    let row = &component.row;
    let is_estimate = row.status == Some(ObservationStatus::Estimated);
    let scale = component.scale;
    // What a table of estimates has in its middle and at its top is an estimate, too.
    let of_estimates = is_estimate || own.back_cast;
    let number = |value: f64| marked(score_number(value, scale, language), of_estimates);
    let gap = |other: f64| gap_text(component, own, other, of_estimates, language);
    let or_dash = |value: Option<f64>| value.map_or_else(|| NO_FIGURE.to_owned(), number);
    let change = change_view(row, own.year, scale, language);
    let before = row
        .change
        .as_ref()
        .filter(|change| change.comparability != Comparability::NotComparable)
        .and_then(|change| change.from_score);
    let name = language.pick(&component.name_vi, &component.name_en).to_owned();
    let mut facts = Vec::new();
    facts.push(row.score.map_or_else(
        || {
            availability_text(row.availability, language)
                .unwrap_or(NO_FIGURE)
                .to_owned()
        },
        |score| marked(score_text(score, scale, language), is_estimate),
    ));
    facts.extend(row.rank.zip(row.rank_n).map(|(rank, n)| rank_words(rank, n, language)));
    facts.extend(change.as_ref().and_then(|change| {
        let words = &change.score.as_ref()?.words;
        Some(match language {
            Language::Vi => format!("{words} so với {}", change.from_year),
            Language::En => format!("{words} on {}", change.from_year),
        })
    }));
    facts.extend(
        component
            .national_median
            .map(|median| format!("{} {}", median_name(own.back_cast, language), number(median))),
    );
    let best_text = |best: Option<&BestValue>| {
        best.map_or_else(
            || NO_FIGURE.to_owned(),
            |best| {
                let name = language.pick(&best.name_vi, &best.name_en);
                format!("{} ({name})", number(best.score))
            },
        )
    };
    ComponentRowView {
        component: component.component.clone(),
        parent: component.parent.clone(),
        level: component.level,
        short_name: language.pick(&component.short_vi, &component.short_en).to_owned(),
        is_cost: scale.cost,
        scale,
        weight_text: component
            .weight
            .map(|weight| crate::format::format_score_with_unit(weight * 100.0, 0, ScoreUnit::Percent, language)),
        score: row.score,
        score_text: row.score.map_or_else(
            || NO_FIGURE.to_owned(),
            |score| marked(score_number(score, scale, language), is_estimate),
        ),
        rank_text: row
            .rank
            .zip(row.rank_n)
            .map_or_else(|| NO_FIGURE.to_owned(), |(rank, n)| format_rank(rank, n)),
        rank_basis: row.rank_basis,
        region_rank_text: row
            .region_rank
            .zip(row.region_n)
            .map_or_else(|| NO_FIGURE.to_owned(), |(rank, n)| format_rank(rank, n)),
        change,
        before,
        national_median: component.national_median,
        national_median_text: component.national_median.map_or_else(|| NO_FIGURE.to_owned(), number),
        national_gap_text: component.national_median.and_then(gap),
        region_median: component.region_median,
        region_median_text: or_dash(component.region_median),
        region_best_text: best_text(component.region_best.as_ref()),
        region_gap_text: component.region_best.as_ref().and_then(|best| gap(best.score)),
        best: component.best.as_ref().map(|best| best.score),
        best_text: best_text(component.best.as_ref()),
        sentence: format!("{province_name}, {name}, {}: {}", own.year, facts.join(", ")),
        name,
    }
}

/// How far a score stands from another: `cách −0,53`; with the points of the total that this is worth where the weight is
/// known: `cách −0,53, bằng −0,05 điểm tổng`. Nothing where there is no score.
fn gap_text(
    component: &ComponentProfile,
    own: &IndexProfile,
    other: f64,
    of_estimates: bool,
    language: Language,
) -> Option<String> {
    let gap = component.row.score? - other;
    let difference = |value: f64, scale: Scale| {
        marked(
            format_difference(value, scale.decimals.of(value), language),
            of_estimates,
        )
    };
    let distance = difference(gap, component.scale);
    let weight = component.weight.filter(|_| component.level > 0);
    let worth = weight.map(|weight| difference(weight * gap, own.overall.scale));
    Some(match (worth, language) {
        (Some(worth), Language::Vi) => format!("cách {distance}, bằng {worth} điểm tổng"),
        (Some(worth), Language::En) => format!("gap {distance}, {worth} in the total"),
        (None, Language::Vi) => format!("cách {distance}"),
        (None, Language::En) => format!("gap {distance}"),
    })
}
