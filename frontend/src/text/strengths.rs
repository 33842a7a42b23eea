//! Strengths and weaknesses of a province.

use vithe_shared::Text;

pub const TITLE: Text = Text::new("Điểm mạnh, điểm yếu", "Strengths and weaknesses");
pub const STRENGTHS: Text = Text::new("Điểm mạnh", "Strengths");
pub const WEAKNESSES: Text = Text::new("Điểm yếu", "Weaknesses");
pub const NO_STRENGTHS: Text = Text::new(
    "Không có thành phần nào thuộc một phần tư đầu bảng.",
    "No component is in the top quarter.",
);
pub const NO_WEAKNESSES: Text = Text::new(
    "Không có thành phần nào thuộc một phần tư cuối bảng.",
    "No component is in the bottom quarter.",
);
pub const MARGIN: Text = Text::new("so với trung vị", "against the median");

/// The rule, for the methods pages.
pub const RULE: (Text, Text) = (
    TITLE,
    Text::new(
        "Thành phần là điểm mạnh khi hạng của tỉnh thuộc một phần tư đầu bảng (hạng ≤ n/4) và điểm cao hơn trung vị; là điểm yếu khi thuộc một phần tư cuối bảng, đếm từ dưới lên, và điểm thấp hơn trung vị. Các tỉnh bằng điểm được tính ở vị trí tốt hơn khi đếm từ trên xuống, và cũng vậy khi đếm từ dưới lên. Khoảng cách đến trung vị tính bằng điểm và bằng khoảng tứ phân vị. “Hơn hẳn” hay “kém hẳn” hạng chung nghĩa là chênh ít nhất một phần tư bảng. Chỉ tính khi bảng của mọi thành phần năm đó đủ số liệu.",
        "A component is a strength where the province ranks in the top quarter of the table (rank ≤ n/4) with a score above the median; a weakness where it is in the bottom quarter, counted from the end, with a score below the median. Units that tie take the better place from the top, and likewise the better place counted from the end. The distance from the median is given in points and in interquartile ranges. “Well above” or “well below” the overall rank means a difference of at least a quarter of the table. It is told only where the tables of all components of the year are complete.",
    ),
);
