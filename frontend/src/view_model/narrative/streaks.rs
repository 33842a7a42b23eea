//! What keeps rising or falling.

use vithe_shared::Language;

use super::{
    Figure, Paragraph, Story,
    facts::{longest_decline, run_of_total},
};
use crate::view_model::wording::component_in_sentence;

/// The run of the total, and the component that has kept falling longest.
pub(super) fn tell(paragraph: &mut Paragraph, story: &Story<'_>, language: Language) {
    let until = story.own.year;
    if let Some(run) = story.totals.and_then(|totals| run_of_total(totals, until)) {
        let (years, from) = (run.years, run.from);
        paragraph.say(" ");
        paragraph.show(
            Figure::History,
            match (run.is_rise, language) {
                (true, Language::Vi) => format!("Tổng điểm tăng {years} năm liền kể từ {from}"),
                (false, Language::Vi) => format!("Tổng điểm giảm {years} năm liền kể từ {from}"),
                (true, Language::En) => format!("The total has gone up {years} years running since {from}"),
                (false, Language::En) => format!("The total has gone down {years} years running since {from}"),
            },
        );
        paragraph.say(".");
    }
    let Some(row) = story.declines.and_then(|declines| longest_decline(declines, story.own)) else {
        return;
    };
    let components = story.own.components.iter();
    let is_cost = components
        .filter(|component| component.component == row.component)
        .any(|component| component.scale.cost);
    let name = language.pick(&row.component_name_vi, &row.component_name_en);
    let (name, years, from) = (component_in_sentence(name, is_cost, language), row.years, row.from_year);
    paragraph.say(language.pick(
        " Giảm lâu nhất trong các thành phần: ",
        " The longest fall among the components: ",
    ));
    paragraph.show(
        Figure::Declines,
        match language {
            Language::Vi => format!("{name}, {years} năm liền kể từ {from}"),
            Language::En => format!("{name}, {years} years running since {from}"),
        },
    );
    paragraph.say(".");
}
