//! In the wording of provinces' papers.

use super::Sentence;

pub(super) const VIETNAMESE: &[Sentence] = &[
    // A part of PAR INDEX is called "Điểm SIPAS", too; whoever writes so means the index.
    (
        "Điểm SIPAS năm 2021 của Bắc Giang là 90,01%, xếp thứ 8/63.",
        &[
            "agrees sipas bac-giang 2021 score 90.01",
            "agrees sipas bac-giang 2021 rank 8",
        ],
    ),
    (
        "Năm 2021, Quảng Ninh tiếp tục dẫn đầu cả nước về Chỉ số PCI với 73,02 điểm, giảm 2,07 điểm so với năm 2020.",
        &[
            "agrees pci quang-ninh 2021 rank 1",
            "agrees pci quang-ninh 2021 score 73.02",
            "agrees pci quang-ninh 2020→2021 score_change -2.07",
        ],
    ),
    (
        "Theo kết quả công bố, PCI năm 2022 của Đồng Tháp đạt 69,68 điểm, xếp thứ 5/63 tỉnh, thành phố, giảm 2 bậc so với năm 2021.",
        &[
            "agrees pci dong-thap 2022 score 69.68",
            "agrees pci dong-thap 2022 rank 5",
            "agrees pci dong-thap 2021→2022 rank_change -2",
        ],
    ),
    (
        "Bắc Ninh đạt 69,08 điểm PCI năm 2022, giảm 0,37 điểm và giữ vị trí thứ 7 cả nước.",
        &[
            "agrees pci bac-ninh 2022 score 69.08",
            "agrees pci bac-ninh 2021→2022 score_change -0.37",
            "agrees pci bac-ninh 2022 rank 7",
        ],
    ),
    (
        "Đà Nẵng xếp thứ 4 trong bảng xếp hạng PCI 2021 với 70,42 điểm; năm 2022 tụt xuống vị trí thứ 9 với 68,52 điểm.",
        &[
            "agrees pci da-nang 2021 rank 4",
            "agrees pci da-nang 2021 score 70.42",
            "agrees pci da-nang 2022 rank 9",
            "agrees pci da-nang 2022 score 68.52",
        ],
    ),
    (
        "PCI của tỉnh Bến Tre năm 2021 đạt 66,34 điểm, xếp hạng 18/63, giảm 10 bậc so với năm 2020 (hạng 8).",
        &[
            "agrees pci ben-tre 2021 score 66.34",
            "agrees pci ben-tre 2021 rank 18",
            "agrees pci ben-tre 2020→2021 rank_change -10",
            "agrees pci ben-tre 2020 rank 8",
        ],
    ),
    (
        "Tỉnh Long An đạt 66,58 điểm PCI 2021, tụt 13 hạng, từ vị trí thứ 3 xuống vị trí thứ 16.",
        &[
            "agrees pci long-an 2021 score 66.58",
            "agrees pci long-an 2020→2021 rank_change -13",
            "agrees pci long-an 2020 rank 3",
            "agrees pci long-an 2021 rank 16",
        ],
    ),
    (
        "Chỉ số PCI của TP. Cần Thơ năm 2021 tăng từ 66,33 điểm lên 68,06 điểm, giữ nguyên hạng 12/63.",
        &[
            "agrees pci can-tho 2020 score 66.33",
            "agrees pci can-tho 2021 score 68.06",
            "agrees pci can-tho 2021 rank 12",
        ],
    ),
    (
        "Thừa Thiên Huế tăng 9 bậc, từ hạng 17 năm 2020 lên hạng 8 năm 2021 về PCI, đạt 69,24 điểm.",
        &[
            "agrees pci thua-thien-hue 2020→2021 rank_change 9",
            "agrees pci thua-thien-hue 2020 rank 17",
            "agrees pci thua-thien-hue 2021 rank 8",
            "agrees pci thua-thien-hue 2021 score 69.24",
        ],
    ),
    (
        "Bình Dương: PCI 2021 đạt 69,16 điểm, xếp thứ 6.",
        &[
            "differs pci binh-duong 2021 score 69.16 turned_digits",
            "agrees pci binh-duong 2021 rank 6",
        ],
    ),
    (
        "Hậu Giang tạo bước đột phá khi Chỉ số PCI năm 2022 đạt 68,12 điểm (tăng 4,32 điểm), xếp thứ 12/63 tỉnh, thành phố, tăng 26 bậc so với năm 2021.",
        &[
            "agrees pci hau-giang 2022 score 68.12",
            "agrees pci hau-giang 2021→2022 score_change 4.32",
            "agrees pci hau-giang 2022 rank 12",
            "agrees pci hau-giang 2021→2022 rank_change 26",
        ],
    ),
    (
        "Cà Mau xếp hạng 58/63 với 61,6 điểm PCI năm 2022, giảm 3,14 điểm.",
        &[
            "agrees pci ca-mau 2022 rank 58",
            "agrees pci ca-mau 2022 score 61.6",
            "agrees pci ca-mau 2021→2022 score_change -3.14",
        ],
    ),
    (
        "Chỉ số PAR INDEX năm 2021 của TP Hải Phòng đạt 91,80%, xếp thứ nhất; Quảng Ninh đứng thứ hai với 91,14%; Đà Nẵng đứng thứ ba với 90,25%.",
        &[
            "agrees par hai-phong 2021 score 91.8",
            "agrees par hai-phong 2021 rank 1",
            "agrees par quang-ninh 2021 rank 2",
            "agrees par quang-ninh 2021 score 91.14",
            "agrees par da-nang 2021 rank 3",
            "agrees par da-nang 2021 score 90.25",
        ],
    ),
    (
        "Năm 2020, Chỉ số cải cách hành chính của Quảng Ngãi chỉ đạt 73,25 điểm, đứng cuối bảng (63/63).",
        &[
            "agrees par quang-ngai 2020 score 73.25",
            "agrees par quang-ngai 2020 rank 63",
        ],
    ),
    (
        "Chỉ số SIPAS năm 2020 của Quảng Ninh đạt 95,76%, tăng 0,5% so với năm 2019.",
        &[
            "agrees sipas quang-ninh 2020 score 95.76",
            "agrees_within_rounding sipas quang-ninh 2019→2020 score_change 0.5 wrong_unit",
        ],
    ),
    (
        "Chỉ số CCHC tỉnh Kiên Giang năm 2021 đạt 79,97%, xếp hạng 63/63 tỉnh, thành.",
        &[
            "agrees par kien-giang 2021 score 79.97",
            "agrees par kien-giang 2021 rank 63",
        ],
    ),
    (
        "Mục tiêu đến năm 2025, Hậu Giang phấn đấu PCI đạt trên 70 điểm, nằm trong top 20.",
        &["unread target", "unread target"],
    ),
    (
        "PCI 2021: Quảng Ninh (73,02 điểm), Hải Phòng (70,61 điểm), Đồng Tháp (70,53 điểm), Đà Nẵng (70,42 điểm).",
        &[
            "agrees pci quang-ninh 2021 score 73.02",
            "agrees pci hai-phong 2021 score 70.61",
            "agrees pci dong-thap 2021 score 70.53",
            "agrees pci da-nang 2021 score 70.42",
        ],
    ),
    (
        "Năm 2021, PCI của Hậu Giang thấp hơn Cần Thơ 4,26 điểm, cao hơn trung vị cả nước.",
        &["unread comparison"],
    ),
    (
        "Chỉ số Tính minh bạch (PCI 2021) của Hậu Giang giảm 0,78 điểm, chỉ số Chi phí thời gian giảm.",
        &["agrees pci hau-giang 2020→2021 transparency score_change -0.78"],
    ),
    (
        "Kết quả Chỉ số PAPI năm 2021 của tỉnh Hậu Giang đạt 42,164 điểm, thuộc nhóm trung bình thấp.",
        &["agrees papi hau-giang 2021 score 42.164"],
    ),
    (
        "Chỉ số chuyển đổi số (DTI) của tỉnh xếp thứ 30/63; PCI năm 2021 của tỉnh Đồng Tháp đứng thứ 3, giảm 2,28 điểm.",
        &[
            "agrees pci dong-thap 2021 rank 3",
            "agrees pci dong-thap 2020→2021 score_change -2.28",
            "unread other_index",
        ],
    ),
    (
        "Năm 2021, điểm PCI của Hậu Giang tăng 1,09% so với năm 2020.",
        &["agrees pci hau-giang 2020→2021 score_change 1.09 relative_change"],
    ),
    (
        "Vượt qua Bến Tre, Hậu Giang xếp thứ 12 PCI năm 2022.",
        &["agrees pci hau-giang 2022 rank 12"],
    ),
    (
        "Sau Quảng Ninh (73,02 điểm) là Hải Phòng với 70,61 điểm trong PCI 2021.",
        &[
            "agrees pci quang-ninh 2021 score 73.02",
            "agrees pci hai-phong 2021 score 70.61",
        ],
    ),
    (
        "Nếu tăng 2 điểm, PCI 2021 của Hậu Giang sẽ xếp thứ 20.",
        &["unread assumption", "unread assumption"],
    ),
    (
        "PCI NĂM 2021 CỦA TỈNH HẬU GIANG ĐẠT 63,8 ĐIỂM, XẾP THỨ 38/63",
        &[
            "agrees pci hau-giang 2021 score 63.8",
            "agrees pci hau-giang 2021 rank 38",
        ],
    ),
    (
        "Tại Hội nghị ngày 27/4/2022, VCCI công bố PCI 2021; Hậu Giang đạt 63,8/100 điểm, đứng thứ 38 trong 63 tỉnh, thành phố, thứ 9 khu vực ĐBSCL.",
        &[
            "agrees pci hau-giang 2021 score 63.8",
            "agrees pci hau-giang 2021 rank 38",
            "agrees pci hau-giang 2021 regional_rank 9",
        ],
    ),
    (
        "Hậu Giang: 7/10 chỉ số thành phần PCI năm 2019 tăng điểm so với năm 2018.",
        &["agrees pci hau-giang 2018→2019 score_change up counted"],
    ),
    (
        "Chỉ số Tính minh bạch của Hậu Giang năm 2021 đạt 4,53 điểm. Tổng điểm PCI đạt 63,8 điểm.",
        &[
            "agrees pci hau-giang 2021 transparency score 4.53",
            "agrees pci hau-giang 2021 score 63.8",
        ],
    ),
    (
        "Điểm chi phí không chính thức (cao là tốt) của Hậu Giang trong PCI 2019 là 7,01.",
        &["agrees pci hau-giang 2019 informal score 7.01"],
    ),
    (
        "Năm 2022, PCI của tỉnh Quảng Ninh đạt 72,95 điểm, đứng vị trí thứ 1/63, giảm 0,07 điểm so với năm 2021.",
        &[
            "agrees pci quang-ninh 2022 score 72.95",
            "agrees pci quang-ninh 2022 rank 1",
            "agrees pci quang-ninh 2021→2022 score_change -0.07",
        ],
    ),
    (
        "Đồng Tháp đạt 70,53 điểm, xếp thứ 3/63 tỉnh, thành về PCI 2021, giảm 1 bậc so với năm 2020.",
        &[
            "agrees pci dong-thap 2021 score 70.53",
            "agrees pci dong-thap 2021 rank 3",
            "agrees pci dong-thap 2020→2021 rank_change -1",
        ],
    ),
    (
        "Chỉ số PCI năm 2021 của tỉnh Bắc Ninh đạt 69,45 điểm, tăng 3 bậc, xếp thứ 7/63.",
        &[
            "agrees pci bac-ninh 2021 score 69.45",
            "agrees pci bac-ninh 2020→2021 rank_change 3",
            "agrees pci bac-ninh 2021 rank 7",
        ],
    ),
    (
        "Long An xếp thứ 10 toàn quốc với 68,45 điểm PCI năm 2022, tăng 1,78 điểm so với năm 2021.",
        &[
            "agrees pci long-an 2022 rank 10",
            "agrees pci long-an 2022 score 68.45",
            "differs pci long-an 2021→2022 score_change 1.78 turned_digits",
        ],
    ),
    (
        "Theo Bộ Nội vụ, PAR INDEX năm 2022 của Quảng Ninh đạt 90,10%, xếp thứ 1/63; Hải Phòng xếp thứ 2 với 90,09%.",
        &[
            "agrees par quang-ninh 2022 score 90.1",
            "agrees par quang-ninh 2022 rank 1",
            "agrees par hai-phong 2022 rank 2",
            "agrees par hai-phong 2022 score 90.09",
        ],
    ),
    (
        "Năm 2023, Chỉ số cải cách hành chính tỉnh Sóc Trăng đạt 81,7%, xếp hạng 62/63, An Giang xếp cuối với 81,32%.",
        &[
            "agrees par soc-trang 2023 score 81.7",
            "agrees par soc-trang 2023 rank 62",
            "agrees par an-giang 2023 score 81.32",
        ],
    ),
    (
        "Chỉ số SIPAS của Hải Phòng năm 2021 đạt 93,38%, xếp hạng 2/63 tỉnh, thành phố.",
        &[
            "agrees sipas hai-phong 2021 score 93.38",
            "agrees sipas hai-phong 2021 rank 2",
        ],
    ),
    (
        "Mức độ hài lòng của người dân (SIPAS) năm 2021 của tỉnh Hà Tĩnh đạt 91,17%, tăng 2,04 điểm phần trăm so với năm 2020, xếp thứ 5.",
        &[
            "agrees sipas ha-tinh 2021 score 91.17",
            "agrees sipas ha-tinh 2020→2021 score_change 2.04",
            "agrees sipas ha-tinh 2021 rank 5",
        ],
    ),
    (
        "Năm 2016, Hậu Giang xếp cuối cả nước về PAR INDEX với 62,55 điểm, hạng 63/63.",
        &[
            "agrees par hau-giang 2016 score 62.55",
            "agrees par hau-giang 2016 rank 63",
        ],
    ),
    (
        "Bến Tre đạt 66,43 điểm PCI năm 2021 (năm 2020: 69,08 điểm).",
        &[
            "differs pci ben-tre 2021 score 66.43 turned_digits",
            "agrees pci ben-tre 2020 score 69.08",
        ],
    ),
    (
        "Năm 2022, PCI Đà Nẵng đạt 68,52 điểm, tăng 1,9 điểm so với năm 2021.",
        &[
            "agrees pci da-nang 2022 score 68.52",
            "differs pci da-nang 2021→2022 score_change 1.9 opposite_direction",
        ],
    ),
    (
        "Tỉnh Bình Dương đạt 69,61 điểm PCI năm 2021, đứng thứ 4 cả nước.",
        &[
            "agrees pci binh-duong 2021 score 69.61",
            "differs pci binh-duong 2021 rank 4 another_year",
        ],
    ),
    (
        "PCI 2021 của Hậu Giang đạt 63 điểm, của Cà Mau đạt 64,7 điểm.",
        &[
            "agrees_within_rounding pci hau-giang 2021 score 63 truncated",
            "agrees pci ca-mau 2021 score 64.7",
        ],
    ),
    (
        "Chỉ số PAPI năm 2020 của Hậu Giang đạt 43,08 điểm, xếp thứ 27.",
        &[
            "agrees papi hau-giang 2020 score 43.08",
            "agrees papi hau-giang 2020 rank 27",
        ],
    ),
];
