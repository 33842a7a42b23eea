//! Who is let in: so many requests a minute from one client, and so many at once from all. What keeps the server running
//! (`/healthz`, `/readyz`) and the hashed files that a browser keeps for ever are always answered.

use std::{
    net::{IpAddr, Ipv6Addr, SocketAddr},
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use ipnet::IpNet;
use moka::future::Cache;
use tokio::sync::Semaphore;
use vithe_shared::{Language, ProblemCode};

use crate::{
    answer::language_of,
    error::ApiError,
    state::{AppState, Settings},
};

/// Clients whose requests are counted at the same time; beyond it the longest idle ones start afresh.
const COUNTED_CLIENTS: u64 = 65_536;

/// What a client waits for room among the requests under way.
const BUSY_SECONDS: u64 = 5;

static FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The limits of the server and what has been used of them.
pub(crate) struct Admission {
    rate: Option<Rate>,
    buckets: Cache<IpAddr, Arc<Mutex<Bucket>>>,
    trusted_proxies: Vec<IpNet>,
    under_way: Option<Semaphore>,
}

impl Admission {
    pub(crate) fn new(settings: &Settings) -> Self {
        let rate = Rate::new(settings.requests_per_minute, settings.burst);
        // A bucket that was not touched for so long is full, which is how a new one starts.
        let time_to_fill = rate.map_or(Duration::ZERO, |rate| rate.time_for(rate.burst));
        Self {
            rate,
            buckets: Cache::builder()
                .max_capacity(COUNTED_CLIENTS)
                .time_to_idle(time_to_fill)
                .build(),
            trusted_proxies: settings.trusted_proxies.clone(),
            under_way: (settings.requests_at_once > 0).then(|| Semaphore::new(settings.requests_at_once)),
        }
    }

    /// Counts a request of a client as so many, or says how long it has to wait.
    async fn count(&self, client: IpAddr, cost: f64) -> Result<(), Duration> {
        let Some(rate) = self.rate else {
            return Ok(());
        };
        let now = Instant::now();
        let bucket = self
            .buckets
            .get_with(counted_address(client), async {
                Arc::new(Mutex::new(Bucket::full(rate, now)))
            })
            .await;
        bucket
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take(rate, now, cost)
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

/// How many requests a client may send.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Rate {
    per_second: f64,
    /// At once, after a rest.
    burst: f64,
}

impl Rate {
    /// `None` without limit.
    fn new(per_minute: u32, burst: u32) -> Option<Self> {
        (per_minute > 0).then(|| Self {
            per_second: f64::from(per_minute) / 60.0,
            burst: f64::from(burst.max(1)),
        })
    }

    fn time_for(self, requests: f64) -> Duration {
        Duration::from_secs_f64(requests / self.per_second)
    }
}

/// The requests that a client may still send; it fills up as time goes by.
#[derive(Debug)]
struct Bucket {
    requests: f64,
    counted: Instant,
}

impl Bucket {
    fn full(rate: Rate, now: Instant) -> Self {
        Self {
            requests: rate.burst,
            counted: now,
        }
    }

    /// Takes so many requests out, or says when there will be as many. More than the burst are never there.
    fn take(&mut self, rate: Rate, now: Instant, cost: f64) -> Result<(), Duration> {
        let cost = cost.min(rate.burst);
        let gained = now.saturating_duration_since(self.counted).as_secs_f64() * rate.per_second;
        self.requests = (self.requests + gained).min(rate.burst);
        self.counted = self.counted.max(now);
        if self.requests < cost {
            return Err(rate.time_for(cost - self.requests));
        }
        self.requests -= cost;
        Ok(())
    }
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
        if let Err(wait) = admission.count(client, cost(request.uri().path())).await {
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
fn cost(path: &str) -> f64 {
    /// Of a review of five years.
    const OF_REPORT: f64 = 15.0;
    let mut segments = path.split('/').filter(|segment| !segment.is_empty());
    let is_report = segments.nth(1).is_some_and(|page| page.eq_ignore_ascii_case("report"));
    let is_file = segments.next().is_some_and(|name| name.contains('.'));
    if is_report && is_file { OF_REPORT } else { 1.0 }
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
    use proptest::prelude::*;

    use super::*;

    const RATE: Rate = Rate {
        per_second: 10.0,
        burst: 3.0,
    };

    #[test]
    fn a_bucket_gives_its_burst_and_then_as_much_as_it_gains() {
        let start = Instant::now();
        let mut bucket = Bucket::full(RATE, start);
        for _ in 0..3 {
            assert_eq!(bucket.take(RATE, start, 1.0), Ok(()));
        }
        assert_eq!(bucket.take(RATE, start, 1.0), Err(Duration::from_millis(100)));
        assert_eq!(bucket.take(RATE, start + Duration::from_millis(150), 1.0), Ok(()));
        assert_eq!(
            bucket.take(RATE, start + Duration::from_millis(150), 1.0),
            Err(Duration::from_millis(50))
        );
    }

    #[test]
    fn a_rest_gives_no_more_than_the_burst() {
        let start = Instant::now();
        let mut bucket = Bucket::full(RATE, start);
        let later = start + Duration::from_hours(1);
        let given = (0..10).filter(|_| bucket.take(RATE, later, 1.0).is_ok()).count();
        assert_eq!(given, 3);
    }

    #[test]
    fn a_report_takes_as_much_as_many_requests_but_is_never_out_of_reach() {
        let start = Instant::now();
        let report = cost("/vi/report/hau-giang.pdf");
        assert!(report > 1.0 && cost("/VI//Report/hau-giang.docx") == report);
        for path in ["/vi/report/hau-giang", "/figures/map.svg", "/vi/"] {
            assert_eq!(cost(path), 1.0, "{path}");
        }
        let mut bucket = Bucket::full(RATE, start);
        assert_eq!(bucket.take(RATE, start, report), Ok(()));
        assert!(bucket.take(RATE, start, 1.0).is_err());
        assert!(bucket.take(RATE, start + Duration::from_secs(1), report).is_ok());
    }

    #[test]
    fn without_a_rate_nothing_is_counted() {
        assert_eq!(Rate::new(0, 200), None);
        assert_eq!(Rate::new(600, 0).map(|rate| rate.burst), Some(1.0));
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

    proptest! {
        #[test]
        fn no_stretch_of_time_gives_more_than_the_burst_and_the_rate(
            pauses in proptest::collection::vec(0_u64..400, 1..200),
        ) {
            let start = Instant::now();
            let mut bucket = Bucket::full(RATE, start);
            let mut now = start;
            let mut given = 0.0;
            for pause in pauses {
                now += Duration::from_millis(pause);
                if bucket.take(RATE, now, 1.0).is_ok() {
                    given += 1.0;
                }
                let allowed = RATE.burst + (now - start).as_secs_f64() * RATE.per_second;
                prop_assert!(given <= allowed + 1e-6);
            }
        }
    }
}
