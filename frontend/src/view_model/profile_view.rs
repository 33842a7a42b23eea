//! One province on the four indices, and the components of one of them against medians, best and the year before.

use vithe_shared::{
    ComponentId, IndexId, Language, ProvinceSlug, Year,
    api::{ComponentProfile, IndexProfile, Profile},
    domain::{Comparability, IndexInfo, RankBasis, Scale, ScoreUnit},
    presentation::IndexHues,
};

use super::{
    FigureText,
    wording::{
        ChangeView, alternative_text, availability_text, basis_text, change_view, comparability_name, score_number,
        score_text, source_line, status_text,
    },
};
use crate::format::{NO_FIGURE, Tone, capitalise, format_count, format_rank, join_names, rank_words};

/// One index on the page of a province.
#[derive(Clone, Debug, PartialEq)]
pub struct IndexCardView {
    /// The index.
    pub index: IndexId,
    /// Its short name.
    pub short_name: &'static str,
    /// The year of the figures.
    pub year: Year,
    /// Said where that is not the year asked for: `số liệu năm 2020`.
    pub other_year: Option<String>,
    /// The score.
    pub score: Option<f64>,
    /// `63,80 điểm`, `84,6 %`; the reason where none is on record.
    pub score_text: String,
    /// `38/63`; a dash without rank.
    pub rank_text: String,
    /// `hạng 38/63`, `38th of 63`; `None` without rank.
    pub rank_words: Option<String>,
    /// `hạng công bố`, `hạng tính từ điểm`.
    pub rank_basis: Option<&'static str>,
    /// How the figure was found, where it is not simply printed.
    pub status: Option<&'static str>,
    /// `9/13`; `None` without regional rank.
    pub region_rank_text: Option<String>,
    /// `hạng 9/13 Đồng bằng sông Cửu Long`.
    pub region_rank_words: Option<String>,
    /// Change against the year before.
    pub change: Option<ChangeView>,
    /// The national median as text; `None` where the table is not complete.
    pub median_text: Option<String>,
    /// What the card says as a sentence.
    pub sentence: String,
}

/// A component that rose or fell.
#[derive(Clone, Debug, PartialEq)]
pub struct MovedComponent {
    /// The component.
    pub component: ComponentId,
    /// Its name, with the hint that a high score of a cost is good.
    pub name: String,
    /// The change.
    pub change: ChangeView,
}

/// The page of a province.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileView {
    /// The language of all texts.
    pub language: Language,
    /// The province.
    pub province: ProvinceSlug,
    /// Its name.
    pub name: String,
    /// The name of its region.
    pub region_name: String,
    /// `từ 1/7/2025: Cần Thơ`; `None` for a unit of 2025.
    pub successor: Option<String>,
    /// The year shown.
    pub year: Year,
    /// The year told from the data, one line per index.
    pub narrative: String,
    /// One card per index on which the province has a figure.
    pub cards: Vec<IndexCardView>,
}

/// The page of a province.
pub fn profile_view(profile: &Profile, language: Language) -> ProfileView {
    let region_name = language
        .pick(&profile.region_name_vi, &profile.region_name_en)
        .to_owned();
    let cards: Vec<IndexCardView> = profile
        .indices
        .iter()
        .map(|index| card_view(index, profile, &region_name, language))
        .collect();
    let name = language
        .pick(&profile.province.name_vi, &profile.province.name_en)
        .to_owned();
    let successor = profile.successor.as_ref().map(|successor| {
        let successor = language.pick(&successor.name_vi, &successor.name_en);
        match language {
            Language::Vi => format!("từ 1/7/2025: {successor}"),
            Language::En => format!("since 1 July 2025: {successor}"),
        }
    });
    ProfileView {
        language,
        province: profile.province.slug.clone(),
        narrative: narrative(profile, &name, &cards, language),
        name,
        region_name,
        successor,
        year: profile.year,
        cards,
    }
}

fn card_view(index: &IndexProfile, profile: &Profile, region_name: &str, language: Language) -> IndexCardView {
    let overall = &index.overall;
    let row = &overall.row;
    let scale = overall.scale;
    let change = row
        .change
        .as_ref()
        .map(|change| change_view(change, index.year, row.score, scale, language));
    let score = row.score.map(|score| score_text(score, scale, language));
    let rank_words = row.rank.zip(row.rank_n).map(|(rank, n)| rank_words(rank, n, language));
    let region_rank = row.region_rank.zip(row.region_n);
    let region_rank_words = region_rank.map(|(rank, n)| match language {
        Language::Vi => format!("hạng {rank}/{n} {region_name}"),
        Language::En => format!("{} of {n} in the {region_name}", crate::format::ordinal(rank)),
    });
    let mut facts = Vec::new();
    facts.extend(score.clone());
    facts.extend(rank_words.clone());
    facts.extend(
        change
            .as_ref()
            .and_then(|change| Some(change.rank.as_ref()?.words.clone())),
    );
    facts.extend(region_rank_words.clone());
    IndexCardView {
        index: index.index,
        short_name: index.index.short_name(),
        year: index.year,
        other_year: (!index.is_year_asked).then(|| match language {
            Language::Vi => format!("số liệu năm {}; năm {} chưa có", index.year, profile.year),
            Language::En => format!("figures of {}; none for {}", index.year, profile.year),
        }),
        score: row.score,
        score_text: score.unwrap_or_else(|| {
            availability_text(row.availability, language).map_or_else(|| NO_FIGURE.to_owned(), str::to_owned)
        }),
        rank_text: row
            .rank
            .zip(row.rank_n)
            .map_or_else(|| NO_FIGURE.to_owned(), |(rank, n)| format_rank(rank, n)),
        rank_basis: row.rank_basis.map(|basis| basis_text(basis, language)),
        status: status_text(row.status, language),
        region_rank_text: region_rank.map(|(rank, n)| format_rank(rank, n)),
        sentence: format!("{} {}: {}", index.index.short_name(), index.year, facts.join(", ")),
        rank_words,
        region_rank_words,
        median_text: overall
            .national_median
            .map(|median| score_text(median, scale, language)),
        change,
    }
}

/// One sentence per index, then what moved within PCI and PAPI where components are on record.
fn narrative(profile: &Profile, name: &str, cards: &[IndexCardView], language: Language) -> String {
    let year = profile.year;
    let of_year: Vec<&IndexCardView> = cards.iter().filter(|card| card.year == year).collect();
    if of_year.is_empty() {
        return match language {
            Language::Vi => format!("Năm {year} chưa có số liệu của {name} trong bốn chỉ số."),
            Language::En => format!("No figures of {name} for {year} are on record in any of the four indices."),
        };
    }
    let told: Vec<String> = of_year
        .iter()
        .enumerate()
        .map(|(position, card)| {
            let total = card_sentence(card, (position == 0).then_some((year, name)), language);
            match profile
                .index(card.index)
                .and_then(|index| components_sentence(index, language))
            {
                Some(components) => format!("{total} {components}"),
                None => total,
            }
        })
        .collect();
    told.join("\n")
}

/// `PAPI: 42,16 điểm, hạng 33/60, giảm 6 bậc so với 2020; điểm không so sánh được với 2020: ….`; the first sentence of the
/// paragraph opens with year and province.
fn card_sentence(card: &IndexCardView, opening: Option<(Year, &str)>, language: Language) -> String {
    let short = card.short_name;
    let start = match (opening, card.score.is_some(), language) {
        (Some((year, name)), true, Language::Vi) => format!("Năm {year}, {name} đạt {} {short}", card.score_text),
        (Some((year, name)), true, Language::En) => format!("In {year}, {name} scored {} in {short}", card.score_text),
        (Some((year, name)), false, Language::Vi) => {
            format!("Năm {year}, điểm {short} của {name}: {}", card.score_text)
        }
        (Some((year, name)), false, Language::En) => {
            format!("In {year}, the {short} score of {name}: {}", card.score_text)
        }
        (None, _, _) => format!("{short}: {}", card.score_text),
    };
    let mut facts = vec![start];
    facts.extend(card.rank_words.clone());
    facts.extend(
        card.change
            .as_ref()
            .and_then(|change| Some(since(&change.rank.as_ref()?.words, change, language))),
    );
    facts.extend(card.region_rank_words.clone());
    let facts = facts.join(", ");
    let score = card
        .change
        .as_ref()
        .and_then(|change| match (&change.score, &change.note, language) {
            (Some(score), None, _) => Some(since(&score.words, change, language)),
            // The paragraph names how far the years compare; why is on the card below it.
            (Some(score), Some(_), _) => Some(format!(
                "{} ({})",
                since(&score.words, change, language),
                comparability_name(change.comparability, language)
            )),
            (None, Some(_), Language::Vi) if change.printed_values.is_some() => Some(format!(
                "điểm không so sánh được với {} vì cách tính thay đổi",
                change.from_year
            )),
            (None, Some(_), Language::En) if change.printed_values.is_some() => Some(format!(
                "the score cannot be compared with {} because the method changed",
                change.from_year
            )),
            _ => None,
        });
    match score {
        Some(score) => format!("{facts}; {score}."),
        None => format!("{facts}."),
    }
}

/// `tăng 1 bậc so với 2020`.
fn since(words: &str, change: &ChangeView, language: Language) -> String {
    match language {
        Language::Vi => format!("{words} so với {}", change.from_year),
        Language::En => format!("{words} on {}", change.from_year),
    }
}

/// How many components fell, and which fell most.
fn components_sentence(index: &IndexProfile, language: Language) -> Option<String> {
    let find = |id: &ComponentId| index.components.iter().find(|component| &component.component == id);
    let (fallen, risen) = (index.fallen.len(), index.risen.len());
    if fallen + risen == 0 {
        return None;
    }
    let worst = index.fallen.first().or(index.risen.first()).and_then(find)?;
    let change = worst.row.change.as_ref()?;
    let difference = change.score?;
    let moved = crate::format::score_change(
        difference,
        worst.scale.decimals.of(difference),
        worst.scale.unit,
        language,
    );
    let name = component_words(worst, language);
    // Said once: not again where the sentence about the total has said it already.
    let total = index.overall.row.change.as_ref().map(|change| change.comparability);
    let limited = match change.comparability {
        Comparability::Limited | Comparability::Reweighted if total != Some(change.comparability) => {
            format!(" ({})", comparability_name(change.comparability, language))
        }
        _ => String::new(),
    };
    Some(match (fallen, language) {
        (0, Language::Vi) => format!(
            "{risen} thành phần tăng, không thành phần nào giảm; tăng nhiều nhất là {name}, {}{limited}.",
            moved.words
        ),
        (0, Language::En) => format!(
            "Of the components, {risen} rose and none fell; the largest rise was in {name}, {}{limited}.",
            moved.words
        ),
        (_, Language::Vi) => {
            format!(
                "{risen} thành phần tăng, {fallen} giảm; giảm nhiều nhất là {name}, {}{limited}.",
                moved.words
            )
        }
        (_, Language::En) => {
            format!(
                "Of the components, {risen} rose and {fallen} fell; the largest fall was in {name}, {}{limited}.",
                moved.words
            )
        }
    })
}

/// `điểm Chi phí không chính thức (cao là tốt)` for a cost, the plain name otherwise.
fn component_words(component: &ComponentProfile, language: Language) -> String {
    let name = language.pick(&component.name_vi, &component.name_en);
    match (component.scale.cost, language) {
        (true, Language::Vi) => format!("điểm {name} (cao là tốt)"),
        (true, Language::En) => format!("the {name} score (higher is better)"),
        (false, _) => name.to_owned(),
    }
}

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
    /// The median as a number alone; `k/63` where the table is not complete.
    pub national_median_text: String,
    /// Median of the region.
    pub region_median: Option<f64>,
    /// The regional median as a number alone; a dash where there is none.
    pub region_median_text: String,
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
                let change = component.row.change.as_ref()?;
                Some(MovedComponent {
                    component: id.clone(),
                    name: component_words(component, language),
                    change: change_view(change, own.year, component.row.score, component.scale, language),
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
        text,
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
    let scale = component.scale;
    let number = |value: f64| score_number(value, scale, language);
    let or_dash = |value: Option<f64>| value.map_or_else(|| NO_FIGURE.to_owned(), number);
    let change = row
        .change
        .as_ref()
        .map(|change| change_view(change, own.year, row.score, scale, language));
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
        |score| score_text(score, scale, language),
    ));
    facts.extend(row.rank.zip(row.rank_n).map(|(rank, n)| rank_words(rank, n, language)));
    facts.extend(change.as_ref().and_then(|change| {
        let words = &change.score.as_ref()?.words;
        Some(match language {
            Language::Vi => format!("{words} so với {}", change.from_year),
            Language::En => format!("{words} on {}", change.from_year),
        })
    }));
    facts.extend(component.national_median.map(|median| match language {
        Language::Vi => format!("trung vị cả nước {}", number(median)),
        Language::En => format!("national median {}", number(median)),
    }));
    let best_name = |best: &vithe_shared::api::BestValue| language.pick(&best.name_vi, &best.name_en).to_owned();
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
        score_text: or_dash(row.score),
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
        national_median_text: component
            .national_median
            .map_or_else(|| format_rank(component.scores_on_record, component.n), number),
        region_median: component.region_median,
        region_median_text: or_dash(component.region_median),
        best: component.best.as_ref().map(|best| best.score),
        best_text: component.best.as_ref().map_or_else(
            || NO_FIGURE.to_owned(),
            |best| format!("{} ({})", number(best.score), best_name(best)),
        ),
        sentence: format!("{province_name}, {name}, {}: {}", own.year, facts.join(", ")),
        name,
    }
}

fn components_finding(
    province: &str,
    own: &IndexProfile,
    rows: &[&ComponentRowView],
    risen: &[MovedComponent],
    fallen: &[MovedComponent],
    language: Language,
) -> String {
    let short = own.index.short_name();
    let year = own.year;
    let with_median: Vec<(&ComponentRowView, f64)> = rows
        .iter()
        .filter_map(|row| Some((*row, row.score? - row.national_median?)))
        .collect();
    let above = with_median.iter().filter(|(_, distance)| *distance > 0.0).count();
    if with_median.is_empty() {
        let on_record = rows.iter().filter(|row| row.score.is_some()).count();
        return match (on_record, language) {
            (0, Language::Vi) => format!("Chưa có điểm thành phần {short} năm {year} của {province}"),
            (0, Language::En) => format!("No component scores of {province} in {short} {year} are on record"),
            (_, Language::Vi) => format!("{province}: điểm {on_record} thành phần {short} năm {year}"),
            (_, Language::En) => format!("{province}: {on_record} component scores of {short} {year}"),
        };
    }
    let total = format_count(with_median.len(), language);
    let names: Vec<&str> = fallen.iter().take(2).map(|moved| moved.name.as_str()).collect();
    let movement = match (risen.len() + fallen.len(), names.is_empty(), language) {
        (0, _, _) => String::new(),
        (_, true, Language::Vi) => format!("; {} thành phần tăng", risen.len()),
        (_, true, Language::En) => format!("; {} rose", risen.len()),
        (_, false, Language::Vi) => format!(
            "; {} thành phần giảm, nhiều nhất là {}",
            fallen.len(),
            join_names(&names, language)
        ),
        (_, false, Language::En) => format!("; {} fell, most of all {}", fallen.len(), join_names(&names, language)),
    };
    match language {
        Language::Vi => {
            format!("{province} trên trung vị cả nước ở {above}/{total} thành phần {short} năm {year}{movement}")
        }
        Language::En => {
            format!(
                "{province} is above the national median in {above} of {total} components of {short} {year}{movement}"
            )
        }
    }
}

impl MovedComponent {
    /// Which way it moved.
    pub fn tone(&self) -> Tone {
        self.change.score.as_ref().map_or(Tone::Same, |score| score.tone)
    }
}
