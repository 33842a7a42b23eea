//! The rules of the methodology, seen from the words a reader gets.

mod changes;
mod profile;
mod scatter;
mod series;
mod tables;
mod what_if;

use vithe_shared::{
    IndexId, Language, Year,
    domain::{Availability, Comparability},
    query::Show,
};

use super::{
    coverage_view::Fullness,
    fixtures::{self, slug},
    series_view::Join,
    *,
};
use crate::format::Tone;

fn pci() -> vithe_shared::domain::IndexInfo {
    fixtures::index_info(IndexId::Pci)
}
