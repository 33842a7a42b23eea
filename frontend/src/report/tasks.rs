//! The blank table of tasks: a row for each component that needs one, to be filled in by hand.

use vithe_shared::{ComponentId, IndexId, Language, Text, sorting::sort_by};

use super::{
    blocks::{paragraph, table, words},
    document::{Block, Run},
    material::{Material, OfIndex},
};
use crate::{
    format::{capitalise, format_score},
    view_model::{
        declines_view,
        profile_view::ComponentRowView,
        wording::{marked, median_name},
    },
};

/// How many rows a review has at most, and a brief.
const MOST: usize = 12;
const MOST_IN_BRIEF: usize = 4;

/// How many components of one index are taken for their fall in the last year alone.
const MOST_FALLEN: usize = 2;

/// How many components of one index are taken for standing below the median, where no ranks are told.
const MOST_BELOW: usize = 3;

/// What is less than this, in points, is no reason for a task.
const LEAST: f64 = 0.05;

const COMPONENT: Text = Text::new("Chỉ số thành phần, tình hình", "Component, and where it stands");
const CAUSE: Text = Text::new("Nguyên nhân", "Cause");
const TASK: Text = Text::new("Nhiệm vụ", "Task");
const LEAD: Text = Text::new("Chủ trì", "Lead");
const BODIES: Text = Text::new("Phối hợp", "With");
const DEADLINE: Text = Text::new("Thời hạn", "Deadline");
const PRODUCT: Text = Text::new("Sản phẩm", "Product");
const CAPTION: Text = Text::new(
    "Phân công nhiệm vụ (điền tại cuộc họp)",
    "Tasks (to be filled in at the meeting)",
);
const RULE: Text = Text::new(
    "Chọn theo thứ tự: giảm từ hai năm liền trở lên; thuộc phần tư cuối bảng, hoặc thấp hơn trung vị nhiều nhất nếu không xếp hạng; giảm nhiều nhất so với năm trước. Chỉ nêu thành phần có số liệu; mức dưới 0,05 điểm không tính.",
    "Chosen in this order: falling for two years or more; in the bottom quarter, or farthest below the median where there are no ranks; fallen most on the year before. Only components on record are listed, and nothing less than 0.05 points.",
);
const NOTHING: Text = Text::new(
    "Không có thành phần nào giảm liên tiếp, thuộc phần tư cuối bảng hoặc giảm so với năm trước trong phần có số liệu.",
    "Of the components on record, none keeps falling, stands in the bottom quarter, or fell on the year before.",
);

/// A component that needs a task, and why.
struct Need {
    index: IndexId,
    component: ComponentId,
    name: String,
    reasons: Vec<String>,
}

/// The table.
pub(super) fn section(material: &Material) -> Vec<Block> {
    tasks(material, MOST, vec![RULE.get(material.language).to_owned()])
}

/// The first rows of it.
pub(super) fn short(material: &Material) -> Vec<Block> {
    tasks(material, MOST_IN_BRIEF, Vec::new())
}

fn tasks(material: &Material, most: usize, notes: Vec<String>) -> Vec<Block> {
    let language = material.language;
    let needs = needs(material);
    if needs.is_empty() {
        return vec![paragraph(NOTHING.get(language))];
    }
    let columns = vec![
        words(COMPONENT, 10, language),
        words(CAUSE, 4, language),
        words(TASK, 4, language),
        words(LEAD, 3, language),
        words(BODIES, 3, language),
        words(DEADLINE, 3, language),
        words(PRODUCT, 3, language),
    ];
    let rows = needs.iter().take(most).map(|need| {
        let name = format!("{}: {}", need.index.short_name(), need.name);
        let told = format!("{name}. {}.", capitalise(&need.reasons.join("; ")));
        let year = material
            .profile
            .index(need.index)
            .map_or(material.years.to, |own| own.year);
        let mut cells = vec![Run::link(told, material.page_of(need.index, &need.component, year))];
        cells.resize(7, Run::default());
        cells
    });
    let caption = CAPTION.get(language);
    table(caption, columns, rows.collect(), notes).into_iter().collect()
}

/// In the order of urgency, each component once.
fn needs(material: &Material) -> Vec<Need> {
    let mut needs: Vec<Need> = Vec::new();
    let sources: [fn(&Material, &OfIndex) -> Vec<Need>; 3] = [falling, weak, fallen];
    for source in sources {
        for of in &material.indices {
            for need in source(material, of) {
                let same = needs
                    .iter_mut()
                    .find(|other| other.index == need.index && other.component == need.component);
                match same {
                    Some(same) => same.reasons.extend(need.reasons),
                    None => needs.push(need),
                }
            }
        }
    }
    needs
}

fn falling(material: &Material, of: &OfIndex) -> Vec<Need> {
    let language = material.language;
    let Some(answer) = &of.declines else {
        return Vec::new();
    };
    let view = declines_view(answer, &of.info, language);
    view.rows
        .iter()
        .map(|row| Need {
            index: of.info.id,
            component: row.component.clone(),
            name: row.component_name.clone(),
            reasons: vec![match language {
                Language::Vi => format!("giảm {} năm liền ({}), {} điểm", row.falls, row.span, row.change_text),
                Language::En => format!(
                    "fell {} years in a row ({}), {} points",
                    row.falls, row.span, row.change_text
                ),
            }],
        })
        .collect()
}

fn weak(material: &Material, of: &OfIndex) -> Vec<Need> {
    let language = material.language;
    let view = (material.views.places.strengths)(material.own(of), &of.info, language);
    if !view.is_told {
        return below_median(material, of);
    }
    view.weaknesses
        .iter()
        .map(|standout| Need {
            index: of.info.id,
            component: standout.component.clone(),
            name: standout.name.clone(),
            reasons: vec![match language {
                Language::Vi => format!("hạng {}", standout.rank_text),
                Language::En => format!("rank {}", standout.rank_text),
            }],
        })
        .collect()
}

/// Where no ranks are told: the components farthest below the median.
fn below_median(material: &Material, of: &OfIndex) -> Vec<Need> {
    let language = material.language;
    let Some(view) = (material.views.places.components)(&material.profile, &of.info, language) else {
        return Vec::new();
    };
    let mut below: Vec<(&ComponentRowView, f64)> = view
        .first_level()
        .filter_map(|row| Some((row, row.national_median? - row.score?)))
        .filter(|(_, gap)| *gap >= LEAST)
        .collect();
    sort_by(&mut below, |left, right| right.1.total_cmp(&left.1));
    let median = median_name(view.is_back_cast, language);
    below
        .into_iter()
        .take(MOST_BELOW)
        .map(|(row, gap)| {
            let gap = marked(format_score(gap, 2, language), view.is_back_cast);
            Need {
                index: of.info.id,
                component: row.component.clone(),
                name: row.name.clone(),
                reasons: vec![match language {
                    Language::Vi => format!("thấp hơn {median} {gap} điểm"),
                    Language::En => format!("{gap} points below the {median}"),
                }],
            }
        })
        .collect()
}

fn fallen(material: &Material, of: &OfIndex) -> Vec<Need> {
    let language = material.language;
    let Some(view) = (material.views.places.components)(&material.profile, &of.info, language) else {
        return Vec::new();
    };
    view.fallen
        .iter()
        .filter(|moved| moved.change.points_won.is_some_and(|points| points <= -LEAST))
        .take(MOST_FALLEN)
        .filter_map(|moved| {
            let change = moved.change.score.as_ref()?;
            let year = moved.change.from_year;
            let row = view.rows.iter().find(|row| row.component == moved.component)?;
            Some(Need {
                index: of.info.id,
                component: moved.component.clone(),
                name: row.name.clone(),
                reasons: vec![match language {
                    Language::Vi => format!("{} so với {year}", change.words),
                    Language::En => format!("{} on {year}", change.words),
                }],
            })
        })
        .collect()
}
