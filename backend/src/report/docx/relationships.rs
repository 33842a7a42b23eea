//! What the document names outside of itself: other parts of the file, and addresses.

use std::io;

use super::markup::{element, empty, part};

const NAMESPACE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// What the kind of every relationship begins with, and the namespace of the attributes that name one.
pub(super) const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The kind of an address.
pub(super) const HYPERLINK: &str = "hyperlink";

/// What is named so far. The name of a target is made of its place in the list.
#[derive(Debug)]
pub(super) struct Relationships(Vec<Relationship>);

#[derive(Debug, PartialEq)]
struct Relationship {
    kind: &'static str,
    target: String,
}

impl Default for Relationships {
    /// With the parts that Word looks for by their kind alone.
    fn default() -> Self {
        let mut relationships = Self(Vec::new());
        for (kind, target) in [
            ("styles", "styles.xml"),
            ("settings", "settings.xml"),
            ("numbering", "numbering.xml"),
        ] {
            relationships.name(kind, target.to_owned());
        }
        relationships
    }
}

impl Relationships {
    /// The name of a target, the same one however often it is asked for.
    pub(super) fn name(&mut self, kind: &'static str, target: String) -> String {
        let wanted = Relationship { kind, target };
        let place = self.0.iter().position(|known| *known == wanted).unwrap_or_else(|| {
            self.0.push(wanted);
            self.0.len() - 1
        });
        name_at(place)
    }

    /// `word/_rels/document.xml.rels`.
    pub(super) fn part(&self) -> io::Result<Vec<u8>> {
        part(|xml| {
            element(xml, "Relationships", &[("xmlns", NAMESPACE)], |xml| {
                for (place, Relationship { kind, target }) in self.0.iter().enumerate() {
                    let (name, full_kind) = (name_at(place), format!("{KINDS}/{kind}"));
                    let mut attributes = vec![("Id", name.as_str()), ("Type", &full_kind), ("Target", target)];
                    if *kind == HYPERLINK {
                        attributes.push(("TargetMode", "External"));
                    }
                    empty(xml, "Relationship", &attributes)?;
                }
                Ok(())
            })
        })
    }
}

fn name_at(place: usize) -> String {
    format!("rId{}", place + 1)
}
