//! How the normalized form is written: JSON with the parts of a dataset under their names and all rows as arrays, in the order
//! of their fields. It is read by what `serde` derives, which takes an array for a structure.

use std::io;

use serde::Serialize;
use serde_json::{
    Serializer,
    ser::{CharEscape, Formatter},
};

/// Writes a part of the normalized form.
pub fn to_form<T: Serialize>(part: &T) -> serde_json::Result<Vec<u8>> {
    let mut written = Vec::new();
    part.serialize(&mut Serializer::with_formatter(&mut written, Rows::default()))?;
    Ok(written)
}

/// Leaves the names of fields out below the outermost structure.
#[derive(Debug, Default)]
struct Rows {
    /// How many structures and lists are open.
    depth: usize,
    /// Whether the name of a field that is left out is being written.
    in_name: bool,
}

impl Rows {
    fn is_row(&self) -> bool {
        self.depth > 1
    }

    fn open<W: ?Sized + io::Write>(&mut self, writer: &mut W, sign: &[u8]) -> io::Result<()> {
        self.depth += 1;
        writer.write_all(sign)
    }

    fn close<W: ?Sized + io::Write>(&mut self, writer: &mut W, sign: &[u8]) -> io::Result<()> {
        self.depth -= 1;
        writer.write_all(sign)
    }
}

impl Formatter for Rows {
    fn begin_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b"[")
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"]")
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        let sign: &[u8] = if self.depth == 0 { b"{" } else { b"[" };
        self.open(writer, sign)
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        let sign: &[u8] = if self.is_row() { b"]" } else { b"}" };
        self.close(writer, sign)
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.in_name = self.is_row();
        if first { Ok(()) } else { writer.write_all(b",") }
    }

    fn end_object_key<W: ?Sized + io::Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.in_name = false;
        Ok(())
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        if self.is_row() { Ok(()) } else { writer.write_all(b":") }
    }

    fn begin_string<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        if self.in_name { Ok(()) } else { writer.write_all(b"\"") }
    }

    fn end_string<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        if self.in_name { Ok(()) } else { writer.write_all(b"\"") }
    }

    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        if self.in_name {
            Ok(())
        } else {
            writer.write_all(fragment.as_bytes())
        }
    }

    fn write_char_escape<W: ?Sized + io::Write>(&mut self, writer: &mut W, escape: CharEscape) -> io::Result<()> {
        if self.in_name {
            Ok(())
        } else {
            serde_json::ser::CompactFormatter.write_char_escape(writer, escape)
        }
    }

    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        // The shortest text that is read as the same number; whole ones without a point.
        write!(writer, "{value}")
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Outer {
        name: String,
        rows: Vec<Row>,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Row {
        id: String,
        value: Option<f64>,
        inner: Option<Inner>,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Inner {
        x: f64,
        list: Vec<u8>,
    }

    #[test]
    fn rows_are_arrays_below_named_parts_and_are_read_again() {
        let row = |id: &str, value, inner| Row {
            id: id.to_owned(),
            value,
            inner,
        };
        let outer = Outer {
            name: "a \"b\"".to_owned(),
            rows: vec![
                row("one", Some(64.0), None),
                row(
                    "two",
                    None,
                    Some(Inner {
                        x: 0.25,
                        list: vec![1, 2],
                    }),
                ),
            ],
        };
        let written = String::from_utf8(to_form(&outer).unwrap()).unwrap();
        assert_eq!(
            written,
            r#"{"name":"a \"b\"","rows":[["one",64,null],["two",null,[0.25,[1,2]]]]}"#
        );
        assert_eq!(serde_json::from_str::<Outer>(&written).unwrap(), outer);
    }
}
