//! In English.

use super::Sentence;

pub(super) const ENGLISH: &[Sentence] = &[
    (
        "In 2021 Quang Ninh ranked 1st of 63 provinces in the PCI with 73.02 points, down 2.07 points from 2020.",
        &[
            "agrees pci quang-ninh 2021 rank 1",
            "agrees pci quang-ninh 2021 score 73.02",
            "agrees pci quang-ninh 2020→2021 score_change -2.07",
        ],
    ),
    (
        "Hau Giang's PCI score rose by 4.32 points to 68.12 in 2022, and it climbed 26 places to 12th.",
        &[
            "agrees pci hau-giang 2021→2022 score_change 4.32",
            "agrees pci hau-giang 2022 score 68.12",
            "agrees pci hau-giang 2021→2022 rank_change 26",
            "agrees pci hau-giang 2022 rank 12",
        ],
    ),
    (
        "Da Nang came 4th in the 2021 PCI with a score of 70.42.",
        &["agrees pci da-nang 2021 rank 4", "agrees pci da-nang 2021 score 70.42"],
    ),
    (
        "Hau Giang scored 42.16 points in PAPI 2021, 0.91 points lower than in 2020, and ranked 33rd out of 60 provinces.",
        &[
            "agrees papi hau-giang 2021 score 42.16",
            "agrees papi hau-giang 2020→2021 score_change -0.91",
            "agrees papi hau-giang 2021 rank 33",
        ],
    ),
    (
        "Hai Phong led the PAR INDEX 2021 with 91.8 per cent; Quang Ninh was second with 91.14 per cent.",
        &[
            "agrees par hai-phong 2021 rank 1",
            "agrees par hai-phong 2021 score 91.8",
            "agrees par quang-ninh 2021 rank 2",
            "agrees par quang-ninh 2021 score 91.14",
        ],
    ),
    (
        "In the 2022 PCI, Hau Giang was ranked 3rd in the Mekong Delta.",
        &["agrees pci hau-giang 2022 regional_rank 3"],
    ),
    (
        "Ca Mau's PCI score fell from 64.74 in 2021 to 61.6 in 2022, the 58th place out of 63.",
        &[
            "agrees pci ca-mau 2021 score 64.74",
            "agrees pci ca-mau 2022 score 61.6",
            "agrees pci ca-mau 2022 rank 58",
        ],
    ),
    (
        "The PAR INDEX of Quang Ninh reached 91.14% in 2021, second among 63 provinces.",
        &[
            "agrees par quang-ninh 2021 score 91.14",
            "agrees par quang-ninh 2021 rank 2",
        ],
    ),
    (
        "In 2021, Can Tho scored 68.06 points in the PCI, up 1.73 points on 2020, and kept 12th place.",
        &[
            "agrees pci can-tho 2021 score 68.06",
            "agrees pci can-tho 2020→2021 score_change 1.73",
            "agrees pci can-tho 2021 rank 12",
        ],
    ),
    (
        "Hau Giang climbed from 39th in 2020 to 38th in 2021 in the PCI.",
        &["agrees pci hau-giang 2020 rank 39", "agrees pci hau-giang 2021 rank 38"],
    ),
    (
        "Long An's PCI rank fell 13 places in 2021, to 16th of 63.",
        &[
            "agrees pci long-an 2020→2021 rank_change -13",
            "agrees pci long-an 2021 rank 16",
        ],
    ),
    (
        "In the PCI 2021 the national median was 64.5 points and Hau Giang scored 63.8.",
        &["agrees pci hau-giang 2021 score 63.8", "unread national_value"],
    ),
    (
        "SIPAS 2021: Hai Phong 93.38 per cent, ranked 2nd.",
        &[
            "agrees sipas hai-phong 2021 score 93.38",
            "agrees sipas hai-phong 2021 rank 2",
        ],
    ),
    (
        "The Transparency score (PCI) of Hau Giang dropped by 0.78 points in 2021.",
        &["agrees pci hau-giang 2020→2021 transparency score_change -0.78"],
    ),
];
