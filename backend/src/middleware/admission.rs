//! Who is let in: so many requests a minute from one client, and so many at once from all. What keeps the server running
//! (`/healthz`, `/readyz`) and the hashed files that a browser keeps for ever are always answered.

use std::{
    net::{IpAddr, Ipv6Addr, SocketAddr},
    num::NonZeroU32,
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter, clock::Clock as _};
use ipnet::IpNet;
use tokio::sync::Semaphore;
use vithe_shared::{Language, ProblemCode};

use crate::{
    answer::language_of,
    error::ApiError,
    state::{AppState, Settings},
};

/// What a client waits for room among the requests under way.
const BUSY_SECONDS: u64 = 5;

static FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// After so many requests the clients that have rested are forgotten.
const FORGET_EVERY: usize = 4_096;

/// The limits of the server and what has been used of them.
pub(crate) struct Admission {
    rate: Option<DefaultKeyedRateLimiter<IpAddr>>,
    counted: AtomicUsize,
    trusted_proxies: Vec<IpNet>,
    under_way: Option<Semaphore>,
}

impl Admission {
    pub(crate) fn new(settings: &Settings) -> Self {
        Self {
            rate: quota(settings).map(RateLimiter::keyed),
            counted: AtomicUsize::new(0),
            trusted_proxies: settings.trusted_proxies.clone(),
            under_way: (settings.requests_at_once > 0).then(|| Semaphore::new(settings.requests_at_once)),
        }
    }

    /// Counts a request of a client as so many, or says how long it has to wait. More than the burst are never there.
    fn count(&self, client: IpAddr, cost: NonZeroU32) -> Result<(), Duration> {
        let Some(rate) = &self.rate else {
            return Ok(());
        };
        if self.counted.fetch_add(1, Ordering::Relaxed) % FORGET_EVERY == FORGET_EVERY - 1 {
            rate.retain_recent();
        }
        let client = counted_address(client);
        let checked = rate
            .check_key_n(&client, cost)
            .or_else(|burst| rate.check_key_n(&client, NonZeroU32::new(burst.0).unwrap_or(NonZeroU32::MIN)));
        // A burst is never more than itself.
        checked
            .unwrap_or(Ok(()))
            .map_err(|refused| refused.wait_time_from(rate.clock().now()))
    }

    /// Whether an address is that of a proxy that the operator trusts.
    pub(crate) fn is_trusted(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.trusted_proxies.iter().any(|network| network.contains(&address))
    }

    /// Whom a request is from: the peer, or, behind proxies that the operator trusts, the last address they were given that is
    /// not one of theirs. Anybody else may write what he likes into the header.
    fn client(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut client = peer.to_canonical();
        // Each proxy appends whom it was asked by, so the nearest hop stands last.
        let hops: Vec<&str> = headers
            .get_all(&FORWARDED_FOR)
            .iter()
            .map(|value| value.to_str().unwrap_or_default())
            .flat_map(|value| value.split(','))
            .collect();
        for hop in hops.into_iter().rev() {
            if !self.is_trusted(client) {
                break;
            }
            let Some(address) = address_of(hop) else {
                break;
            };
            client = address;
        }
        client
    }
}

/// The address of a hop, which some proxies write with a port.
fn address_of(hop: &str) -> Option<IpAddr> {
    let hop = hop.trim();
    let address = hop.parse::<IpAddr>().ok();
    address
        .or_else(|| Some(hop.parse::<SocketAddr>().ok()?.ip()))
        .map(|address| address.to_canonical())
}

/// What is counted as one client: an address, or the network of an IPv6 address, in which a household has all others too.
pub(crate) fn counted_address(client: IpAddr) -> IpAddr {
    match client {
        IpAddr::V4(_) => client,
        IpAddr::V6(address) => {
            let network = address.to_bits() & (u128::MAX << 64);
            IpAddr::V6(Ipv6Addr::from_bits(network))
        }
    }
}

/// How many requests a client may send a minute, and at once after a rest; `None` for any number.
fn quota(settings: &Settings) -> Option<Quota> {
    let per_minute = NonZeroU32::new(settings.requests_per_minute)?;
    let burst = NonZeroU32::new(settings.burst).unwrap_or(NonZeroU32::MIN);
    Some(Quota::per_minute(per_minute).allow_burst(burst))
}

/// Answers a request, or refuses it where its client has sent too many or the server has too many under way.
pub(crate) async fn admit_request(State(state): State<AppState>, request: Request, next: Next) -> Response {
    if is_always_answered(request.uri().path()) {
        return next.run(request).await;
    }
    let admission = state.admission();
    let language = language_of(request.headers());
    // A request that did not come over the network has no peer.
    if let Some(ConnectInfo(peer)) = request.extensions().get::<ConnectInfo<SocketAddr>>() {
        let client = admission.client(peer.ip(), request.headers());
        if let Err(wait) = admission.count(client, cost(request.uri().path())) {
            // Whole seconds, and never so few that the next request comes too early again.
            let seconds = wait.as_secs_f64().ceil().max(1.0);
            return refuse(too_many_requests(seconds, language), seconds);
        }
    }
    let Some(under_way) = &admission.under_way else {
        return next.run(request).await;
    };
    match under_way.try_acquire() {
        Ok(_permit) => next.run(request).await,
        Err(_) => refuse(busy(language), BUSY_SECONDS as f64),
    }
}

/// As how many requests one counts: the file of a report is made of as many figures.
fn cost(path: &str) -> NonZeroU32 {
    /// Of a review of five years.
    const OF_REPORT: NonZeroU32 = NonZeroU32::new(15).unwrap();
    let mut segments = path.split('/').filter(|segment| !segment.is_empty());
    let is_report = segments.nth(1).is_some_and(|page| page.eq_ignore_ascii_case("report"));
    let is_file = segments.next().is_some_and(|name| name.contains('.'));
    if is_report && is_file {
        OF_REPORT
    } else {
        NonZeroU32::MIN
    }
}

fn is_always_answered(path: &str) -> bool {
    matches!(path, "/healthz" | "/readyz") || path.starts_with("/assets/")
}

fn refuse(problem: ApiError, seconds: f64) -> Response {
    let mut response = problem.into_response();
    if let Ok(value) = HeaderValue::from_str(&seconds.to_string()) {
        response.headers_mut().insert(header::RETRY_AFTER, value);
    }
    response
}

fn too_many_requests(seconds: f64, language: Language) -> ApiError {
    ApiError::new(
        ProblemCode::TooManyRequests,
        language,
        || format!("Địa chỉ mạng này đã gửi quá nhiều yêu cầu. Vui lòng thử lại sau {seconds} giây."),
        || {
            let unit = if seconds > 1.0 { "seconds" } else { "second" };
            format!("Too many requests came from this network address. Please try again in {seconds} {unit}.")
        },
    )
}

fn busy(language: Language) -> ApiError {
    ApiError::new(
        ProblemCode::Unavailable,
        language,
        || "Máy chủ đang xử lý quá nhiều yêu cầu. Vui lòng thử lại sau vài giây.".to_owned(),
        || "The server has too many requests under way. Please try again in a few seconds.".to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    fn admission(requests_per_minute: u32, burst: u32) -> Admission {
        Admission::new(&Settings {
            requests_per_minute,
            burst,
            ..Settings::default()
        })
    }

    #[test]
    fn a_client_has_its_burst_and_is_then_told_to_wait() {
        let admission = admission(60, 3);
        let [one, other] = ["192.0.2.1", "192.0.2.2"].map(|address| address.parse().unwrap());
        let admitted = (0..10)
            .filter(|_| admission.count(one, NonZeroU32::MIN).is_ok())
            .count();
        assert_eq!(admitted, 3);
        let wait = admission.count(one, NonZeroU32::MIN).unwrap_err();
        assert!(wait > Duration::ZERO && wait <= Duration::from_secs(1), "{wait:?}");
        assert_eq!(admission.count(other, NonZeroU32::MIN), Ok(()));
    }

    #[test]
    fn a_report_takes_as_much_as_many_requests_but_is_never_out_of_reach() {
        let report = cost("/vi/report/hau-giang.pdf");
        assert!(report > NonZeroU32::MIN && cost("/VI//Report/hau-giang.docx") == report);
        for path in ["/vi/report/hau-giang", "/figures/map.svg", "/vi/"] {
            assert_eq!(cost(path), NonZeroU32::MIN, "{path}");
        }
        let client: IpAddr = "192.0.2.1".parse().unwrap();
        for burst in [3, 40] {
            let admission = admission(60, burst);
            assert_eq!(admission.count(client, report), Ok(()), "{burst} at once");
        }
        let admission = admission(60, 16);
        assert_eq!(admission.count(client, report), Ok(()));
        assert_eq!(admission.count(client, NonZeroU32::MIN), Ok(()));
        assert!(admission.count(client, NonZeroU32::MIN).is_err());
    }

    #[test]
    fn clients_that_have_rested_are_forgotten() {
        let admission = admission(u32::MAX, 1);
        for client in 0..2 * FORGET_EVERY {
            let client = Ipv4Addr::from_bits(u32::try_from(client).unwrap());
            assert_eq!(admission.count(client.into(), NonZeroU32::MIN), Ok(()));
        }
        assert!(admission.rate.unwrap().len() <= FORGET_EVERY);
    }

    #[test]
    fn without_a_rate_nothing_is_counted() {
        assert_eq!(
            quota(&Settings {
                requests_per_minute: 0,
                ..Settings::default()
            }),
            None
        );
        let least = quota(&Settings {
            burst: 0,
            ..Settings::default()
        })
        .unwrap();
        assert_eq!(least.burst_size(), NonZeroU32::MIN);
    }

    fn client(trusted: &[&str], peer: &str, forwarded: &[&'static str]) -> String {
        let admission = Admission::new(&Settings {
            trusted_proxies: trusted.iter().map(|network| network.parse().unwrap()).collect(),
            ..Settings::default()
        });
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append(&FORWARDED_FOR, HeaderValue::from_static(value));
        }
        admission.client(peer.parse().unwrap(), &headers).to_string()
    }

    #[test]
    fn only_a_trusted_proxy_says_whom_a_request_is_from() {
        assert_eq!(client(&[], "10.0.0.1", &["203.0.113.9"]), "10.0.0.1");
        assert_eq!(client(&["10.0.0.0/8"], "192.0.2.1", &["203.0.113.9"]), "192.0.2.1");
        assert_eq!(client(&["10.0.0.0/8"], "10.0.0.1", &["203.0.113.9"]), "203.0.113.9");
        assert_eq!(client(&["10.0.0.0/8"], "10.0.0.1", &[]), "10.0.0.1");
    }

    #[test]
    fn what_a_client_wrote_before_the_proxy_did_is_not_believed() {
        let forwarded = ["198.51.100.1, 203.0.113.9", "10.0.0.7"];
        assert_eq!(client(&["10.0.0.0/8"], "10.0.0.1", &forwarded), "203.0.113.9");
        assert_eq!(client(&["10.0.0.0/8"], "10.0.0.1", &["no address"]), "10.0.0.1");
    }

    #[test]
    fn ports_and_mapped_addresses_are_the_same_client() {
        assert_eq!(
            client(&["10.0.0.0/8"], "::ffff:10.0.0.1", &["203.0.113.9:4711"]),
            "203.0.113.9"
        );
        assert_eq!(
            client(&["10.0.0.0/8"], "10.0.0.1", &["[2001:db8::1]:4711"]),
            "2001:db8::1"
        );
    }

    #[test]
    fn a_network_of_version_6_is_one_client() {
        let counted = |address: &str| counted_address(address.parse().unwrap());
        assert_eq!(counted("2001:db8:1:2::5"), counted("2001:db8:1:2:ffff::9"));
        assert_ne!(counted("2001:db8:1:2::5"), counted("2001:db8:1:3::5"));
        assert_ne!(counted("203.0.113.9"), counted("203.0.113.10"));
    }
}
