//! Parts of what both languages say of a refusal.

use crate::{ComponentId, Language, dataset::Part, domain::IntervalKind};

pub(super) fn list<T: ToString>(values: &[T]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// A component as a refusal names it: by its value in addresses, the total by its name.
pub(super) fn component_words(component: &ComponentId, language: Language) -> String {
    match (component.is_overall(), language) {
        (true, Language::Vi) => "chỉ số tổng hợp".to_owned(),
        (true, Language::En) => "the overall index".to_owned(),
        (false, Language::Vi) => format!("thành phần “{component}”"),
        (false, Language::En) => format!("component “{component}”"),
    }
}

/// A kind of rank interval in words, with its value in addresses.
pub(super) fn kind_words(kind: IntervalKind, language: Language) -> String {
    let words = match kind {
        IntervalKind::Rounding => language.pick("làm tròn", "rounding"),
        IntervalKind::Perturbation => language.pick("mức tăng, giảm điểm", "points up or down"),
        IntervalKind::Weights => language.pick("trọng số", "weights"),
        IntervalKind::Sampling => language.pick("lấy mẫu", "sampling"),
    };
    if words == kind.as_str() {
        words.to_owned()
    } else {
        format!("{words} ({kind})")
    }
}

pub(super) fn kinds(kinds: &[IntervalKind], language: Language) -> String {
    let words: Vec<String> = kinds.iter().map(|kind| kind_words(*kind, language)).collect();
    words.join(", ")
}

/// What a part is called in both languages.
pub(super) fn part_name(part: Part) -> String {
    match part {
        Part::Index(index) | Part::Indicators(index) | Part::Notes(index) => index.short_name().to_owned(),
        Part::Registry | Part::Borders(_) => part.to_string(),
    }
}
