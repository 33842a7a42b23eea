//! The review report of a province or a unit: a brief of two pages for a meeting, or the review of several years. It is made
//! once, as blocks, and shown as a page, as PDF and as DOCX.

use vithe_shared::{Problem, Text, query::ReportForm};

use crate::{address::PageAddress, answers::Answers};

mod blocks;
mod causes;
mod components;
pub mod document;
mod history;
mod indicators;
mod material;
mod region;
mod sources;
mod streaks;
mod summary;
mod target;
mod tasks;
pub(crate) mod views;

use blocks::{Numbering, title};
pub use document::{Block, Column, Figure, Heading, Report, Run, Table};
use material::Material;

/// A part: what makes its blocks, its title, its anchor.
type Section = (fn(&Material) -> Vec<Block>, Text, &'static str);

/// Tells the report of an address. `origin` is the public address of the site, which a file names; empty where there is none,
/// or on the page itself.
pub fn report(answers: Answers<'_>, address: &PageAddress, origin: &str) -> Result<Report, Problem> {
    let material = material::ask(answers, address)?;
    let mut numbering = Numbering::default();
    let mut blocks = Vec::new();
    let sections: &[Section] = match material.form {
        ReportForm::Brief => &[
            (summary::overview, title::SUMMARY, "summary"),
            (summary::last_year, title::LAST_YEAR, "last-year"),
            (tasks::short, title::TASKS, "tasks"),
            (sources::short, title::SOURCES, "sources"),
        ],
        ReportForm::Review => &[
            (summary::overview, title::SUMMARY, "summary"),
            (history::section, title::HISTORY, "over-years"),
            (causes::section, title::CAUSES, "changes"),
            (streaks::section, title::STREAKS, "declines"),
            (components::section, title::COMPONENTS, "components"),
            (indicators::section, title::INDICATORS, "indicators"),
            (region::section, title::REGION, "region"),
            (target::section, title::TARGET, "target"),
            (tasks::section, title::TASKS, "tasks"),
            (sources::section, title::SOURCES, "sources"),
        ],
    };
    for (section, title, anchor) in sections {
        let content = section(&material);
        // Nothing is announced that nothing is said of.
        if !content.is_empty() {
            blocks.push(numbering.part(title.get(material.language), anchor));
            blocks.extend(numbering.within(content));
        }
    }
    Ok(material.into_report(blocks, address, origin))
}
