//! Texts of a chart: how they look, and how they are put at a point.

use serde_json::{Value, json};

use super::{Plot, merged, round};

/// Smallest text of a figure.
pub(in crate::charts) const SMALL: f64 = 11.0;
/// Text of labels.
pub(in crate::charts) const LABEL: f64 = 12.0;
/// The typeface of every text of a chart.
pub(super) const FONT_FAMILY: &str = "'Be Vietnam Pro', sans-serif";

/// Where a text stands relative to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::charts) enum Anchor {
    Left,
    Centre,
    Right,
}

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::charts) struct TextLook {
    pub size: f64,
    pub colour: &'static str,
    pub semibold: bool,
    pub anchor: Anchor,
    /// Whether the ground shines around the letters, for texts over marks.
    pub halo: Option<&'static str>,
}

impl TextLook {
    pub(in crate::charts) const fn new(size: f64, colour: &'static str) -> Self {
        Self {
            size,
            colour,
            semibold: false,
            anchor: Anchor::Left,
            halo: None,
        }
    }

    pub(in crate::charts) const fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    pub(in crate::charts) const fn bold(self, semibold: bool) -> Self {
        Self { semibold, ..self }
    }

    pub(in crate::charts) const fn haloed(self, ground: &'static str) -> Self {
        Self {
            halo: Some(ground),
            ..self
        }
    }
}

impl Plot<'_> {
    /// A text at a point, its middle at the height of the point.
    pub(in crate::charts) fn text(&mut self, at: [f64; 2], text: &str, look: TextLook) {
        let align = match look.anchor {
            Anchor::Left => "left",
            Anchor::Centre => "center",
            Anchor::Right => "right",
        };
        let weight = if look.semibold { 600 } else { 400 };
        let mut style = json!({
            "text": text, "fill": look.colour, "align": align, "verticalAlign": "middle",
            "font": format!("{weight} {}px {FONT_FAMILY}", look.size), "lineHeight": (look.size * 1.2).round(),
        });
        if let Some(ground) = look.halo {
            style = merged(style, json!({"stroke": ground, "lineWidth": 3}));
        }
        self.graphics.push(
            json!({"type": "text", "x": round(at[0]), "y": round(at[1]), "style": style, "silent": true, "z": 100}),
        );
    }

    /// A text that reads upwards from its point.
    pub(in crate::charts) fn upright_text(&mut self, at: [f64; 2], text: &str, look: TextLook) {
        self.text(at, text, look);
        if let Some(Value::Object(element)) = self.graphics.last_mut() {
            element.insert("rotation".to_owned(), json!(std::f64::consts::FRAC_PI_2));
        }
    }
}
