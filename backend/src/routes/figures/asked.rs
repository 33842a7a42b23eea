//! What the path of a figure asks for, and what the file is saved as.

use vithe_shared::{
    Borders, Language, ProblemCode,
    query::{ChartKind, FigureQuery, PictureSize, Theme},
};

use crate::error::ApiError;

/// The form of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::routes) enum FigureForm {
    Svg,
    Png,
}

impl FigureForm {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    pub(super) const fn content_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
        }
    }
}

/// The chart and the form that the name of a file asks for.
pub(super) fn chart_of(file: &str, language: Language) -> Result<(ChartKind, FigureForm), ApiError> {
    let parts = file.rsplit_once('.').and_then(|(chart, suffix)| {
        let form = match suffix {
            "svg" => FigureForm::Svg,
            "png" => FigureForm::Png,
            _ => return None,
        };
        Some((chart.parse::<ChartKind>().ok()?, form))
    });
    parts.ok_or_else(|| {
        let charts = ChartKind::ALL.map(ChartKind::as_str).join(", ");
        ApiError::new(
            ProblemCode::UnknownChart,
            language,
            || format!("Không có biểu đồ “{file}”. Các biểu đồ: {charts}; thêm đuôi .svg hoặc .png."),
            || format!("There is no figure “{file}”. The figures are {charts}, with .svg or .png."),
        )
    })
}

/// What a figure is saved as: `pci-transparency-2023-vi.png`. A map is the figure of a table and is not named; all else says
/// what it is, of whom, and in which size and colours where these are not the usual ones.
pub(in crate::routes) fn file_name(chart: ChartKind, query: &FigureQuery, suffix: &str) -> String {
    /// More provinces would make a name that no list of files shows.
    const NAMED: usize = 3;
    let mut parts = vec![query.index.to_string()];
    if !query.component.is_overall() {
        parts.push(query.component.to_string());
    }
    if chart != ChartKind::Map {
        parts.push(chart.to_string());
    }
    parts.extend(query.provinces.iter().take(NAMED).map(ToString::to_string));
    parts.extend(query.region.iter().map(ToString::to_string));
    parts.extend(
        [query.from, query.to, query.year]
            .into_iter()
            .flatten()
            .map(|year| year.to_string()),
    );
    parts.extend(query.y.iter().map(|y| format!("{}-{}", y.index, y.component)));
    if query.borders == Some(Borders::Units34) {
        parts.push("34".to_owned());
    }
    parts.push(query.language.to_string());
    if !matches!(query.size, PictureSize::Drawing | PictureSize::Page) {
        parts.push(query.size.to_string());
    }
    if query.theme == Theme::Dark {
        parts.push(query.theme.to_string());
    }
    format!("{}.{suffix}", parts.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_named_by_chart_and_form() {
        assert_eq!(
            chart_of("map.svg", Language::Vi).unwrap(),
            (ChartKind::Map, FigureForm::Svg)
        );
        assert_eq!(
            chart_of("line.png", Language::Vi).unwrap(),
            (ChartKind::Line, FigureForm::Png)
        );
    }

    #[test]
    fn a_file_says_what_is_in_it() {
        let mut query = FigureQuery::new(vithe_shared::IndexId::Pci, Language::Vi);
        query.component = "transparency".parse().unwrap();
        query.year = Some(vithe_shared::Year(2023));
        assert_eq!(file_name(ChartKind::Map, &query, "png"), "pci-transparency-2023-vi.png");
        query.provinces = vec!["hau-giang".parse().unwrap()];
        query.size = PictureSize::Card;
        query.theme = Theme::Dark;
        assert_eq!(
            file_name(ChartKind::Line, &query, "svg"),
            "pci-transparency-line-hau-giang-2023-vi-card-dark.svg"
        );
    }

    #[test]
    fn another_name_is_told_which_figures_there_are() {
        for name in ["pie.svg", "map.gif", "map"] {
            let error = chart_of(name, Language::En).unwrap_err();
            assert!(error.problem().detail.contains("heatmap"), "{name}");
        }
    }
}
