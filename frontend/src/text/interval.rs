//! Rank intervals on the pages.

use vithe_shared::{Language, Text, Year, analytics::interval::CONFIDENCE, domain::IntervalKind};

use crate::format::format_score;

pub const INTERVAL: Text = Text::new("Khoảng hạng", "Rank interval");
pub const OFF: Text = Text::new("không hiện", "hidden");
pub const POINTS: Text = Text::new("điểm tăng hoặc giảm", "score up or down");
pub const SURVEY_TITLE: Text = Text::new("Xếp hạng này chắc chắn đến đâu?", "How certain is this ranking?");
pub const SURVEY_ADVICE: Text = Text::new(
    "Khoảng rộng không có nghĩa là xếp hạng sai, mà là phần lớn các tỉnh không tách được khỏi nhau: vài bậc, có khi vài chục bậc, chưa đủ để nói tỉnh này hơn tỉnh kia.",
    "Wide intervals do not make the ranking wrong: they say that most provinces cannot be told apart. A few places, or even a few dozen, are not enough to say that one province did better than another.",
);
pub const SURVEY_LINK: Text = Text::new(
    "Xem khoảng tin cậy của từng tỉnh",
    "See the confidence interval of each province",
);

/// Why a survey does not tell all provinces apart; the counted facts follow.
pub fn survey_meaning(year: Year, language: Language) -> String {
    let confidence = format_score(CONFIDENCE * 100.0, 0, language);
    match language {
        Language::Vi => format!(
            "PAPI hỏi một mẫu người dân ở mỗi tỉnh. Hỏi mẫu khác thì điểm sẽ khác đi ít nhiều, nên chênh lệch nhỏ giữa hai tỉnh có thể chỉ do chọn mẫu. Tính theo sai số mà PAPI {year} công bố, với độ tin cậy {confidence}\u{a0}% cho mọi tỉnh cùng lúc:"
        ),
        Language::En => format!(
            "PAPI asks a sample of citizens in each province. Another sample would give somewhat different scores, so a small difference between two provinces may come from the sample alone. By the errors that PAPI {year} publishes, at {confidence}% confidence for all provinces at once:"
        ),
    }
}

/// The name of a kind in the choice.
pub const fn kind(kind: IntervalKind) -> Text {
    match kind {
        IntervalKind::Rounding => Text::new("do làm tròn", "from rounding"),
        IntervalKind::Perturbation => POINTS,
        IntervalKind::Weights => Text::new("do trọng số", "from weights"),
        IntervalKind::Sampling => Text::new("do chọn mẫu", "from sampling"),
    }
}
