//! The sentences, in both languages side by side.

use vithe_shared::{
    ComponentId, Language, ProvinceSlug, Text,
    analytics::what_if::WhatIfError,
    api::what_if::{Needed, WhatIfAnswer, WhatIfComponent, WhatIfPlan},
};

mod starts;

pub(super) use self::starts::{no_scores_sentence, no_starts_sentence, on_record_remark, start_label};
use super::{facts::rivals, starts::compared_years};
use crate::{
    format::{capitalise, format_difference, format_score, join_names, rank_words},
    view_model::wording::{measure_phrase, reason_text, score_text},
};

pub(super) fn name_of(component: &WhatIfComponent, language: Language) -> String {
    language.pick(&component.name_vi, &component.name_en).to_owned()
}

pub(super) fn caveats(base: &WhatIfAnswer, language: Language) -> Vec<String> {
    let mut caveats: Vec<String> = [
        (
            "Đây là phép tính trên số liệu đã công bố, không phải dự báo: điểm tổng hợp mới = điểm đã công bố + tổng (trọng số × mức thay đổi).",
            "This is arithmetic on published figures, no forecast: new total = published total + sum of weight × change.",
        ),
        (
            "Hạng xếp theo điểm; muốn vượt một tỉnh phải có điểm cao hơn hẳn. Điểm các tỉnh khác giữ nguyên nếu không chọn “theo đà”.",
            "Ranks are strictly by score; to pass a province takes a higher score. The others keep theirs unless drift is chosen.",
        ),
        (
            "Một thành phần khó đổi riêng lẻ: các thành phần thường đi cùng nhau, và bộ chỉ tiêu có thể được thay ở kỳ sau.",
            "Components seldom move alone, and the indicators may be renewed in the next edition.",
        ),
    ]
    .into_iter()
    .map(|(vi, en)| language.pick(vi, en).to_owned())
    .collect();
    if base.weights_assumed {
        caveats.push(match language {
            Language::Vi => format!("Trọng số năm {} lấy theo năm khác, giả định vẫn áp dụng.", base.year),
            Language::En => format!(
                "The weights of {} are those of another year, assumed to hold.",
                base.year
            ),
        });
    }
    caveats
}

pub(super) fn passed(names: &[String], language: Language) -> Option<String> {
    let list = join_names(names, language);
    Some(match (names.len(), language) {
        (0, _) => return None,
        (1, Language::Vi) => format!("vượt {list}"),
        (1, Language::En) => format!("passes {list}"),
        (count, Language::Vi) => format!("vượt {count} tỉnh: {list}"),
        (count, Language::En) => format!("passes {count} provinces: {list}"),
    })
}

fn passing_by(names: &[String], language: Language) -> Option<String> {
    let list = join_names(names, language);
    Some(match (names.len(), language) {
        (0, _) => return None,
        (1, Language::Vi) => format!("bị {list} vượt"),
        (1, Language::En) => format!("is passed by {list}"),
        (count, Language::Vi) => format!("bị {count} tỉnh vượt: {list}"),
        (count, Language::En) => format!("is passed by {count} provinces: {list}"),
    })
}

/// Why a question has no answer.
pub fn refusal(base: &WhatIfAnswer, error: &WhatIfError, language: Language) -> String {
    let name = |id: &ComponentId| {
        base.components
            .iter()
            .find(|component| &component.component == id)
            .map_or_else(|| id.to_string(), |component| name_of(component, language))
    };
    let number = |value: f64| format_score(value, 2, language);
    match (error, language) {
        (WhatIfError::UnknownComponent { component, .. }, Language::Vi) => {
            format!(
                "{} {} không có thành phần “{component}”.",
                base.index.short_name(),
                base.year
            )
        }
        (WhatIfError::UnknownComponent { component, .. }, Language::En) => {
            format!(
                "{} {} has no component “{component}”.",
                base.index.short_name(),
                base.year
            )
        }
        (
            WhatIfError::OutsideScale {
                component,
                score,
                change,
                min,
                max,
            },
            _,
        ) => {
            // Without a score there is only the change to speak of.
            let after = (*score).map_or_else(
                || format_difference(*change, 2, language),
                |score| number(score + change),
            );
            let scale = format!("{min:.0}–{max:.0}");
            let component = name(component);
            match language {
                Language::Vi => format!("{}: {after} nằm ngoài thang điểm {scale}.", capitalise(&component)),
                Language::En => format!("{component}: {after} lies outside the scale {scale}."),
            }
        }
        (WhatIfError::TargetRank { n }, Language::Vi) => format!("Hạng mục tiêu phải từ 1 đến {n}."),
        (WhatIfError::TargetRank { n }, Language::En) => format!("A target rank lies between 1 and {n}."),
        (WhatIfError::TargetScore { min, max }, Language::Vi) => {
            format!("Điểm mục tiêu phải từ {min:.0} đến {max:.0}.")
        }
        (WhatIfError::TargetScore { min, max }, Language::En) => {
            format!("A target total lies between {min:.0} and {max:.0}.")
        }
        (WhatIfError::TwoTargets, Language::Vi) => {
            "Chỉ đặt một mục tiêu: hoặc hạng, hoặc điểm. Hãy xóa một trong hai ô.".to_owned()
        }
        (WhatIfError::TwoTargets, Language::En) => {
            "Set one target only, a rank or a total: clear one of the two fields.".to_owned()
        }
        (WhatIfError::UsualChangeNotPositive { component }, Language::Vi) => {
            format!(
                "{}: mức thay đổi thông thường mỗi năm phải lớn hơn 0.",
                capitalise(&name(component))
            )
        }
        (WhatIfError::UsualChangeNotPositive { component }, Language::En) => {
            format!("{}: a usual yearly change is above 0.", name(component))
        }
        (_, Language::Vi) => "Không tính được với các lựa chọn này.".to_owned(),
        (_, Language::En) => "These choices cannot be computed.".to_owned(),
    }
}

/// Where the question starts: score and rank on record.
pub(super) fn start_sentence(base: &WhatIfAnswer, name: &str, language: Language) -> String {
    let measure = measure_phrase(base.index, None, base.scale, language);
    let before = score_text(base.score_before, base.scale, language);
    let rank = rank_words(base.rank_before, base.rank_n, language);
    match language {
        Language::Vi => format!(
            "{name}, {measure} năm {}: {before}, {rank} (hạng tính từ điểm).",
            base.year
        ),
        Language::En => format!(
            "{name}, {measure} {}: {before}, {rank} (rank derived from scores).",
            base.year
        ),
    }
}

/// What became of the drift of the others; `None` where it was not asked for.
pub(super) fn drift_sentence(base: &WhatIfAnswer, language: Language) -> Option<String> {
    if let Some(reason) = &base.drift_refused {
        let reason = reason_text(reason, language);
        return Some(match language {
            Language::Vi => {
                format!("Không tính được theo đà của các tỉnh khác: {reason}. Các tỉnh khác giữ nguyên điểm.")
            }
            Language::En => format!("The drift of the others cannot be taken: {reason}. The others keep their scores."),
        });
    }
    base.drift.then(|| {
        language
            .pick(
                "Điểm của các tỉnh khác đã cộng thêm đúng mức thay đổi năm gần nhất của từng tỉnh.",
                "Each of the others has moved once more by its own last yearly change.",
            )
            .to_owned()
    })
}

/// Who changes places with the province.
pub(super) fn passing_sentence(answer: &WhatIfAnswer, language: Language) -> String {
    let names = |slugs: &[ProvinceSlug]| -> Vec<String> {
        rivals(answer, slugs)
            .map(|rival| language.pick(&rival.name_vi, &rival.name_en).to_owned())
            .collect()
    };
    let passing = [
        passed(&names(&answer.overtaken), language),
        passing_by(&names(&answer.overtaken_by), language),
    ];
    let passing: Vec<String> = passing.into_iter().flatten().collect();
    if passing.is_empty() {
        language
            .pick(
                "Không tỉnh nào đổi chỗ với tỉnh này.",
                "No province changes places with this one.",
            )
            .to_owned()
    } else {
        format!("{}.", capitalise(&passing.join("; ")))
    }
}

/// The target in words: a rank, or where none is given the total that was asked for.
pub(super) fn goal_words(answer: &WhatIfAnswer, needed: &Needed, rank: Option<u16>, language: Language) -> String {
    rank.map_or_else(
        || score_text(needed.score, answer.scale, language),
        |rank| rank_words(rank, answer.rank_n, language),
    )
}

/// Points that are missing: never none, where any are.
fn missing_number(points: f64, language: Language) -> String {
    format_score(points.max(0.01), 2, language)
}

/// What a target takes from the total now. What the sliders do is told beside them.
pub(super) fn target_sentence(answer: &WhatIfAnswer, needed: &Needed, rank: Option<u16>, language: Language) -> String {
    let goal = goal_words(answer, needed, rank, language);
    let now = score_text(answer.score_before, answer.scale, language);
    if needed.reached {
        return match language {
            Language::Vi => format!("Tỉnh đã đạt {goal} với điểm hiện có ({now})."),
            Language::En => format!("The province stands at {goal} or better already ({now})."),
        };
    }
    let score = score_text(needed.score, answer.scale, language);
    let points = missing_number(needed.points, language);
    match (rank, language) {
        (Some(_), Language::Vi) => {
            format!("Để đạt {goal} cần {score}, tức thêm {points}\u{a0}điểm so với hiện có ({now}).")
        }
        (Some(_), Language::En) => {
            format!("To reach {goal} takes {score}: {points}\u{a0}points more than now ({now}).")
        }
        (None, Language::Vi) => format!("Để đạt {goal} cần thêm {points}\u{a0}điểm so với hiện có ({now})."),
        (None, Language::En) => format!("To reach {goal} takes {points}\u{a0}points more than now ({now})."),
    }
}

/// Whether a target is reached, or what is missing.
pub(super) fn missing_words(points: f64, is_reached: bool, language: Language) -> String {
    if is_reached {
        return language.pick("Đạt", "Reached").to_owned();
    }
    let points = missing_number(points, language);
    match language {
        Language::Vi => format!("Còn thiếu {points}\u{a0}điểm"),
        Language::En => format!("{points}\u{a0}points short"),
    }
}

/// What wins the points that the sliders leave missing.
pub(super) fn rest_words(reaches: bool, language: Language) -> &'static str {
    if reaches {
        language.pick(
            "Bù phần còn thiếu, ít nỗ lực nhất",
            "Make up the rest with least effort",
        )
    } else {
        language.pick(
            "Nâng đến mức cao nhất có thể (vẫn chưa đạt)",
            "Raise as far as possible (still short)",
        )
    }
}

/// The province of a start value by name.
pub(super) fn province_name(base: &WhatIfAnswer, province: &ProvinceSlug, language: Language) -> String {
    let rival = base.rivals.iter().find(|rival| &rival.province == province);
    let (vi, en) = rival.map_or((&base.name_vi, &base.name_en), |rival| (&rival.name_vi, &rival.name_en));
    language.pick(vi, en).to_owned()
}

/// What bounds a plan of least effort where the scores of the year are not on record.
pub(super) fn bounds_note(answer: &WhatIfAnswer, language: Language) -> Option<String> {
    if answer.components.iter().all(|component| component.score.is_some()) {
        return None;
    }
    let (year, compared) = (answer.year, compared_years(answer));
    Some(match (compared, language) {
        (Some(years), Language::Vi) => {
            format!("Năm {year} chưa có điểm thành phần nên lấy khoảng cách của năm {years}.")
        }
        (Some(years), Language::En) => {
            format!("Without component scores for {year}, the distances of {years} are taken.")
        }
        (None, Language::Vi) => format!("Năm {year} chưa có điểm thành phần nên chỉ giới hạn bởi bề rộng thang điểm."),
        (None, Language::En) => format!("Without component scores for {year} only the width of the scale bounds it."),
    })
}

/// A way to a target: its name and its rule.
pub(super) const EQUAL_LIFT: [Text; 2] = [
    Text::new("Nâng đều các thành phần", "Equal lift"),
    Text::new(
        "Mọi thành phần tăng cùng một số điểm, nhiều nhất đến hết thang điểm; làm tròn lên phần trăm điểm.",
        "Every component rises by the same number of points, at most to the end of its scale; rounded up to hundredths.",
    ),
];

/// The other way: its name and its rule.
pub(super) const LEAST_EFFORT: [Text; 2] = [
    Text::new("Ít nỗ lực nhất", "Least effort"),
    Text::new(
        "Nỗ lực = mức tăng chia cho mức thay đổi thông thường mỗi năm của thành phần (trung vị của mức thay đổi tuyệt đối giữa các năm so sánh được, mọi tỉnh); mỗi thành phần nhiều nhất bằng tỉnh cao nhất trong vùng.",
        "Effort = rise divided by the component’s usual yearly change (median absolute change over comparable years, all provinces); each component at most to the best of the region.",
    ),
];

/// What a plan comes to.
pub(super) fn plan_result(answer: &WhatIfAnswer, plan: &WhatIfPlan, language: Language) -> String {
    let rank = rank_words(plan.rank, answer.rank_n, language);
    let points = format_score(plan.points, 2, language);
    let effort = format_score(plan.effort, 1, language);
    let score = score_text(plan.score, answer.scale, language);
    match (plan.reached, language) {
        (true, Language::Vi) => {
            format!(
                "Thêm {points}\u{a0}điểm, được {score}, {rank}; nỗ lực {effort} lần mức thay đổi thông thường mỗi năm."
            )
        }
        (true, Language::En) => {
            format!("Wins {points}\u{a0}points, for {score} and {rank}; effort {effort} usual yearly changes.")
        }
        (false, Language::Vi) => {
            format!("Không đạt được mục tiêu bằng cách này: nhiều nhất thêm {points}\u{a0}điểm, được {score}, {rank}.")
        }
        (false, Language::En) => {
            format!("This way does not reach the target: at most {points}\u{a0}points more, for {score} and {rank}.")
        }
    }
}
