//! Tables for spreadsheets and programs: the answers of the query layer as rows of text and numbers, written as CSV.

mod csv;
mod matrix;
mod movers;
mod observation;
mod ranking;
mod series;

pub(crate) use self::{
    csv::Sheet, matrix::matrix_sheet, movers::movers_sheet, observation::observation_sheet, ranking::ranking_sheet,
    series::series_sheet,
};
