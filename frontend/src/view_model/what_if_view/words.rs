//! The sentences, in both languages side by side.

use vithe_shared::{
    ComponentId, Language,
    analytics::what_if::WhatIfError,
    api::what_if::{WhatIfAnswer, WhatIfComponent},
};

use crate::format::{capitalise, format_score, join_names};

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

pub(super) fn passing_by(names: &[String], language: Language) -> Option<String> {
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
            let (after, scale) = (number(score + change), format!("{min:.0}–{max:.0}"));
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
                "{}: mức thay đổi thường năm phải lớn hơn 0.",
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
