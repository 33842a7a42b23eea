//! Provinces that are alike.

use rmcp::schemars::JsonSchema;
use serde::Serialize;
use vithe_frontend::{
    address::peers_address,
    format::{format_score, rank_words},
    view_model::wording::basis_text,
};
use vithe_shared::{
    Borders, ComponentId, Language, Problem, ProvinceSlug,
    api::peers::{self, Peer},
    domain::RankBasis,
    engine::answers::find_peers,
    query::{PeersQuery, QueryError},
};

use super::{
    Frame, Question, Reply,
    figure::{basis_code, reason_of},
};
use crate::mcp::arguments::{LIMIT, Limit, PROVINCE};

/// The peers of a province.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
pub(in crate::mcp) struct PeersAnswer {
    index: &'static str,
    province: String,
    province_name: String,
    year: u16,
    /// The provinces compared, the one asked for among them; 0 where no peers are told.
    n: u16,
    /// The total of the province asked for.
    score: Option<f64>,
    /// 1 is best.
    rank: Option<u16>,
    /// published or derived.
    rank_basis: Option<&'static str>,
    /// Those alike and better first, then alike, then the rest, nearest first, unless `by` asks for another order.
    peers: Vec<OnePeer>,
    /// Why there are none.
    missing: Option<String>,
    /// The years that can be asked for.
    years: Vec<u16>,
}

/// Another province.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
struct OnePeer {
    province: String,
    province_name: String,
    score: Option<f64>,
    rank: Option<u16>,
    /// How many are ranked.
    n: Option<u16>,
    /// published or derived.
    rank_basis: Option<&'static str>,
    /// By components, in standard deviations.
    distance: f64,
    /// Whether it is among the nearest quarter.
    is_like: bool,
    /// Whether it has the better rank.
    is_better: bool,
    /// The components with its largest lead over the province asked for.
    leads: Vec<Lead>,
}

/// A component in which a peer does better.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
struct Lead {
    component: String,
    difference: f64,
}

/// Answers the peers.
pub(in crate::mcp) fn peers(mut question: Question<'_>) -> Result<Reply, Problem> {
    let limit = question.arguments.take_limit(&Limit::ROWS)?;
    let frame = Frame::of(&question);
    let province = question.arguments.take_province(frame.catalog)?;
    let province = province.ok_or_else(|| QueryError::Missing { name: PROVINCE }.into_problem(frame.language))?;
    let query: PeersQuery = question.arguments.query(frame.catalog, &[], &[PROVINCE, LIMIT])?;
    let answer = frame.ask(find_peers(frame.catalog, &province, &query))?;
    let missing = answer.missing.as_ref();
    let missing = reason_of(missing.map(|missing| &missing.reason), frame.language);
    let totals = frame.table(answer.index, &ComponentId::overall(), answer.year, Borders::Provinces63)?;
    let basis_of = |slug: &ProvinceSlug| {
        let row = totals.rows.iter().find(|row| &row.province == slug)?;
        row.rank.and(row.rank_basis)
    };
    let shown = || {
        answer
            .rows
            .iter()
            .take(limit)
            .map(|peer| (peer, basis_of(&peer.province)))
    };
    let mut lines = vec![heading(frame, &answer)];
    lines.extend(missing.clone());
    lines.extend(shown().map(|(peer, basis)| line(frame, peer, basis)));
    let sources: Vec<super::Source> = (answer.sources.iter())
        .filter(|source| !answer.context_source_ids.contains(&source.id))
        .map(super::Source::from)
        .collect();
    let page = peers_address(frame.language, &answer.province, answer.index, Some(answer.year));
    let own = answer.own.as_ref();
    let body = PeersAnswer {
        index: answer.index.as_str(),
        province: answer.province.to_string(),
        province_name: frame.pick(&answer.name_vi, &answer.name_en).to_owned(),
        year: answer.year.0,
        n: answer.n,
        score: own.and_then(|own| own.score),
        rank: own.and_then(|own| own.rank),
        rank_basis: basis_of(&answer.province).map(basis_code),
        peers: shown().map(|(peer, basis)| one_peer(frame, peer, basis)).collect(),
        missing,
        years: answer.years.iter().map(|year| year.0).collect(),
    };
    frame.reply(body, lines, &[(answer.index, Some(answer.year))], sources, &page)
}

fn one_peer(frame: Frame<'_>, peer: &Peer, basis: Option<RankBasis>) -> OnePeer {
    let leads = peer.leads.iter().map(|lead| Lead {
        component: lead.component.to_string(),
        difference: lead.difference,
    });
    OnePeer {
        province: peer.province.to_string(),
        province_name: frame.pick(&peer.name_vi, &peer.name_en).to_owned(),
        score: peer.score,
        rank: peer.rank,
        n: peer.rank_n,
        rank_basis: basis.map(basis_code),
        distance: peer.distance,
        is_like: peer.is_like,
        is_better: peer.is_better,
        leads: leads.collect(),
    }
}

fn heading(frame: Frame<'_>, answer: &peers::PeersAnswer) -> String {
    let name = frame.pick(&answer.name_vi, &answer.name_en);
    let (index, year, n) = (answer.index.short_name(), answer.year, answer.n);
    match frame.language {
        Language::Vi => format!("Các tỉnh giống {name} theo điểm thành phần {index} {year} (n = {n}):"),
        Language::En => format!("Provinces like {name} by the components of the {index} {year} (n = {n}):"),
    }
}

fn line(frame: Frame<'_>, peer: &Peer, basis: Option<RankBasis>) -> String {
    let language = frame.language;
    let name = frame.pick(&peer.name_vi, &peer.name_en);
    let distance = format_score(peer.distance, 2, language);
    let rank = peer.rank.zip(peer.rank_n).zip(basis).map_or_else(
        || "–".to_owned(),
        |((rank, n), basis)| format!("{} ({})", rank_words(rank, n, language), basis_text(basis, language)),
    );
    let alike = match (peer.is_like, peer.is_better) {
        (true, true) => language.pick("giống và hạng tốt hơn", "alike and better"),
        (true, false) => language.pick("giống", "alike"),
        (false, true) => language.pick("không giống, hạng tốt hơn", "not alike, better"),
        (false, false) => language.pick("không giống", "not alike"),
    };
    match language {
        Language::Vi => format!("{name}: {rank}, khoảng cách {distance}, {alike}."),
        Language::En => format!("{name}: {rank}, distance {distance}, {alike}."),
    }
}
