//! Whom a figure is about: two columns, of which the first says what the second names.

use super::{Column, Field, FieldFault, Fields};
use crate::package::Unit;

/// The kinds of unit in the column `unit_type`.
#[derive(Clone, Copy)]
enum UnitKind {
    Province,
    Region,
    Country,
}

impl Field for UnitKind {
    fn parse(text: &str) -> Result<Self, FieldFault> {
        match text {
            "province" => Ok(Self::Province),
            "region" => Ok(Self::Region),
            "country" => Ok(Self::Country),
            other => Err(FieldFault::none_of(other, ["province", "region", "country"])),
        }
    }
}

/// The whole country, `vn`.
struct CountryId;

impl Field for CountryId {
    fn parse(text: &str) -> Result<Self, FieldFault> {
        if text == Unit::Country.as_str() {
            Ok(Self)
        } else {
            Err(FieldFault::none_of(text, ["vn"]))
        }
    }
}

/// Reads a unit of a known kind.
fn read_unit(fields: &mut Fields<'_>, kind: Option<UnitKind>) -> Option<Unit> {
    let text = fields.take("unit");
    match kind? {
        UnitKind::Province => fields.parse("unit", text).map(Unit::Province),
        UnitKind::Region => fields.parse("unit", text).map(Unit::Region),
        UnitKind::Country => fields.parse::<CountryId>("unit", text).map(|_| Unit::Country),
    }
}

impl Column for Unit {
    fn columns(_: &'static str) -> Vec<&'static str> {
        vec!["unit_type", "unit"]
    }

    fn read(fields: &mut Fields<'_>, _: &'static str) -> Option<Self> {
        let text = fields.take("unit_type");
        let kind = fields.parse("unit_type", text);
        read_unit(fields, kind)
    }
}

impl Column for Option<Unit> {
    fn columns(field: &'static str) -> Vec<&'static str> {
        Unit::columns(field)
    }

    fn read(fields: &mut Fields<'_>, _: &'static str) -> Option<Self> {
        let text = fields.take("unit_type");
        if text.is_empty() {
            let unit = fields.take("unit");
            return if unit.is_empty() {
                Some(None)
            } else {
                fields.parse::<UnitKind>("unit_type", text).map(|_| None)
            };
        }
        let kind = fields.parse("unit_type", text);
        read_unit(fields, kind).map(Some)
    }
}
