//! Zoom: which part of a plot is seen. Wheel, pinch and drag are ECharts' own (`dataZoom`); what an axis names and which marks
//! carry a name is laid out anew for the part that is seen.

use serde_json::{Value, json};

/// Which axes of a chart come closer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zooms {
    /// None: nothing more would be seen.
    #[default]
    No,
    /// The upright axis.
    Upright,
    /// Both axes.
    Both,
}

/// The part of both axes that is seen, as shares of the whole from its least value to its greatest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zoom {
    /// Of the level axis.
    pub x: [f64; 2],
    /// Of the upright axis.
    pub y: [f64; 2],
}

/// The smallest share that is shown.
const LEAST: f64 = 0.1;

impl Zoom {
    /// Everything.
    pub const WHOLE: Self = Self {
        x: [0.0, 1.0],
        y: [0.0, 1.0],
    };

    /// Whether everything is seen.
    pub fn is_whole(self) -> bool {
        self == Self::WHOLE
    }

    /// Closer by a factor, or farther by one below 1, around the middle of what is seen.
    #[must_use]
    pub fn closer(self, zooms: Zooms, factor: f64) -> Self {
        let closer = |[from, to]: [f64; 2]| {
            let span = ((to - from) / factor).clamp(LEAST, 1.0);
            let from = (f64::midpoint(from, to) - span / 2.0).clamp(0.0, 1.0 - span);
            [from, from + span]
        };
        match zooms {
            Zooms::No => self,
            Zooms::Upright => Self {
                y: closer(self.y),
                ..self
            },
            Zooms::Both => Self {
                x: closer(self.x),
                y: closer(self.y),
            },
        }
    }

    /// What ECharts says of its zooms after a gesture: two percentages for each axis that comes closer, the level one first.
    pub fn of_percentages(zooms: Zooms, percentages: &[f64]) -> Self {
        let mut shares = percentages
            .chunks_exact(2)
            .map(|pair| [pair[0] / 100.0, pair[1] / 100.0]);
        let mut zoom = Self::WHOLE;
        if zooms == Zooms::Both {
            zoom.x = shares.next().unwrap_or(zoom.x);
        }
        zoom.y = shares.next().unwrap_or(zoom.y);
        zoom
    }

    /// The zooms of an option. The wheel needs the Ctrl key, as for pages, and a drag moves only what has come closer: the
    /// scrolling of the page is never caught.
    pub(super) fn options(self, zooms: Zooms) -> Vec<Value> {
        let axes: &[(&str, [f64; 2])] = match zooms {
            Zooms::No => &[],
            Zooms::Upright => &[("yAxisIndex", self.y)],
            Zooms::Both => &[("xAxisIndex", self.x), ("yAxisIndex", self.y)],
        };
        let option = |(axis, [from, to]): &(&str, [f64; 2])| {
            let mut option = json!({
                "type": "inside", "start": from * 100.0, "end": to * 100.0, "minSpan": LEAST * 100.0, "filterMode": "none",
                "zoomOnMouseWheel": "ctrl", "moveOnMouseWheel": false, "moveOnMouseMove": !self.is_whole(),
                "preventDefaultMouseMove": false, "throttle": 30,
            });
            option[*axis] = json!([0]);
            option
        };
        axes.iter().map(option).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closer_and_back_again_is_the_whole() {
        let near = Zoom::WHOLE.closer(Zooms::Both, 2.0);
        assert_eq!((near.x, near.y), ([0.25, 0.75], [0.25, 0.75]));
        assert!(near.closer(Zooms::Both, 0.5).is_whole());
        let upright = Zoom::WHOLE.closer(Zooms::Upright, 2.0);
        assert_eq!((upright.x, upright.y), ([0.0, 1.0], [0.25, 0.75]));
        assert!(Zoom::WHOLE.closer(Zooms::No, 2.0).is_whole());
    }

    #[test]
    fn what_is_seen_stays_within_the_whole_and_is_never_too_little() {
        let corner = Zoom {
            x: [0.0, 0.2],
            y: [0.8, 1.0],
        };
        let farther = corner.closer(Zooms::Both, 0.5);
        assert_eq!(farther.x, [0.0, 0.4]);
        assert!((farther.y[0] - 0.6).abs() < 1e-9 && (farther.y[1] - 1.0).abs() < 1e-9);
        let closest = (0..20).fold(Zoom::WHOLE, |zoom, _| zoom.closer(Zooms::Both, 1.5));
        assert!((closest.x[1] - closest.x[0] - LEAST).abs() < 1e-9);
    }

    #[test]
    fn percentages_belong_to_the_axes_that_come_closer() {
        let both = Zoom::of_percentages(Zooms::Both, &[10.0, 60.0, 0.0, 50.0]);
        assert_eq!((both.x, both.y), ([0.1, 0.6], [0.0, 0.5]));
        let upright = Zoom::of_percentages(Zooms::Upright, &[20.0, 40.0]);
        assert_eq!((upright.x, upright.y), ([0.0, 1.0], [0.2, 0.4]));
        assert!(Zoom::of_percentages(Zooms::Both, &[]).is_whole());
    }

    #[test]
    fn only_what_came_closer_is_dragged() {
        assert!(Zoom::WHOLE.options(Zooms::No).is_empty());
        let whole = Zoom::WHOLE.options(Zooms::Both);
        assert_eq!(whole.len(), 2);
        assert_eq!(whole[0]["moveOnMouseMove"], false);
        let near = Zoom::WHOLE.closer(Zooms::Both, 2.0).options(Zooms::Both);
        assert_eq!(near[1]["moveOnMouseMove"], true);
    }
}
