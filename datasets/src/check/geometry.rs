//! Shapes: one for every unit of the list, rings that run the right way within Việt Nam, Hoàng Sa with Đà Nẵng and
//! Trường Sa with Khánh Hòa.

use std::collections::{BTreeMap, BTreeSet};

use vithe_shared::Borders;

use crate::{
    finding::{Finding, FindingCode},
    geography::{Feature, Ring, signed_area},
    package::{IslandKind, IslandRow, Package, TableRow, shapes_file},
};

/// Longitudes and latitudes of Việt Nam's land and islands, Trường Sa included, with a margin.
const LONGITUDES: std::ops::RangeInclusive<f64> = 102.0..=118.0;
const LATITUDES: std::ops::RangeInclusive<f64> = 6.0..=24.0;

/// How far, in degrees, a part of an archipelago may be from the point of its label.
const ARCHIPELAGO_REACH: f64 = 2.0;

pub(super) fn run(package: &Package, findings: &mut Vec<Finding>) {
    for borders in [Borders::Provinces63, Borders::Units34] {
        let file = shapes_file(borders);
        let features = &package.shapes(borders).features.features;
        shapes(package, borders, features, findings);
        for feature in features {
            let slug = &feature.properties.slug;
            for polygon in feature.geometry.polygons() {
                if polygon.is_empty() {
                    findings.push(broken(file, slug));
                }
                for (position, ring) in polygon.iter().enumerate() {
                    findings.extend(ring_fault(file, slug, ring, position == 0));
                }
            }
        }
        archipelagos(package, borders, features, findings);
    }
    for (line, row) in package.islands.located() {
        if !LONGITUDES.contains(&row.longitude) || !LATITUDES.contains(&row.latitude) {
            findings.push(outside(IslandRow::FILE, &row.name_vi).at_row(line));
        }
    }
}

/// One shape for every unit, and none of others.
fn shapes(package: &Package, borders: Borders, features: &[Feature], findings: &mut Vec<Finding>) {
    let file = shapes_file(borders);
    let units: BTreeSet<&str> = match borders {
        // A province that ended earlier, as Hà Tây did, has no shape of its own.
        Borders::Provinces63 => package
            .provinces
            .iter()
            .filter(|row| row.last_year.is_none())
            .map(|row| row.slug.as_str())
            .collect(),
        Borders::Units34 => package.units2025.iter().map(|row| row.slug.as_str()).collect(),
    };
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for feature in features {
        *counts.entry(feature.properties.slug.as_str()).or_default() += 1;
    }
    for slug in &units {
        let count = counts.get(slug).copied().unwrap_or(0);
        if count != 1 {
            findings.push(Finding::error(
                FindingCode::MissingShape,
                file,
                format!("“{slug}” phải có đúng một hình trên bản đồ, hiện có {count}."),
                format!("“{slug}” must have exactly one shape on the map, it has {count}."),
            ));
        }
    }
    for slug in counts.keys().filter(|slug| !units.contains(*slug)) {
        findings.push(Finding::error(
            FindingCode::UnknownShape,
            file,
            format!("Hình “{slug}” không thuộc danh sách {borders}."),
            format!("The shape “{slug}” is not in the list {borders}."),
        ));
    }
}

/// The first fault of a ring.
fn ring_fault(file: &str, slug: &str, ring: &Ring, outer: bool) -> Option<Finding> {
    if ring.len() < 4 || ring.first() != ring.last() {
        return Some(broken(file, slug));
    }
    if ring
        .iter()
        .any(|[longitude, latitude]| !LONGITUDES.contains(longitude) || !LATITUDES.contains(latitude))
    {
        return Some(outside(file, slug));
    }
    let counter_clockwise = signed_area(ring) > 0.0;
    (counter_clockwise != outer).then(|| {
        Finding::error(
            FindingCode::WrongWinding,
            file,
            format!("Đường biên của “{slug}” chạy sai chiều: biên ngoài ngược chiều kim đồng hồ, lỗ trong cùng chiều."),
            format!("A ring of “{slug}” runs the wrong way: outer rings are counter-clockwise, holes clockwise."),
        )
    })
}

fn broken(file: &str, slug: &str) -> Finding {
    Finding::error(
        FindingCode::BrokenRing,
        file,
        format!("Một đường biên của “{slug}” không khép kín hoặc có ít hơn bốn điểm."),
        format!("A ring of “{slug}” is not closed or has fewer than four points."),
    )
}

fn outside(file: &str, name: &str) -> Finding {
    Finding::error(
        FindingCode::PointOutsideRange,
        file,
        format!("“{name}” có điểm nằm ngoài phạm vi đất liền và hải đảo Việt Nam; kinh độ đứng trước vĩ độ."),
        format!("“{name}” has a point outside Việt Nam's land and islands; longitude comes before latitude."),
    )
}

/// The shape of the province of an archipelago has a part near the label of the archipelago.
fn archipelagos(package: &Package, borders: Borders, features: &[Feature], findings: &mut Vec<Finding>) {
    for row in package.islands.iter().filter(|row| row.kind == IslandKind::Archipelago) {
        let slug = match borders {
            Borders::Provinces63 => &row.province,
            Borders::Units34 => &row.unit2025,
        };
        let is_drawn = features
            .iter()
            .filter(|feature| feature.properties.slug == slug.as_str())
            .flat_map(|feature| feature.geometry.polygons())
            .flatten()
            .flatten()
            .any(|[longitude, latitude]| {
                (longitude - row.longitude).abs() <= ARCHIPELAGO_REACH
                    && (latitude - row.latitude).abs() <= ARCHIPELAGO_REACH
            });
        if !is_drawn {
            findings.push(Finding::error(
                FindingCode::MissingArchipelago,
                shapes_file(borders),
                format!("Hình của “{slug}” thiếu {}.", row.name_vi),
                format!("The shape of “{slug}” lacks {}.", row.name_en),
            ));
        }
    }
}
