//! Regions over the years.

use vithe_shared::Text;

pub(crate) const TITLE: Text = Text::new("Các vùng qua các năm", "Regions over the years");
pub(crate) const LEAD: Text = Text::new(
    "Trung vị của từng vùng theo năm, và các tỉnh trong vùng cách nhau bao xa.",
    "The median of every region by year, and how far its provinces lie apart.",
);
pub(crate) const FILTERS: Text = Text::new("Chọn số liệu", "Choose the figures");
pub(crate) const MEDIANS: Text = Text::new("Trung vị theo vùng và năm", "Medians by region and year");
pub(crate) const SPREAD: Text = Text::new("Các tỉnh trong vùng", "Within the regions");
pub(crate) const MEMBERS: Text = Text::new("Số tỉnh", "Provinces");
pub(crate) const MEAN: Text = Text::new("Trung bình", "Mean");
pub(crate) const MEDIAN: Text = Text::new("Trung vị", "Median");
pub(crate) const MIDDLE_HALF: Text = Text::new("Khoảng tứ phân vị", "Interquartile range");
pub(crate) const RANGE: Text = Text::new("Thấp nhất–cao nhất", "Lowest–highest");
pub(crate) const PUBLISHED_MEAN: Text = Text::new("Trung bình đã công bố", "Published mean");
pub(crate) const WITH_PREVIOUS: Text = Text::new("So với năm trước", "Against the year before");
pub(crate) const LINK: Text = Text::new("Trung vị các vùng qua các năm", "Regional medians over the years");
