//! How wide a text is in Be Vietnam Pro, so that margins fit the labels before anything is drawn. The table holds the
//! advance widths of the typeface in thousandths of an em; marks above and below a letter do not change its width.

use vithe_shared::{sorting::sort_by, vietnamese::without_marks};

/// Widths of the characters from space to tilde.
const REGULAR: [u16; 95] = [
    230, 280, 318, 807, 645, 849, 740, 179, 439, 439, 497, 608, 303, 608, 286, 503, 676, 385, 651, 660, 710, 660, 680,
    594, 634, 680, 286, 303, 556, 726, 556, 573, 1005, 736, 674, 775, 728, 620, 633, 783, 709, 258, 465, 679, 624, 853,
    732, 826, 644, 822, 668, 635, 650, 725, 706, 1005, 720, 665, 660, 459, 485, 459, 559, 702, 202, 642, 652, 613, 652,
    599, 386, 643, 583, 264, 274, 555, 255, 893, 573, 642, 652, 652, 392, 508, 428, 566, 576, 870, 559, 583, 502, 426,
    408, 426, 468,
];
/// Semibold is wider by this factor on average, and never by more than this on a label of several letters.
const SEMIBOLD_FACTOR: f64 = 1.04;

/// Width of a text in pixels; of the widest line where it has several.
pub(super) fn text_width(text: &str, font_size: f64, semibold: bool) -> f64 {
    let factor = if semibold { SEMIBOLD_FACTOR } else { 1.0 };
    text.lines()
        .map(|line| line.chars().map(advance).sum::<f64>() * font_size * factor)
        .fold(0.0, f64::max)
}

/// Advance in em.
fn advance(character: char) -> f64 {
    let thousandths = match character {
        ' '..='~' => REGULAR[character as usize - 32],
        '\u{a0}' => REGULAR[0],
        'đ' => 662,
        'Đ' => 788,
        'ư' | 'ừ' | 'ử' | 'ữ' | 'ứ' | 'ự' => 576,
        'Ư' => 745,
        '–' => 682,
        '·' => 255,
        '−' => 636,
        '▲' | '▼' | '●' => 780,
        other => {
            let plain = if other.is_uppercase() {
                let lower = other.to_lowercase().next().unwrap_or(other);
                without_marks(lower).to_ascii_uppercase()
            } else {
                without_marks(other)
            };
            if (' '..='~').contains(&plain) {
                REGULAR[plain as usize - 32]
            } else {
                720
            }
        }
    };
    f64::from(thousandths) / 1000.0
}

/// Breaks a text at spaces so that no line is wider than `width`, as far as its words allow.
pub(crate) fn wrap(text: &str, width: f64, font_size: f64) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if text_width(&format!("{line} {word}"), font_size, false) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

/// A text that fits a width: itself, or as many of its letters as fit with an ellipsis.
pub(super) fn shortened(text: &str, width: f64, font_size: f64) -> String {
    if text_width(text, font_size, false) <= width {
        return text.to_owned();
    }
    let mut letters: Vec<char> = text.chars().collect();
    loop {
        letters.pop();
        let kept = format!("{}…", letters.iter().collect::<String>().trim_end());
        if letters.is_empty() || text_width(&kept, font_size, false) <= width {
            return kept;
        }
    }
}

/// Moves labels apart along one axis: no two centres are closer than `gap`, each as near to its wish as the others allow,
/// none outside `low..=high` as long as there is room.
pub(super) fn spread(wishes: &[f64], gap: f64, low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    sort_by(&mut order, |left, right| wishes[*left].total_cmp(&wishes[*right]));
    let mut placed = vec![0.0; wishes.len()];
    let mut next_free = low;
    for index in &order {
        placed[*index] = wishes[*index].max(next_free);
        next_free = placed[*index] + gap;
    }
    let mut ceiling = high;
    for index in order.iter().rev() {
        if placed[*index] > ceiling {
            placed[*index] = ceiling;
        }
        ceiling = placed[*index] - gap;
    }
    placed
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn vietnamese_letters_are_as_wide_as_their_plain_ones() {
        let difference = text_width("Quảng Ngãi", 12.0, false) - text_width("Quang Ngai", 12.0, false);
        assert!(difference.abs() < 1e-9);
    }

    #[test]
    fn a_text_breaks_at_spaces_only() {
        assert_eq!(
            wrap("Chi phí không chính thức", 45.0, 11.0),
            "Chi phí\nkhông\nchính\nthức"
        );
        assert_eq!(wrap("Thanh tra", 500.0, 11.0), "Thanh tra");
    }

    #[test]
    fn a_text_too_long_ends_in_an_ellipsis() {
        assert_eq!(shortened("Thanh tra", 500.0, 11.0), "Thanh tra");
        let short = shortened("Chi phí không chính thức", 70.0, 11.0);
        assert!(short.ends_with('…') && "Chi phí không chính thức".starts_with(short.trim_end_matches('…')));
        assert!(text_width(&short, 11.0, false) <= 70.0);
    }

    proptest! {
        #[test]
        fn labels_that_have_room_do_not_touch(wishes in proptest::collection::vec(0.0_f64..300.0, 0..12)) {
            let placed = spread(&wishes, 15.0, 0.0, 300.0);
            let mut sorted = placed.clone();
            sorted.sort_by(f64::total_cmp);
            prop_assert!(sorted.windows(2).all(|pair| pair[1] - pair[0] >= 15.0 - 1e-6));
            prop_assert!(placed.iter().all(|place| (-1e-6..=300.0 + 1e-6).contains(place)));
        }
    }
}
