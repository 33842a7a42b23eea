//! `cargo xtask bench`: the benchmarks of the workspace, and the running product against its targets.
//!
//! Server and load share this machine: figures are an upper bound of latency, comparable only between runs on the
//! same machine. Latency is counted from the moment a request was due, so that a stalled server is not flattered.

use std::{
    collections::BTreeSet,
    fs,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use vithe_tests::{Connection, Server};

use crate::{
    pages::pages,
    process::{self, capture, cargo},
    test, workspace,
};

mod in_browser;

const STARTS: usize = 7;
const RANKING: &str = "/api/v1/rankings?index=pci&component=overall&year=2021";
const CONNECTIONS: u32 = 4;
const LOAD_TIME: Duration = Duration::from_secs(5);

/// Years of PCI whose weights can be varied, each answered once: the answers are kept.
const INTERVAL_YEARS: [u16; 7] = [2013, 2014, 2015, 2016, 2017, 2018, 2019];

/// Requests a second at which latency has its targets.
const STEADY_RATE: u32 = 2000;

const START_TARGET: Duration = Duration::from_secs(1);
const MEDIAN_TARGET: Duration = Duration::from_millis(1);
const TAIL_TARGET: Duration = Duration::from_millis(10);
const INTERVALS_TARGET: Duration = Duration::from_millis(100);
const DECOMPOSITION_TARGET: Duration = Duration::from_millis(50);
const DECLINES_TARGET: Duration = Duration::from_millis(50);
const NOT_MODIFIED_RATE_TARGET: f64 = 10_000.0;

/// The analyses of `backend/benches/analytics` that are measured on growing tables, with the time each may take on the
/// figures as they are.
const ANALYSES: [(&str, Duration); 5] = [
    ("decomposition of pci", DECOMPOSITION_TARGET),
    ("decomposition of papi", DECOMPOSITION_TARGET),
    ("declines of all indices", DECLINES_TARGET),
    ("rank intervals of pci 2019 by weights", INTERVALS_TARGET),
    ("rank intervals of papi 2019 by weights", INTERVALS_TARGET),
];
/// How many times as many provinces as there are; the first is the figures themselves, the others are synthetic.
const FACTORS: [&str; 3] = ["1x", "10x", "100x"];

/// Runs everything and prints measured values with their ratio to the target.
pub(crate) fn run() -> Result<()> {
    if has_benchmarks()? {
        process::run(cargo(None).args(["bench", "--workspace", "--benches"]))?;
        analyses()?;
    } else {
        println!("the workspace has no benchmarks of its own");
    }
    let binary = test::build()?;
    start_up(&binary)?;
    let server = Server::start(&binary)?;
    figures(&server)?;
    rank_intervals(&server)?;
    in_browser::weights()?;
    in_browser::redraw(&server)?;
    let answers = in_browser::answers(&server);
    in_browser::lighthouse(&server)?;
    steady_load(&server)?;
    not_modified(&server)?;
    // Told last: what is too slow does not keep the rest from being measured.
    answers
}

fn has_benchmarks() -> Result<bool> {
    let metadata = capture(cargo(None).args(["metadata", "--no-deps", "--format-version=1"]))?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
    let packages = metadata["packages"]
        .as_array()
        .context("cargo metadata names no packages")?;
    Ok(packages
        .iter()
        .filter_map(|package| package["targets"].as_array())
        .flatten()
        .filter_map(|target| target["kind"].as_array())
        .flatten()
        .any(|kind| kind == "bench"))
}

/// What criterion measured of the analyses: each against its target, and how it grows with the number of provinces.
fn analyses() -> Result<()> {
    println!("analyses over all provinces, medians; 10x and 100x are synthetic provinces:");
    for (analysis, target) in ANALYSES {
        let mut first = None;
        for factor in FACTORS {
            let measured = measured_median(analysis, factor)?;
            match first {
                None => against(&format!("  {analysis}, {factor}"), measured, target),
                Some(first) => println!(
                    "  {analysis}, {factor}: {:.2} ms, {:.1} times the time of 1x",
                    milliseconds(measured),
                    measured.as_secs_f64() / Duration::as_secs_f64(&first)
                ),
            }
            first.get_or_insert(measured);
        }
    }
    Ok(())
}

/// The median that criterion wrote down last.
fn measured_median(analysis: &str, factor: &str) -> Result<Duration> {
    let path = workspace::target()
        .join("criterion")
        .join(analysis)
        .join(factor)
        .join("new/estimates.json");
    let text = fs::read_to_string(&path).with_context(|| format!("no benchmark wrote {}", path.display()))?;
    let estimates: serde_json::Value = serde_json::from_str(&text)?;
    let nanoseconds = estimates["median"]["point_estimate"]
        .as_f64()
        .with_context(|| format!("{} has no median", path.display()))?;
    Ok(Duration::from_secs_f64(nanoseconds / 1e9))
}

fn start_up(binary: &Path) -> Result<()> {
    let mut took = Vec::new();
    for _ in 0..STARTS {
        took.push(Server::start(binary)?.start_up());
    }
    against(
        "start to printed address, median",
        percentile(&mut took, 50),
        START_TARGET,
    );
    Ok(())
}

/// Every figure that a page refers to, first as found and then again.
fn figures(server: &Server) -> Result<()> {
    let mut connection = Connection::open(server.base_url())?;
    let mut addresses = BTreeSet::new();
    for page in pages()? {
        let html = connection.get(&format!("/vi{}", page.path), &[])?;
        addresses.extend(figure_addresses(html.text()?));
    }
    ensure!(!addresses.is_empty(), "no page refers to a figure");
    println!("{} figures of all pages:", addresses.len());
    for address in addresses {
        let mut timed = || -> Result<(Duration, usize)> {
            let began = Instant::now();
            let response = connection.get(&address, &[("accept-encoding", "br")])?;
            ensure!(response.status == 200, "{address} answers {}", response.status);
            Ok((began.elapsed(), response.body.len()))
        };
        let (first, _) = timed()?;
        let (again, bytes) = timed()?;
        println!(
            "{:>9.2} ms first, {:>6.2} ms again, {bytes:>7} bytes  {address}",
            milliseconds(first),
            milliseconds(again)
        );
    }
    Ok(())
}

/// Tables with rank intervals over 1,000 drawn sets of weights, from request to answer.
fn rank_intervals(server: &Server) -> Result<()> {
    let mut connection = Connection::open(server.base_url())?;
    let mut took = Vec::new();
    for year in INTERVAL_YEARS {
        let address = format!("/api/v1/rankings?index=pci&year={year}&interval=weights");
        let began = Instant::now();
        let response = connection.get(&address, &[("accept-encoding", "br")])?;
        ensure!(response.status == 200, "{address} answers {}", response.status);
        took.push(began.elapsed());
    }
    against(
        "a table with rank intervals over 1,000 weights, median",
        percentile(&mut took, 50),
        INTERVALS_TARGET,
    );
    Ok(())
}

fn figure_addresses(html: &str) -> BTreeSet<String> {
    html.split(['"', '\''])
        .filter(|part| part.starts_with("/figures/"))
        .map(|part| part.replace("&amp;", "&"))
        .collect()
}

fn steady_load(server: &Server) -> Result<()> {
    let mut latencies = on_all_connections(server, |connection, number| {
        let interval = Duration::from_secs(1) * CONNECTIONS / STEADY_RATE;
        let began = Instant::now() + interval * number / CONNECTIONS;
        let mut latencies = Vec::new();
        let mut due = began;
        while due < began + LOAD_TIME {
            thread::sleep(due.saturating_duration_since(Instant::now()));
            let response = connection.get(RANKING, &[("accept-encoding", "br")])?;
            ensure!(response.status == 200, "{RANKING} answers {}", response.status);
            latencies.push(due.elapsed());
            due += interval;
        }
        Ok(latencies)
    })?;
    println!(
        "rankings at {STEADY_RATE} requests a second, {} requests:",
        latencies.len()
    );
    against("  median", percentile(&mut latencies, 50), MEDIAN_TARGET);
    against("  99th percentile", percentile(&mut latencies, 99), TAIL_TARGET);
    Ok(())
}

fn not_modified(server: &Server) -> Result<()> {
    let response = server.get(RANKING, &[])?;
    let tag = response.header("etag").context("the ranking has no entity tag")?;
    let latencies = on_all_connections(server, |connection, _| {
        let end = Instant::now() + LOAD_TIME;
        let mut latencies = Vec::new();
        while Instant::now() < end {
            let began = Instant::now();
            let response = connection.get(RANKING, &[("if-none-match", tag)])?;
            ensure!(response.status == 304, "{RANKING} answers {}", response.status);
            latencies.push(began.elapsed());
        }
        Ok(latencies)
    })?;
    let rate = latencies.len() as f64 / LOAD_TIME.as_secs_f64();
    println!(
        "rankings not modified, as fast as {CONNECTIONS} connections go: {rate:.0} a second, {:.2} of the target {NOT_MODIFIED_RATE_TARGET:.0}",
        rate / NOT_MODIFIED_RATE_TARGET
    );
    Ok(())
}

fn on_all_connections(
    server: &Server,
    work: impl Fn(&mut Connection, u32) -> Result<Vec<Duration>> + Sync,
) -> Result<Vec<Duration>> {
    let work = &work;
    thread::scope(|scope| {
        let threads: Vec<_> = (0..CONNECTIONS)
            .map(|number| scope.spawn(move || work(&mut Connection::open(server.base_url())?, number)))
            .collect();
        let mut latencies = Vec::new();
        for thread in threads {
            let part = thread.join().map_err(|_| anyhow::anyhow!("a load thread broke"))??;
            latencies.extend(part);
        }
        Ok(latencies)
    })
}

fn against(what: &str, measured: Duration, target: Duration) {
    println!(
        "{what}: {:.2} ms, {:.2} of the target {:.0} ms",
        milliseconds(measured),
        measured.as_secs_f64() / target.as_secs_f64(),
        milliseconds(target)
    );
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// The smallest value that at least `percent` of all values do not exceed.
fn percentile(values: &mut [Duration], percent: usize) -> Duration {
    values.sort_unstable();
    let rank = (values.len() * percent).div_ceil(100);
    values.get(rank.saturating_sub(1)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_values_that_were_measured() {
        let mut values: Vec<Duration> = (1..=200).rev().map(Duration::from_millis).collect();
        assert_eq!(percentile(&mut values, 50), Duration::from_millis(100));
        assert_eq!(percentile(&mut values, 99), Duration::from_millis(198));
        assert_eq!(percentile(&mut [], 50), Duration::ZERO);
    }

    #[test]
    fn addresses_of_figures_are_read_from_html() {
        let html = r#"<img src="/figures/map.svg?index=pci&amp;year=2022"><a href="/vi/">"#;
        assert_eq!(
            figure_addresses(html),
            BTreeSet::from(["/figures/map.svg?index=pci&year=2022".to_owned()])
        );
    }
}
