//! Shorter path data: borders have thousands of points, each a little way from the
//! one before, so steps cost far fewer characters than places.

use std::fmt::Write as _;

/// `d` with its straight lines written as steps, or `None` if it has curves or more
/// than one decimal: then it stays as it is, for nothing may move.
pub(super) fn relative(d: &str) -> Option<String> {
    let mut output = String::with_capacity(d.len());
    let mut numbers = Numbers { rest: d };
    let mut here = Point { x: 0, y: 0 };
    let mut subpath_start = here;
    let mut is_drawing_lines = false;
    while let Some(command) = numbers.command() {
        match command {
            'M' => {
                here = numbers.point()?;
                subpath_start = here;
                output.push('M');
                push_point(&mut output, here, false);
                is_drawing_lines = false;
            }
            'L' | 'l' => {
                let given = numbers.point()?;
                let step = if command == 'L' { given - here } else { given };
                here = here + step;
                if step == (Point { x: 0, y: 0 }) {
                    continue;
                }
                if !is_drawing_lines {
                    output.push('l');
                }
                push_point(&mut output, step, is_drawing_lines);
                is_drawing_lines = true;
            }
            'Z' => {
                here = subpath_start;
                output.push('z');
                is_drawing_lines = false;
            }
            _ => return None,
        }
    }
    numbers.rest.is_empty().then_some(output)
}

/// A place or a step in tenths of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Point {
    x: i32,
    y: i32,
}

impl std::ops::Add for Point {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            x: self.x + other.x,
            y: self.y + other.y,
        }
    }
}

impl std::ops::Sub for Point {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self {
            x: self.x - other.x,
            y: self.y - other.y,
        }
    }
}

/// Reads path data as ECharts writes it: one letter for each command.
struct Numbers<'a> {
    rest: &'a str,
}

impl Numbers<'_> {
    fn command(&mut self) -> Option<char> {
        self.rest = self.rest.trim_start();
        let command = self.rest.chars().next().filter(char::is_ascii_alphabetic)?;
        self.rest = &self.rest[1..];
        Some(command)
    }

    fn point(&mut self) -> Option<Point> {
        Some(Point {
            x: self.tenths()?,
            y: self.tenths()?,
        })
    }

    /// A number of at most one decimal, in tenths.
    fn tenths(&mut self) -> Option<i32> {
        let text = self.rest.trim_start_matches([' ', ',']);
        let length = text
            .find(|character: char| !matches!(character, '0'..='9' | '.' | '-'))
            .unwrap_or(text.len());
        let (number, rest) = text.split_at(length);
        self.rest = rest;
        let (sign, magnitude) = number.strip_prefix('-').map_or((1, number), |rest| (-1, rest));
        let (whole, decimal) = magnitude.split_once('.').unwrap_or((magnitude, "0"));
        if magnitude.is_empty() || decimal.len() != 1 || whole.len() > 6 {
            return None;
        }
        let whole: i32 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
        let decimal: i32 = decimal.parse().ok()?;
        Some(sign * (10 * whole + decimal))
    }
}

/// Writes two numbers with no more signs between them than a reader needs.
fn push_point(output: &mut String, point: Point, follows_number: bool) {
    push_tenths(output, point.x, follows_number);
    push_tenths(output, point.y, true);
}

fn push_tenths(output: &mut String, tenths: i32, follows_number: bool) {
    let magnitude = tenths.unsigned_abs();
    let (whole, decimal) = (magnitude / 10, magnitude % 10);
    // A minus sign parts two numbers by itself; so does a point after a number that
    // has one, but older readers stumble over that.
    if tenths < 0 {
        output.push('-');
    } else if follows_number {
        output.push(' ');
    }
    // Writing to a string cannot fail.
    let _ = match (whole, decimal) {
        (whole, 0) => write!(output, "{whole}"),
        (0, decimal) => write!(output, ".{decimal}"),
        (whole, decimal) => write!(output, "{whole}.{decimal}"),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_steps() {
        assert_eq!(
            relative("M213.6 231.5L213.8 230.4L214.3 230L214.3 230L213.6 228.8ZM1 1L2 0").as_deref(),
            Some("M213.6 231.5l.2-1.1 .5-.4-.7-1.2zM1 1l1-1")
        );
    }

    #[test]
    fn steps_stay_steps_and_count_from_where_the_pen_is() {
        assert_eq!(
            relative("M165.8 30.9l194.2 0l0 48.3l-194.2 0ZL5.8 0.9").as_deref(),
            Some("M165.8 30.9l194.2 0 0 48.3-194.2 0zl-160-30")
        );
    }

    #[test]
    fn curves_and_finer_places_are_left_alone() {
        assert_eq!(relative("M3.5 0A3.5 3.5 0 0 1 20 3.5"), None);
        assert_eq!(relative("M0.25 0L1 1"), None);
        assert_eq!(relative("M1e3 0L1 1"), None);
        assert_eq!(relative("M1"), None);
    }

    #[test]
    fn rounding_does_not_add_up_along_a_border() {
        let mut d = "M0 0".to_owned();
        for point in 1..1000 {
            let _ = write!(d, "L{}.{} {point}", point / 10, point % 10);
        }
        let shorter = relative(&d).unwrap();
        assert!(shorter.ends_with(" .1 1"));
        assert_eq!(shorter.matches(".1 1").count(), 999);
    }
}
