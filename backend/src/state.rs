//! What every handler shares: the snapshot, the settings, and the caches. Cheap to clone.

use std::{sync::Arc, time::Duration};

use ipnet::IpNet;
use vithe_frontend::site::SiteManifest;
use vithe_shared::engine::catalog::Catalog;

use crate::{
    answer::AnswerCache,
    data::Data,
    middleware::admission::Admission,
    routes::{figures::Figures, pages::PageCache, reports::Reports},
    site::load_manifest,
    snapshot::{PastVersions, past_versions},
};

/// The build that answers, named by `build.rs`; part of every entity tag, since a new build may answer differently.
pub(crate) const BUILD: &str = env!("VITHE_BUILD");

/// How the server behaves; every field is a setting of `vithe serve`.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The public address of the site (`https://vithe.example`), for absolute links; the `Host` of a request otherwise.
    pub public_origin: Option<String>,
    /// How many requests a client may send a minute; 0 for any number.
    pub requests_per_minute: u32,
    /// How many of them at once, after a rest.
    pub burst: u32,
    /// The proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// How many requests may be under way at once; 0 for any number.
    pub requests_at_once: usize,
    /// How many connections a client may have open at once; 0 for any number. A trusted proxy may have any number.
    pub connections_per_client: usize,
    /// How long a request may take.
    pub request_timeout: Duration,
    /// How long the head of a request may take to arrive.
    pub header_timeout: Duration,
    /// How long a connection is kept on which nothing moves.
    pub idle_timeout: Duration,
    /// How many bytes of encoded answers are kept.
    pub answer_cache_bytes: u64,
    /// How many bytes of rendered pages are kept.
    pub page_cache_bytes: u64,
    /// How many bytes of figures are kept.
    pub figure_cache_bytes: u64,
    /// How many bytes of reports are kept.
    pub report_cache_bytes: u64,
    /// How many threads draw figures; 0 for none, so that figures answer 503.
    pub figure_workers: usize,
    /// Whether the first pages are made before anybody asks for them.
    pub warm_up: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            public_origin: None,
            requests_per_minute: 600,
            burst: 200,
            trusted_proxies: Vec::new(),
            requests_at_once: 512,
            connections_per_client: 256,
            request_timeout: Duration::from_secs(10),
            header_timeout: Duration::from_secs(10),
            idle_timeout: Duration::from_mins(1),
            answer_cache_bytes: 32 * 1024 * 1024,
            page_cache_bytes: 32 * 1024 * 1024,
            figure_cache_bytes: 32 * 1024 * 1024,
            report_cache_bytes: 32 * 1024 * 1024,
            figure_workers: std::thread::available_parallelism()
                .map_or(2, std::num::NonZero::get)
                .min(4),
            warm_up: false,
        }
    }
}

struct Shared {
    data: Arc<Data>,
    past: PastVersions,
    settings: Settings,
    admission: Admission,
    answers: AnswerCache,
    figures: Figures,
    pages: PageCache,
    reports: Reports,
    site: SiteManifest,
}

/// The state of the server.
#[derive(Clone)]
pub struct AppState(Arc<Shared>);

impl AppState {
    /// A state over a snapshot. A figure engine that cannot start is logged; then figures answer 503 and the rest works.
    pub fn new(data: Arc<Data>, settings: Settings) -> Self {
        let figures = Figures::start(&data, &settings);
        let admission = Admission::new(&settings);
        let answers = AnswerCache::new(settings.answer_cache_bytes);
        let pages = PageCache::new(settings.page_cache_bytes);
        let reports = Reports::start(settings.report_cache_bytes);
        let site = load_manifest(settings.public_origin.as_deref(), &data);
        Self(Arc::new(Shared {
            data,
            past: past_versions(),
            settings,
            admission,
            answers,
            figures,
            pages,
            reports,
            site,
        }))
    }

    /// What is served.
    pub fn data(&self) -> &Data {
        &self.0.data
    }

    pub(crate) fn shared_data(&self) -> Arc<Data> {
        Arc::clone(&self.0.data)
    }

    /// The versions of the past that are here.
    pub(crate) fn past(&self) -> &PastVersions {
        &self.0.past
    }

    /// The figures.
    pub fn catalog(&self) -> &Catalog {
        self.0.data.catalog()
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    pub(crate) fn admission(&self) -> &Admission {
        &self.0.admission
    }

    pub(crate) fn answers(&self) -> &AnswerCache {
        &self.0.answers
    }

    pub(crate) fn pages(&self) -> &PageCache {
        &self.0.pages
    }

    pub(crate) fn reports(&self) -> &Reports {
        &self.0.reports
    }

    /// Where the files of the site are.
    pub(crate) fn site(&self) -> &SiteManifest {
        &self.0.site
    }

    pub(crate) fn figures(&self) -> &Figures {
        &self.0.figures
    }
}
