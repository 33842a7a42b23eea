//! Checks the text on standard input, or its repetition, and says how long that took:
//! `cargo run --release -p vithe-datasets --example check_text -- 20 < article.txt`.

#![expect(clippy::print_stdout, reason = "a program for the command line")]

use std::{io::Read, time::Instant};

use vithe_datasets::{PackageFiles, normalize, read_package};
use vithe_shared::{api::check::CheckText, claims::check_text};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let times: usize = std::env::args().nth(1).map_or(Ok(1), |times| times.parse())?;
    let package = read_package(&PackageFiles::embedded()).map_err(|_| "the bundled package cannot be read")?;
    let catalog = normalize(&package)?.into_catalog()?;
    let question = CheckText {
        text: text.repeat(times),
        ..CheckText::default()
    };
    let begun = Instant::now();
    let answer = check_text(&catalog, &question);
    let took = begun.elapsed();
    let scalars: Vec<char> = question.text.chars().collect();
    let quote = |start: u32, end: u32| -> String { scalars[start as usize..end as usize].iter().collect() };
    if times == 1 {
        for claim in &answer.claims {
            let place = claim
                .place
                .map(|place| quote(place.start, place.end))
                .unwrap_or_default();
            let explanation = claim.explanation.as_ref().map_or("", |reason| &reason.en);
            let code = claim.explanation.as_ref().map_or("", |reason| &reason.code);
            println!(
                "{} {} {} {}{} {} {:?} n={:?} [{}] on record {:?}/{:?} {:?} {code}: {explanation}",
                claim.verdict.as_str(),
                claim.index,
                claim.province,
                claim.from_year.map(|year| format!("{year}→")).unwrap_or_default(),
                claim.year,
                claim.measure.as_str(),
                claim.value.or(claim.direction.map(|_| f64::NAN)),
                claim.n,
                if claim.component.is_overall() {
                    place
                } else {
                    format!("{}: {place}", claim.component)
                },
                claim.on_record,
                claim.on_record_n,
                claim.comparability,
            );
        }
        for unread in &answer.unread {
            println!(
                "unread [{}] {}",
                quote(unread.place.start, unread.place.end),
                unread.reason.en
            );
        }
    }
    println!(
        "{} claims, {} unread, {} bytes in {:.1} ms",
        answer.claims.len(),
        answer.unread.len(),
        question.text.len(),
        took.as_secs_f64() * 1e3
    );
    Ok(())
}
