//! Prose as the site writes it: what it says of its own figures is read back right, whatever stands between.

use vithe_shared::api::check::Verdict;

use super::support::{read, told};

const VIETNAMESE: &str = "Năm 2021, Hậu Giang đạt 84,6\u{a0}% SIPAS, hạng 50/63; tăng 3,5\u{a0}điểm phần trăm so với 2020.\nPCI: 63,80\u{a0}điểm, hạng 38/63, tăng 1 bậc so với 2020, hạng 9/13 Đồng bằng sông Cửu Long; tăng 0,69\u{a0}điểm so với 2020 (so sánh hạn chế). 5 thành phần tăng, 5 giảm; giảm nhiều nhất là Cạnh tranh bình đẳng, giảm 3,03\u{a0}điểm.\nPAPI: 42,16\u{a0}điểm, hạng 33/60, giảm 6 bậc so với 2020, hạng 4/13 Đồng bằng sông Cửu Long; điểm không so sánh được với 2020 vì cách tính thay đổi. 3 thành phần tăng, 4 giảm; giảm nhiều nhất là Trách nhiệm giải trình với người dân, giảm 0,43\u{a0}điểm (so sánh hạn chế).\nPAR INDEX: 86,77\u{a0}điểm, hạng 27/63, tăng 1 bậc so với 2020, hạng 4/13 Đồng bằng sông Cửu Long; tăng 2,26\u{a0}điểm so với 2020.";

const ENGLISH: &str = "In 2021, Hau Giang scored 84.6% in SIPAS, 50th of 63; up 3.5\u{a0}percentage points on 2020.\nPCI: 63.80\u{a0}points, 38th of 63, up 1 place on 2020, 9th of 13 in the Mekong Delta; up 0.69\u{a0}points on 2020 (limited comparison). Of the components, 5 rose and 5 fell; the largest fall was in Policy bias (fair competition), down 3.03\u{a0}points.\nPAPI: 42.16\u{a0}points, 33rd of 60, down 6 places on 2020, 4th of 13 in the Mekong Delta; the score cannot be compared with 2020 because the method changed. Of the components, 3 rose and 4 fell; the largest fall was in Vertical Accountability towards Citizens, down 0.43\u{a0}points (limited comparison).\nPAR INDEX: 86.77\u{a0}points, 27th of 63, up 1 place on 2020, 4th of 13 in the Mekong Delta; up 2.26\u{a0}points on 2020.";

#[test]
fn a_province_told_index_by_index_is_read_back() {
    for text in [VIETNAMESE, ENGLISH] {
        let answer = read(text);
        assert_eq!(
            told(&answer),
            [
                "only_source sipas hau-giang 2021 score 84.6 only_source",
                "only_source sipas hau-giang 2021 rank 50 only_source",
                "only_source sipas hau-giang 2020→2021 score_change 3.5 only_source",
                "agrees pci hau-giang 2021 score 63.8",
                "agrees pci hau-giang 2021 rank 38",
                "agrees pci hau-giang 2020→2021 rank_change 1",
                "agrees pci hau-giang 2021 regional_rank 9",
                "agrees pci hau-giang 2020→2021 score_change 0.69",
                "agrees pci hau-giang 2020→2021 fair score_change -3.03",
                "agrees papi hau-giang 2021 score 42.16",
                "agrees papi hau-giang 2021 rank 33",
                "agrees papi hau-giang 2020→2021 rank_change -6",
                "agrees papi hau-giang 2021 regional_rank 4",
                "agrees papi hau-giang 2020→2021 d3 score_change -0.43",
                "only_source par hau-giang 2021 score 86.77 only_source",
                "only_source par hau-giang 2021 rank 27 only_source",
                "only_source par hau-giang 2020→2021 rank_change 1 only_source",
                "only_source par hau-giang 2021 regional_rank 4 only_source",
                "only_source par hau-giang 2020→2021 score_change 2.26 only_source",
            ]
        );
        assert!(answer.claims.iter().all(|claim| claim.verdict != Verdict::Differs));
    }
}

#[test]
fn parts_of_a_change_are_no_claims() {
    for text in [
        "Hậu Giang: điểm PCI năm 2021 tăng 0,69 điểm so với 2020 và tăng 1 bậc: điểm của tỉnh so với mức thay đổi chung cả nước (+0,29) giúp tăng 5 bậc; điểm của các tỉnh khác làm mất 4 bậc",
        "Hau Giang: PCI score 2021 up 0.69 points on 2020 and up 1 place: its own score against the national shift (+0.29) gained 5 places; the scores of the others cost 4 places",
    ] {
        let told = told(&read(text));
        assert_eq!(
            told[..2],
            [
                "agrees pci hau-giang 2020→2021 score_change 0.69",
                "agrees pci hau-giang 2020→2021 rank_change 1",
            ]
        );
        assert!(told[2..].iter().all(|line| line.starts_with("unread")), "{told:?}");
    }
}
