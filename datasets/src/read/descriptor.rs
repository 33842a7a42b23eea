//! `datapackage.json`: the version, and whether it describes the files as they are.

use serde::Deserialize;
use serde_json::Value;
use vithe_shared::Borders;

use super::{bad_json, field::Field as _};
use crate::{
    files::DESCRIPTOR,
    finding::{Finding, FindingCode},
    package::{Date, TABLE_FILES, shapes_file, table_schema},
};

#[derive(Deserialize)]
struct Descriptor {
    version: String,
    /// When the version was made, by the standard with its time; the date is kept.
    created: String,
    /// All versions with their dates, oldest first; a package without a past may leave them out.
    #[serde(default)]
    versions: Vec<Version>,
    resources: Vec<Resource>,
}

#[derive(Deserialize)]
struct Version {
    version: String,
    created: String,
}

#[derive(Deserialize)]
struct Resource {
    /// A path, or by the standard a list of paths, which this package does not use.
    path: Value,
    schema: Option<Schema>,
}

#[derive(Deserialize)]
struct Schema {
    fields: Vec<SchemaField>,
    /// A column or a list of columns.
    #[serde(rename = "primaryKey")]
    primary_key: Option<Value>,
}

#[derive(Deserialize)]
struct SchemaField {
    name: String,
}

/// What the descriptor says of the package as a whole.
#[derive(Default)]
pub(super) struct Edition {
    /// The version.
    pub(super) version: String,
    /// The date of it, `2026-11-29`.
    pub(super) date: String,
    /// All versions with their dates, oldest first; this one is the last.
    pub(super) versions: Vec<(String, String)>,
}

/// The version with its date, and what does not fit the data model.
pub(super) fn read(text: &str) -> (Edition, Vec<Finding>) {
    let descriptor: Descriptor = match serde_json::from_str(text) {
        Ok(descriptor) => descriptor,
        Err(error) => return (Edition::default(), vec![bad_json(DESCRIPTOR, &error)]),
    };
    let mut findings = Vec::new();
    let mut differs = |vi: String, en: String| {
        findings.push(Finding::error(FindingCode::DescriptorDiffers, DESCRIPTOR, vi, en));
    };

    let this = Version {
        version: descriptor.version,
        created: descriptor.created,
    };
    let listed = descriptor.versions.iter().chain([&this]);
    let mut versions = Vec::new();
    for Version { version, created } in listed {
        if !is_semantic_version(version) {
            differs(
                format!("Phiên bản “{version}” phải có dạng 1.2.3."),
                format!("The version “{version}” must have the form 1.2.3."),
            );
        }
        let date = created.split('T').next().unwrap_or_default().to_owned();
        if Date::parse(&date).is_err() {
            differs(
                format!("Ngày “{created}” phải có dạng 2026-11-29T00:00:00Z."),
                format!("The date “{created}” must have the form 2026-11-29T00:00:00Z."),
            );
        }
        versions.push((version.clone(), date));
    }
    let (version, date) = versions.pop().unwrap_or_default();
    if descriptor.versions.is_empty() {
        versions.push((version.clone(), date.clone()));
    } else if versions.last() != Some(&(version.clone(), date.clone())) {
        differs(
            format!("Danh sách phiên bản (versions) phải kết thúc bằng phiên bản {version} ngày {date}."),
            format!("The list of versions must end in version {version} of {date}."),
        );
    }
    let mut described = Vec::new();
    for resource in &descriptor.resources {
        let Some(path) = resource.path.as_str() else {
            differs(
                format!("Đường dẫn {} phải là một chuỗi.", resource.path),
                format!("The path {} must be one text.", resource.path),
            );
            continue;
        };
        described.push(path);
        let Some((columns, key)) = table_schema(path) else {
            continue;
        };
        let Some(schema) = &resource.schema else {
            differs(
                format!("Tệp {path} không có lược đồ cột (schema)."),
                format!("{path} has no schema."),
            );
            continue;
        };
        if !schema
            .fields
            .iter()
            .map(|field| field.name.as_str())
            .eq(columns.iter().copied())
        {
            differs(
                format!("Các cột của {path} phải là: {}.", columns.join(", ")),
                format!("The fields of {path} must be: {}.", columns.join(", ")),
            );
        }
        let key = key_columns(&columns, key);
        if schema.primary_key.as_ref().is_some_and(|given| !names_key(given, &key)) {
            differs(
                format!("Khóa (primaryKey) của {path} phải là: {}.", key.join(", ")),
                format!("The primaryKey of {path} must be: {}.", key.join(", ")),
            );
        }
    }
    let maps = [Borders::Provinces63, Borders::Units34].map(shapes_file);
    for file in TABLE_FILES.iter().chain(&maps) {
        match described.iter().filter(|path| *path == file).count() {
            1 => {}
            0 => differs(format!("Chưa mô tả tệp {file}."), format!("{file} is not described.")),
            _ => differs(
                format!("Tệp {file} được mô tả nhiều lần."),
                format!("{file} is described more than once."),
            ),
        }
    }
    let edition = Edition {
        version,
        date,
        versions,
    };
    (edition, findings)
}

/// The columns of a key. A unit stands in two columns in the tables that know several kinds of units.
fn key_columns(columns: &[&'static str], key: &[&'static str]) -> Vec<&'static str> {
    const KIND: &str = "unit_type";
    let has_kind = columns.contains(&KIND);
    key.iter()
        .flat_map(|column| {
            let kind = (has_kind && *column == "unit").then_some(KIND);
            kind.into_iter().chain([*column])
        })
        .collect()
}

fn names_key(primary_key: &Value, key: &[&str]) -> bool {
    match primary_key {
        Value::String(column) => key == [column.as_str()],
        Value::Array(columns) => columns.iter().map(Value::as_str).eq(key.iter().copied().map(Some)),
        _ => false,
    }
}

fn is_semantic_version(text: &str) -> bool {
    let parts: Vec<&str> = text.split('.').collect();
    parts.len() == 3
        && parts
            .iter()
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}
