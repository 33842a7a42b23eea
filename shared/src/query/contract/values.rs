//! The form of each value of a query, and what one of the right form may be refused with.

use utoipa::openapi::schema::{KnownFormat, Object, ObjectBuilder, SchemaFormat, Type};

use super::{DescribedValue, one_of, text};
use crate::{
    domain::{DiscrepancyKind, IntervalKind, PeerLens},
    identifier::{
        Borders, ComponentId, DatasetRevision, IndexId, Indicator, IndicatorId, ProvinceSlug, RegionId, Year,
    },
    language::Language,
    problem::ProblemCode,
    query::{
        ChartKind, ComponentChange, FigureWidth, MapClasses, PictureSize, PointsChange, RankChoice, Show, StreakLength,
        Switch, TargetRank, Theme,
    },
};

fn between(minimum: u16, maximum: u16) -> Object {
    ObjectBuilder::new()
        .schema_type(Type::Integer)
        .minimum(Some(minimum))
        .maximum(Some(maximum))
        .build()
}

impl DescribedValue for IndexId {
    const REFUSALS: &'static [ProblemCode] = &[ProblemCode::UnknownIndex];
    const EXAMPLES: &'static [&'static str] = &["pci"];

    fn schema() -> Object {
        one_of(Self::ALL.map(Self::as_str))
    }
}

impl DescribedValue for ComponentId {
    const REFUSALS: &'static [ProblemCode] = &[ProblemCode::UnknownComponent];
    const EXAMPLES: &'static [&'static str] = &["transparency"];

    fn schema() -> Object {
        text(Self::PATTERN)
    }
}

impl DescribedValue for IndicatorId {
    const REFUSALS: &'static [ProblemCode] = &[ProblemCode::UnknownComponent];
    const EXAMPLES: &'static [&'static str] = &["entry.01"];

    fn schema() -> Object {
        text(Self::PATTERN)
    }
}

impl DescribedValue for Indicator {
    const REFUSALS: &'static [ProblemCode] = &[ProblemCode::UnknownIndex, ProblemCode::UnknownComponent];
    const EXAMPLES: &'static [&'static str] = &["pci.transparency"];

    fn schema() -> Object {
        let indices = IndexId::ALL.map(IndexId::as_str).join("|");
        text(&format!(r"({indices})(\.{})?", ComponentId::PATTERN))
    }
}

impl DescribedValue for ProvinceSlug {
    const REFUSALS: &'static [ProblemCode] = &[ProblemCode::UnknownProvince];
    const EXAMPLES: &'static [&'static str] = &["hau-giang", "can-tho"];

    fn schema() -> Object {
        text(Self::PATTERN)
    }
}

impl DescribedValue for RegionId {
    const REFUSALS: &'static [ProblemCode] = &[ProblemCode::UnknownRegion];
    const EXAMPLES: &'static [&'static str] = &["md"];

    fn schema() -> Object {
        text(Self::PATTERN)
    }
}

impl DescribedValue for Year {
    const REFUSALS: &'static [ProblemCode] = &[ProblemCode::UnknownYear];

    fn schema() -> Object {
        between(*Self::READ.start(), *Self::READ.end())
    }
}

impl DescribedValue for Borders {
    fn schema() -> Object {
        one_of(Self::ALL.map(Self::as_str))
    }
}

impl DescribedValue for DiscrepancyKind {
    fn schema() -> Object {
        one_of(Self::ALL.map(Self::as_str))
    }
}

impl DescribedValue for IntervalKind {
    const REFUSALS: &'static [ProblemCode] = &[ProblemCode::IncompleteTable, ProblemCode::NotApplicable];

    fn schema() -> Object {
        one_of(Self::ALL.map(Self::as_str))
    }
}

impl DescribedValue for PointsChange {
    const REFUSALS: &'static [ProblemCode] = &[ProblemCode::InvalidValue];

    fn schema() -> Object {
        ObjectBuilder::new()
            .schema_type(Type::Number)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Double)))
            .minimum(Some(0))
            .maximum(Some(100))
            .build()
    }
}

impl DescribedValue for ComponentChange {
    const REFUSALS: &'static [ProblemCode] = &[ProblemCode::InvalidValue, ProblemCode::UnknownComponent];
    const EXAMPLES: &'static [&'static str] = &["support:0.5", "labor:0.2"];

    fn schema() -> Object {
        text(&format!(
            r"{}:[+-]?(100|[0-9]{{1,2}}([.,][0-9]{{0,4}})?)",
            ComponentId::PATTERN
        ))
    }
}

impl DescribedValue for TargetRank {
    const REFUSALS: &'static [ProblemCode] = &[ProblemCode::InvalidValue];

    fn schema() -> Object {
        between(1, 63)
    }
}

impl DescribedValue for Switch {
    fn schema() -> Object {
        one_of(["1"])
    }
}

impl DescribedValue for StreakLength {
    fn schema() -> Object {
        between(*Self::READ.start(), *Self::READ.end())
    }
}

impl DescribedValue for DatasetRevision {
    const REFUSALS: &'static [ProblemCode] = &[ProblemCode::UnknownVersion];

    fn schema() -> Object {
        text(Self::PATTERN)
    }
}

impl DescribedValue for ChartKind {
    const REFUSALS: &'static [ProblemCode] = &[ProblemCode::UnknownChart];

    fn schema() -> Object {
        one_of(Self::ALL.map(Self::as_str))
    }
}

impl DescribedValue for Language {
    fn schema() -> Object {
        one_of(Self::ALL.map(Self::as_str))
    }
}

impl DescribedValue for Theme {
    fn schema() -> Object {
        one_of(Self::ALL.map(Self::as_str))
    }
}

impl DescribedValue for PictureSize {
    fn schema() -> Object {
        one_of(Self::ALL.map(Self::as_str))
    }
}

impl DescribedValue for RankChoice {
    fn schema() -> Object {
        one_of(Self::ALL.map(Self::as_str))
    }
}

impl DescribedValue for Show {
    fn schema() -> Object {
        one_of(Self::ALL.map(Self::as_str))
    }
}

impl DescribedValue for PeerLens {
    fn schema() -> Object {
        one_of(Self::ALL.map(Self::as_str))
    }
}

impl DescribedValue for MapClasses {
    fn schema() -> Object {
        one_of(Self::ALL.map(Self::as_str))
    }
}

impl DescribedValue for FigureWidth {
    fn schema() -> Object {
        ObjectBuilder::new()
            .schema_type(Type::Integer)
            .enum_values(Some(Self::ALL.map(Self::pixels)))
            .build()
    }
}
