//! What is to be reached: the first thing that is asked.

use leptos::prelude::*;
use vithe_shared::{api::what_if::WhatIfAnswer, query::PointsChange};

use crate::{
    address::PageAddress,
    components::number_field::NumberField,
    text::{number, number::Takes, planner as text},
    what_if::TARGET_ID,
};

/// The fields of a target, a rank or a total, and what the others do meanwhile.
pub(super) fn goal(address: &PageAddress, base: &WhatIfAnswer) -> AnyView {
    let (language, query) = (address.language, &address.query);
    let (rank, total) = (query.target.map(f64::from), query.total.map(PointsChange::points));
    let named = |id: &str, key: &str| (id.to_owned(), key.to_owned());
    let rank = NumberField::new(
        named("target-rank", "target"),
        Takes::Rank(base.rank_n),
        rank,
        query,
        language,
    );
    let scale = Takes::Between(base.scale.min, base.scale.max, 0);
    let has_both = query.target.is_some() && query.total.is_some();
    let total = NumberField::new(named("target-total", "total"), scale, total, query, language)
        .or_wrong(has_both.then(|| number::ONE_TARGET.get(language)));
    view! {
        <div class="filters goal">
            {rank.labelled(format!("{} (1–{})", text::TARGET_RANK.get(language), base.rank_n))}
            {total.labelled(text::TARGET_TOTAL.get(language).to_owned())}
            <label class="field-inline">
                <input id="drift" type="checkbox" name="drift" value="1" checked=query.drift data-submits=""/>
                " "
                {text::DRIFT.get(language)}
            </label>
            <button id="target-apply" class="button" type="submit" formaction=format!("{}#{TARGET_ID}", address.page())>
                {text::COMPUTE.get(language)}
            </button>
        </div>
    }
    .into_any()
}
