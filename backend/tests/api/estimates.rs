//! Estimates: none stands without its mark, nor does a change from or to one.

use crate::support::get;

/// The text of the content of a page, its marks left out.
async fn content(address: &str) -> String {
    let page = get(address).await;
    let page = page.text();
    let (_, main) = page.split_once("<main").unwrap();
    let (main, _) = main.split_once("</main>").unwrap();
    let mut text = String::new();
    for part in main.split('<') {
        text.push_str(part.split_once('>').map_or("", |(_, text)| text));
        text.push(' ');
    }
    text
}

/// What looks like a decimal number and has no mark, with what stands before it.
fn unmarked(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_decimal = |word: &str| {
        let word = word
            .trim_start_matches(['+', '−', '('])
            .trim_end_matches([')', '.', ';', ',']);
        let parts = word.split_once(',');
        parts.is_some_and(|(whole, decimals)| {
            let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
            digits(whole) && digits(decimals)
        })
    };
    words
        .iter()
        .enumerate()
        .filter(|(place, word)| is_decimal(word) && (*place == 0 || words[place - 1] != "≈"))
        .map(|(place, _)| words[place.saturating_sub(4)..(place + 3).min(words.len())].join(" "))
        .collect()
}

/// What Cần Thơ, Hậu Giang and Sóc Trăng had before they became a unit: PCI 2022, PAPI 2022 and PAPI 2024, all published.
const OF_MEMBERS: [&str; 9] = [
    "66,94", "68,12", "65,17", "39,97", "42,59", "42,86", "45,19", "44,01", "40,44",
];

/// Of a unit that was merged, in a year before it was one, every score, change, median and distance is an estimate.
#[tokio::test]
async fn every_figure_of_a_merged_unit_bears_the_mark() {
    for address in [
        "/vi/province/can-tho?y=2022&borders=34",
        "/vi/province/can-tho?y=2022&i=papi&borders=34",
        "/vi/province/can-tho?y=2022&i=pci&c=labor&borders=34",
    ] {
        let text = content(address).await;
        assert!(text.contains('≈'), "{address}");
        let mut found = unmarked(&text);
        found.retain(|words| !OF_MEMBERS.iter().any(|published| words.contains(published)));
        assert!(found.is_empty(), "{address}: {found:#?}");
    }
}

/// PAR INDEX and SIPAS 2020 of Hậu Giang are worked out from the changes that a source states; 2021 is published.
#[tokio::test]
async fn a_change_from_an_estimate_is_marked_wherever_it_is_told() {
    for (address, marked) in [
        ("/vi/province/hau-giang?y=2021&i=par", "tăng ≈\u{a0}2,26\u{a0}điểm"),
        (
            "/vi/province/hau-giang?y=2021&i=par",
            "tăng từ ≈\u{a0}84,51 năm 2020 lên 86,77",
        ),
        ("/vi/province/hau-giang?y=2021&i=sipas", "tăng từ ≈\u{a0}81,1 năm 2020"),
        ("/vi/index/par?y=2021&tab=table", "≈\u{a0}+2,26"),
        (
            "/vi/report/hau-giang?y=2017..2021",
            "tăng ≈\u{a0}2,26\u{a0}điểm, tăng ≈\u{a0}1 bậc",
        ),
        ("/vi/scatter?x=par.overall&vs=sipas.overall&y=2020", "≈\u{a0}84,51"),
    ] {
        let text = content(address).await;
        assert!(text.contains(marked), "{address}: {marked}");
        for figure in ["2,26", "84,51", "81,1 năm 2020"] {
            let alone = text
                .match_indices(figure)
                .find(|(at, _)| !["≈\u{a0}", "≈\u{a0}+"].iter().any(|mark| text[..*at].ends_with(mark)));
            assert_eq!(alone, None, "{address}");
        }
    }
}
