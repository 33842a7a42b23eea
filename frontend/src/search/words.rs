//! What the pages of the site are called in a search, and what people type who look for them.

use vithe_shared::Text;

use crate::{
    address::PageKind,
    text::{check, compare, data, discrepancies, peers, planner, regions, scatter, sources, versions},
};

/// What a page is found by.
#[derive(Clone, Copy, Debug)]
pub(super) struct PageWords {
    /// Its name.
    pub(super) name: Text,
    /// Other words for what it is about, one group between commas.
    pub(super) others: Text,
    /// Whether it is offered before anything is typed.
    pub(super) is_main: bool,
}

const fn main(name: Text, others: Text) -> PageWords {
    PageWords {
        name,
        others,
        is_main: true,
    }
}

const fn further(name: Text, others: Text) -> PageWords {
    PageWords {
        is_main: false,
        ..main(name, others)
    }
}

/// The words of a page; `None` where it is found as what it is about, and for the search itself.
pub(super) const fn of(kind: PageKind) -> Option<PageWords> {
    Some(match kind {
        PageKind::Index | PageKind::Province | PageKind::Report | PageKind::Search | PageKind::Unknown => return None,
        PageKind::Overview => further(
            Text::new("Trang đầu", "Home"),
            Text::new("tổng quan, bản đồ cả nước, trang chủ", "overview, map, front page"),
        ),
        PageKind::Compare => main(
            compare::TITLE,
            Text::new("so sánh, đối chiếu tỉnh", "compare, comparison"),
        ),
        PageKind::Peers => further(
            peers::TITLE,
            Text::new(
                "tỉnh giống nhau, tỉnh bạn, học hỏi tỉnh nào",
                "peers, alike, whom to learn from",
            ),
        ),
        PageKind::Declines => main(
            planner::DECLINES_TITLE,
            Text::new(
                "giảm liên tiếp, sụt giảm, chuỗi giảm, tụt hạng, điểm yếu",
                "declines, falls, weak points",
            ),
        ),
        PageKind::Movers => further(
            Text::new("Tăng, giảm giữa hai năm", "Movers between two years"),
            Text::new("tăng hạng, bứt phá, giảm mạnh nhất", "rises, movers, changes"),
        ),
        PageKind::Check => main(
            check::TITLE,
            Text::new(
                "kiểm chứng, đối chiếu, kiểm tra bài báo, kiểm tra tin, phóng viên",
                "fact check, verify, claims, journalists",
            ),
        ),
        PageKind::WhatIf => main(
            Text::new("Tính thử điểm và hạng", "What if: new total and rank"),
            Text::new(
                "giả định, kịch bản, mục tiêu, tính thử, mô phỏng",
                "what if, scenario, target, simulation",
            ),
        ),
        PageKind::Scatter => further(
            scatter::TITLE,
            Text::new("tương quan, phân tán, hai chỉ số", "correlation, scatter plot"),
        ),
        PageKind::Regions => further(
            regions::TITLE,
            Text::new("vùng, so sánh vùng, trung vị vùng", "regions, regional medians"),
        ),
        PageKind::Data => main(
            data::TITLE,
            Text::new(
                "tải dữ liệu, tải về, số liệu, CSV, Excel, API, trích dẫn, giấy phép",
                "download, figures, CSV, Excel, API, citation, licence",
            ),
        ),
        PageKind::Versions => further(
            versions::TITLE,
            Text::new(
                "phiên bản, bản đóng băng, lịch sử thay đổi, cập nhật số liệu, nguồn tin Atom",
                "versions, frozen data, history of changes, updates, Atom feed",
            ),
        ),
        PageKind::Methods => further(
            Text::new("Phương pháp", "Methods"),
            Text::new("cách tính, trọng số, thang điểm", "methodology, weights, scale"),
        ),
        PageKind::Discrepancies => further(
            discrepancies::TITLE,
            Text::new(
                "mâu thuẫn, khác nhau, sai lệch số liệu, để ngỏ",
                "discrepancies, contradictions, open questions, conflicts",
            ),
        ),
        PageKind::Sources => further(
            sources::TITLE,
            Text::new("nguồn, tài liệu, báo cáo gốc", "sources, documents, reports"),
        ),
    })
}

#[cfg(test)]
mod tests {
    use vithe_shared::vietnamese::fold;

    use super::of;
    use crate::routes::PAGES;

    #[test]
    fn no_two_pages_are_found_by_the_same_words() {
        let mut all: Vec<String> = PAGES
            .iter()
            .filter_map(|entry| of(entry.kind))
            .flat_map(|words| [words.name.vi, words.others.vi, words.name.en, words.others.en])
            .flat_map(|words| words.split(", "))
            .map(fold)
            .collect();
        let count = all.len();
        all.sort();
        all.dedup();
        // “CSV”, “Excel” and “API” are said alike in both languages.
        assert_eq!(all.len(), count - 3);
    }
}
