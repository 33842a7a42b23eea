//! Hues of provinces. Provinces are told apart by hues that people with a colour vision deficiency
//! can tell apart too: blue and vermilion of Okabe and Ito, the others searched for the largest distance in all four kinds of
//! vision at a contrast of at least 3:1.

use vithe_shared::{presentation::luminance, query::Theme};

/// Hues of provinces in the order in which they were picked.
pub const fn series(theme: Theme) -> [&'static str; 6] {
    match theme {
        Theme::Light => ["#0072B2", "#D55E00", "#679E7A", "#A63D79", "#704E16", "#333333"],
        Theme::Dark => ["#56B4E9", "#F0823A", "#497F5D", "#BB65AA", "#E3CF28", "#E0ECF6"],
    }
}

/// Whether dark ink reads better than light ink on a colour (`#RRGGBB`).
pub fn wants_dark_text(colour: &str) -> bool {
    luminance(colour) > 0.2
}

#[cfg(test)]
mod tests {
    use vithe_shared::{
        presentation::{contrast, linear_light, oklab},
        query::FigureWidth,
    };

    use super::*;
    use crate::charts::theme::ChartTheme;

    /// A colour seen with a full deficiency of one kind of cone (Machado, Oliveira and Fernandes 2009).
    fn seen(colour: &str, matrix: [[f64; 3]; 3]) -> [f64; 3] {
        let light = linear_light(colour);
        oklab(matrix.map(|row| {
            row.iter()
                .zip(&light)
                .map(|(factor, channel)| factor * channel)
                .sum::<f64>()
                .clamp(0.0, 1.0)
        }))
    }

    const VISIONS: [(&str, [[f64; 3]; 3]); 4] = [
        ("full", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        (
            "protan",
            [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
        ),
        (
            "deutan",
            [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
        ),
        (
            "tritan",
            [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        ),
    ];

    #[test]
    fn marks_reach_three_to_one_and_texts_four_and_a_half() {
        for theme in [Theme::Light, Theme::Dark] {
            let tokens = ChartTheme::new(theme, FigureWidth::Medium);
            for colour in series(theme) {
                assert!(contrast(colour, tokens.surface) >= 3.0, "{colour} {theme:?}");
            }
            for text in [tokens.ink, tokens.muted] {
                assert!(contrast(text, tokens.surface) >= 4.5, "{text} {theme:?}");
            }
            for change in [tokens.up, tokens.down] {
                assert!(contrast(change, tokens.surface) >= 4.5, "{change} {theme:?}");
            }
        }
    }

    #[test]
    fn the_provinces_stay_apart_for_every_kind_of_colour_vision() {
        for theme in [Theme::Light, Theme::Dark] {
            let colours = series(theme);
            for (vision, matrix) in VISIONS {
                for (position, one) in colours.iter().enumerate() {
                    for other in &colours[position + 1..] {
                        let (one_seen, other_seen) = (seen(one, matrix), seen(other, matrix));
                        let distance = one_seen
                            .iter()
                            .zip(&other_seen)
                            .map(|(a, b)| (a - b).powi(2))
                            .sum::<f64>()
                            .sqrt();
                        assert!(
                            distance > 0.1,
                            "{one} and {other} are {distance:.3} apart for {vision} vision, {theme:?}"
                        );
                    }
                }
            }
        }
    }
}
