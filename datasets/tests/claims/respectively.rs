//! Figures that a sentence lists in the order of names.

use vithe_shared::api::check::Place;

use super::support::{read, told};

/// The facts: PCI of Hậu Giang 63.11 (39th) in 2020 and 63.80 (38th) in 2021, its transparency 5.31 and 4.53, its time costs 8.49
/// and 7.66; in 2021 Quảng Ninh 73.02, Hải Phòng 70.61, Đồng Tháp 70.53.
const FACTS: &[(&str, &[&str])] = &[
    (
        "PCI của Hậu Giang năm 2020 và 2021 lần lượt đạt 63,11 và 63,80 điểm.",
        &[
            "agrees pci hau-giang 2020 score 63.11",
            "agrees pci hau-giang 2021 score 63.8",
        ],
    ),
    (
        "PCI của Hậu Giang lần lượt là 63,11 điểm và 63,80 điểm trong các năm 2020, 2021.",
        &[
            "agrees pci hau-giang 2020 score 63.11",
            "agrees pci hau-giang 2021 score 63.8",
        ],
    ),
    (
        "Quảng Ninh, Hải Phòng, Đồng Tháp lần lượt đạt 73,02; 70,61 và 70,53 điểm PCI năm 2021.",
        &[
            "agrees pci quang-ninh 2021 score 73.02",
            "agrees pci hai-phong 2021 score 70.61",
            "agrees pci dong-thap 2021 score 70.53",
        ],
    ),
    (
        "Năm 2020 và năm 2021, Hậu Giang lần lượt xếp thứ 39 và thứ 38 về PCI.",
        &["agrees pci hau-giang 2020 rank 39", "agrees pci hau-giang 2021 rank 38"],
    ),
    (
        "Tính minh bạch và Chi phí thời gian của Hậu Giang trong PCI 2021 lần lượt đạt 4,53 và 7,66 điểm.",
        &[
            "agrees pci hau-giang 2021 transparency score 4.53",
            "agrees pci hau-giang 2021 time score 7.66",
        ],
    ),
    (
        "In the PCI 2021, Quang Ninh and Hai Phong scored 73.02 and 70.61 points, respectively.",
        &[
            "agrees pci quang-ninh 2021 score 73.02",
            "agrees pci hai-phong 2021 score 70.61",
        ],
    ),
    (
        "Hau Giang ranked 39th and 38th respectively in the PCI of 2020 and 2021.",
        &["agrees pci hau-giang 2020 rank 39", "agrees pci hau-giang 2021 rank 38"],
    ),
];

#[test]
fn numbers_belong_to_names_in_their_order() {
    for (text, expected) in FACTS {
        assert_eq!(told(&read(text)), *expected, "{text}");
    }
}

#[test]
fn numbers_in_the_other_order_differ() {
    let answer = read("PCI của Hậu Giang năm 2020 và 2021 lần lượt đạt 63,80 và 63,11 điểm.");
    let verdicts: Vec<_> = told(&answer)
        .iter()
        .map(|line| line.split(' ').next().unwrap().to_owned())
        .collect();
    assert_eq!(verdicts, ["differs", "differs"]);
}

#[test]
fn what_is_longer_or_shorter_or_told_of_two_things_is_not_read() {
    for (text, expected) in [
        (
            "Quảng Ninh, Hải Phòng, Đồng Tháp lần lượt đạt 73,02 và 70,61 điểm PCI năm 2021.",
            "unread respectively_counts",
        ),
        (
            "Quảng Ninh và Hải Phòng năm 2020 và 2021 lần lượt đạt 73,02 và 70,61 điểm PCI.",
            "unread respectively",
        ),
        (
            "PCI của Hậu Giang năm 2021 lần lượt đạt 63,11 và 63,80 điểm.",
            "unread respectively",
        ),
    ] {
        assert_eq!(told(&read(text)), [expected], "{text}");
    }
}

#[test]
fn a_list_that_counts_other_things_says_nothing() {
    let text = "Quảng Ninh và Hải Phòng lần lượt có 12 và 15 doanh nghiệp được khảo sát trong PCI 2021.";
    assert_eq!(told(&read(text)), [""; 0], "{text}");
}

#[test]
fn every_number_is_told_at_its_own_place() {
    let text = "PCI của Hậu Giang năm 2020 và 2021 lần lượt đạt 63,11 và 63,80 điểm.";
    let letters: Vec<char> = text.chars().collect();
    let shown = |place: Place| {
        letters[place.start as usize..place.end as usize]
            .iter()
            .collect::<String>()
    };
    let places: Vec<_> = read(text)
        .claims
        .iter()
        .filter_map(|claim| claim.place)
        .map(shown)
        .collect();
    assert_eq!(places, ["63,11", "63,80 điểm"]);
}
