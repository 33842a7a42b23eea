//! Tables: what heads of columns say, and the heads of the columns that only a copy has.

use vithe_shared::Text;

pub const OUT_OF: Text = Text::new("Trên tổng số", "Out of");
pub const BEST_RANK: Text = Text::new("Hạng tốt nhất", "Best rank");
pub const WORST_RANK: Text = Text::new("Hạng kém nhất", "Worst rank");
pub const AGAINST: Text = Text::new("So với năm", "Compared with");
pub const HIGHER_IS_BETTER: Text = Text::new("(điểm cao là tốt)", "(higher scores are better)");
