//! What the search finds in the bundled figures, and where the server leads who names one thing.

use axum::http::{Method, StatusCode};
use vithe_frontend::search::{Findings, find, offered};
use vithe_shared::{Borders, IndexId, Language};

use crate::support::{catalog, send, server};

fn found(typed: &str) -> Findings {
    find(catalog(), typed, Language::Vi)
}

/// Where a text leads by itself, without the language.
fn meant(typed: &str) -> Option<String> {
    let of = |language: Language| {
        let found = find(catalog(), typed, language);
        let address = found.meant()?.address.clone();
        Some(address.strip_prefix(&format!("/{language}")).unwrap().to_owned())
    };
    let [vietnamese, english] = Language::ALL.map(of);
    assert_eq!(vietnamese, english, "{typed}");
    vietnamese
}

/// What a list of nine shows: kind, name, note.
fn listed(typed: &str, language: Language) -> Vec<String> {
    find(catalog(), typed, language)
        .into_list(9)
        .into_iter()
        .map(|finding| format!("{:?}: {} | {}", finding.kind, finding.name, finding.note))
        .collect()
}

#[test]
fn a_province_is_meant_by_any_of_its_names_and_codes() {
    for (typed, slug) in [
        ("Hà Nội", "ha-noi"),
        ("HANOI", "ha-noi"),
        ("Ha Noi City", "ha-noi"),
        ("thành phố  hà nội", "ha-noi"),
        ("Ha\u{300} No\u{323}\u{302}i", "ha-noi"),
        ("VN-HN", "ha-noi"),
        ("vn hn", "ha-noi"),
        ("01", "ha-noi"),
        ("TP HCM", "ho-chi-minh"),
        ("tp. hồ chí minh", "ho-chi-minh"),
        ("Saigon", "ho-chi-minh"),
        ("Sài Gòn", "ho-chi-minh"),
        ("VN-SG", "ho-chi-minh"),
        ("Thua Thien Hue", "thua-thien-hue"),
        ("Huế", "thua-thien-hue"),
        ("hue city", "thua-thien-hue"),
        ("tỉnh Đắk Lắk", "dak-lak"),
        ("Daklak province", "dak-lak"),
        ("Đăk Nông", "dak-nong"),
        ("vũng tàu", "ba-ria-vung-tau"),
        ("Hà Tây", "ha-tay"),
        ("Cần Thơ", "can-tho"),
        ("hau-giang", "hau-giang"),
        ("sóc tr", "soc-trang"),
    ] {
        assert_eq!(meant(typed), Some(format!("/province/{slug}")), "{typed}");
    }
}

#[test]
fn every_province_is_meant_by_its_names_and_its_codes() {
    for province in catalog().units(Borders::Provinces63).provinces() {
        let address = Some(format!("/province/{}", province.slug));
        let codes = province
            .iso
            .iter()
            .chain([&province.code])
            .filter(|code| !code.is_empty());
        for typed in [&province.name_vi, &province.name_en].into_iter().chain(codes) {
            assert_eq!(meant(typed), address, "{typed}");
        }
    }
}

#[test]
fn indices_components_and_pages_are_meant_by_their_names() {
    for (typed, address) in [
        ("pci", "/index/pci"),
        ("par index", "/index/par"),
        ("chỉ số cải cách hành chính", "/index/par"),
        ("tính minh bạch", "/index/pci?c=transparency"),
        ("Informal charges", "/index/pci?c=informal"),
        ("y te cong lap", "/index/papi?c=6.1"),
        ("so sánh", "/compare"),
        ("tải dữ liệu", "/data"),
        ("download", "/data"),
        ("giả định", "/what-if"),
        ("what if", "/what-if"),
        ("tương quan", "/scatter"),
        ("phương pháp papi", "/methods/papi"),
    ] {
        assert_eq!(meant(typed).as_deref(), Some(address), "{typed}");
    }
}

#[test]
fn what_may_mean_several_things_opens_none() {
    // Four pages of methods; two components of one name; many words.
    for typed in [
        "phương pháp",
        "thủ tục giấy chứng nhận quyền sử dụng đất",
        "minh bạch",
        "ha",
        "hành chính",
    ] {
        assert_eq!(meant(typed), None, "{typed}");
        assert!(found(typed).into_list(9).len() > 1, "{typed}");
    }
    for typed in ["", " .-", "xyzzy"] {
        assert_eq!(meant(typed), None, "{typed}");
        assert!(found(typed).into_list(9).is_empty(), "{typed}");
    }
}

#[test]
fn every_component_with_figures_is_found_by_its_name_and_leads_to_its_table() {
    for index in catalog().indices().unwrap() {
        let info = index.info();
        for component in info.components.iter().filter(|component| !component.id.is_overall()) {
            for language in Language::ALL {
                let name = language.pick(&component.name_vi, &component.name_en);
                let address = format!("/{language}/index/{}?c={}", info.id, component.id);
                let found = find(catalog(), name, language).into_list(9);
                assert!(
                    found.iter().any(|finding| finding.address == address),
                    "{name}: {address}"
                );
            }
        }
    }
}

#[test]
fn every_indicator_is_found_by_its_name_and_leads_to_its_page() {
    let indicators = catalog().indicators(IndexId::Pci).unwrap().unwrap();
    assert!(!indicators.indicators().is_empty());
    for indicator in indicators.indicators() {
        for language in Language::ALL {
            let name = language.pick(&indicator.name_vi, &indicator.name_en);
            let address = format!("/{language}/index/pci?c={}", indicator.id);
            let found = find(catalog(), name, language).into_list(9);
            assert!(
                found.iter().any(|finding| finding.address == address),
                "{name}: {address}"
            );
        }
    }
}

#[test]
fn lists_are_short_grouped_and_best_first() {
    let lists = [
        "can tho",
        "ha",
        "minh bạch",
        "pci",
        "tỉnh",
        "thủ tục",
        "phuong phap",
        "vccI",
        "papi y tế",
    ]
    .map(|typed| (typed, listed(typed, Language::Vi)));
    insta::assert_debug_snapshot!(lists);
    let lists =
        ["can tho", "hanoi", "transparency", "admin", "download"].map(|typed| (typed, listed(typed, Language::En)));
    insta::assert_debug_snapshot!(lists);
}

#[test]
fn a_unit_of_2025_leads_to_its_page_and_names_the_provinces_that_it_was_made_of() {
    let list = found("can tho").into_list(9);
    assert_eq!(list[0].address, "/vi/province/can-tho");
    assert_eq!(list[1].name, "Cần Thơ (từ 1/7/2025)");
    assert_eq!(list[1].note, "Cần Thơ, Hậu Giang, Sóc Trăng");
    assert_eq!(list[1].address, "/vi/province/can-tho?borders=34");
}

#[test]
fn before_anything_is_typed_pins_indices_and_main_pages_are_offered() {
    let pins = ["hau-giang".parse().unwrap(), "ca-mau".parse().unwrap()];
    let offered = offered(catalog(), &pins, Language::Vi);
    let addresses: Vec<&str> = offered.iter().map(|finding| finding.address.as_str()).collect();
    assert_eq!(addresses[..2], ["/vi/province/hau-giang", "/vi/province/ca-mau"]);
    let indices = IndexId::ALL.map(|index| format!("/vi/index/{index}"));
    assert_eq!(addresses[2..6], indices);
    assert_eq!(
        addresses[6..],
        ["/vi/compare", "/vi/declines", "/vi/what-if", "/vi/check", "/vi/data"]
    );
}

#[tokio::test]
async fn a_search_that_names_one_thing_is_led_there_and_any_other_to_its_page() {
    let server = server();
    for (address, target) in [
        ("/vi/search?q=hue", "/vi/province/thua-thien-hue"),
        ("/en/search?q=VN-HN", "/en/province/ha-noi"),
        (
            "/vi/search?q=T%C3%ADnh+minh+b%E1%BA%A1ch",
            "/vi/index/pci?c=transparency",
        ),
        // The pins of the reader come along.
        ("/vi/search?q=papi&pin=ca-mau", "/vi/index/papi?pin=ca-mau"),
    ] {
        let answer = send(&server, Method::GET, address, &[]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{address}");
        assert_eq!(answer.header("location"), target);
        assert_eq!(answer.header("cache-control"), "no-cache");
    }
    for address in [
        "/vi/search",
        "/vi/search?q=",
        "/vi/search?q=minh+bach",
        "/en/search?q=xyzzy",
    ] {
        let answer = send(&server, Method::GET, address, &[]).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
    }
    let nothing = send(&server, Method::GET, "/vi/search?q=xyzzy", &[]).await;
    assert!(nothing.text().contains("Không tìm thấy gì khớp"), "nothing is told");
}
