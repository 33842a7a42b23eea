//! What a client prefers: the weighted lists of `Accept`, `Accept-Encoding` and `Accept-Language` (RFC 9110, section 12.4.2).

use std::cmp::Reverse;

/// The weight of what has none written: 1, in thousandths.
const WHOLE: u16 = 1_000;

/// A weighted list, in the order it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preferences<'a>(Vec<(&'a str, u16)>);

/// How an offer fits a list: the better one is greater. By weight, then by how exactly it is named, then the earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fit {
    weight: u16,
    exactness: u8,
    place: Reverse<usize>,
}

impl<'a> Preferences<'a> {
    /// Reads the value of a header; several of them are joined by commas. What has no name is left out, and a weight that is
    /// none counts as not written.
    ///
    /// ```
    /// use vithe_shared::preferences::Preferences;
    /// let list = Preferences::read("text/csv;header=present;q=0.5, */*; q=.1");
    /// assert_eq!(list.iter().collect::<Vec<_>>(), [("text/csv", 500), ("*/*", 100)]);
    /// ```
    pub fn read(header: &'a str) -> Self {
        let members = split_outside_quotes(header, ',');
        let read = members.filter_map(|member| {
            let mut pieces = split_outside_quotes(member, ';').map(str::trim);
            let name = pieces.next().filter(|name| !name.is_empty())?;
            Some((name, pieces.find_map(weight_of).unwrap_or(WHOLE)))
        });
        Self(read.collect())
    }

    /// Names and weights, in thousandths.
    pub fn iter(&self) -> impl Iterator<Item = (&'a str, u16)> {
        self.0.iter().copied()
    }

    /// Whether nothing is named, so that anything will do.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How an offer fits. `exactness` tells how exactly a name of the list names it, 0 for a wildcard; the most exact one
    /// decides. `None` where nothing of the list names it.
    pub fn fit(&self, exactness: impl Fn(&str) -> Option<u8>) -> Option<Fit> {
        let named = self.iter().enumerate().filter_map(|(place, (name, weight))| {
            let exactness = exactness(name)?;
            let place = Reverse(place);
            Some(Fit {
                weight,
                exactness,
                place,
            })
        });
        named.max_by_key(|fit| (fit.exactness, fit.weight, fit.place))
    }
}

impl Fit {
    /// Whether the client takes the offer at all.
    pub const fn is_accepted(self) -> bool {
        self.weight > 0
    }

    /// The weight, in thousandths.
    pub const fn weight(self) -> u16 {
        self.weight
    }

    /// Whether only a wildcard names the offer.
    pub const fn is_by_wildcard(self) -> bool {
        self.exactness == 0
    }
}

/// The weight that a parameter of a member gives. Some clients leave out the zero, or write more than three decimals.
fn weight_of(parameter: &str) -> Option<u16> {
    let (name, value) = parameter.split_once('=')?;
    if !name.trim_end().eq_ignore_ascii_case("q") {
        return None;
    }
    let (whole, decimals) = value.trim().split_once('.').unwrap_or((value.trim(), ""));
    let is_number =
        whole.len() + decimals.len() > 0 && (whole.bytes().chain(decimals.bytes())).all(|digit| digit.is_ascii_digit());
    if !is_number {
        return None;
    }
    let whole: u16 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let thousandths = decimals.bytes().chain(std::iter::repeat(b'0')).take(3);
    let thousandths = thousandths.fold(0, |sum, digit| 10 * sum + u16::from(digit - b'0'));
    whole
        .checked_mul(WHOLE)?
        .checked_add(thousandths)
        .filter(|weight| *weight <= WHOLE)
}

/// Splits where a separator stands outside of quotes.
fn split_outside_quotes(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let (mut is_quoted, mut is_escaped) = (false, false);
    text.split(move |letter: char| {
        if is_escaped {
            is_escaped = false;
            return false;
        }
        match letter {
            '\\' => is_escaped = is_quoted,
            '"' => is_quoted = !is_quoted,
            _ => return letter == separator && !is_quoted,
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(header: &str) -> Vec<(&str, u16)> {
        Preferences::read(header).iter().collect()
    }

    #[test]
    fn weights_are_read_as_clients_write_them() {
        for (parameter, weight) in [
            ("q=1", 1_000),
            ("q=0", 0),
            ("q=0.", 0),
            ("q=0.000", 0),
            ("q=.2", 200),
            ("Q = 0.25", 250),
            ("q=0.3333", 333),
            ("q=1.000", 1_000),
            // No weights, so that they count as not written.
            ("q=1.001", 1_000),
            ("q=70000", 1_000),
            ("q=", 1_000),
            ("q=.", 1_000),
            ("q=-0.5", 1_000),
            ("q=nan", 1_000),
            ("quality=0.5", 1_000),
        ] {
            assert_eq!(read(&format!("br; {parameter}")), [("br", weight)], "{parameter}");
        }
    }

    #[test]
    fn quotes_hide_what_separates() {
        assert_eq!(
            read(r#"text/csv;note="a,b;q=0\",", application/json;q=0.5"#),
            [("text/csv", 1_000), ("application/json", 500)]
        );
    }

    #[test]
    fn the_most_exact_name_decides() {
        let list = Preferences::read("*;q=0.9, gzip;q=0, br;q=0.1");
        let fit = |offer: &str| {
            list.fit(|name| match name {
                "*" => Some(0),
                _ => (name == offer).then_some(1),
            })
        };
        assert_eq!(fit("gzip").map(Fit::is_accepted), Some(false));
        assert_eq!(fit("br").map(Fit::weight), Some(100));
        assert_eq!(
            fit("zstd").map(|fit| (fit.weight(), fit.is_by_wildcard())),
            Some((900, true))
        );
        assert!(fit("zstd") > fit("br"));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(
            members in proptest::collection::vec(("[a-z*][a-z/*-]{0,8}", 0_u16..=1_000), 0..6),
            space in "[ \t]{0,2}",
        ) {
            let header: Vec<String> = members
                .iter()
                .map(|(name, weight)| format!("{space}{name}{space};{space}q={}.{:03}", weight / 1_000, weight % 1_000))
                .collect();
            let header = header.join(",");
            let expected: Vec<(&str, u16)> = members.iter().map(|(name, weight)| (name.as_str(), *weight)).collect();
            prop_assert_eq!(read(&header), expected);
        }

        #[test]
        fn any_text_is_read(header in "(\\PC|[,;=\"\\\\q.0-9 ]){0,40}") {
            for (name, weight) in read(&header) {
                prop_assert!(!name.is_empty() && name == name.trim() && weight <= WHOLE);
            }
        }
    }
}
