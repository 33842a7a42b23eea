//! The documents that figures come from as a sheet.

use vithe_shared::{Text, domain::SourceInfo};

use super::sheet::{Field, Sheet};

const COLUMNS: [&str; 5] = ["id", "publisher", "document", "address", "grade"];

pub(crate) fn source_sheet(sources: &[SourceInfo]) -> Sheet {
    let rows = sources
        .iter()
        .map(|source| {
            vec![
                Field::text(&source.id),
                Field::text(&source.publisher),
                Field::text(&source.document),
                Field::optional_text(Some(&source.address).filter(|address| !address.is_empty())),
                Field::text(source.grade),
            ]
        })
        .collect();
    Sheet {
        title: Text::new("Tài liệu nguồn", "Documents that figures come from"),
        name: "sources".to_owned(),
        header: COLUMNS.map(str::to_owned).to_vec(),
        rows,
        sources: Vec::new(),
    }
}
