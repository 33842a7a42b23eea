//! Where the figures are that the numbers of a text are from.

use vithe_shared::{IndexId, Year, domain::Province, query::PageQuery};

use super::{Aspect, PageAddress, index_path, province_address};
use crate::view_model::narrative::Figure;

/// Where a figure of a province is, told from the address of its page.
pub(crate) fn figure_address(
    page: &PageAddress,
    province: &Province,
    year: Year,
    (index, figure): (IndexId, &Figure),
) -> String {
    let on_page = |anchor: &str| {
        let link = page.with(|query| {
            query.index = Some(index);
            query.year = Some(year);
            query.years = None;
            query.component = None;
        });
        format!("{link}#{anchor}")
    };
    match figure {
        Figure::Table => {
            let query = PageQuery {
                year: Some(year),
                borders: province.borders.in_address(),
                pins: vec![province.slug.clone()],
                ..PageQuery::default()
            };
            query.address(&index_path(page.language, index))
        }
        Figure::Indicator(indicator) => {
            let query = PageQuery {
                component: Some(indicator.clone().into()),
                year: Some(year),
                pins: vec![province.slug.clone()],
                ..PageQuery::default()
            };
            query.address(&index_path(page.language, index))
        }
        Figure::Members => on_page("members"),
        Figure::Changes => on_page("changes"),
        Figure::History => on_page("over-years"),
        Figure::Declines => on_page("declines"),
        Figure::Component(component) => {
            let aspect = Aspect::of(index, component, year).within(province.borders);
            province_address(page.language, &province.slug, &aspect)
        }
    }
}
