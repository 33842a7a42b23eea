//! Finishing the SVG text that ECharts writes: lighter, safe to stand beside other
//! figures in one page, named for readers who cannot see it, and, for files that
//! leave the page, with its own font.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use super::{
    fonts::{FigureFonts, FontError, Weight},
    path,
};

/// How a figure is named and told apart.
#[derive(Debug, Clone, Copy)]
pub(super) struct Naming<'a> {
    /// What stands before each id of the drawing: ids of all figures share one page.
    pub(super) id_prefix: &'a str,
    /// The text alternative.
    pub(super) title: &'a str,
}

/// The drawing for use inside a page, which brings the font.
pub(super) fn for_page(drawing: &str, naming: Naming<'_>) -> String {
    rewrite(drawing, naming, "")
}

/// The drawing as a file of its own: with a title and the font it needs.
pub(super) fn stand_alone(drawing: &str, naming: Naming<'_>, fonts: &FigureFonts) -> Result<String, FontError> {
    let mut head = format!("<title>{}</title>", escape(naming.title));
    let mut rules = String::new();
    for (weight, characters) in used_characters(drawing) {
        rules.push_str(&fonts.font_face_rules(weight, &characters)?);
    }
    if !rules.is_empty() {
        // Base64, family names and ranges hold nothing that XML would misread.
        let _ = write!(head, "<style>{rules}</style>");
    }
    Ok(rewrite(drawing, naming, &head))
}

/// A piece of a drawing: a tag, or the text between two tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece<'a> {
    Text(&'a str),
    Open { name: &'a str, attributes: &'a str },
    Close(&'a str),
}

/// Cuts a drawing into pieces. ECharts writes no comments, no self-closing tags and
/// escapes `<` and `>` in text.
fn pieces(drawing: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = drawing;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let Some(tag) = rest.strip_prefix('<') else {
            let (text, after) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
            rest = after;
            return Some(Piece::Text(text));
        };
        let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            return Some(Piece::Close(name));
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        Some(Piece::Open { name, attributes })
    })
}

/// The `name="value"` pairs of a tag.
fn attribute_pairs(attributes: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = attributes;
    std::iter::from_fn(move || {
        let (name, after) = rest.split_once("=\"")?;
        let (value, after) = after.split_once('"')?;
        rest = after;
        Some((name.trim(), value))
    })
}

fn rewrite(drawing: &str, naming: Naming<'_>, head: &str) -> String {
    let mut output = String::with_capacity(drawing.len());
    let needs_xlink = drawing.contains("xlink:href=");
    let mut pieces = pieces(drawing).peekable();
    let mut tags_opened = 0_usize;
    while let Some(piece) = pieces.next() {
        match piece {
            // Line breaks between tags are ECharts' own; no label consists of them.
            Piece::Text(text) if text.trim_matches('\n').is_empty() => {}
            Piece::Text(text) => output.push_str(text),
            Piece::Close(name) => {
                let _ = write!(output, "</{name}>");
            }
            Piece::Open { name, attributes } if tags_opened == 0 => {
                tags_opened += 1;
                let _ = write!(output, "<{name}");
                for (key, value) in attribute_pairs(attributes) {
                    let is_needless =
                        matches!(key, "version" | "baseProfile") || (key == "xmlns:xlink" && !needs_xlink);
                    if !is_needless {
                        push_attribute(&mut output, key, value);
                    }
                }
                push_attribute(&mut output, "role", "img");
                push_attribute(&mut output, "aria-label", &escape(naming.title));
                output.push('>');
                output.push_str(head);
            }
            Piece::Open { name, attributes } => {
                tags_opened += 1;
                let is_empty = pieces.peek() == Some(&Piece::Close(name));
                if is_empty {
                    pieces.next();
                }
                // The ground comes first, painted or not.
                if tags_opened == 2 && is_empty && is_unpainted_ground(name, attributes) {
                    continue;
                }
                let _ = write!(output, "<{name}");
                for (key, value) in attribute_pairs(attributes) {
                    rewrite_attribute(&mut output, key, value, naming.id_prefix);
                }
                output.push_str(if is_empty { "/>" } else { ">" });
            }
        }
    }
    output
}

fn is_unpainted_ground(name: &str, attributes: &str) -> bool {
    name == "rect" && attribute_pairs(attributes).any(|pair| pair == ("fill", "none"))
}

fn rewrite_attribute(output: &mut String, key: &str, value: &str, id_prefix: &str) {
    match key {
        // Marks for a script that would take the picture over; ours draws anew.
        "pointer-events" => {}
        _ if key.starts_with("ecmeta_") => {}
        "d" => match path::relative(value) {
            Some(shorter) => push_attribute(output, key, &shorter),
            None => push_attribute(output, key, value),
        },
        "x" | "y" | "width" | "height" => push_attribute(output, key, &rounded(value)),
        _ => push_attribute(output, key, &with_own_ids(value, id_prefix)),
    }
}

fn push_attribute(output: &mut String, key: &str, value: &str) {
    let _ = write!(output, " {key}=\"{value}\"");
}

/// A length with at most two decimals: ECharts prints what floating point gives.
fn rounded(value: &str) -> Cow<'_, str> {
    let decimals = value.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    match value.parse::<f64>() {
        Ok(number) if decimals > 2 => Cow::Owned(((number * 100.0).round() / 100.0).to_string()),
        _ => Cow::Borrowed(value),
    }
}

/// ECharts counts its drawings and calls the ids of the fifth `zr4-…`, so they clash
/// between two engines and change with what was drawn before.
fn with_own_ids<'a>(value: &'a str, id_prefix: &str) -> Cow<'a, str> {
    let Some((before, numbered)) = value.split_once("zr") else {
        return Cow::Borrowed(value);
    };
    let is_reference = before.is_empty() || before.ends_with('#');
    match numbered.split_once('-') {
        Some((number, after)) if is_reference && !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) => {
            Cow::Owned(format!("{before}{id_prefix}-{after}"))
        }
        _ => Cow::Borrowed(value),
    }
}

/// The characters a drawing shows, by the weight they are shown in.
fn used_characters(drawing: &str) -> BTreeMap<Weight, BTreeSet<char>> {
    let mut used: BTreeMap<Weight, BTreeSet<char>> = BTreeMap::new();
    let mut weight = None;
    for piece in pieces(drawing) {
        match piece {
            Piece::Open {
                name: "text",
                attributes,
            } => weight = Some(weight_of(attributes)),
            Piece::Close("text") => weight = None,
            Piece::Text(text) => {
                if let Some(weight) = weight {
                    used.entry(weight).or_default().extend(unescape(text).chars());
                }
            }
            Piece::Open { .. } | Piece::Close(_) => {}
        }
    }
    used
}

/// The weight a browser would take of the two there are.
fn weight_of(attributes: &str) -> Weight {
    let value = attribute_pairs(attributes)
        .filter(|&(key, _)| key == "style")
        .flat_map(|(_, style)| style.split(';'))
        .find_map(|declaration| declaration.trim().strip_prefix("font-weight:"));
    match value.map(str::trim) {
        Some("bold" | "bolder") => Weight::SemiBold,
        Some(number) if number.parse::<u16>().is_ok_and(|number| number > 500) => Weight::SemiBold,
        _ => Weight::Regular,
    }
}

pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // XML 1.0 allows no other control characters.
            control if control.is_control() && !matches!(control, '\t' | '\n' | '\r') => {}
            other => escaped.push(other),
        }
    }
    escaped
}

fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    // The ampersand last: it begins the others.
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    Cow::Owned(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMING: Naming<'_> = Naming {
        id_prefix: "f1",
        title: "Hạng < 10 & \"tốt\"",
    };

    #[test]
    fn a_drawing_is_named_and_loses_what_only_a_script_would_need() {
        let drawing = "<svg width=\"9\" height=\"9\" xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\">\n\
            <rect width=\"9\" height=\"9\" fill=\"none\"></rect>\n\
            <path d=\"M0 0L1 1\" ecmeta_ssr_type=\"chart\" pointer-events=\"visible\"></path>\n\
            <text y=\"3.5999999999999996\">A &lt; B</text>\n</svg>";
        assert_eq!(
            for_page(drawing, NAMING),
            "<svg width=\"9\" height=\"9\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" \
             aria-label=\"Hạng &lt; 10 &amp; &quot;tốt&quot;\">\
             <path d=\"M0 0l1 1\"/><text y=\"3.6\">A &lt; B</text></svg>"
        );
    }

    #[test]
    fn ids_get_a_prefix_of_their_own_wherever_they_are_used() {
        assert_eq!(with_own_ids("zr12-c0", "f1"), "f1-c0");
        assert_eq!(with_own_ids("url(#zr0-p3)", "f1"), "url(#f1-p3)");
        assert_eq!(with_own_ids("#0072B2", "f1"), "#0072B2");
        assert_eq!(with_own_ids("zr-other", "f1"), "zr-other");
    }

    #[test]
    fn characters_are_gathered_by_weight() {
        let drawing = "<svg><text style=\"font-size:12px;font-weight:600;\">Đà &amp;</text>\
            <text style=\"font-size:12px;\">ab</text><style>x</style></svg>";
        let used = used_characters(drawing);
        assert_eq!(used[&Weight::SemiBold], "Đà &".chars().collect());
        assert_eq!(used[&Weight::Regular], "ab".chars().collect());
    }
}
