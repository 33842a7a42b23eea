//! `vithe check`: what is found in the data package.

use std::{
    collections::BTreeMap,
    io::{self, Write as _},
    path::PathBuf,
    process::ExitCode,
};

use clap::Args;
use vithe_datasets::{Finding, Severity, check_files};
use vithe_shared::Language;

use super::{package_files, values::parse_language};

#[derive(Debug, Args)]
pub(super) struct CheckOptions {
    /// Language of the findings.
    #[arg(long, env = "VITHE_LANGUAGE", default_value = "vi", value_name = "LANGUAGE", value_parser = parse_language)]
    language: Language,

    /// Folder of a data package (with datapackage.json); the built-in figures by default.
    #[arg(long, env = "VITHE_DATA", value_name = "FOLDER")]
    data: Option<PathBuf>,

    /// Prints the findings as JSON, with their texts in both languages.
    #[arg(long, env = "VITHE_JSON")]
    json: bool,
}

/// `error observations.csv:12:value out_of_range …`: severity, place, code and text, one finding per line.
pub(super) fn finding_line(finding: &Finding, language: Language) -> String {
    let mut place = finding.file.clone();
    if let Some(row) = finding.row {
        place.push(':');
        place.push_str(&row.to_string());
    }
    if let Some(column) = &finding.column {
        place.push(':');
        place.push_str(column);
    }
    format!(
        "{} {place} {} {}",
        finding.severity.name(language),
        finding.code,
        finding.text(language)
    )
}

pub(super) fn check(options: &CheckOptions) -> anyhow::Result<ExitCode> {
    let report = check_files(&package_files(options.data.as_deref())?);
    let mut output = io::BufWriter::new(io::stdout().lock());
    if options.json {
        serde_json::to_writer_pretty(&mut output, &report.findings)?;
        writeln!(output)?;
    } else {
        for finding in &report.findings {
            writeln!(output, "{}", finding_line(finding, options.language))?;
        }
        let mut counts: BTreeMap<Severity, usize> = BTreeMap::new();
        for finding in &report.findings {
            *counts.entry(finding.severity).or_default() += 1;
        }
        let count = |severity| counts.get(&severity).copied().unwrap_or_default();
        let (errors, warnings, notes) = (count(Severity::Error), count(Severity::Warning), count(Severity::Note));
        match options.language {
            Language::Vi => writeln!(output, "{errors} lỗi, {warnings} cảnh báo, {notes} ghi chú")?,
            Language::En => writeln!(output, "{errors} errors, {warnings} warnings, {notes} notes")?,
        }
    }
    output.flush()?;
    let has_errors = report
        .findings
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    Ok(if has_errors {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}
