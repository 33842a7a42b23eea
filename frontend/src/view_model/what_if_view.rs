//! What changed components would do, and what a target takes, in words.

mod words;

pub use self::words::refusal;

use std::collections::BTreeMap;

use vithe_shared::{
    ComponentId, IndexId, Language, ProvinceSlug, Year,
    api::what_if::{Needed, WhatIfAnswer, WhatIfPlan},
    query::PointsChange,
};

use self::words::{caveats, name_of, passed, passing_by};
use super::wording::{measure_phrase, reason_text, score_text};
use crate::format::{capitalise, format_count, format_difference, format_rank, format_score, rank_change, rank_words};

/// A component that can be moved.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverView {
    /// The component.
    pub component: ComponentId,
    /// Its name.
    pub name: String,
    /// Whether a higher score means a lower cost.
    pub is_cost: bool,
    /// Its score on record.
    pub score: f64,
    /// The same as text.
    pub score_text: String,
    /// Points of the total per point of it.
    pub weight_text: String,
    /// Lowest possible score.
    pub min: f64,
    /// Highest possible score.
    pub max: f64,
    /// The best of the region.
    pub best_text: String,
    /// The usual yearly change on record.
    pub usual_text: String,
    /// How many changes it was taken over: `n = 715`.
    pub usual_n_text: String,
}

/// The answer to changed components.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeView {
    /// The new total.
    pub score_text: String,
    /// The difference to the total on record, with its sign.
    pub score_change_text: String,
    /// `31/63`
    pub rank_text: String,
    /// The rank change in words.
    pub rank_change_text: String,
    /// Who is passed and who passes.
    pub sentence: String,
}

/// A change within a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanRowView {
    /// The component.
    pub component: ComponentId,
    /// Its name.
    pub name: String,
    /// The change with its sign.
    pub change_text: String,
    /// The score it leads to.
    pub to_text: String,
    /// Points of the total it wins.
    pub points_text: String,
}

/// A way to the target.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanView {
    /// Its name.
    pub title: &'static str,
    /// How it was found.
    pub method: &'static str,
    /// What it reaches, in a sentence.
    pub result: String,
    /// The changes, as an address holds them.
    pub changes: BTreeMap<ComponentId, PointsChange>,
    /// The changes, largest gain first.
    pub rows: Vec<PlanRowView>,
}

/// What a target takes.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetView {
    /// What is missing, in a sentence.
    pub sentence: String,
    /// The ways; none where the target is reached already.
    pub plans: Vec<PlanView>,
}

/// A what-if question with its starting point.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIfView {
    /// The language of all texts.
    pub language: Language,
    /// The index.
    pub index: IndexId,
    /// The province.
    pub province: ProvinceSlug,
    /// Its name.
    pub name: String,
    /// The year.
    pub year: Year,
    /// The total and rank on record, in a sentence.
    pub start: String,
    /// The components in the publisher's order.
    pub levers: Vec<LeverView>,
    /// How many units are ranked.
    pub rank_n: u16,
    /// Why drift is refused, or that it is in force.
    pub drift: Option<String>,
    /// What must be known to read the answer rightly.
    pub caveats: Vec<String>,
}

/// Tells the starting point of a question.
pub fn what_if_view(base: &WhatIfAnswer, language: Language) -> WhatIfView {
    let name = language.pick(&base.name_vi, &base.name_en).to_owned();
    let measure = measure_phrase(base.index, None, base.scale, language);
    let before = score_text(base.score_before, base.scale, language);
    let rank = rank_words(base.rank_before, base.rank_n, language);
    let number = |value: f64| format_score(value, 2, language);
    WhatIfView {
        language,
        index: base.index,
        province: base.province.clone(),
        start: match language {
            Language::Vi => format!(
                "{name}, {measure} năm {}: {before}, {rank} (hạng tính từ điểm).",
                base.year
            ),
            Language::En => format!(
                "{name}, {measure} {}: {before}, {rank} (rank derived from scores).",
                base.year
            ),
        },
        name,
        year: base.year,
        levers: base
            .components
            .iter()
            .map(|component| LeverView {
                component: component.component.clone(),
                name: name_of(component, language),
                is_cost: component.scale.cost,
                score: component.score,
                score_text: number(component.score),
                weight_text: number(component.weight),
                min: component.scale.min,
                max: component.scale.max,
                best_text: number(component.best_in_region),
                usual_text: number(component.usual_change),
                usual_n_text: format!("n = {}", format_count(component.usual_change_n as usize, language)),
            })
            .collect(),
        rank_n: base.rank_n,
        drift: base
            .drift_refused
            .as_ref()
            .map(|reason| {
                let reason = reason_text(reason, language);
                match language {
                    Language::Vi => {
                        format!("Không tính được theo đà của các tỉnh khác: {reason}. Các tỉnh khác giữ nguyên điểm.")
                    }
                    Language::En => {
                        format!("The drift of the others cannot be taken: {reason}. The others keep their scores.")
                    }
                }
            })
            .or_else(|| {
                base.drift.then(|| {
                    language
                        .pick(
                            "Điểm của các tỉnh khác đã cộng thêm đúng mức thay đổi năm gần nhất của từng tỉnh.",
                            "Each of the others has moved once more by its own last yearly change.",
                        )
                        .to_owned()
                })
            }),
        caveats: caveats(base, language),
    }
}

/// Tells what the changes do.
pub fn outcome_view(answer: &WhatIfAnswer, language: Language) -> OutcomeView {
    let score = score_text(answer.score, answer.scale, language);
    let change = format_difference(answer.score - answer.score_before, 2, language);
    let places = rank_change(i32::from(answer.rank_before) - i32::from(answer.rank), language);
    let names = |slugs: &[ProvinceSlug]| -> Vec<String> {
        slugs
            .iter()
            .filter_map(|slug| answer.rivals.iter().find(|rival| &rival.province == slug))
            .map(|rival| language.pick(&rival.name_vi, &rival.name_en).to_owned())
            .collect()
    };
    let passing = [
        passed(&names(&answer.overtaken), language),
        passing_by(&names(&answer.overtaken_by), language),
    ];
    let passing: Vec<String> = passing.into_iter().flatten().collect();
    let sentence = if passing.is_empty() {
        language
            .pick(
                "Không tỉnh nào đổi chỗ với tỉnh này.",
                "No province changes places with this one.",
            )
            .to_owned()
    } else {
        format!("{}.", capitalise(&passing.join("; ")))
    };
    OutcomeView {
        score_text: score,
        score_change_text: change,
        rank_text: format_rank(answer.rank, answer.rank_n),
        rank_change_text: places.words,
        sentence,
    }
}

/// Tells what a target takes: a rank, or where none is given the total that was asked for.
pub fn target_view(answer: &WhatIfAnswer, needed: &Needed, rank: Option<u16>, language: Language) -> TargetView {
    let score = score_text(needed.score, answer.scale, language);
    let rank = rank.map(|rank| rank_words(rank, answer.rank_n, language));
    let points = format_score(needed.points, 2, language);
    if needed.points <= 0.0 {
        let goal = rank.unwrap_or(score);
        return TargetView {
            sentence: match language {
                Language::Vi => format!("Tỉnh đã đạt {goal} với điểm hiện có."),
                Language::En => format!("The province stands at {goal} or better already."),
            },
            plans: Vec::new(),
        };
    }
    TargetView {
        sentence: match (rank, language) {
            (Some(rank), Language::Vi) => format!("Để đạt {rank} cần {score}, tức thêm {points}\u{a0}điểm."),
            (Some(rank), Language::En) => format!("To reach {rank} takes {score}: {points}\u{a0}points more."),
            (None, Language::Vi) => format!("Để đạt {score} cần thêm {points}\u{a0}điểm."),
            (None, Language::En) => format!("To reach {score} takes {points}\u{a0}points more."),
        },
        plans: vec![
            plan(
                answer,
                &needed.equal_lift,
                [
                    language.pick("Nâng đều các thành phần", "Equal lift"),
                    language.pick(
                        "Mọi thành phần tăng cùng một số điểm, nhiều nhất đến hết thang điểm.",
                        "Every component rises by the same number of points, at most to the end of its scale.",
                    ),
                ],
                language,
            ),
            plan(
                answer,
                &needed.cheapest,
                [
                    language.pick("Ít nỗ lực nhất", "Least effort"),
                    language.pick(
                        "Nỗ lực = mức tăng chia cho mức thay đổi thường năm của thành phần (trung vị của mức thay đổi tuyệt đối giữa các năm so sánh được, mọi tỉnh); mỗi thành phần nhiều nhất bằng tỉnh cao nhất trong vùng.",
                        "Effort = rise divided by the component’s usual yearly change (median absolute change over comparable years, all provinces); each component at most to the best of the region.",
                    ),
                ],
                language,
            ),
        ],
    }
}

fn plan(answer: &WhatIfAnswer, plan: &WhatIfPlan, [title, method]: [&'static str; 2], language: Language) -> PlanView {
    let rank = rank_words(plan.rank, answer.rank_n, language);
    let points = format_score(plan.points, 2, language);
    let effort = format_score(plan.effort, 1, language);
    let mut rows: Vec<(f64, PlanRowView)> = answer
        .components
        .iter()
        .filter_map(|component| {
            let change = *plan.changes.get(&component.component)?;
            let won = component.weight * change;
            Some((
                won,
                PlanRowView {
                    component: component.component.clone(),
                    name: name_of(component, language),
                    change_text: format_difference(change, 2, language),
                    to_text: format_score(component.score + change, 2, language),
                    points_text: format_difference(won, 2, language),
                },
            ))
        })
        .collect();
    rows.sort_by(|left, right| right.0.total_cmp(&left.0));
    PlanView {
        title,
        method,
        result: match (plan.reached, language) {
            (true, Language::Vi) => {
                format!("Thêm {points}\u{a0}điểm, đạt {rank}; nỗ lực {effort} lần mức thay đổi thường năm.")
            }
            (true, Language::En) => {
                format!("Wins {points}\u{a0}points and reaches {rank}; effort {effort} usual yearly changes.")
            }
            (false, Language::Vi) => {
                format!("Không đạt được mục tiêu bằng cách này: nhiều nhất thêm {points}\u{a0}điểm, {rank}.")
            }
            (false, Language::En) => {
                format!("This way does not reach the target: at most {points}\u{a0}points more, {rank}.")
            }
        },
        changes: plan
            .changes
            .iter()
            .filter_map(|(component, change)| Some((component.clone(), PointsChange::from_points(*change)?)))
            .collect(),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
    }
}
