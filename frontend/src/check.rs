//! What the claim checker is asked by its page: the fields of its forms, the same on the server, where a form is sent, and in the
//! browser, where it is read in place.

use vithe_shared::{
    Indicator, Language, Problem, ProblemCode, ProvinceSlug, Year,
    api::check::{CheckAnswer, CheckText, ClaimMeasure, ClaimRequest, ClaimUnit},
    claims::{CheckFault, MAXIMUM_BYTES, check_claims, check_text},
    engine::catalog::Catalog,
    query::{QueryPairs, read_decimal},
};

use crate::text::check as text;

/// The parts of the page that the browser looks for: the text, the form of the text, that of a figure, the result.
pub(crate) const TEXT_ID: &str = "check-text";
pub(crate) const TEXT_FORM_ID: &str = "check-text-form";
pub(crate) const CLAIM_FORM_ID: &str = "check-claim-form";
pub(crate) const RESULTS_ID: &str = "check-results";

/// What came out.
pub(crate) type Outcome = Result<CheckAnswer, Problem>;

/// Who answers a form.
#[derive(Clone, Copy)]
pub(crate) enum Checker {
    /// The server, which the form is sent to.
    #[cfg(not(feature = "csr"))]
    Server,
    /// The browser, from its catalog.
    #[cfg(feature = "csr")]
    Browser(&'static Catalog),
}

/// What was asked: a text, or one figure. Fields stay as they were sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The text.
    pub(crate) text: String,
    /// The province, by default of the text or that of the figure.
    pub(crate) province: Option<ProvinceSlug>,
    /// The year.
    pub(crate) year: Option<Year>,
    /// The index or component of the figure.
    pub(crate) indicator: Option<Indicator>,
    /// What the figure is.
    pub(crate) measure: Option<ClaimMeasure>,
    /// The figure as it was typed.
    pub(crate) value: String,
}

impl Asked {
    /// Reads the fields of a form as it is sent (`application/x-www-form-urlencoded`). The field `example` stands for the text of
    /// the example.
    pub fn read(form: &str, language: Language) -> Self {
        let mut pairs = QueryPairs::parse(form);
        // A field that is given twice, or is none, is as good as empty.
        let mut take = |name| pairs.take(name).ok().flatten().unwrap_or_default();
        let text = take("text");
        let is_example = !take("example").is_empty();
        let measure = take("measure");
        Self {
            text: if is_example {
                text::EXAMPLE_TEXT.get(language).to_owned()
            } else {
                text
            },
            province: take("p").parse().ok(),
            year: take("y").parse().ok(),
            indicator: take("figure").parse().ok(),
            measure: ClaimMeasure::ALL.into_iter().find(|known| known.as_str() == measure),
            value: take("value"),
        }
    }

    /// The answer; `None` where nothing was asked.
    pub(crate) fn answer(&self, catalog: &Catalog, language: Language) -> Option<Outcome> {
        if let Some(measure) = self.measure {
            return Some(
                self.claim(measure, language)
                    .map(|claim| check_claims(catalog, &[claim])),
            );
        }
        if self.text.trim().is_empty() {
            return None;
        }
        if self.text.len() > MAXIMUM_BYTES {
            return Some(Err(CheckFault::TextTooLong(self.text.len()).into_problem(language)));
        }
        let question = CheckText {
            text: self.text.clone(),
            province: self.province.clone(),
            year: self.year,
        };
        Some(Ok(check_text(catalog, &question)))
    }

    fn claim(&self, measure: ClaimMeasure, language: Language) -> Result<ClaimRequest, Problem> {
        let whole = (
            self.indicator.clone(),
            self.province.clone(),
            self.year,
            read_decimal(&self.value),
        );
        let (Some(indicator), Some(province), Some(year), Some(value)) = whole else {
            let detail = text::NOT_A_CLAIM.get(language);
            return Err(Problem::new(ProblemCode::InvalidValue, language, detail));
        };
        Ok(ClaimRequest {
            index: indicator.index,
            component: indicator.component,
            province,
            year,
            from_year: None,
            measure,
            value,
            n: None,
            unit: ClaimUnit::None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_as_it_is_sent() {
        let asked = Asked::read("text=PCI+%C4%91%E1%BA%A1t+63%2C8&p=hau-giang&y=2021", Language::Vi);
        assert_eq!(asked.text, "PCI đạt 63,8");
        assert_eq!(
            (asked.province.unwrap().as_str(), asked.year),
            ("hau-giang", Some(Year(2021)))
        );
        let asked = Asked::read("text=&p=&y=&example=1", Language::En);
        assert_eq!(asked.text, text::EXAMPLE_TEXT.en);
        let asked = Asked::read("figure=pci.land&measure=rank&value=9&p=hau-giang&y=2021", Language::Vi);
        assert_eq!(
            (asked.measure, asked.indicator.unwrap().to_string().as_str()),
            (Some(ClaimMeasure::Rank), "pci.land")
        );
    }

    #[test]
    fn a_figure_without_a_number_is_told() {
        let asked = Asked::read("figure=pci&measure=rank&value=x&p=hau-giang&y=2021", Language::Vi);
        let problem = asked.claim(ClaimMeasure::Rank, Language::Vi).unwrap_err();
        assert_eq!(problem.code, ProblemCode::InvalidValue);
    }
}
