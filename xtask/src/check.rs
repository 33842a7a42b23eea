//! `cargo xtask check`: what the running product weighs against its budgets, and what the data say of themselves.

mod limits;

use std::{
    collections::BTreeMap,
    fmt::{self, Display, Formatter},
    fs,
    path::Path,
    process::Command,
};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use vithe_tests::Server;

use self::limits::{
    ALL_WEB_ASSEMBLY, BINARY, FIRST_VIEW, Limit, OFFLINE, PAGE, PAGE_OF_ALL_INDICES, PAGE_OF_REPORT, PARTS, Part,
};
use crate::{
    browser::{self, Browser},
    compress::brotli,
    pages::{LANGUAGES, Page, pages},
    process::{capture, succeeds_visibly},
    site::{has_extension, read_manifest, url_targets},
    test, workspace,
};

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
    weights.push(offline(&server)?);
    weights.extend(first_views(&server, &pages)?);
    weights.extend(whole_pages(&server, &pages)?);
    Ok(weights)
}

/// The files of the site by their parts, and all WebAssembly together.
fn files() -> Result<Vec<Weight>> {
    let manifest = read_manifest(&workspace::dist())?;
    let sizes = manifest
        .iter()
        .map(|(name, path)| Ok((name.as_str(), travelling_size(path)?)))
        .collect::<Result<_>>()?;
    weigh_parts(PARTS, &sizes)
}

fn weigh_parts(parts: &[Part], sizes: &BTreeMap<&str, u64>) -> Result<Vec<Weight>> {
    let mut weights = Vec::new();
    for part in parts {
        let mut bytes = 0;
        for name in part.files {
            bytes += sizes.get(name).with_context(|| format!("the site has no {name}"))?;
        }
        weights.push(Weight {
            what: part.what.to_owned(),
            bytes,
            limit: part.limit,
        });
    }
    let modules = sizes.iter().filter(|(name, _)| has_extension(name, "wasm"));
    let mut all = 0;
    for (name, bytes) in modules {
        ensure!(
            parts.iter().any(|part| part.files.contains(name)),
            "{name} has no limit: name it in xtask/src/check/limits.rs"
        );
        all += bytes;
    }
    weights.push(Weight {
        what: "all WebAssembly".to_owned(),
        bytes: all,
        limit: ALL_WEB_ASSEMBLY,
    });
    Ok(weights)
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

/// Everything that the service worker keeps.
fn offline(server: &Server) -> Result<Weight> {
    let worker = server.get("/service-worker.js", &[])?;
    let mut bytes = 0;
    for address in kept_addresses(worker.text()?)? {
        let answer = server.get(&address, &[("accept-encoding", "br")])?;
        ensure!(answer.status == 200, "{address} answers {}", answer.status);
        bytes += answer.body.len() as u64;
    }
    Ok(Weight {
        what: "all that is kept for use without a network".to_owned(),
        bytes,
        limit: OFFLINE,
    })
}

/// The list that the server puts in front of the script.
fn kept_addresses(worker: &str) -> Result<Vec<String>> {
    let list = worker.lines().find_map(|line| line.strip_prefix("const KEPT = "));
    let list = list.context("the service worker names nothing to keep")?;
    Ok(serde_json::from_str(list.trim_end_matches(';'))?)
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
                limit: match page.name.as_str() {
                    "report" => PAGE_OF_REPORT,
                    _ if page.all_indices => PAGE_OF_ALL_INDICES,
                    _ => PAGE,
                },
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

    const LIMIT: Limit = Limit { aim: 250, fail: 300 };

    fn weight(bytes: u64) -> Weight {
        Weight {
            what: "site_bg.wasm".to_owned(),
            bytes,
            limit: LIMIT,
        }
    }

    #[test]
    fn between_the_budget_and_the_limit_the_report_tells_but_does_not_fail() {
        assert_eq!(weight(250).verdict(), Verdict::Within);
        assert_eq!(weight(251).verdict(), Verdict::OverAim);
        assert_eq!(weight(300).verdict(), Verdict::OverAim);
        assert_eq!(weight(301).verdict(), Verdict::Over);
    }

    #[test]
    fn the_report_has_a_line_for_each_weight() {
        let text = report(&[weight(1), weight(900)]);
        assert_eq!(
            text,
            "                  bytes     budget\n\
             site_bg.wasm          1        250  ok\n\
             site_bg.wasm        900        250  TOO BIG"
        );
    }

    const SITE: &[Part] = &[
        Part {
            what: "main",
            files: &["site_bg.wasm", "site.js"],
            limit: LIMIT,
        },
        Part {
            what: "planner",
            files: &["split_planner.wasm"],
            limit: LIMIT,
        },
    ];

    #[test]
    fn a_part_weighs_what_its_files_weigh_and_all_modules_are_added_up() {
        let sizes = [
            ("site_bg.wasm", 100),
            ("site.js", 10),
            ("split_planner.wasm", 20),
            ("site.css", 5),
        ];
        let weights = weigh_parts(SITE, &sizes.into()).unwrap();
        let bytes: Vec<_> = weights
            .iter()
            .map(|weight| (weight.what.as_str(), weight.bytes))
            .collect();
        assert_eq!(bytes, [("main", 110), ("planner", 20), ("all WebAssembly", 120)]);
    }

    #[test]
    fn what_is_kept_is_read_from_the_worker() {
        let kept = kept_addresses("const BUILD = \"x\";\nconst KEPT = [\"/a\",\"/b?rev=1\"];\n// a script").unwrap();
        assert_eq!(kept, ["/a", "/b?rev=1"]);
        assert!(kept_addresses("// a script").is_err());
    }

    #[test]
    fn a_chunk_without_a_limit_and_a_part_without_its_file_are_errors() {
        let main = [("site_bg.wasm", 100), ("site.js", 10)];
        let error = weigh_parts(SITE, &main.into()).unwrap_err();
        assert!(error.to_string().contains("split_planner.wasm"), "{error}");
        let error = weigh_parts(&SITE[..1], &main.into_iter().chain([("shared.wasm", 1)]).collect()).unwrap_err();
        assert!(error.to_string().contains("shared.wasm has no limit"), "{error}");
    }
}
