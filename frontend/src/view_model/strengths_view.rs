//! In which components a province stands at an end of the table, and how far from the median.

use vithe_shared::{
    ComponentId, Language, Year,
    api::{IndexProfile, Standout},
    domain::{AgainstOverall, IndexInfo, Scale},
};

use super::wording::source_line;
use crate::format::{format_difference_with_unit, format_rank, format_score};

/// A component at an end of its table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandoutView {
    /// The component.
    pub component: ComponentId,
    /// Its name.
    pub name: String,
    /// What is known of it beside its place: weight, how it stands against the overall rank.
    pub remark: String,
    /// `6/63`
    pub rank_text: String,
    /// `+1,25 điểm`
    pub margin_text: String,
}

/// The strengths and weaknesses of a province on one index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StrengthsView {
    /// The language of all texts.
    pub language: Language,
    /// `PCI 2019`
    pub subject: String,
    /// Best place first.
    pub strengths: Vec<StandoutView>,
    /// Worst place first.
    pub weaknesses: Vec<StandoutView>,
    /// The rule in one line; why nothing is told where the tables are not complete.
    pub rule: String,
    /// Whether strengths and weaknesses are told.
    pub is_told: bool,
    /// The newest year in which they are, where they are not in this one.
    pub newest_year: Option<Year>,
    /// Source, method version and n.
    pub source: String,
}

/// Tells the strengths and weaknesses of a profile.
pub fn strengths_view(own: &IndexProfile, index: &IndexInfo, language: Language) -> StrengthsView {
    let told = |list: &Option<Vec<Standout>>| -> Vec<StandoutView> {
        list.iter()
            .flatten()
            .filter_map(|standout| standout_view(standout, own, language))
            .collect()
    };
    let n = own.components.iter().map(|component| component.n).max();
    StrengthsView {
        language,
        subject: format!("{} {}", own.index.short_name(), own.year),
        strengths: told(&own.strengths),
        weaknesses: told(&own.weaknesses),
        rule: own.standouts_missing.as_ref().map_or_else(
            || rule(language).to_owned(),
            |missing| language.pick(&missing.reason.vi, &missing.reason.en).to_owned(),
        ),
        is_told: own.strengths.is_some(),
        newest_year: own
            .standouts_missing
            .as_ref()
            .and_then(|missing| missing.newest_year)
            .filter(|newest| *newest != own.year),
        source: source_line(index, &own.year.to_string(), Some(&own.method_version), n, language),
    }
}

const fn rule(language: Language) -> &'static str {
    match language {
        Language::Vi => {
            "Một phần tư đầu bảng và trên trung vị là điểm mạnh; một phần tư cuối bảng và dưới trung vị là điểm yếu. Hơn hẳn, kém hẳn hạng chung: chênh ít nhất một phần tư bảng."
        }
        Language::En => {
            "Strengths: in the top quarter and above the median. Weaknesses: in the bottom quarter and below it. Well above or below the overall rank: by at least a quarter of the table."
        }
    }
}

fn standout_view(standout: &Standout, own: &IndexProfile, language: Language) -> Option<StandoutView> {
    let component = own
        .components
        .iter()
        .find(|component| component.component == standout.component)?;
    let name = language.pick(&component.name_vi, &component.name_en).to_owned();
    let margin_text = margin_text(standout.margin.points, component.scale, language);
    let weight = standout.weight.map(|weight| {
        let percent = weight * 100.0;
        let decimals = u8::from((percent - percent.round()).abs() > 0.05);
        let percent = format_score(percent, decimals, language);
        match language {
            Language::Vi => format!("trọng số {percent}\u{a0}%"),
            Language::En => format!("weight {percent}%"),
        }
    });
    let ranges = standout.margin.quartile_ranges.map(|ranges| {
        let ranges = format_score(ranges.abs(), 1, language);
        match language {
            Language::Vi => format!("cách trung vị {ranges} lần khoảng tứ phân vị"),
            Language::En => format!("{ranges} interquartile ranges from the median"),
        }
    });
    let against = match (standout.against_overall, language) {
        (Some(AgainstOverall::Stronger), Language::Vi) => Some("hơn hẳn hạng chung"),
        (Some(AgainstOverall::Stronger), Language::En) => Some("well above the overall rank"),
        (Some(AgainstOverall::Weaker), Language::Vi) => Some("kém hẳn hạng chung"),
        (Some(AgainstOverall::Weaker), Language::En) => Some("well below the overall rank"),
        (Some(AgainstOverall::Similar) | None, _) => None,
    };
    let rank_text = format_rank(standout.rank, standout.rank_n);
    let remark = [weight, ranges, against.map(str::to_owned)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    Some(StandoutView {
        component: standout.component.clone(),
        name,
        remark,
        rank_text,
        margin_text,
    })
}

fn margin_text(points: f64, scale: Scale, language: Language) -> String {
    format_difference_with_unit(points, scale.decimals.of(points), scale.unit, language)
}
