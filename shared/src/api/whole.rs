//! Whole numbers as JSON has them: `2021` and `2021.0` are the same number.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{Error, Unexpected, Visitor},
};

/// A whole number of two bytes.
struct Whole(u16);

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl Visitor<'_> for Reader {
    type Value = Whole;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "a whole number from 0 to {}", u16::MAX)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Whole, E> {
        u16::try_from(number)
            .map(Whole)
            .map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Whole, E> {
        if number.fract() != 0.0 || !(0.0..=f64::from(u16::MAX)).contains(&number) {
            return Err(E::invalid_value(Unexpected::Float(number), &self));
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked before")]
        Ok(Whole(number as u16))
    }
}

/// Reads a number that has to be there.
pub(super) fn required<'de, D: Deserializer<'de>, T: From<u16>>(deserializer: D) -> Result<T, D::Error> {
    Whole::deserialize(deserializer).map(|Whole(number)| number.into())
}

/// Reads a number that may be null.
pub(super) fn optional<'de, D: Deserializer<'de>, T: From<u16>>(deserializer: D) -> Result<Option<T>, D::Error> {
    let number = Option::<Whole>::deserialize(deserializer)?;
    Ok(number.map(|Whole(number)| number.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifier::Year;

    #[derive(Deserialize)]
    struct Question {
        #[serde(default, deserialize_with = "optional")]
        year: Option<Year>,
    }

    #[test]
    fn a_whole_number_is_one_however_it_is_written() {
        let year = |text: &str| serde_json::from_str::<Question>(text).map(|question| question.year);
        for text in [r#"{"year":2021}"#, r#"{"year":2021.0}"#, r#"{"year":2.021e3}"#] {
            assert_eq!(year(text).unwrap(), Some(Year(2021)), "{text}");
        }
        for text in ["{}", r#"{"year":null}"#] {
            assert_eq!(year(text).unwrap(), None, "{text}");
        }
        for number in ["2021.5", "-1", "65536", "65536.0", "\"2021\""] {
            assert!(year(&format!(r#"{{"year":{number}}}"#)).is_err(), "{number}");
        }
    }
}
