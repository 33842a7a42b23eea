//! The page of a province.

use vithe_shared::Text;

pub const FOUR_INDICES: Text = Text::new("Bốn chỉ số", "The four indices");
pub const SOURCE_OF_CARD: Text = Text::new("Nguồn số liệu", "Sources");
pub const CARD_MORE: Text = Text::new("Mức so sánh, trung vị, nguồn", "Comparability, median, sources");
pub const IN_REGION: Text = Text::new("trong vùng", "in region");
pub const NOTHING: Text = Text::new(
    "Chưa có số liệu của tỉnh này.",
    "No figure of this province is on record.",
);
pub const RISEN: Text = Text::new("Thành phần tăng", "Components that rose");
pub const FALLEN: Text = Text::new("Thành phần giảm", "Components that fell");
pub const NONE_RISEN: Text = Text::new(
    "Trong các thành phần so sánh được, không thành phần nào tăng.",
    "Of the components that can be compared, none rose.",
);
pub const NONE_FALLEN: Text = Text::new(
    "Trong các thành phần so sánh được, không thành phần nào giảm.",
    "Of the components that can be compared, none fell.",
);
pub const COMPONENTS: Text = Text::new("Các thành phần", "Components");
pub const PEERS_SHORT: Text = Text::new("Cùng vùng", "Same region");
pub const CONTENTS: Text = Text::new("Trên trang này", "On this page");
pub const MOVES_UNKNOWN: Text = Text::new(
    "Chưa đủ số liệu hai năm liền để so sánh các thành phần.",
    "Two years of component scores in a row are needed for a comparison.",
);
pub const COMPONENT_TABLE: Text = Text::new("Bảng thành phần", "Table of components");
pub const WEIGHT: Text = Text::new("Trọng số", "Weight");
pub const REGION_MEDIAN: Text = Text::new("Trung vị vùng", "Regional median");
pub const REGION_BEST: Text = Text::new("Cao nhất vùng", "Best in region");
pub const BEST: Text = Text::new("Cao nhất cả nước", "Best in the country");
pub const HISTORY_TABLE: Text = Text::new("Bảng điểm và hạng từng năm", "Table of scores and ranks by year");
pub const SCORES_AND_RANKS: Text = Text::new("điểm và hạng", "scores and ranks");
pub const HISTORY: Text = Text::new("Qua các năm", "Over the years");
pub const NOTE: Text = Text::new("So sánh với năm trước", "Comparison with the year before");
pub const PEERS: Text = Text::new("Các tỉnh cùng vùng", "Provinces of the region");
pub const COMPARE_WITH: Text = Text::new("So sánh với các tỉnh trong vùng", "Compare within the region");
pub const MERGED_WITH: Text = Text::new("hợp nhất từ", "formed of");
pub const MEMBERS: Text = Text::new("Các tỉnh hợp thành", "Merged provinces");
pub const MEMBERS_OVER_YEARS: Text = Text::new("Các tỉnh hợp thành qua các năm", "The merged provinces over the years");
pub const MEMBERS_CAPTION: Text = Text::new(
    "Điểm trong năm ghi cạnh chỉ số; chữ nhỏ bên cạnh là hạng",
    "Score in the year beside the index; the rank is in small type",
);
pub const PROVINCE_BEFORE: Text = Text::new("tỉnh, thành phố đến 30/6/2025", "province until 30 June 2025");
pub const UNIT_SINCE: Text = Text::new("đơn vị từ 1/7/2025", "unit since 1 July 2025");
pub const UNCHANGED: Text = Text::new("không hợp nhất; đến 30/6/2025 là", "not merged; until 30 June 2025");
pub const ALL_TABLES: Text = Text::new("Bảng của cả bốn chỉ số", "Tables of all four indices");
pub const CHOOSE_INDEX: Text = Text::new("Chọn chỉ số", "Choose an index");
pub const CHOOSE_YEAR: Text = Text::new("Chọn năm", "Choose a year");
