use proptest::prelude::*;

use vithe_shared::Year;

use super::{Field, values::parse_date};
use crate::package::{Date, PackageIndex, SourceId};

#[test]
fn only_days_of_the_calendar_are_dates() {
    assert!(parse_date("2025-07-01").is_some());
    assert!(parse_date("2024-02-29").is_some());
    for text in [
        "2023-02-29",
        "2025-13-01",
        "2025-00-10",
        "2025-7-1",
        "01/07/2025",
        "2025-07-0１",
        "",
    ] {
        assert!(parse_date(text).is_none(), "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_is_a_value_or_a_fault_but_never_a_panic(text in "\\PC{1,20}") {
        let _ = f64::parse(&text).map(|value| assert!(value.is_finite()));
        let _ = u16::parse(&text);
        let _ = Year::parse(&text);
        let _ = Date::parse(&text);
        let _ = PackageIndex::parse(&text);
        let _ = SourceId::parse(&text);
    }
}
