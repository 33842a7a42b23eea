//! What a change is made of as a sheet: a line for the total, then one for each part and its own parts, in the publisher's order.

use vithe_shared::{
    ComponentId, Text,
    api::changes::{ChangePart, ChangesAnswer},
    domain::ObservationStatus,
};

use super::sheet::{Field, Sheet};

const COLUMNS: [&str; 24] = [
    "index",
    "province",
    "from_year",
    "to_year",
    "borders",
    "component",
    "parent",
    "score_from",
    "score_to",
    "change_score",
    "weight_from",
    "weight_to",
    "contribution",
    "weight_effect",
    "residual",
    "rank_from",
    "rank_n_from",
    "rank_to",
    "rank_n_to",
    "change_rank",
    "comparability",
    "comparability_reason",
    "status_from",
    "status_to",
];

pub(crate) fn changes_sheet(answer: &ChangesAnswer) -> Sheet {
    let mut rows = vec![total(answer)];
    add_parts(&mut rows, answer, &answer.parts);
    let (from, to) = (&answer.from, &answer.to);
    Sheet {
        title: Text::new(
            "Điểm và thứ hạng thay đổi do đâu",
            "What a change of score and rank is made of",
        ),
        name: format!("{}_{}_changes_{}-{}", answer.index, answer.province, from.year, to.year),
        header: COLUMNS.map(str::to_owned).to_vec(),
        rows,
        sources: Vec::new(),
    }
}

/// What every line begins with.
fn key(answer: &ChangesAnswer, component: &ComponentId, parent: Option<&ComponentId>) -> Vec<Field> {
    vec![
        Field::text(answer.index),
        Field::text(&answer.province),
        Field::number(answer.from.year.0),
        Field::number(answer.to.year.0),
        Field::text(answer.borders),
        Field::text(component),
        Field::optional_text(parent),
    ]
}

fn total(answer: &ChangesAnswer) -> Vec<Field> {
    let (from, to) = (&answer.from, &answer.to);
    let mut row = key(answer, &ComponentId::overall(), None);
    row.extend([
        Field::optional_number(from.score),
        Field::optional_number(to.score),
        Field::optional_number(answer.score_change),
        Field::optional_number::<f64>(None),
        Field::optional_number::<f64>(None),
        Field::optional_number::<f64>(None),
        Field::optional_number::<f64>(None),
        Field::optional_number(answer.residual),
        Field::optional_number(from.rank),
        Field::optional_number(from.rank_n),
        Field::optional_number(to.rank),
        Field::optional_number(to.rank_n),
        Field::optional_number(answer.rank_change.map(|change| change.total)),
        Field::code(Some(answer.comparability)),
        Field::optional_text(answer.reason.as_ref().map(|reason| &reason.code)),
        Field::code(from.status),
        Field::code(to.status),
    ]);
    row
}

fn add_parts(rows: &mut Vec<Vec<Field>>, answer: &ChangesAnswer, parts: &[ChangePart]) {
    for part in parts {
        let mut row = key(answer, &part.component, part.parent.as_ref());
        row.extend([
            Field::number(part.score_from),
            Field::number(part.score_to),
            // What it did to the total is its contribution.
            Field::optional_number::<f64>(None),
            Field::number(part.weight_from),
            Field::number(part.weight_to),
            Field::number(part.contribution),
            Field::number(part.weight_effect),
            Field::optional_number::<f64>(None),
            Field::optional_number::<u16>(None),
            Field::optional_number::<u16>(None),
            Field::optional_number::<u16>(None),
            Field::optional_number::<u16>(None),
            Field::optional_number::<i32>(None),
            Field::code(Some(part.comparability)),
            Field::optional_text(None::<String>),
            Field::code(None::<ObservationStatus>),
            Field::code(None::<ObservationStatus>),
        ]);
        rows.push(row);
        add_parts(rows, answer, &part.parts);
    }
}
