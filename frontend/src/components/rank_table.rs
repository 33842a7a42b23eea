//! The table of ranks by province and year.

use leptos::prelude::AnyView;
use vithe_shared::{Language, ProvinceSlug, Year};

use crate::markup::Markup;
use crate::{
    address::province_path,
    format::NO_FIGURE,
    text::{common, index},
};

/// One row per province, one column per year; `ranks` runs along `years`.
pub(crate) fn rank_table(
    years: &[Year],
    ranks: &[(ProvinceSlug, String, &[Option<u16>])],
    language: Language,
) -> AnyView {
    let mut markup = Markup::default();
    let title = index::RANKS_BY_YEAR.get(language);
    markup.open_frame("", title);
    markup.element("caption", &[("class", "visually-hidden")], title);
    markup.open("thead", &[]);
    markup.open("tr", &[]);
    markup.column("", common::PROVINCE.get(language));
    for year in years {
        markup.column("num", &year.to_string());
    }
    markup.close("tr");
    markup.close("thead");
    markup.open("tbody", &[]);
    for (slug, name, ranks) in ranks {
        markup.open("tr", &[]);
        markup.open("th", &[("scope", "row")]);
        markup.link(&province_path(language, slug), name);
        markup.close("th");
        for rank in *ranks {
            markup.number(&rank.map_or_else(|| NO_FIGURE.to_owned(), |rank| rank.to_string()));
        }
        markup.close("tr");
    }
    markup.close("tbody");
    markup.close_frame();
    markup.view("ranks")
}
