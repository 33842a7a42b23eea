//! Sources: each is used, and its address is one that a reader can open.

use std::collections::HashSet;

use crate::{
    finding::{Finding, FindingCode},
    package::{Package, SourceId, SourceRow, TableRow},
};

pub(super) fn run(package: &Package, findings: &mut Vec<Finding>) {
    let used: HashSet<&SourceId> = package
        .observations
        .iter()
        .map(|row| &row.source_id)
        .chain(package.sampling_errors.iter().map(|row| &row.source_id))
        .chain(package.indicator_values.iter().map(|row| &row.source_id))
        .chain(package.context.iter().map(|row| &row.source_id))
        .chain(package.maximum_points.iter().map(|row| &row.source_id))
        .chain(package.method_versions.iter().filter_map(|row| row.source_id.as_ref()))
        .chain(package.weights.iter().filter_map(|row| row.source_id.as_ref()))
        .chain(package.ranked_sets.iter().filter_map(|row| row.source_id.as_ref()))
        .collect();
    for (line, row) in package.sources.located() {
        if !used.contains(&row.source_id) {
            findings.push(
                Finding::warning(
                    FindingCode::UnusedSource,
                    SourceRow::FILE,
                    format!("Không có số liệu nào lấy từ nguồn “{}”.", row.source_id),
                    format!("No figure comes from the source “{}”.", row.source_id),
                )
                .at_row(line)
                .at_column("source_id"),
            );
        }
        if let Some(address) = row.address.as_deref().filter(|address| !is_web_address(address)) {
            findings.push(
                Finding::error(
                    FindingCode::BadAddress,
                    SourceRow::FILE,
                    format!("“{address}” không phải địa chỉ mạng mở được (http hoặc https)."),
                    format!("“{address}” is no address that can be opened (http or https)."),
                )
                .at_row(line)
                .at_column("address"),
            );
        }
    }
}

fn is_web_address(address: &str) -> bool {
    let rest = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split('/').next().unwrap_or_default();
        host.contains('.') && !address.contains(char::is_whitespace)
    })
}
