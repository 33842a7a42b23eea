//! Which version of the figures an answer is of: the newest, or the one that its address names with `v`. Those of the past are
//! made when they are first asked for, and a few are kept.

use std::sync::Arc;

use moka::future::Cache;
use vithe_shared::{Language, Problem, ProblemCode, engine::catalog::Catalog};

use crate::{
    answer::{CACHE_DATA, CACHE_FOREVER},
    data::Data,
    error::ApiError,
    extract::VERSION,
    state::AppState,
};

/// How many versions of the past are kept; each needs about as much memory as the newest.
const MOST_VERSIONS: u64 = 3;

/// The figures that an answer is made of.
#[derive(Clone, Debug)]
pub(crate) struct Snapshot {
    data: Arc<Data>,
    is_frozen: bool,
}

impl Snapshot {
    /// The newest figures.
    pub(crate) const fn newest(data: Arc<Data>) -> Self {
        Self { data, is_frozen: false }
    }

    /// What is served.
    pub(crate) fn data(&self) -> &Data {
        &self.data
    }

    /// The figures.
    pub(crate) fn catalog(&self) -> &Catalog {
        self.data.catalog()
    }

    /// The version that the address names; its answer never changes.
    pub(crate) fn frozen_version(&self) -> Option<&str> {
        self.is_frozen.then(|| self.catalog().version())
    }

    /// How long an answer of data may be kept.
    pub(crate) const fn cache_control(&self) -> &'static str {
        if self.is_frozen { CACHE_FOREVER } else { CACHE_DATA }
    }
}

/// The versions of the past that are here, by their names.
pub(crate) type PastVersions = Cache<String, Arc<Data>>;

/// A cache for them.
pub(crate) fn past_versions() -> PastVersions {
    Cache::new(MOST_VERSIONS)
}

/// The figures of the version that an address names, or the newest where it names none.
pub(crate) async fn find_snapshot(
    state: &AppState,
    version: Option<&str>,
    language: Language,
) -> Result<Snapshot, ApiError> {
    let newest = state.shared_data();
    let Some(version) = version else {
        return Ok(Snapshot::newest(newest));
    };
    let frozen = |data| Snapshot { data, is_frozen: true };
    if version == newest.catalog().version() {
        return Ok(frozen(newest));
    }
    if !newest.catalog().versions().iter().any(|known| known.version == version) {
        return Err(unknown_version(version, newest.catalog(), language));
    }
    let made = state.past().try_get_with(version.to_owned(), async {
        let wanted = version.to_owned();
        // It takes a while, away from the threads that answer.
        let made = tokio::task::spawn_blocking(move || newest.at_version(&wanted)).await;
        let failed = |error: &dyn std::error::Error| {
            tracing::error!(%error, version, "a version of the past could not be made");
            ApiError::internal(language)
        };
        let made = made.map_err(|error| failed(&error))?;
        made.map(Arc::new).map_err(|error| failed(&error))
    });
    // On the heap: it is large, and most requests name no version.
    Box::pin(made).await.map(frozen).map_err(Arc::unwrap_or_clone)
}

fn unknown_version(version: &str, catalog: &Catalog, language: Language) -> ApiError {
    let known: Vec<&str> = catalog.versions().iter().map(|known| known.version.as_str()).collect();
    let known = known.join(", ");
    let detail = match language {
        Language::Vi => format!("Không có phiên bản dữ liệu “{version}”. Các phiên bản hiện có: {known}."),
        Language::En => format!("There is no dataset version “{version}”. The versions are {known}."),
    };
    Problem::new(ProblemCode::UnknownVersion, language, detail)
        .at_parameter(VERSION)
        .into()
}
