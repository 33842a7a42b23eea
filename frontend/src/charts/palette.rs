//! Hues. Each index keeps one hue everywhere. Provinces are told apart by hues that people with a colour vision deficiency
//! can tell apart too: blue and vermilion of Okabe and Ito, the others searched for the largest distance in all four kinds of
//! vision at a contrast of at least 3:1.

use vithe_shared::{IndexId, query::Theme};

/// The hue of an index.
pub const fn hue(index: IndexId, theme: Theme) -> &'static str {
    match (index, theme) {
        (IndexId::Pci, Theme::Light) => "#0072B2",
        (IndexId::Papi, Theme::Light) => "#009E73",
        (IndexId::Par, Theme::Light) => "#D55E00",
        (IndexId::Sipas, Theme::Light) => "#8F4FA8",
        (IndexId::Pci, Theme::Dark) => "#4FA6DE",
        (IndexId::Papi, Theme::Dark) => "#2DBE94",
        (IndexId::Par, Theme::Dark) => "#F08A3C",
        (IndexId::Sipas, Theme::Dark) => "#BF8AD6",
    }
}

/// Hues of provinces in the order in which they were picked.
pub const fn series(theme: Theme) -> [&'static str; 6] {
    match theme {
        Theme::Light => ["#0072B2", "#D55E00", "#679E7A", "#A63D79", "#704E16", "#333333"],
        Theme::Dark => ["#56B4E9", "#F0823A", "#497F5D", "#BB65AA", "#E3CF28", "#E0ECF6"],
    }
}

/// Five classes of even steps of lightness in one hue, best first: the best stands out most from the ground.
pub const fn ramp(index: IndexId, theme: Theme) -> [&'static str; 5] {
    match (index, theme) {
        (IndexId::Pci, Theme::Light) => ["#024E7C", "#0B74B4", "#4C9CD9", "#91C4EE", "#D8EBFB"],
        (IndexId::Pci, Theme::Dark) => ["#A9D7FD", "#5CACEA", "#3587C2", "#2A628D", "#254056"],
        (IndexId::Papi, Theme::Light) => ["#02593F", "#04835F", "#39AC83", "#8BCFB1", "#D6EFE3"],
        (IndexId::Papi, Theme::Dark) => ["#97E4C3", "#4CBC92", "#17966F", "#1B6D51", "#214537"],
        (IndexId::Par, Theme::Light) => ["#743611", "#A9531F", "#D17D51", "#E9AF91", "#FAE2D7"],
        (IndexId::Par, Theme::Dark) => ["#FEC1A3", "#E18C60", "#B9673C", "#864C2E", "#533526"],
        (IndexId::Sipas, Theme::Light) => ["#5F376F", "#8B54A1", "#B27DC7", "#D2AEE1", "#F0E2F6"],
        (IndexId::Sipas, Theme::Dark) => ["#E8BFFA", "#C28DD8", "#9C68B1", "#714D80", "#47354F"],
    }
}

/// Whether dark ink reads better than light ink on a colour (`#RRGGBB`).
pub fn wants_dark_text(colour: &str) -> bool {
    luminance(colour) > 0.2
}

/// Relative luminance of `#RRGGBB` as WCAG defines it.
pub fn luminance(colour: &str) -> f64 {
    let channel = |from: usize| {
        let value = colour
            .get(from..from + 2)
            .and_then(|digits| u8::from_str_radix(digits, 16).ok())
            .unwrap_or(0);
        let value = f64::from(value) / 255.0;
        if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

#[cfg(test)]
mod tests {
    use vithe_shared::query::FigureWidth;

    use super::*;
    use crate::charts::theme::ChartTheme;

    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// Linear sRGB seen with a full deficiency of one kind of cone (Machado, Oliveira and Fernandes 2009).
    fn seen(colour: &str, matrix: [[f64; 3]; 3]) -> [f64; 3] {
        let linear: Vec<f64> = [1, 3, 5]
            .iter()
            .map(|from| {
                let value = f64::from(u8::from_str_radix(&colour[*from..from + 2], 16).unwrap()) / 255.0;
                if value <= 0.040_45 {
                    value / 12.92
                } else {
                    ((value + 0.055) / 1.055).powf(2.4)
                }
            })
            .collect();
        let seen = matrix.map(|row| {
            row.iter()
                .zip(&linear)
                .map(|(factor, channel)| factor * channel)
                .sum::<f64>()
                .clamp(0.0, 1.0)
        });
        oklab(seen)
    }

    fn oklab([red, green, blue]: [f64; 3]) -> [f64; 3] {
        let l = (0.412_221_5 * red + 0.536_332_5 * green + 0.051_446 * blue).cbrt();
        let m = (0.211_903_5 * red + 0.680_699_5 * green + 0.107_397 * blue).cbrt();
        let s = (0.088_302_5 * red + 0.281_718_8 * green + 0.629_978_7 * blue).cbrt();
        [
            0.210_454_3 * l + 0.793_617_8 * m - 0.004_072 * s,
            1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s,
            0.025_904 * l + 0.782_771_8 * m - 0.808_675_8 * s,
        ]
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
            for index in IndexId::ALL {
                assert!(contrast(hue(index, theme), tokens.surface) >= 3.0, "{index} {theme:?}");
            }
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

    #[test]
    fn the_steps_of_a_ramp_are_even_and_run_one_way() {
        let identity = VISIONS[0].1;
        for index in IndexId::ALL {
            for theme in [Theme::Light, Theme::Dark] {
                let lightness = ramp(index, theme).map(|colour| seen(colour, identity)[0]);
                let steps: Vec<f64> = lightness.windows(2).map(|pair| pair[1] - pair[0]).collect();
                let (smallest, largest) = steps
                    .iter()
                    .map(|step| step.abs())
                    .fold((f64::INFINITY, 0.0_f64), |(low, high), step| {
                        (low.min(step), high.max(step))
                    });
                assert!(
                    steps.iter().all(|step| step.signum() == steps[0].signum()),
                    "{index} {theme:?}"
                );
                assert!(largest - smallest < 0.04, "{index} {theme:?}: {steps:?}");
            }
        }
    }
}
