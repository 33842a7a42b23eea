//! The sentences of explanations, in both languages over the same facts.

use super::{Explanation, Gap, UnitFault};

/// A number in Vietnamese and in English, with a minus sign.
struct Told {
    vi: String,
    en: String,
}

fn number(value: f64) -> Told {
    let en = value.to_string().replace('-', "−");
    Told {
        vi: en.replace('.', ","),
        en,
    }
}

/// Code, Vietnamese and English sentence.
pub(super) fn words(explanation: &Explanation) -> (&'static str, String, String) {
    match explanation {
        Explanation::Gap(gap) => gap_words(*gap),
        Explanation::AnotherN { claimed, n, year, withheld } => {
            let (vi, en) = if *withheld > 0 {
                (
                    format!(" ({withheld} tỉnh không được công bố)"),
                    format!(" ({withheld} are withheld)"),
                )
            } else {
                (String::new(), String::new())
            };
            (
                "another_n",
                format!("Hạng này là trên {n}, không phải {claimed}: năm {year} có {n} tỉnh đủ số liệu để xếp hạng{vi}."),
                format!("The rank is out of {n}, not {claimed}: in {year}, {n} provinces had complete data{en}."),
            )
        }
        Explanation::Cut { figure } => {
            let figure = number(*figure);
            (
                "truncated",
                format!("Số trong văn bản bị cắt bớt, không làm tròn: số đã công bố là {}.", figure.vi),
                format!("The number was cut, not rounded: the figure on record is {}.", figure.en),
            )
        }
        Explanation::FewerDigits => (
            "rounding",
            "Khớp trong phạm vi làm tròn: nguồn in ít chữ số hơn văn bản.".to_owned(),
            "It agrees within rounding: the source prints fewer digits than the text.".to_owned(),
        ),
        Explanation::OfRoundedLevels { change } => {
            let change = number(*change);
            (
                "rounding",
                format!("Khớp trong phạm vi làm tròn của hai điểm; tính từ số trong kho, mức thay đổi là {}.", change.vi),
                format!("It agrees within the rounding of the two scores; from the figures on record the change is {}.", change.en),
            )
        }
        Explanation::WrongUnit { fault, relative } => {
            let (vi, en) = fault_words(*fault, *relative);
            ("wrong_unit", vi, en)
        }
        Explanation::WrongUnitOfEstimate { fault, relative, from_year, low, high } => {
            let (vi, en) = fault_words(*fault, *relative);
            let (low, high) = (number(*low), number(*high));
            (
                "wrong_unit",
                format!("{vi} Điểm năm {from_year} chỉ suy ra được từ chính bài báo: các mức tăng giảm nêu trong văn bản đều đúng nếu điểm đó nằm trong {}–{}.", low.vi, high.vi),
                format!("{en} The score of {from_year} is only known from the article itself: the changes it states all hold if that score lay in {}–{}.", low.en, high.en),
            )
        }
        Explanation::TenPoints { percent } => {
            let percent = number(*percent);
            (
                "ten_points",
                format!("Đây là thang 10 của Bộ Nội vụ: tương ứng {} trên thang 100%.", percent.vi),
                format!("These are the Ministry’s ten points: {} on the scale of 100 per cent.", percent.en),
            )
        }
        Explanation::Relative { relative, change } => {
            let (relative, change) = (number(*relative), number(*change));
            (
                "relative_change",
                format!("Số này là mức thay đổi tương đối ({}%), còn mức thay đổi tuyệt đối là {} điểm.", relative.vi, change.vi),
                format!("The number is the relative change ({} per cent); the absolute change is {} points.", relative.en, change.en),
            )
        }
        Explanation::OnlySource { worked_out: false } => (
            "only_source",
            "Trong kho số liệu, con số này chỉ có ở chính bài báo, chưa có nguồn nào khác để đối chiếu.".to_owned(),
            "On record, this figure comes from the article alone; there is no other source to check it against.".to_owned(),
        ),
        Explanation::OnlySource { worked_out: true } => (
            "only_source",
            "Trong kho số liệu, con số này được suy ra từ chính bài báo, chưa có nguồn nào khác để đối chiếu.".to_owned(),
            "On record, this figure is worked out from the article itself; there is no other source to check it against.".to_owned(),
        ),
        Explanation::OnlySourceOfStart { from_year, low, high } => {
            let (low, high) = (number(*low), number(*high));
            (
                "only_source",
                format!("Điểm năm {from_year} chỉ suy ra được từ chính bài báo: các mức tăng giảm nêu trong văn bản đều đúng nếu điểm đó nằm trong {}–{}.", low.vi, high.vi),
                format!("The score of {from_year} is only known from the article itself: the changes it states all hold if that score lay in {}–{}.", low.en, high.en),
            )
        }
        Explanation::Tied { first, last } => (
            "tied",
            format!("Các tỉnh có điểm in ra bằng nhau chiếm các hạng {first}–{last}; nguồn không in số lẻ để phân định."),
            format!("Provinces with the same printed score take the ranks {first}–{last}; the decimals that order them are not printed."),
        ),
        Explanation::AnotherYear { year } => (
            "another_year",
            format!("Đây là số của năm {year}."),
            format!("This is the figure of {year}."),
        ),
        Explanation::AnotherStart { year } => (
            "another_start",
            format!("Con số đúng nếu so với năm {year}."),
            format!("The number is right against {year}."),
        ),
        Explanation::ImpliedStart { year, implied, on_record, ranks } => {
            let (implied, on_record) = (number(*implied), number(*on_record));
            let (vi, en) = match ranks {
                Some((from, to)) => (
                    format!(" Hạng trong kho của hai năm là {from} và {to}."),
                    format!(" The ranks on record of the two years are {from} and {to}."),
                ),
                None => (String::new(), String::new()),
            };
            (
                "another_level",
                format!("Mức thay đổi này đòi hỏi điểm năm {year} là {}, còn số trong kho là {}.{vi}", implied.vi, on_record.vi),
                format!("This change would need a score of {} in {year}; on record it is {}.{en}", implied.en, on_record.en),
            )
        }
        Explanation::AnotherIndex { index } => (
            "another_index",
            format!("Đây là điểm {} của tỉnh trong năm đó.", index.short_name()),
            format!("This is the province’s {} score of that year.", index.short_name()),
        ),
        Explanation::AnotherProvince { vi, en } => (
            "another_province",
            format!("Đây là điểm của {vi} trong năm đó."),
            format!("This is the score of {en} in that year."),
        ),
        Explanation::AnotherRegion => (
            "another_region",
            "Tỉnh không thuộc vùng được nêu.".to_owned(),
            "The province does not belong to the region that is named.".to_owned(),
        ),
        Explanation::OtherRank { regional: true } => (
            "regional_rank",
            "Đây là hạng trong vùng, không phải hạng cả nước.".to_owned(),
            "This is the rank within the region, not the national one.".to_owned(),
        ),
        Explanation::OtherRank { regional: false } => (
            "national_rank",
            "Đây là hạng cả nước, không phải hạng trong vùng.".to_owned(),
            "This is the national rank, not the one within the region.".to_owned(),
        ),
        Explanation::OtherMeasure { .. } => (
            "another_measure",
            "Đây là số bậc thay đổi của thứ hạng, không phải số điểm.".to_owned(),
            "These are places of the rank, not points of the score.".to_owned(),
        ),
        Explanation::WentOtherWay { change } => {
            let change = number(*change);
            (
                "opposite_direction",
                format!("Ngược chiều: mức thay đổi trong kho số liệu là {}.", change.vi),
                format!("It went the other way: the change on record is {}.", change.en),
            )
        }
        Explanation::Turned => (
            "turned_digits",
            "Có lẽ hai chữ số bị đảo chỗ cho nhau.".to_owned(),
            "Two digits seem to have changed places.".to_owned(),
        ),
        Explanation::RankSpan { best, worst } => (
            "rank_span",
            format!("Văn bản nêu một khoảng hạng ({best}–{worst}) mà không nói của những năm nào, nên không đối chiếu được với hạng của từng năm."),
            format!("The text gives a span of ranks ({best}–{worst}) without saying of which years, so it cannot be held against the rank of a year."),
        ),
        Explanation::Counted { went, parts } => (
            "counted",
            format!("Theo số trong kho: {went}/{parts}."),
            format!("By the figures on record: {went} of {parts}."),
        ),
        Explanation::PartsNotOnRecord => (
            "parts_not_on_record",
            "Chưa có điểm các thành phần của tỉnh ở cả hai năm.".to_owned(),
            "The province’s component scores of both years are not on record.".to_owned(),
        ),
        Explanation::PartsNotOnRecordButOne { fallen, rise } => {
            let rise = number(*rise);
            (
                "parts_not_on_record",
                format!("Chưa có điểm các thành phần của tỉnh ở cả hai năm. Nếu các thành phần có trọng số bằng nhau thì thành phần còn lại phải tăng ít nhất {} điểm cộng với mức giảm của {fallen} thành phần kia; cách tổng hợp điểm không có trong kho số liệu. Nhiều thành phần giảm mà tổng vẫn tăng là lạ, nhưng không phải không thể.", rise.vi),
                format!("The province’s component scores of both years are not on record. With equal weights the remaining component rose by at least {} points plus the {fallen} falls; how the total is made up is not on record. Falling parts under a rising total are unusual, not impossible.", rise.en),
            )
        }
        Explanation::Judgement => (
            "judgement",
            "Đây là nhận định, không nêu con số của năm nào; kho số liệu không có điểm các lĩnh vực này của tỉnh qua nhiều năm để đối chiếu.".to_owned(),
            "This is a judgement without a figure of any year; no scores of these areas of the province over the years are on record to check it.".to_owned(),
        ),
    }
}

fn fault_words(fault: UnitFault, relative: Option<f64>) -> (String, String) {
    let (mut vi, mut en) = match fault {
        UnitFault::PercentForPoints => (
            "Con số đúng nhưng sai đơn vị: là điểm, không phải phần trăm.".to_owned(),
            "The number is right, its unit is not: these are points, not per cent.".to_owned(),
        ),
        UnitFault::PointsForPercent | UnitFault::TenPoints => (
            "Con số đúng nhưng sai đơn vị: là phần trăm, không phải điểm.".to_owned(),
            "The number is right, its unit is not: this is per cent, not points.".to_owned(),
        ),
        UnitFault::PercentForPercentagePoints => (
            "Con số đúng nhưng sai đơn vị: là điểm phần trăm, không phải phần trăm.".to_owned(),
            "The number is right, its unit is not: these are percentage points, not per cent.".to_owned(),
        ),
    };
    if let Some(relative) = relative {
        let relative = number(relative);
        vi = format!("{vi} Tính tương đối sẽ là {}%.", relative.vi);
        en = format!("{en} The relative change would be {} per cent.", relative.en);
    }
    (vi, en)
}

fn gap_words(gap: Gap) -> (&'static str, String, String) {
    match gap {
        Gap::NotHereYet => (
            "not_here_yet",
            "Số liệu của chỉ số này chưa tải về xong.".to_owned(),
            "The figures of this index are not here yet.".to_owned(),
        ),
        Gap::UnknownProvince => (
            "unknown_province",
            "Không có tỉnh, thành phố này trong danh sách của năm đó.".to_owned(),
            "There is no such province in the list of that year.".to_owned(),
        ),
        Gap::UnknownComponent => (
            "unknown_component",
            "Chỉ số không có thành phần này.".to_owned(),
            "The index has no such component.".to_owned(),
        ),
        Gap::UnknownYear(year) => (
            "unknown_year",
            format!("Kho số liệu không có số của năm {year}."),
            format!("No figures of {year} are on record."),
        ),
        Gap::OtherUnits(year) => (
            "other_units",
            format!("Năm {year} có danh sách tỉnh, thành phố khác, nên không so sánh được."),
            format!("{year} has another list of provinces, so it cannot be compared."),
        ),
        Gap::NotOnRecord(year) => (
            "not_on_record",
            format!("Kho số liệu chưa có điểm của tỉnh năm {year}."),
            format!("The province’s score of {year} is not on record."),
        ),
        Gap::Withheld(year) => (
            "withheld",
            format!("Năm {year} cơ quan công bố không đưa kết quả của tỉnh."),
            format!("The publisher withheld the province’s result of {year}."),
        ),
        Gap::Disputed(year) => (
            "disputed",
            format!("Về năm {year}, hai nguồn khác nhau và không rõ nguồn nào đúng."),
            format!("On {year}, two sources differ and none is preferred."),
        ),
        Gap::NotRanked(year) => (
            "rank_not_on_record",
            format!("Kho số liệu chưa có thứ hạng của tỉnh năm {year}."),
            format!("The province’s rank of {year} is not on record."),
        ),
        Gap::NoRegionalRank(year) => (
            "regional_rank_not_on_record",
            format!("Bảng số liệu năm {year} chưa đủ để xếp hạng trong vùng."),
            format!("The table of {year} is not complete, so no rank within the region can be derived."),
        ),
    }
}
