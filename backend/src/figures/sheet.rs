//! The words of a complete figure around its drawing, as one SVG.

use std::fmt::Write as _;

use vithe_frontend::charts::sheet::{BAR, Sheet};

use super::{fonts::FAMILY, svg::escape};

/// The drawing within its sheet. It stands in an element of its own, which scales it.
pub(super) fn compose(sheet: &Sheet, drawing: &str) -> String {
    let (width, height) = (sheet.width, sheet.height);
    let mut output = String::with_capacity(drawing.len() + 4_096);
    // What is written to a string is written.
    let _ = write!(
        output,
        "<svg width=\"{width}\" height=\"{height}\" xmlns=\"http://www.w3.org/2000/svg\" \
         xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 {width} {height}\">\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"></rect>\
         <rect width=\"{width}\" height=\"{BAR}\" fill=\"{}\"></rect>",
        sheet.ground, sheet.bar
    );
    for line in &sheet.lines {
        let weight = if line.is_bold { "font-weight:600;" } else { "" };
        let _ = write!(
            output,
            "<text x=\"{:.1}\" y=\"{:.1}\" fill=\"{}\" style=\"font-size:{}px;font-family:{FAMILY};{weight}\">{}</text>",
            line.at[0],
            line.at[1],
            line.colour,
            line.size,
            escape(&line.text)
        );
    }
    let (own_width, own_height) = (f64::from(sheet.figure.width), f64::from(sheet.figure.height));
    let _ = write!(
        output,
        "<svg x=\"{:.1}\" y=\"{:.1}\" width=\"{:.2}\" height=\"{:.2}\" viewBox=\"0 0 {own_width} {own_height}\">",
        sheet.at[0],
        sheet.at[1],
        own_width * sheet.zoom,
        own_height * sheet.zoom
    );
    output.push_str(content(drawing));
    output.push_str("</svg></svg>");
    output
}

/// What stands within the outermost element.
fn content(drawing: &str) -> &str {
    let after = drawing.split_once('>').map_or("", |(_, after)| after);
    after.rsplit_once("</svg>").map_or(after, |(content, _)| content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_of_a_drawing_is_all_but_its_outermost_element() {
        assert_eq!(
            content("<svg a=\"1\"><g><rect></rect></g></svg>"),
            "<g><rect></rect></g>"
        );
        assert_eq!(content("<svg></svg>"), "");
    }
}
