//! What changed, what falls, and what it would take.

use vithe_shared::Text;

pub const CHANGES: Text = Text::new("Điều gì đã thay đổi, và vì sao", "What changed, and why");
pub const COMPARED_WITH: Text = Text::new("So với năm", "Compared with");
pub const CHANGES_LINE: Text = Text::new(
    "Bảng: từng phần của mức thay đổi, điểm và bậc",
    "Table: the parts of the change, points and places",
);
pub const CHANGES_TABLE: Text = Text::new("Phân tích mức thay đổi điểm", "Decomposition of the change");
pub const NO_EARLIER: Text = Text::new(
    "Cần điểm tổng hợp của năm này và của một năm trước mới so sánh được.",
    "The totals of this year and of an earlier one are needed for a comparison.",
);
pub const WEIGHT_PER_POINT: Text = Text::new(
    "Trọng số (điểm tổng trên 1 điểm)",
    "Weight (points of the total per point)",
);
pub const WEIGHT_HINT: Text = Text::new(
    "trọng số: điểm tổng hợp trên 1 điểm thành phần",
    "weight: points of the total per point of the component",
);
pub const CONTRIBUTION: Text = Text::new("Đóng góp vào điểm tổng", "Contribution to the total");
pub const WEIGHT_EFFECT: Text = Text::new("Do đổi trọng số", "By the new weights");
pub const COMPARABILITY: Text = Text::new("Mức so sánh", "Comparability");
pub const TOTAL_CHANGE: Text = Text::new("Thay đổi điểm tổng", "Change of the total");
pub const RANK_TABLE: Text = Text::new("Vì sao thứ hạng thay đổi", "Why the rank changed");
pub const CAUSE: Text = Text::new("Nguyên nhân", "Cause");
pub const PLACES: Text = Text::new("Bậc", "Places");
pub const RANK_SUM: Text = Text::new("Thay đổi thứ hạng", "Change of the rank");

pub const DECLINES: Text = Text::new("Giảm liên tiếp", "Declines");
pub const DECLINES_TITLE: Text = Text::new("Chỉ số thành phần giảm liên tiếp", "Components that keep falling");
pub const DECLINES_SPAN_TITLE: Text = Text::new("Chỉ số thành phần giảm điểm", "Components that fell");
pub const DECLINES_LEAD: Text = Text::new(
    "Thành phần nào giảm, từ năm nào, tụt bao xa so với trung vị cả nước, và mất bao nhiêu điểm, bao nhiêu bậc.",
    "Which components fall, since when, how far behind the national median, and what it costs in points and places.",
);
pub const DECLINES_HERE: Text = Text::new(
    "Đang giảm: từ bao giờ, mất bao nhiêu",
    "Falling: since when, at what cost",
);
pub const FALLING_COMPONENTS: Text = Text::new("Số thành phần đang giảm", "Components that are falling");
pub const DECLINES_TABLE: Text = Text::new("Bảng các chuỗi giảm", "Table of the runs of falls");
pub const FILTERS: Text = Text::new("Chọn chuỗi giảm", "Choose the runs");
pub const ALL_PROVINCES: Text = Text::new("Mọi tỉnh", "All provinces");
pub const UNTIL: Text = Text::new("Tính đến năm", "Up to");
pub const NEWEST: Text = Text::new("Mới nhất", "Newest");
pub const STREAK: Text = Text::new("Số năm giảm liền", "Falls in a row");
pub const FALLS: Text = Text::new("Số năm", "Falls");
pub const SPAN: Text = Text::new("Từ – đến", "From – until");
pub const CHANGE: Text = Text::new("Thay đổi", "Change");
pub const MEDIAN_CHANGE: Text = Text::new("Trung vị cả nước", "National median");
pub const DISTANCE: Text = Text::new("So với trung vị", "Against the median");
pub const LOSS: Text = Text::new(
    "Mất so với trung vị (điểm tổng)",
    "Lost against the median (points of the total)",
);
pub const SPAN_TABLE: Text = Text::new(
    "Bảng các thành phần giảm trong cả giai đoạn",
    "Table of what fell over the span",
);
pub const RUNS: Text = Text::new("Các chuỗi giảm liên tiếp", "Runs of consecutive falls");
pub const RUNS_RULE: Text = Text::new(
    "Chỉ tính những lần giảm giữa hai năm so sánh được; năm đổi phương pháp hoặc thiếu số liệu chấm dứt chuỗi giảm.",
    "Only falls between fully comparable years count; a change of method or a missing year ends a run.",
);
pub const PLACES_LOST: Text = Text::new("Bậc ở thành phần", "Places in the component");
pub const COST_POINTS: Text = Text::new("Mất (điểm tổng)", "Cost (points of the total)");
pub const COST_PLACES: Text = Text::new("Mất (bậc)", "Cost (places)");
pub const COURSE: Text = Text::new("Điểm mất dần,", "Points lost,");
pub const WIN_BACK: Text = Text::new("Lấy lại điểm", "Win it back");
pub const ALL_DECLINES: Text = Text::new("Tất cả chuỗi giảm của mọi tỉnh", "All runs of all provinces");
pub const NO_DECLINES: Text = Text::new(
    "Không có chuỗi giảm nào khớp với lựa chọn này. Hãy giảm số năm, hoặc chọn vùng, tỉnh, năm khác.",
    "No run of falls matches. Ask for fewer falls, or choose another region, province or year.",
);

pub const WHAT_IF: Text = Text::new("Tính thử", "What if");
pub const WHAT_IF_TITLE: Text = Text::new(
    "Tính thử: thành phần thay đổi thì điểm và hạng ra sao",
    "What if: changed components, new total and rank",
);
pub const WHAT_IF_LEAD: Text = Text::new(
    "Đặt hạng hoặc điểm mục tiêu để biết cần gì; hoặc đổi điểm từng thành phần để xem điểm tổng hợp và thứ hạng mới.",
    "Set a target rank or total and see what it takes; or change components and see the new total and rank.",
);
pub const CHOOSE_PROVINCE: Text = Text::new("Hãy chọn một tỉnh để bắt đầu.", "Choose a province to begin.");
pub const CHOOSE: Text = Text::new("Chọn tỉnh…", "Choose a province…");
pub const GOAL: Text = Text::new("Mục tiêu", "Target");
pub const PEER: Text = Text::new("So với tỉnh", "Compare with");
pub const NO_PEER: Text = Text::new("Không chọn", "None");
pub const HAS_SCORES: Text = Text::new("có điểm thành phần", "with component scores");
pub const OPEN_YEAR: Text = Text::new(
    "Mở năm gần nhất có đủ điểm thành phần",
    "Open the newest year with all component scores",
);
pub const SCORE_NOW: Text = Text::new("Điểm hiện có", "Score now");
pub const LATEST_SCORE: Text = Text::new("Điểm gần nhất", "Latest score");
pub const CHANGE_BY: Text = Text::new("Thay đổi", "Change by");
pub const NEW_SCORE: Text = Text::new("Điểm mới", "New score");
pub const BEST_IN_REGION: Text = Text::new("Cao nhất vùng", "Best in region");
pub const BEST_IN_COUNTRY: Text = Text::new("Cao nhất cả nước", "Best in the country");
pub const NATIONAL_MEDIAN: Text = Text::new("Trung vị cả nước", "National median");
pub const START_FROM: Text = Text::new("Bắt đầu từ", "Start from");
pub const START_HINT: Text = Text::new(
    "Mỗi lựa chọn đưa các thành phần còn thấp hơn lên bằng mức đó; bấm khoảng cách trong bảng để đưa riêng một thành phần.",
    "Each raises the components below it to that value; the distances in the table do so for one component.",
);
pub const USUAL_CHANGE: Text = Text::new("Mức thay đổi thông thường mỗi năm", "Usual yearly change");
pub const ASSUMPTIONS: Text = Text::new(
    "Giả định về nỗ lực: mức thay đổi thông thường mỗi năm",
    "Assumed effort: usual yearly changes",
);
pub const ASSUMPTIONS_HINT: Text = Text::new(
    "Trung vị của mức thay đổi tuyệt đối giữa hai năm so sánh được, mọi tỉnh. Có thể thay bằng đánh giá của mình; phương án ít nỗ lực nhất tính lại theo đó.",
    "Median absolute change between two comparable years, all provinces. Put your own in its place: least effort follows it.",
);
pub const TRY_COMPONENTS: Text = Text::new("Thử từng thành phần", "Try the components");
pub const LEVERS_TABLE: Text = Text::new("Các thành phần", "Components");
pub const TARGET_RANK: Text = Text::new("Hạng mục tiêu", "Target rank");
pub const TARGET_TOTAL: Text = Text::new("hoặc điểm mục tiêu", "or target total");
pub const DRIFT: Text = Text::new(
    "Các tỉnh khác tiếp tục theo đà năm trước",
    "The others go on as last year",
);
pub const COMPUTE: Text = Text::new("Tính", "Compute");
pub const RESET: Text = Text::new("Bỏ mọi thay đổi", "Clear all changes");
pub const NEW_TOTAL: Text = Text::new("Điểm tổng hợp mới", "New total");
pub const NEW_RANK: Text = Text::new("Hạng mới", "New rank");
pub const TARGET: Text = Text::new("Đường tới mục tiêu", "The way to the target");
pub const PLANS_START: Text = Text::new(
    "Hai phương án dưới đây đều tính từ điểm hiện có, dù các thanh trượt đang ở đâu.",
    "Both ways below start from the scores now, wherever the sliders stand.",
);
pub const APPLY_PLAN: Text = Text::new("Đưa vào thanh trượt", "Put on the sliders");
pub const PLAN_APPLIED: Text = Text::new("Đang ở trên thanh trượt", "On the sliders now");
pub const FILES: Text = Text::new("Tải phương án", "Download the plan");
pub const PRINT: Text = Text::new("In", "Print");
pub const CAVEATS: Text = Text::new("Hiểu kết quả thế nào", "How to read this");
pub const TO_SCORE: Text = Text::new("Lên", "To");
pub const WINS: Text = Text::new("Được (điểm tổng)", "Wins (total)");

pub const ANALYSES: Text = Text::new("Cách phân tích", "How the analyses work");

/// The analyses and their rules, for the methods pages.
pub const RULES: [(Text, Text); 10] = [
    super::movers::RULE,
    super::strengths::RULE,
    super::peers::RULE,
    (
        Text::new("Phân tích mức thay đổi điểm", "Decomposition of a change"),
        Text::new(
            "Mỗi thành phần đóng góp bằng trung bình hai trọng số nhân với mức thay đổi của nó; phần do đổi trọng số ghi riêng. Phần còn lại mà các thành phần không giải thích được (làm tròn) luôn được ghi ra. Hai năm không so sánh được thì không phân tích, chỉ nêu hai giá trị đã công bố và lý do.",
            "Each component contributes the mean of its two weights times its change; the effect of changed weights stands apart. What the components do not explain (rounding) is always shown. Years that do not compare are not broken down: both printed values are given with the reason.",
        ),
    ),
    (
        Text::new("Vì sao thứ hạng thay đổi", "Rank change"),
        Text::new(
            "Trước hết trừ mức thay đổi trung vị của cả nước, vì điều gì tỉnh nào cũng có thì không phải công riêng. Phần còn lại chia theo giá trị Shapley cho điểm của tỉnh, điểm của các tỉnh khác và danh sách xếp hạng; thứ tự công bố giữa các điểm in bằng nhau ghi riêng. Bốn phần cộng lại đúng bằng mức thay đổi hạng. Cần bảng đủ số liệu của cả hai năm.",
            "The national median change is taken off first: what all share is nobody’s merit. The rest is split by Shapley values among own score, scores of the others and who is ranked; the published order of equal printed scores stands apart. The four add up to the change of the rank. Complete tables of both years are needed.",
        ),
    ),
    (
        Text::new("Giảm liên tiếp", "Declines"),
        Text::new(
            "Chuỗi giảm đếm những lần giảm liền nhau giữa các năm so sánh được và kết thúc ở năm mới nhất có bảng điểm thành phần đầy đủ; thành phần giảm cùng các nội dung của nó là một nhóm, điểm mất tính một lần; xét trên số liệu như đã hiển thị (PAPI đến bốn chữ số thập phân). Mất điểm = trọng số × mức giảm. Mất bậc = hạng hiện nay trừ hạng nếu thành phần giữ được điểm ban đầu, các tỉnh khác giữ nguyên.",
            "A run counts falls in a row between comparable years and ends in the newest year with a complete table of components; a component that falls and its parts are one group, whose loss is counted once. Falls are judged on the figures as answered (PAPI to four decimals). Cost in points = weight × loss. Cost in places = rank now minus rank had the component kept its value, the others as observed.",
        ),
    ),
    (
        Text::new("Tính thử", "What if"),
        Text::new(
            "Điểm mới = điểm đã công bố + tổng (trọng số × mức thay đổi); hạng xếp theo điểm. Mở ở năm mới nhất có đủ điểm tổng hợp của mọi tỉnh và có trọng số; năm chưa có điểm thành phần của tỉnh thì mức thay đổi cộng thẳng vào điểm tổng hợp, trong bề rộng thang điểm. Phương án ít nỗ lực nhất đo nỗ lực bằng mức thay đổi thông thường mỗi năm của thành phần và không vượt tỉnh cao nhất trong vùng. Các phương án luôn tính từ điểm hiện có. Theo đà các tỉnh khác chỉ tính khi hai năm gần nhất so sánh được đầy đủ. Đây không phải dự báo.",
            "New total = published total + sum of weight × change; ranks are strictly by score. It opens on the newest year with the totals of all provinces and known weights; where the province’s component scores of that year are not on record, a change is added to the total, within the width of the scale. Plans always start from the scores now. Least effort measures effort in usual yearly changes of a component and stays below the best of the region. Drift is taken only where the last two years compare fully. This is no forecast.",
        ),
    ),
    (
        Text::new("Khoảng hạng", "Rank intervals"),
        Text::new(
            "Hạng tốt nhất và kém nhất của tỉnh khi một điều thay đổi. Ba loại là độ nhạy: làm tròn (chỉ với hạng tính từ điểm; phần lẻ không in ra), điểm tăng hoặc giảm (điểm của riêng tỉnh, các tỉnh khác giữ nguyên), trọng số (mỗi trọng số ±10 %, 1.000 lần thử, bách phân vị 5–95; cần đủ điểm thành phần và các thành phần phải cho lại tổng điểm). Chỉ lấy mẫu là khoảng tin cậy: PAPI 2019, 95 % cho mọi tỉnh cùng lúc, theo Mogstad, Romano, Shaikh và Wilhelm (2024). Bằng điểm thì cùng nhận hạng tốt hơn. Bảng chưa đủ số liệu không có khoảng hạng.",
            "The best and the worst rank of a province once something varies. Three kinds are sensitivity: rounding (derived ranks only; the digits that are not printed), score up or down (its own score, the others as observed), weights (each weight ±10%, 1,000 draws, 5th–95th percentile; component scores must be complete and give the total). Only sampling is confidence: PAPI 2019, 95% for all provinces at once, after Mogstad, Romano, Shaikh and Wilhelm (2024). Equal scores share the better place. Tables that are not complete have no intervals.",
        ),
    ),
    (
        Text::new("Tương quan hạng", "Rank correlation"),
        Text::new(
            "Tương quan hạng Spearman giữa hai số liệu của cùng các tỉnh: tương quan Pearson của thứ hạng, các điểm bằng nhau nhận hạng trung bình. Chỉ tính khi cả hai bảng có điểm của mọi tỉnh xếp hạng và có ít nhất 10 tỉnh ở cả hai, vì số tỉnh đã có điểm của một bảng thiếu không đại diện cho cả bảng. Tương quan không nói bên nào là nguyên nhân của bên nào.",
            "Spearman’s rank correlation of two figures of the same provinces: Pearson’s correlation of their ranks, equal scores taking the mean rank. It is given only where both tables have a score of every ranked province and at least 10 provinces are in both: what is on record of an incomplete table does not stand for the whole. A correlation does not say which is the cause of which.",
        ),
    ),
    (
        Text::new("Vùng qua các năm", "Regions over the years"),
        Text::new(
            "Trung bình, trung vị, tứ phân vị và khoảng thấp nhất–cao nhất của một vùng chỉ được tính khi mọi tỉnh của vùng có điểm trong năm đó, trừ tỉnh mà cơ quan công bố không nêu số liệu; vùng khác thiếu hay đủ không ảnh hưởng. Tứ phân vị nội suy tuyến tính giữa các giá trị xếp thứ tự (loại 7). Giá trị do cơ quan công bố in sẵn cho vùng được ghi riêng.",
            "Mean, median, quartiles and range of a region exist only where every province of it has a score in that year, save those the publisher withholds, whatever other regions have. Quartiles are interpolated linearly between ordered values (type 7). What a publisher printed for a region stands apart.",
        ),
    ),
];
