//! The indicators that stand out below the component with the worst place.

use vithe_shared::{Language, api::indicators::IndicatorRow, domain::StandsOut};

use super::{Figure, Paragraph, Story, facts::ends, way};
use crate::view_model::wording::component_in_sentence;

/// How many are named.
const NAMED: usize = 3;

/// The indicators on which the province is worse than three quarters of all, the farthest from the median first. They are named
/// without their values, which are no scores of the index; the figure that each leads to has them.
pub(super) fn tell(paragraph: &mut Paragraph, story: &Story<'_>, language: Language) {
    let Some((indicators, [_, (worst, ..)])) = story.indicators.zip(ends(story.own)) else {
        return;
    };
    let rows: Vec<&IndicatorRow> = indicators
        .rows
        .iter()
        .filter(|row| row.indicator.component == worst.component)
        .filter(|row| {
            let standing = row.standing.as_ref();
            standing.is_some_and(|standing| standing.stands_out == Some(StandsOut::Bad))
        })
        .take(NAMED)
        .collect();
    if rows.is_empty() {
        return;
    }
    let component = component_in_sentence(
        language.pick(&worst.name_vi, &worst.name_en),
        worst.scale.cost,
        language,
    );
    let is_first_way = way(story.own, 2) == 0;
    paragraph.say(match (is_first_way, rows.len(), language) {
        (true, _, Language::Vi) => format!(" Nổi bật về phía kém trong {component}: "),
        (false, _, Language::Vi) => format!(" Trong {component}, kém trung vị cả nước rõ nhất là "),
        (true, _, Language::En) => format!(" Standing out on the bad side within {component}: "),
        (false, 1, Language::En) => format!(" Within {component}, the indicator worst against the national median is "),
        (false, _, Language::En) => {
            format!(" Within {component}, the indicators worst against the national median are ")
        }
    });
    for (position, row) in rows.iter().enumerate() {
        if position > 0 {
            paragraph.say("; ");
        }
        paragraph.show(
            Figure::Indicator(row.indicator.id.clone()),
            quoted(language.pick(&row.indicator.name_vi, &row.indicator.name_en)),
        );
    }
    paragraph.say(".");
}

/// The name in quotation marks, without the unit or the scale that the publisher adds in brackets.
fn quoted(name: &str) -> String {
    let bare = name.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    let name = bare.map_or(name, |(name, _)| name).trim_end();
    format!("“{name}”")
}
