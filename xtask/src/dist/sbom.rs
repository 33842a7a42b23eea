//! The bill of materials in CycloneDX 1.5 (<https://cyclonedx.org/docs/1.5/json/>): what the product contains, sorted, without
//! a number or a time of its own, so that the same parts give the same document.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::dist::linked::{Component, Ecosystem};

const LICENCE: &str = env!("CARGO_PKG_LICENSE");

/// The document; its time is given in seconds since 1970, where it has one.
pub(super) fn document(version: &str, components: &BTreeSet<Component>, time: Option<u64>) -> Result<Value> {
    let rows: Vec<Value> = components.iter().map(row).collect();
    let mut metadata = json!({
        "component": {
            "type": "application",
            "bom-ref": "vithe",
            "name": "vithe",
            "version": version,
            "licenses": [{ "expression": LICENCE }],
        },
    });
    if let Some(time) = time {
        metadata["timestamp"] = json!(written(time)?);
    }
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": metadata,
        "components": rows,
    }))
}

fn row(component: &Component) -> Value {
    let address = package_address(component);
    let mut row = json!({
        "type": "library",
        "bom-ref": address,
        "name": component.name,
        "version": component.version,
        "purl": address,
    });
    if let Some(licence) = &component.licence {
        row["licenses"] = json!([{ "expression": licence }]);
    }
    if let Some(repository) = &component.repository {
        row["externalReferences"] = json!([{ "type": "vcs", "url": repository }]);
    }
    row
}

/// The address of a package (<https://github.com/package-url/purl-spec>), e.g. `pkg:cargo/serde@1.0.228`.
fn package_address(component: &Component) -> String {
    let ecosystem = match component.ecosystem {
        Ecosystem::Cargo => "cargo",
        Ecosystem::Npm => "npm",
    };
    // The `@` of a scope and the `+` of build metadata stand for something else in an address.
    let name = component.name.replace('@', "%40");
    let version = component.version.replace('+', "%2B");
    format!("pkg:{ecosystem}/{name}@{version}")
}

fn written(time: u64) -> Result<String> {
    let time = i64::try_from(time)
        .ok()
        .and_then(|time| Timestamp::from_second(time).ok());
    Ok(time
        .context("SOURCE_DATE_EPOCH is later than any calendar goes")?
        .to_string())
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn component(ecosystem: Ecosystem, name: &str, version: &str) -> Component {
        Component {
            ecosystem,
            name: name.to_owned(),
            version: version.to_owned(),
            licence: Some("MIT OR Apache-2.0".to_owned()),
            repository: Some("https://example.org/repository".to_owned()),
            folder: PathBuf::from("/somewhere/on/this/machine"),
        }
    }

    #[test]
    fn a_row_has_licence_address_and_repository() {
        let expected = json!({
            "type": "library",
            "bom-ref": "pkg:cargo/serde@1.0.228",
            "name": "serde",
            "version": "1.0.228",
            "purl": "pkg:cargo/serde@1.0.228",
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
            "externalReferences": [{ "type": "vcs", "url": "https://example.org/repository" }],
        });
        assert_eq!(row(&component(Ecosystem::Cargo, "serde", "1.0.228")), expected);
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let mut component = component(Ecosystem::Cargo, "serde", "1.0.228");
        (component.licence, component.repository) = (None, None);
        let row = row(&component);
        assert!(
            row.get("licenses").is_none() && row.get("externalReferences").is_none(),
            "{row}"
        );
    }

    #[test]
    fn addresses_escape_scopes_and_build_metadata() {
        let address = |ecosystem, name, version| package_address(&component(ecosystem, name, version));
        assert_eq!(
            address(Ecosystem::Npm, "@fonts/inter", "0.4.2"),
            "pkg:npm/%40fonts/inter@0.4.2"
        );
        assert_eq!(
            address(Ecosystem::Cargo, "toml", "1.0.0+spec-1.1.0"),
            "pkg:cargo/toml@1.0.0%2Bspec-1.1.0"
        );
    }

    #[test]
    fn a_document_is_sorted_and_has_a_time_only_where_one_is_given() {
        let components = BTreeSet::from([
            component(Ecosystem::Npm, "echarts", "6.1.0"),
            component(Ecosystem::Cargo, "serde", "1.0.228"),
            component(Ecosystem::Cargo, "axum", "0.8.9"),
        ]);
        let bill = document("1.2.3", &components, None).unwrap();
        let names: Vec<&Value> = bill["components"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| &row["name"])
            .collect();
        assert_eq!(names, ["axum", "serde", "echarts"]);
        assert!(bill["metadata"].get("timestamp").is_none());
        assert!(!bill.to_string().contains("this/machine"));
        let dated = document("1.2.3", &components, Some(1_700_000_000)).unwrap();
        assert_eq!(dated["metadata"]["timestamp"], "2023-11-14T22:13:20Z");
        assert!(document("1.2.3", &components, Some(u64::MAX)).is_err());
    }
}
