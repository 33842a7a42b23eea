//! Tables for spreadsheets and programs: the answers of the query layer as rows of text and numbers, written as CSV or as a
//! workbook; and whole indices as data packages.

mod about;
mod archive;
mod changes;
mod columns;
mod csv;
mod declines;
mod discrepancies;
mod indicators;
mod matrix;
mod movers;
mod names;
mod observation;
mod peers;
mod ranking;
mod regions;
mod scatter;
mod series;
mod sheet;
mod source;
mod what_if;
mod xlsx;

pub(crate) use self::{
    about::Edition,
    archive::PackageArchive,
    changes::changes_sheet,
    declines::declines_sheet,
    discrepancies::discrepancies_sheet,
    indicators::{indicator_ranking_sheet, indicators_sheet},
    matrix::matrix_sheet,
    movers::movers_sheet,
    observation::observation_sheet,
    peers::peers_sheet,
    ranking::ranking_sheet,
    regions::regions_sheet,
    scatter::scatter_sheet,
    series::series_sheet,
    sheet::Sheet,
    source::source_sheet,
    what_if::what_if_sheet,
};
