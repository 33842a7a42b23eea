//! Regions over the years.

use vithe_shared::Text;

pub const TITLE: Text = Text::new("Các vùng qua các năm", "Regions over the years");
pub const LEAD: Text = Text::new(
    "Trung vị của từng vùng theo năm, và các tỉnh trong vùng cách nhau bao xa.",
    "The median of every region by year, and how far its provinces lie apart.",
);
pub const FILTERS: Text = Text::new("Chọn số liệu", "Choose the figures");
pub const MEDIANS: Text = Text::new("Trung vị theo vùng và năm", "Medians by region and year");
pub const SPREAD: Text = Text::new("Các tỉnh trong vùng", "Within the regions");
pub const MEMBERS: Text = Text::new("Số tỉnh", "Provinces");
pub const MEAN: Text = Text::new("Trung bình", "Mean");
pub const MEDIAN: Text = Text::new("Trung vị", "Median");
pub const MIDDLE_HALF: Text = Text::new("Khoảng tứ phân vị", "Interquartile range");
pub const RANGE: Text = Text::new("Thấp nhất–cao nhất", "Lowest–highest");
pub const PUBLISHED_MEAN: Text = Text::new("Trung bình đã công bố", "Published mean");
pub const INCOMPLETE: Text = Text::new(
    "Dấu –: chưa có điểm của mọi tỉnh trong vùng nên không tính trung vị.",
    "–: not every province of the region has a score, so there is no median.",
);
pub const WITH_PREVIOUS: Text = Text::new("So với năm trước", "Against the year before");
