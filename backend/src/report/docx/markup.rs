//! Elements of a part, by which the parts are written: each with its attributes and what stands in it.

use std::io;

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

/// A part that is written as XML.
pub(super) type Xml = Writer<Vec<u8>>;

/// Attributes in their order.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A part with its declaration, whose outermost element is written by `content`.
pub(super) fn part(content: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new(Vec::new());
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
    content(&mut xml)?;
    Ok(xml.into_inner())
}

/// An element with others in it.
pub(super) fn element(
    xml: &mut Xml,
    name: &str,
    attributes: Attributes<'_>,
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    let element = xml.create_element(name).with_attributes(attributes.iter().copied());
    element.write_inner_content(content).map(|_| ())
}

/// An element with nothing in it.
pub(super) fn empty(xml: &mut Xml, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
    let element = xml.create_element(name).with_attributes(attributes.iter().copied());
    element.write_empty().map(|_| ())
}

/// An element with a text in it.
pub(super) fn text(xml: &mut Xml, name: &str, attributes: Attributes<'_>, text: &str) -> io::Result<()> {
    let element = xml.create_element(name).with_attributes(attributes.iter().copied());
    element.write_text_content(BytesText::new(text)).map(|_| ())
}
