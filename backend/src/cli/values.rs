//! Values of settings as they are typed.

use std::net::IpAddr;

use ipnet::IpNet;
use vithe_shared::{IndexId, Language, domain::Redistribution};

pub(super) fn parse_origin(text: &str) -> Result<String, String> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    match host.map(|host| host.trim_end_matches('/')) {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', ' ', '"', '<']) => {
            Ok(text.trim_end_matches('/').to_owned())
        }
        _ => Err("expected http:// or https:// and a host, without a path".to_owned()),
    }
}

/// The path as it stands before every other one: without a slash at its end.
pub(super) fn parse_base_path(text: &str) -> Result<String, String> {
    let base = text.strip_suffix('/').unwrap_or(text);
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.~".contains(letter);
    let is_segment = |segment: &str| segment.chars().all(is_plain) && !segment.trim_matches('.').is_empty();
    let mut segments = base.split('/');
    if segments.next() == Some("") && segments.all(is_segment) {
        Ok(base.to_owned())
    } else {
        Err("expected a path such as /vithe, of letters, digits and -_.~".to_owned())
    }
}

pub(super) fn parse_redistribution(text: &str) -> Result<(IndexId, Redistribution), String> {
    let (index, terms) = text.split_once('=').ok_or("expected INDEX=full or INDEX=displayed")?;
    let index = index
        .trim()
        .parse()
        .map_err(|error: vithe_shared::identifier::IdentifierError| error.to_string())?;
    let terms = match terms.trim() {
        "full" => Redistribution::Full,
        "displayed" => Redistribution::Displayed,
        other => return Err(format!("{other:?} is neither full nor displayed")),
    };
    Ok((index, terms))
}

pub(super) fn parse_workers(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(workers) if workers <= 64 => Ok(workers),
        _ => Err("expected a number from 0 to 64".to_owned()),
    }
}

pub(super) fn parse_network(text: &str) -> Result<IpNet, String> {
    let text = text.trim();
    let single = || text.parse::<IpAddr>().ok().map(IpNet::from);
    text.parse()
        .ok()
        .or_else(single)
        .ok_or_else(|| "expected an address or a network such as 10.0.0.0/8".to_owned())
}

pub(super) fn parse_requests_at_once(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(requests) if requests <= tokio::sync::Semaphore::MAX_PERMITS => Ok(requests),
        _ => Err("expected a number of requests".to_owned()),
    }
}

pub(super) fn parse_language(text: &str) -> Result<Language, String> {
    text.parse()
        .map_err(|error: vithe_shared::identifier::IdentifierError| error.to_string())
}
