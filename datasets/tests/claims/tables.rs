//! Pasted tables.

use super::support::{read, told};

#[test]
fn a_file_with_commas_is_read() {
    let text = "province,index,year,score,rank\nhau-giang,pci,2021,63.8,38\nQuảng Ninh,PCI,2021,\"73,02\",1\nĐồng Tháp,PCI,2022,69.86,5\n";
    assert_eq!(
        told(&read(text)),
        [
            "agrees pci hau-giang 2021 score 63.8",
            "agrees pci hau-giang 2021 rank 38",
            "agrees pci quang-ninh 2021 score 73.02",
            "agrees pci quang-ninh 2021 rank 1",
            "differs pci dong-thap 2022 score 69.86 turned_digits",
            "agrees pci dong-thap 2022 rank 5",
        ]
    );
}

#[test]
fn a_table_of_a_spreadsheet_has_a_title_and_prose_below_it() {
    let text = "Bảng xếp hạng PCI năm 2021\nTỉnh\tĐiểm\tHạng\nQuảng Ninh\t73,02\t1/63\nHậu Giang\t63,8\t39\n\nNăm 2022, Hậu Giang đạt 68,12 điểm PCI.";
    assert_eq!(
        told(&read(text)),
        [
            "agrees pci quang-ninh 2021 score 73.02",
            "agrees pci quang-ninh 2021 rank 1",
            "agrees pci hau-giang 2021 score 63.8",
            "differs pci hau-giang 2021 rank 39 another_year",
            "agrees pci hau-giang 2022 score 68.12",
        ]
    );
}

#[test]
fn columns_may_name_index_and_year() {
    let text = "| Tỉnh | PCI 2021 | Hạng PCI 2021 | PAPI 2021 |\n|---|---|---|---|\n| Hậu Giang | 63,80 | 38 | 42,16 |\n| Cần Thơ | 68,06 | 12 | |\n";
    assert_eq!(
        told(&read(text)),
        [
            "agrees pci hau-giang 2021 score 63.8",
            "agrees pci hau-giang 2021 rank 38",
            "agrees papi hau-giang 2021 score 42.16",
            "agrees pci can-tho 2021 score 68.06",
            "agrees pci can-tho 2021 rank 12",
        ]
    );
}

#[test]
fn what_a_table_leaves_open_is_said() {
    assert_eq!(told(&read("Tỉnh\tĐiểm\nHậu Giang\t63,8\n")), ["unread no_index"]);
    assert_eq!(told(&read("Tỉnh\tĐiểm PCI\nHậu Giang\t63,8\n")), ["unread no_year"]);
}
