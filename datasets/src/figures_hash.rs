//! A hash over the figures of a package, so that a later version of the package can show that it changed none of them.
//! `versions/` keeps one for each version.
//!
//! Canonical form: one line for each row of `observations.csv`, its columns without the note in the order of the file,
//! separated by commas, numbers in their shortest decimal form (`53.1`, `38`), lines sorted by bytes, each with a line feed.
//! `docs/data-model.md` has the same as a command of the shell.

use sha2::{Digest, Sha256};

use crate::package::{ObservationRow, Package};

impl Package {
    /// The SHA-256 of the figures in canonical form, in 64 hexadecimal digits.
    ///
    /// # Errors
    ///
    /// When a row cannot be written as CSV, which no row of a package that was read is.
    pub fn figures_hash(&self) -> Result<String, csv::Error> {
        let mut lines = self
            .observations
            .iter()
            .map(canonical_line)
            .collect::<Result<Vec<_>, _>>()?;
        lines.sort_unstable();
        let mut hash = Sha256::new();
        for line in lines {
            hash.update(line);
        }
        Ok(format!("{:x}", hash.finalize()))
    }
}

fn canonical_line(row: &ObservationRow) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    writer.serialize((
        row.index,
        row.year,
        row.borders,
        row.unit.kind(),
        row.unit.as_str(),
        &row.component,
        row.measure,
        row.value.to_string(),
        row.status,
        row.evidence,
        u8::from(row.preferred),
        &row.source_id,
    ))?;
    writer.into_inner().map_err(|error| error.into_error().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Fixture;

    const OBSERVATIONS: &str = "data/observations.csv";

    fn hash(fixture: &Fixture) -> String {
        crate::read_package(&fixture.files).unwrap().figures_hash().unwrap()
    }

    #[test]
    fn a_line_has_the_columns_of_the_file_and_the_shortest_number() {
        let package = crate::read_package(&Fixture::new().files).unwrap();
        let line = canonical_line(&package.observations[0]).unwrap();
        let file = Fixture::new().text(OBSERVATIONS);
        let first = file.lines().nth(1).unwrap();
        let (columns, _note) = first.rsplit_once(',').unwrap();
        assert_eq!(String::from_utf8(line).unwrap(), format!("{columns}\n"));
    }

    #[test]
    fn it_depends_on_figures_and_neither_on_their_order_nor_on_their_notes() {
        let fixture = Fixture::new();
        let before = hash(&fixture);
        let text = fixture.text(OBSERVATIONS);
        let (header, rows) = text.split_once('\n').unwrap();
        let mut rows: Vec<&str> = rows.lines().collect();
        rows.reverse();
        let mut reordered = Fixture::new();
        reordered
            .files
            .insert(OBSERVATIONS, format!("{header}\n{}\n", rows.join("\n")));
        assert_eq!(hash(&reordered), before);
        let last = rows[0];
        for changed in [
            last.replacen(",mean,", ",median,", 1),
            last.replacen(",85,", ",86,", 1),
            last.replacen(",A,", ",E,", 1),
            last.replacen(",printed,", ",derived,", 1),
            last.replacen(",1,", ",0,", 1),
        ] {
            assert_ne!(changed, last);
            let mut other = Fixture::new();
            other.files.insert(OBSERVATIONS, text.replace(last, &changed));
            assert_ne!(hash(&other), before, "{changed}");
        }
    }
}
