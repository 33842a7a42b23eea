use super::*;
use crate::view_model::fixtures;

#[test]
fn the_alternative_text_names_the_largest_rise_and_the_largest_fall() {
    let mut answer = fixtures::changes();
    // A second, smaller fall stands behind the larger one.
    let mut entry = answer.parts[0].clone();
    entry.contribution = -0.05;
    answer.parts[0] = entry;
    let view = changes_view(&answer, &fixtures::index_info(IndexId::Pci), Language::En);
    assert!(
        view.text.alt.contains("Largest rise: Informal charges"),
        "{}",
        view.text.alt
    );
    assert!(
        view.text.alt.contains("Largest fall: Transparency"),
        "{}",
        view.text.alt
    );
}
