//! `cargo xtask check`: what the running product weighs against its budgets, and what the data say of themselves.

use std::{
    fmt::{self, Display, Formatter},
    fs,
    path::Path,
    process::Command,
};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use vithe_tests::Server;

use crate::{
    browser::{self, Browser},
    compress::brotli,
    pages::{LANGUAGES, Page, pages},
    process::{capture, succeeds_visibly},
    site::{has_extension, read_manifest, url_targets},
    test, workspace,
};

/// Bytes of a kilobyte: budgets count in thousands.
const KB: u64 = 1000;

/// HTML with the first figure and its table, the style sheet and all its fonts.
const FIRST_VIEW: Limit = Limit::hard(60 * KB);
/// The server with the site and the data in it.
const BINARY: Limit = Limit::hard(30_000 * KB);
const WASM: Limit = Limit {
    aim: 250 * KB,
    fail: 300 * KB,
};
const CHART_ENGINE: Limit = Limit::hard(205 * KB);
const PAGE: Limit = Limit::hard(550 * KB);
const PAGE_WITH_MAP: Limit = Limit::hard(640 * KB);

#[derive(Clone, Copy, Debug)]
struct Limit {
    /// The budget; above it the report says so.
    aim: u64,
    /// Above this the check fails.
    fail: u64,
}

impl Limit {
    const fn hard(bytes: u64) -> Self {
        Self {
            aim: bytes,
            fail: bytes,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Within,
    OverAim,
    Over,
}

impl Display for Verdict {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Within => "ok",
            Self::OverAim => "over budget",
            Self::Over => "TOO BIG",
        })
    }
}

/// One line of the report.
#[derive(Debug)]
struct Weight {
    what: String,
    bytes: u64,
    limit: Limit,
}

impl Weight {
    fn verdict(&self) -> Verdict {
        if self.bytes > self.limit.fail {
            Verdict::Over
        } else if self.bytes > self.limit.aim {
            Verdict::OverAim
        } else {
            Verdict::Within
        }
    }
}

/// What Chromium measured on one page, in bytes as they travelled, headers included.
#[derive(Debug, Deserialize)]
struct Measured {
    page: String,
    language: String,
    total: u64,
}

/// Builds what is checked, prints the report, and tells whether everything holds.
pub(crate) fn run() -> Result<bool> {
    let binary = test::build()?;
    let weights = weigh(&binary)?;
    println!("{}", report(&weights));
    let is_light = weights.iter().all(|weight| weight.verdict() != Verdict::Over);
    let is_sound = succeeds_visibly(Command::new(&binary).arg("check"))?;
    Ok(is_light && is_sound)
}

fn weigh(binary: &Path) -> Result<Vec<Weight>> {
    let pages = pages()?;
    let server = Server::start(binary)?;
    let mut weights = vec![Weight {
        what: "vithe".to_owned(),
        bytes: fs::metadata(binary)?.len(),
        limit: BINARY,
    }];
    weights.extend(files()?);
    weights.extend(first_views(&server, &pages)?);
    weights.extend(whole_pages(&server, &pages)?);
    Ok(weights)
}

fn files() -> Result<Vec<Weight>> {
    let manifest = read_manifest(&workspace::dist())?;
    [("site_bg.wasm", WASM), ("echarts.js", CHART_ENGINE)]
        .into_iter()
        .map(|(name, limit)| {
            let path = manifest.get(name).with_context(|| format!("the site has no {name}"))?;
            Ok(Weight {
                what: name.to_owned(),
                bytes: travelling_size(path)?,
                limit,
            })
        })
        .collect()
}

/// The size of a file of the site as a browser receives it.
fn travelling_size(path: &str) -> Result<u64> {
    let plain = workspace::dist().join(path);
    let compressed = workspace::dist().join(format!("{path}.br"));
    let file = if compressed.exists() { compressed } else { plain };
    Ok(fs::metadata(&file).with_context(|| file.display().to_string())?.len())
}

fn first_views(server: &Server, pages: &[Page]) -> Result<Vec<Weight>> {
    let sheet = read_manifest(&workspace::dist())?
        .remove("site.css")
        .context("the site has no style sheet")?;
    let mut shared = travelling_size(&sheet)?;
    let css = fs::read_to_string(workspace::dist().join(&sheet))?;
    let mut fonts: Vec<String> = url_targets(&css)?
        .into_iter()
        .filter(|target| has_extension(target, "woff2"))
        .collect();
    fonts.sort();
    fonts.dedup();
    for font in fonts {
        shared += travelling_size(&format!("assets/{font}"))?;
    }
    let mut weights = Vec::new();
    for page in pages {
        for language in LANGUAGES {
            let path = format!("/{language}{}", page.path);
            weights.push(Weight {
                what: format!("{path}: HTML, style sheet, fonts"),
                bytes: shared + html_size(server, &path)?,
                limit: FIRST_VIEW,
            });
        }
    }
    Ok(weights)
}

fn html_size(server: &Server, path: &str) -> Result<u64> {
    let response = server.get(path, &[("accept-encoding", "br")])?;
    ensure!(response.status == 200, "{path} answers {}", response.status);
    match response.header("content-encoding") {
        Some("br") => Ok(response.body.len() as u64),
        // What it would weigh, so that one missing header does not hide the page's own size.
        None => Ok(brotli(&response.body)?.len() as u64),
        Some(other) => bail!("{path} comes as {other} although only br was asked for"),
    }
}

fn whole_pages(server: &Server, pages: &[Page]) -> Result<Vec<Weight>> {
    let mut command = browser::node(server.base_url(), Browser::Chromium)?;
    let output = capture(command.arg(browser::folder().join("weigh.mjs")))?;
    let measured: Vec<Measured> = serde_json::from_str(&output).context("weigh.mjs printed no measurements")?;
    measured
        .into_iter()
        .map(|measured| {
            let page = pages
                .iter()
                .find(|page| page.name == measured.page)
                .with_context(|| format!("weigh.mjs measured {}, which is no page", measured.page))?;
            Ok(Weight {
                what: format!("/{}{}: all of it", measured.language, page.path),
                bytes: measured.total,
                limit: if page.has_map() { PAGE_WITH_MAP } else { PAGE },
            })
        })
        .collect()
}

fn report(weights: &[Weight]) -> String {
    let width = weights
        .iter()
        .map(|weight| weight.what.chars().count())
        .max()
        .unwrap_or(0);
    let mut lines = vec![format!("{:width$}  {:>9}  {:>9}", "", "bytes", "budget")];
    for weight in weights {
        let (what, bytes, aim) = (&weight.what, weight.bytes, weight.limit.aim);
        lines.push(format!("{what:width$}  {bytes:>9}  {aim:>9}  {}", weight.verdict()));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wasm(bytes: u64) -> Weight {
        Weight {
            what: "site_bg.wasm".to_owned(),
            bytes,
            limit: WASM,
        }
    }

    #[test]
    fn between_the_budget_and_the_limit_the_report_tells_but_does_not_fail() {
        assert_eq!(wasm(WASM.aim).verdict(), Verdict::Within);
        assert_eq!(wasm(WASM.aim + 1).verdict(), Verdict::OverAim);
        assert_eq!(wasm(WASM.fail).verdict(), Verdict::OverAim);
        assert_eq!(wasm(WASM.fail + 1).verdict(), Verdict::Over);
    }

    #[test]
    fn the_report_has_a_line_for_each_weight() {
        let text = report(&[wasm(1), wasm(900_000)]);
        assert_eq!(
            text,
            "                  bytes     budget\n\
             site_bg.wasm          1     250000  ok\n\
             site_bg.wasm     900000     250000  TOO BIG"
        );
    }
}
