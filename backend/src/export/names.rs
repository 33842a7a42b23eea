//! What the codes of a table stand for, as columns at its end: names in both languages, and the codes under which a unit is
//! known elsewhere. Every table gets them here, so that they are called alike; a column that a table has already stays where
//! it is.

use vithe_shared::{
    ComponentId, IndexId, ProvinceSlug,
    domain::{ComponentName, Province, Region},
    engine::catalog::{Catalog, UnitList},
};

use super::sheet::{Field, Sheet, text_in};

impl Sheet {
    /// The same table with the names and codes of its units, regions and components.
    pub(crate) fn with_names(mut self, catalog: &Catalog) -> Self {
        self.name_units(catalog, "province", "");
        self.name_units(catalog, "peer", "peer_");
        self.name_regions(catalog);
        for prefix in ["", "x_", "y_"] {
            self.name_components(catalog, prefix);
        }
        self
    }

    /// `key` is the column with the slugs, `prefix` what stands before the names of the codes.
    fn name_units(&mut self, catalog: &Catalog, key: &str, prefix: &str) {
        let (slugs, borders) = (self.column(key), self.column("borders"));
        if slugs.is_none() || borders.is_none() {
            return;
        }
        let unit = |row: &[Field]| -> Option<&Province> {
            let slug: ProvinceSlug = text_in(row, slugs).parse().ok()?;
            units(catalog, row, borders)?.province(&slug)
        };
        let add = |sheet: &mut Self, name: &str, of: fn(&Province) -> Option<&str>| {
            sheet.add_column(name, |row| Field::optional_text(unit(row).and_then(of)));
        };
        // A table of provinces, regions and the country names what its line is about, whatever it is.
        if self.column("unit_name").is_none() {
            add(self, &format!("{key}_name"), |unit| Some(&unit.name_vi));
            add(self, &format!("{key}_name_en"), |unit| Some(&unit.name_en));
        }
        add(self, &format!("{prefix}gso_code"), |unit| Some(&unit.code));
        add(self, &format!("{prefix}iso_code"), |unit| unit.iso.as_deref());
    }

    fn name_regions(&mut self, catalog: &Catalog) {
        let (regions, borders) = (self.column("region"), self.column("borders"));
        if regions.is_none() || borders.is_none() {
            return;
        }
        let region = |row: &[Field]| -> Option<&Region> {
            let id = text_in(row, regions).parse().ok()?;
            units(catalog, row, borders)?.region(&id)
        };
        self.add_column("region_name", |row| {
            Field::optional_text(region(row).map(|region| &region.name_vi))
        });
        self.add_column("region_name_en", |row| {
            Field::optional_text(region(row).map(|region| &region.name_en))
        });
    }

    /// `prefix` is that of an axis, or empty.
    fn name_components(&mut self, catalog: &Catalog, prefix: &str) {
        let at = |name: &str| self.column(&format!("{prefix}{name}"));
        let (indices, components) = (at("index"), at("component"));
        if indices.is_none() || components.is_none() {
            return;
        }
        // Of two years that are set against each other the names are those of the later one.
        let years = at("year").or_else(|| at("until")).or_else(|| at("to_year"));
        let name = |row: &[Field]| -> Option<&ComponentName> {
            let index: IndexId = text_in(row, indices).parse().ok()?;
            let component: ComponentId = text_in(row, components).parse().ok()?;
            let known = catalog.index(index).ok()?.component(&component)?;
            match years.and_then(|column| row.get(column)?.year()) {
                Some(year) => known.name_in(year),
                None => known.names.last(),
            }
        };
        self.add_column(&format!("{prefix}component_name"), |row| {
            Field::optional_text(name(row).map(|name| &name.name_vi))
        });
        self.add_column(&format!("{prefix}component_name_en"), |row| {
            Field::optional_text(name(row).map(|name| &name.name_en))
        });
    }
}

/// The list that the units of a row are of.
fn units<'a>(catalog: &'a Catalog, row: &[Field], borders: Option<usize>) -> Option<&'a UnitList> {
    Some(catalog.units(text_in(row, borders).parse().ok()?))
}
