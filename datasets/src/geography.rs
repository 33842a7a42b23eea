//! The shapes of provinces, as far as the package checks them: GeoJSON polygons with a `slug`.

use serde::Deserialize;

/// A GeoJSON document.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct FeatureCollection {
    pub(crate) features: Vec<Feature>,
}

/// One unit.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Feature {
    pub(crate) properties: Properties,
    pub(crate) geometry: Geometry,
}

/// What is known about a unit beside its shape.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Properties {
    pub(crate) slug: String,
}

/// Longitude and latitude. A height, which GeoJSON allows, would be a fault here.
pub(crate) type Position = [f64; 2];

/// A closed line; the last point repeats the first.
pub(crate) type Ring = Vec<Position>;

/// The shape of a unit. The first ring of a polygon is its outer border, further ones are holes.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "type", content = "coordinates")]
pub(crate) enum Geometry {
    Polygon(Vec<Ring>),
    MultiPolygon(Vec<Vec<Ring>>),
}

impl Geometry {
    /// The polygons.
    pub(crate) fn polygons(&self) -> &[Vec<Ring>] {
        match self {
            Self::Polygon(rings) => std::slice::from_ref(rings),
            Self::MultiPolygon(polygons) => polygons,
        }
    }
}

/// Reads a GeoJSON document.
pub(crate) fn parse(text: &str) -> Result<FeatureCollection, serde_json::Error> {
    serde_json::from_str(text)
}

/// Twice the signed area of a ring in square degrees; positive for counter-clockwise.
pub(crate) fn signed_area(ring: &[Position]) -> f64 {
    ring.windows(2)
        .map(|pair| {
            let [[from_x, from_y], [to_x, to_y]] = [pair[0], pair[1]];
            from_x * to_y - to_x * from_y
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_of_the_area_tells_the_direction() {
        let counter_clockwise = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]];
        assert!(signed_area(&counter_clockwise) > 0.0);
        let clockwise: Vec<Position> = counter_clockwise.iter().rev().copied().collect();
        assert!(signed_area(&clockwise) < 0.0);
    }
}
