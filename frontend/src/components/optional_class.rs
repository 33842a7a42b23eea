//! A class that an element may have: `class=None` would still write the attribute, with nothing in it.

use leptos::tachys::html::attribute::{
    AttributeValue,
    custom::{CustomAttr, custom_attribute},
};

/// To be spread on an element: `<tr {..optional_class(class)}>`.
pub(crate) fn optional_class<Class: AttributeValue>(class: Option<Class>) -> CustomAttr<&'static str, Option<Class>> {
    custom_attribute("class", class)
}
