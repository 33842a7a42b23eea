//! The provinces that are alike: how near, how much better, and in what.

use vithe_shared::{
    Language, ProvinceSlug, Year,
    api::{
        ProvinceList,
        peers::{Peer, PeerContext, PeersAnswer},
    },
    domain::IndexInfo,
};

use super::wording::{score_number, source_line};
use crate::{
    format::{NO_BREAK_SPACE, NO_FIGURE, format_difference, format_rank, format_score, join_names},
    text::peers as text,
};

/// How many are named in a sentence.
const NAMED: usize = 3;

/// Another province beside the one asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct PeerView {
    /// The province.
    pub province: ProvinceSlug,
    /// Its name.
    pub name: String,
    /// `4/63`
    pub rank: String,
    /// Its total.
    pub score: String,
    /// Its total minus the own, with its sign.
    pub difference: String,
    /// The distance by components.
    pub distance: String,
    /// `giống, hạng cao hơn`; empty where it is not alike.
    pub likeness: &'static str,
    /// The name of its region.
    pub region: String,
    /// Whether it is the region of the province asked for.
    pub same_region: bool,
    /// `1.891 (2,6 lần)`
    pub population: String,
    /// `nhóm 2/5`
    pub grdp: String,
    /// The components in which it leads most: `Cạnh tranh bình đẳng +0,94`.
    pub leads: Vec<String>,
}

/// The peers of a province.
#[derive(Clone, Debug, PartialEq)]
pub struct PeersView {
    /// The heading.
    pub title: String,
    /// One sentence; `None` where no peers are told.
    pub finding: Option<String>,
    /// Why none are told, one sentence.
    pub missing: Option<String>,
    /// The others in the order asked for.
    pub rows: Vec<PeerView>,
    /// The province asked for, as it is told beside the others.
    pub own: Option<String>,
    /// The head of the column of populations: it names the year.
    pub population_head: String,
    /// How the table is read.
    pub notes: Vec<String>,
    /// Publisher, method version and n.
    pub source: String,
}

/// Tells the peers of an answer.
pub fn peers_view(answer: &PeersAnswer, index: &IndexInfo, provinces: &ProvinceList, language: Language) -> PeersView {
    let name = language.pick(&answer.name_vi, &answer.name_en);
    let method_version = index.coverage_of(answer.year).map(|year| year.method_version.as_str());
    let n = Some(answer.n).filter(|n| *n > 0);
    let context = answer.own.as_ref().map(|own| &own.context);
    PeersView {
        title: format!("{}: {} {}", text::like(name, language), index.short_name, answer.year),
        finding: better_and_like(answer, language),
        missing: answer
            .missing
            .as_ref()
            .map(|missing| language.pick(&missing.reason.vi, &missing.reason.en).to_owned()),
        rows: answer
            .rows
            .iter()
            .map(|peer| peer_view(peer, answer, index, provinces, language))
            .collect(),
        own: own_words(answer, index, language),
        population_head: population_head(context.and_then(|context| context.population_year), language),
        notes: notes(answer, language),
        source: source_line(index, &answer.year.to_string(), method_version, n, language),
    }
}

/// Who is alike and ranks higher, in one sentence without its stop; `None` where no peers are told.
pub fn better_and_like(answer: &PeersAnswer, language: Language) -> Option<String> {
    if answer.rows.is_empty() {
        return None;
    }
    let name = language.pick(&answer.name_vi, &answer.name_en);
    let peers = answer.better_and_like();
    let names: Vec<&str> = peers
        .iter()
        .take(NAMED)
        .map(|peer| language.pick(&peer.name_vi, &peer.name_en))
        .collect();
    let more = peers.len() - names.len();
    Some(match (names.is_empty(), language) {
        (true, Language::Vi) => format!("Trong những tỉnh giống {name} nhất, không tỉnh nào có hạng cao hơn"),
        (true, Language::En) => format!("None of the provinces most like {name} ranks higher"),
        (false, Language::Vi) if more > 0 => {
            format!("Giống {name} và hạng cao hơn: {} và {more} tỉnh khác", names.join(", "))
        }
        (false, Language::En) if more > 0 => {
            format!("Like {name} and ranked higher: {} and {more} more", names.join(", "))
        }
        (false, Language::Vi) => format!("Giống {name} và hạng cao hơn: {}", join_names(&names, language)),
        (false, Language::En) => format!("Like {name} and ranked higher: {}", join_names(&names, language)),
    })
}

fn peer_view(
    peer: &Peer,
    answer: &PeersAnswer,
    index: &IndexInfo,
    provinces: &ProvinceList,
    language: Language,
) -> PeerView {
    let dash = || NO_FIGURE.to_owned();
    let decimals = |value: f64| index.scale.decimals.of(value);
    let region = provinces.regions.iter().find(|region| region.id == peer.region);
    PeerView {
        province: peer.province.clone(),
        name: language.pick(&peer.name_vi, &peer.name_en).to_owned(),
        rank: peer
            .rank
            .zip(peer.rank_n)
            .map_or_else(dash, |(rank, n)| format_rank(rank, n)),
        score: peer
            .score
            .map_or_else(dash, |score| score_number(score, index.scale, language)),
        difference: peer.score_difference.map_or_else(dash, |difference| {
            format_difference(difference, decimals(difference), language)
        }),
        distance: format_score(peer.distance, 2, language),
        likeness: match (peer.is_like, peer.is_better) {
            (true, true) => text::LIKE_AND_BETTER.get(language),
            (true, false) => text::LIKE.get(language),
            (false, _) => "",
        },
        region: region.map_or_else(String::new, |region| {
            language.pick(&region.short_vi, &region.short_en).to_owned()
        }),
        same_region: peer.same_region,
        population: population(&peer.context, peer.population_ratio, language),
        grdp: peer
            .context
            .grdp_fifth
            .map_or_else(dash, |fifth| fifth_words(fifth, language)),
        leads: peer
            .leads
            .iter()
            .map(|lead| {
                let component = index.component(&lead.component);
                let named = component.and_then(|component| component.name_in(answer.year));
                let name = named.map_or_else(
                    || lead.component.as_str(),
                    |named| language.pick(&named.name_vi, &named.name_en),
                );
                format!("{name} {}", format_difference(lead.difference, 2, language))
            })
            .collect(),
    }
}

/// `nhóm 2/5`: the figures behind a fifth come from a secondary source and are not told.
fn fifth_words(fifth: u8, language: Language) -> String {
    match language {
        Language::Vi => format!("nhóm{NO_BREAK_SPACE}{fifth}/5"),
        Language::En => format!("fifth{NO_BREAK_SPACE}{fifth} of{NO_BREAK_SPACE}5"),
    }
}

fn population(context: &PeerContext, ratio: Option<f64>, language: Language) -> String {
    let Some(thousands) = context.population_thousands else {
        return NO_FIGURE.to_owned();
    };
    let thousands = format_score(thousands, 0, language);
    match (ratio, language) {
        (Some(ratio), Language::Vi) => {
            format!("{thousands} ({}{NO_BREAK_SPACE}lần)", format_score(ratio, 1, language))
        }
        (Some(ratio), Language::En) => format!("{thousands} ({}×)", format_score(ratio, 1, language)),
        (None, _) => thousands,
    }
}

fn population_head(year: Option<Year>, language: Language) -> String {
    let year = year.map_or_else(String::new, |year| format!(" {year}"));
    match language {
        Language::Vi => format!("Dân số{year}, nghìn người"),
        Language::En => format!("Population{year}, thousands"),
    }
}

/// Where the province itself stands, in the terms of the table.
fn own_words(answer: &PeersAnswer, index: &IndexInfo, language: Language) -> Option<String> {
    let own = answer.own.as_ref()?;
    let name = language.pick(&answer.name_vi, &answer.name_en);
    let mut facts = Vec::new();
    facts.extend(
        own.score
            .map(|score| super::wording::score_text(score, index.scale, language)),
    );
    facts.extend(own.rank.map(|rank| crate::format::rank_words(rank, answer.n, language)));
    facts.extend(own.context.population_thousands.map(|thousands| {
        let thousands = format_score(thousands, 0, language);
        match language {
            Language::Vi => format!("{thousands} nghìn người"),
            Language::En => format!("{thousands} thousand people"),
        }
    }));
    facts.extend(own.context.grdp_fifth.map(|fifth| {
        let words = fifth_words(fifth, language);
        match language {
            Language::Vi => format!("{words} về GRDP bình quân đầu người"),
            Language::En => format!("{words} by GRDP per head"),
        }
    }));
    Some(format!("{name}: {}", facts.join(" · ")))
}

fn notes(answer: &PeersAnswer, language: Language) -> Vec<String> {
    let mut notes = vec![text::DISTANCE_NOTE.get(language).to_owned()];
    let year = answer.own.as_ref().and_then(|own| own.context.grdp_year);
    // The province itself may lack what the others have.
    let year = year.or_else(|| answer.rows.iter().find_map(|peer| peer.context.grdp_year));
    notes.extend(year.map(|year| match language {
        Language::Vi => format!(
            "GRDP bình quân đầu người năm {year} lấy từ nguồn thứ cấp nên chỉ nêu nhóm năm phần: nhóm 1/5 cao nhất."
        ),
        Language::En => format!(
            "GRDP per head of {year} comes from a secondary source, so only the fifth is told: fifth 1 of 5 is the highest."
        ),
    }));
    notes.push(text::CAUSES_NOTE.get(language).to_owned());
    notes
}

#[cfg(test)]
mod tests {
    use vithe_shared::{
        IndexId,
        api::peers::{ComponentLead, PeersMissing, PeersOwn},
        domain::{PeerLens, Reason},
    };

    use super::*;
    use crate::view_model::fixtures;

    fn context(thousands: f64, fifth: Option<u8>) -> PeerContext {
        PeerContext {
            population_thousands: Some(thousands),
            population_year: Some(Year(2020)),
            grdp_fifth: fifth,
            grdp_year: fifth.map(|_| Year(2020)),
        }
    }

    /// Province A, the third, and others: how many are alike and better, then one that is alike, then one that is not.
    fn answer(better: usize) -> PeersAnswer {
        let own = fixtures::province('A');
        let letters = ['B', 'C', 'D', 'E', 'F', 'G'];
        let rows = letters[..better + 2]
            .iter()
            .enumerate()
            .map(|(place, letter)| {
                let province = fixtures::province(*letter);
                Peer {
                    same_region: province.region == own.region,
                    province: province.slug,
                    name_vi: province.name_vi,
                    name_en: province.name_en,
                    region: province.region,
                    score: Some(70.0),
                    rank: Some(1),
                    rank_n: Some(6),
                    score_difference: Some(if place < better { 1.5 } else { -0.5 }),
                    distance: 0.5 + place as f64,
                    is_like: place <= better,
                    is_better: place < better,
                    leads: vec![ComponentLead {
                        component: "entry".parse().unwrap(),
                        difference: 0.94,
                    }],
                    context: context(1890.9, (place > 0).then_some(2)),
                    population_ratio: Some(2.592),
                }
            })
            .collect();
        PeersAnswer {
            index: IndexId::Pci,
            year: Year(2021),
            years: vec![Year(2021)],
            province: own.slug,
            name_vi: own.name_vi,
            name_en: own.name_en,
            by: PeerLens::Profile,
            own: Some(PeersOwn {
                region: own.region,
                score: Some(69.0),
                rank: Some(3),
                context: context(729.5, Some(3)),
            }),
            n: 6,
            components: vec!["entry".parse().unwrap()],
            rows,
            missing: None,
            sources: Vec::new(),
            context_source_ids: Vec::new(),
            revision: "test".to_owned(),
        }
    }

    fn view(answer: &PeersAnswer, language: Language) -> PeersView {
        peers_view(
            answer,
            &fixtures::index_info(IndexId::Pci),
            &fixtures::province_list(8),
            language,
        )
    }

    #[test]
    fn the_finding_names_three_and_counts_the_others() {
        let told = |better, language| better_and_like(&answer(better), language).unwrap();
        assert_eq!(
            told(4, Language::Vi),
            "Giống Tỉnh A và hạng cao hơn: Tỉnh B, Tỉnh C, Tỉnh D và 1 tỉnh khác"
        );
        assert_eq!(
            told(2, Language::En),
            "Like Province A and ranked higher: Province B and Province C"
        );
        assert_eq!(
            told(0, Language::Vi),
            "Trong những tỉnh giống Tỉnh A nhất, không tỉnh nào có hạng cao hơn"
        );
    }

    #[test]
    fn a_row_says_how_near_how_far_ahead_and_no_figure_of_grdp() {
        let vi = view(&answer(2), Language::Vi);
        let row = &vi.rows[1];
        assert_eq!((row.rank.as_str(), row.difference.as_str()), ("1/6", "+1,50"));
        assert_eq!((row.distance.as_str(), row.likeness), ("1,50", "giống, hạng cao hơn"));
        assert_eq!(
            (row.population.as_str(), row.grdp.as_str()),
            ("1.891 (2,6\u{a0}lần)", "nhóm\u{a0}2/5")
        );
        assert_eq!((vi.rows[0].grdp.as_str(), vi.rows[3].likeness), ("–", ""));
        assert!(row.leads[0].ends_with(" +0,94"), "{:?}", row.leads);
        assert_eq!(vi.population_head, "Dân số 2020, nghìn người");
        assert!(vi.own.unwrap().contains("730 nghìn người · nhóm\u{a0}3/5"));
        let en = view(&answer(2), Language::En);
        assert_eq!(en.title, "Provinces like Province A: PCI 2021");
        assert_eq!(en.rows[1].population, "1,891 (2.6×)");
        assert!(
            en.notes
                .iter()
                .any(|note| note.contains("2020 comes from a secondary source"))
        );
    }

    #[test]
    fn where_there_are_none_the_reason_stands_in_their_place() {
        let mut none = answer(0);
        none.rows.clear();
        none.own = None;
        none.missing = Some(PeersMissing {
            reason: Reason {
                code: "incomplete_table".to_owned(),
                vi: "Mới có 2/6.".to_owned(),
                en: "Only 2 of 6.".to_owned(),
            },
            with_components: 2,
            n: 6,
        });
        let told = view(&none, Language::En);
        assert_eq!((told.finding, told.own), (None, None));
        assert_eq!(told.missing.as_deref(), Some("Only 2 of 6."));
    }
}
