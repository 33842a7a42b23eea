//! Fields of numbers. They are fields of text: what `type="number"` takes depends on the language of the browser, and some
//! browsers make 2 of `0,2` without a word. What is typed is read by [`PageQuery`]; where it cannot be taken it stays in the
//! field, and beside the field is said why.

use leptos::prelude::*;
use vithe_shared::{Language, query::PageQuery};

use crate::{format::format_typed, text::number::Takes};

/// What stands in a field of a number.
pub(crate) struct NumberField {
    /// Unique on the page.
    id: String,
    /// The key in the address.
    name: String,
    is_whole: bool,
    text: Option<String>,
    /// What is wrong with it.
    wrong: Option<String>,
    placeholder: Option<String>,
}

impl NumberField {
    /// A field of the state of a page: with its value there, or with what was typed and is none.
    pub(crate) fn new(
        (id, name): (String, String),
        takes: Takes,
        value: Option<f64>,
        query: &PageQuery,
        language: Language,
    ) -> Self {
        let text = query
            .mistyped
            .get(&name)
            .cloned()
            .or_else(|| Some(format_typed(value?, language)));
        let is_taken = !query.mistyped.contains_key(&name) && value.is_none_or(|value| takes.has(value));
        Self {
            wrong: text
                .as_deref()
                .filter(|_| !is_taken)
                .map(|typed| takes.refusal(typed, language)),
            is_whole: matches!(takes, Takes::Rank(_)),
            text,
            placeholder: None,
            id,
            name,
        }
    }

    /// What is shown while the field is empty.
    pub(crate) fn with_placeholder(self, text: String) -> Self {
        Self {
            placeholder: Some(text),
            ..self
        }
    }

    /// Something else that is wrong, where the number itself is none that is refused.
    pub(crate) fn or_wrong(self, words: Option<&'static str>) -> Self {
        let wrong = self.wrong.or_else(|| words.map(str::to_owned));
        Self { wrong, ..self }
    }

    /// The field below its name.
    pub(crate) fn labelled(self, label: String) -> AnyView {
        view! {
            <div class="field number-field">
                <label class="field-label" for=self.id.clone()>{label}</label>
                {self.view(None, None)}
            </div>
        }
        .into_any()
    }

    /// The field with what stands beside it, and below both what is wrong. `name` is read out where the field has no label.
    pub(crate) fn view(self, name: Option<String>, beside: Option<AnyView>) -> AnyView {
        let note = format!("{}-wrong", self.id);
        let is_wrong = self.wrong.is_some();
        view! {
            <input
                id=self.id
                class="number"
                type="text"
                inputmode=if self.is_whole { "numeric" } else { "decimal" }
                autocomplete="off"
                name=self.name
                placeholder=self.placeholder
                value=self.text
                aria-label=name
                aria-invalid=is_wrong.then_some("true")
                aria-describedby=is_wrong.then(|| note.clone())
            />
            {beside}
            {self.wrong.map(|wrong| view! { <p id=note class="field-wrong" role="status">{wrong}</p> })}
        }
        .into_any()
    }
}

#[cfg(all(test, not(feature = "csr")))]
mod tests {
    use vithe_shared::query::PointsChange;

    use super::*;

    fn field(query: &str, language: Language) -> String {
        let query = PageQuery::parse(query);
        let names = ("total".to_owned(), "total".to_owned());
        let value = query.total.map(PointsChange::points);
        NumberField::new(names, Takes::Between(0.0, 100.0, 0), value, &query, language)
            .view(None, None)
            .to_html()
    }

    #[test]
    fn a_value_is_written_in_the_way_of_the_language() {
        let (vi, en) = (field("total=64.5", Language::Vi), field("total=64,5", Language::En));
        assert!(vi.contains(r#"value="64,5""#) && !vi.contains("aria-invalid"), "{vi}");
        assert!(en.contains(r#"value="64.5""#) && !en.contains("aria-invalid"), "{en}");
    }

    #[test]
    fn what_cannot_be_taken_stays_and_is_named() {
        for typed in ["abc", "1000", "-3"] {
            let html = field(&format!("total={typed}"), Language::En);
            for part in [
                format!(r#"value="{}""#, typed.replace('-', "\u{2212}")),
                r#"aria-invalid="true""#.to_owned(),
                r#"aria-describedby="total-wrong""#.to_owned(),
                r#"id="total-wrong""#.to_owned(),
                "from 0 to 100".to_owned(),
            ] {
                assert!(html.contains(&part), "{typed}: {part} in {html}");
            }
        }
    }

    #[test]
    fn an_empty_field_is_not_wrong() {
        let html = field("", Language::Vi);
        assert!(!html.contains("value=") && !html.contains("wrong"), "{html}");
    }
}
