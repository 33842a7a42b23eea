//! A document is opened again as Word does: the parts of its package, and what each of them names.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{Cursor, Read as _},
};

use roxmltree::{Document, Node};
use vithe_frontend::report::Block;
use vithe_shared::query::ReportForm;
use zip::ZipArchive;

use super::{
    sample::{LETTERS, pictures, report},
    table::ROOM,
    *,
};

const ORIGIN: &str = "https://vithe.example";

/// The parts of a package.
struct Parts(BTreeMap<String, Vec<u8>>);

impl Parts {
    fn of(language: Language, origin: &str) -> Self {
        Self::open(write_docx(&report(language), &pictures(), origin).unwrap())
    }

    fn open(bytes: Vec<u8>) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let parts = (0..archive.len()).map(|place| {
            let mut part = archive.by_index(place).unwrap();
            // Not the time of day at which it was packed.
            assert_eq!(part.last_modified(), Some(DateTime::default()));
            let mut content = Vec::new();
            part.read_to_end(&mut content).unwrap();
            (part.name().unwrap().into_owned(), content)
        });
        Self(parts.collect())
    }

    fn text(&self, name: &str) -> &str {
        str::from_utf8(&self.0[name]).unwrap()
    }

    fn xml(&self, name: &str) -> Document<'_> {
        Document::parse(self.text(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The targets that the document names: their kind, address and whether it is outside of the file.
    fn relationships(&self) -> BTreeMap<String, (String, String, bool)> {
        let part = self.xml("word/_rels/document.xml.rels");
        let named = part.root_element().children().map(|node| {
            let attribute = |name: &str| node.attribute(name).unwrap_or_default().to_owned();
            let (kind, target) = (attribute("Type"), attribute("Target"));
            (attribute("Id"), (kind, target, attribute("TargetMode") == "External"))
        });
        named.collect()
    }
}

/// The elements of a name, in their order.
fn all<'a>(document: &'a Document<'_>, name: &str) -> Vec<Node<'a, 'a>> {
    within(document.root_element(), name)
}

fn within<'a>(node: Node<'a, 'a>, name: &str) -> Vec<Node<'a, 'a>> {
    node.descendants()
        .filter(|node| node.tag_name().name() == name)
        .collect()
}

/// The attribute of a local name.
fn value<'a>(node: Node<'a, 'a>, name: &str) -> &'a str {
    let mut attributes = node.attributes();
    attributes
        .find(|attribute| attribute.name() == name)
        .map_or("", |attribute| attribute.value())
}

fn told(node: Node<'_, '_>) -> String {
    node.descendants()
        .filter_map(|node| node.text().filter(|_| node.is_text()))
        .collect()
}

/// The styles and words of the paragraphs in an element.
fn paragraphs(node: Node<'_, '_>) -> Vec<(String, String)> {
    let paragraphs = within(node, "p").into_iter();
    let read = paragraphs.map(|paragraph| {
        let style = value(within(paragraph, "pStyle")[0], "val").to_owned();
        // Not the instructions of fields.
        (style, within(paragraph, "t").into_iter().map(told).collect())
    });
    read.collect()
}

#[test]
fn every_part_is_xml_and_has_a_type() {
    for language in Language::ALL {
        let parts = Parts::of(language, ORIGIN);
        let types = parts.xml("[Content_Types].xml");
        let named: BTreeSet<&str> = all(&types, "Override")
            .into_iter()
            .map(|node| value(node, "PartName"))
            .collect();
        for name in parts.0.keys().filter(|name| *name != "[Content_Types].xml") {
            let suffix = name.rsplit('.').next();
            if suffix == Some("png") {
                continue;
            }
            parts.xml(name);
            assert_eq!(
                named.contains(format!("/{name}").as_str()),
                suffix != Some("rels"),
                "{name}"
            );
        }
        for name in named {
            assert!(parts.0.contains_key(&name[1..]), "{name}");
        }
        assert!(!parts.text("word/styles.xml").contains('{'));
        assert!(!parts.text("word/settings.xml").contains('{'));
    }
}

#[test]
fn every_relationship_leads_somewhere_and_each_that_is_used_is_there() {
    let parts = Parts::of(Language::Vi, ORIGIN);
    let relationships = parts.relationships();
    for (name, (_, target, is_outside)) in &relationships {
        assert!(
            *is_outside || parts.0.contains_key(&format!("word/{target}")),
            "{name}: {target}"
        );
    }
    let document = parts.xml("word/document.xml");
    let used: BTreeSet<String> = document
        .descendants()
        .flat_map(|node| node.attributes())
        .filter(|attribute| attribute.namespace() == Some(relationships::KINDS))
        .map(|attribute| attribute.value().to_owned())
        .collect();
    // Word finds styles, settings and numbering by their kind.
    let by_kind = BTreeSet::from(["rId1", "rId2", "rId3"].map(str::to_owned));
    let named: BTreeSet<String> = relationships.into_keys().collect();
    assert_eq!(&used | &by_kind, named);
    assert!(used.is_disjoint(&by_kind));
}

#[test]
fn every_style_that_is_used_is_defined_and_told_in_the_language() {
    let mut names = Vec::new();
    for language in Language::ALL {
        let parts = Parts::of(language, ORIGIN);
        let styles = parts.xml("word/styles.xml");
        let defined: BTreeSet<&str> = all(&styles, "style")
            .into_iter()
            .map(|node| value(node, "styleId"))
            .collect();
        for part in [
            "word/document.xml",
            "word/header.xml",
            "word/numbering.xml",
            "word/styles.xml",
        ] {
            let part = parts.xml(part);
            for name in ["pStyle", "rStyle", "tblStyle", "basedOn", "next"] {
                for node in all(&part, name) {
                    assert!(defined.contains(value(node, "val")), "{}", value(node, "val"));
                }
            }
        }
        let own = all(&styles, "style")
            .into_iter()
            .filter(|node| value(*node, "customStyle") == "1");
        names.push(
            own.map(|node| value(within(node, "name")[0], "val").to_owned())
                .collect::<Vec<_>>(),
        );
        assert_eq!(value(all(&styles, "lang")[0], "val"), language_tag(language));
    }
    let distinct: BTreeSet<&String> = names.iter().flatten().collect();
    assert_eq!(distinct.len(), 2 * STYLE_NAMES.len(), "{names:?}");
}

#[test]
fn blocks_are_told_in_their_order_by_their_styles() {
    let parts = Parts::of(Language::Vi, ORIGIN);
    let document = parts.xml("word/document.xml");
    let outside = paragraphs(document.root_element());
    let styles: Vec<&str> = outside.iter().map(|(style, _)| style.as_str()).collect();
    let expected = [
        &[
            "Subtitle",
            "Title",
            "Imprint",
            "Imprint",
            "Heading1",
            "Normal",
            "Heading2",
            "ListBullet",
            "ListBullet",
        ][..],
        &["Caption", "TableHead", "TableHead", "TableHead"],
        &["TableText", "TableNumber", "TableNumber"].repeat(3),
        &["Note", "Note", "Heading1"],
        &["Kicker", "Caption", "Picture", "Note", "Note"],
        &["Kicker", "Caption", "Normal", "Note", "Note", "Heading1"],
        &["Caption", "TableHead", "TableHead", "TableHead"],
        &["TableText"; 7],
        &["Normal"],
    ];
    assert_eq!(styles, expected.concat());
    assert_eq!(outside[1].1, "Hậu Giang qua các chỉ số năm 2021");
    assert_eq!(outside[2].1, "Dữ liệu: Vị Thế 2.2.0, 28/11/2026");
    assert_eq!(
        outside[5].1,
        "Năm 2021, PCI của tỉnh đạt 63,80 điểm, tăng 0,69 điểm so với năm 2020; thứ hạng vẫn ở nửa dưới của bảng \
         <63 tỉnh> & thành phố."
    );
    let captions = outside.iter().filter(|(style, _)| style == "Caption");
    let captions: Vec<&str> = captions.map(|(_, told)| told.as_str()).collect();
    assert_eq!(
        captions,
        [
            "Bảng 1. Các chỉ số thành phần PCI năm 2021",
            "Hình 1. Hậu Giang tăng điểm ba năm liền",
            "Hình 2. Hậu Giang tăng điểm ba năm liền",
            "Bảng 2. Phân công thực hiện",
        ]
    );
    let counted = all(&document, "instrText").into_iter().map(told);
    let counters = [" SEQ Bảng \\* ARABIC ", " SEQ Hình \\* ARABIC "];
    assert_eq!(
        counted.collect::<Vec<_>>(),
        [counters[0], counters[1], counters[1], counters[0]]
    );
    let (_, letters) = outside.last().unwrap();
    assert_eq!(*letters, format!("{LETTERS} {}", LETTERS.to_uppercase()));
}

/// A review has contents that are there before Word has made them, lead to the headings, and ask nothing when it is opened.
#[test]
fn the_contents_of_a_review_lead_to_its_headings() {
    for (language, title) in [(Language::Vi, "Mục lục"), (Language::En, "Contents")] {
        let brief = report(language);
        let review = Report {
            form: ReportForm::Review,
            ..brief.clone()
        };
        let parts = Parts::open(write_docx(&review, &pictures(), ORIGIN).unwrap());
        let document = parts.xml("word/document.xml");
        let contents = all(&document, "sdt")[0];
        assert_eq!(value(within(contents, "docPartGallery")[0], "val"), "Table of Contents");
        let headings: Vec<(u8, &str)> = review
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading(heading) => Some((heading.level, heading.text.as_str())),
                _ => None,
            })
            .collect();
        let mut expected = vec![("TOCHeading".to_owned(), title.to_owned())];
        expected.extend(
            headings
                .iter()
                .map(|(level, text)| (format!("TOC{level}"), (*text).to_owned())),
        );
        assert_eq!(paragraphs(contents), expected);
        // One field around all entries, made of the headings of both levels.
        let marks: Vec<&str> = within(contents, "fldChar")
            .into_iter()
            .map(|node| value(node, "fldCharType"))
            .collect();
        assert_eq!(marks, ["begin", "separate", "end"]);
        assert_eq!(told(within(contents, "instrText")[0]), " TOC \\o \"1-2\" \\h \\z \\u ");
        let led_to: Vec<&str> = within(contents, "hyperlink")
            .into_iter()
            .map(|node| value(node, "anchor"))
            .collect();
        let marked: Vec<(&str, String)> = all(&document, "bookmarkStart")
            .into_iter()
            .map(|node| (value(node, "name"), told(node.parent().unwrap())))
            .collect();
        let wanted: Vec<(&str, String)> = led_to
            .iter()
            .zip(&headings)
            .map(|(anchor, (_, text))| (*anchor, (*text).to_owned()))
            .collect();
        assert_eq!(marked, wanted);
        assert!(!parts.text("word/settings.xml").contains("updateFields"));

        let parts = Parts::open(write_docx(&brief, &pictures(), ORIGIN).unwrap());
        let document = parts.xml("word/document.xml");
        for name in ["sdt", "bookmarkStart"] {
            assert!(all(&document, name).is_empty(), "{name}");
        }
    }
}

#[test]
fn a_table_repeats_its_head_splits_no_row_and_leaves_room_to_write() {
    let parts = Parts::of(Language::En, ORIGIN);
    let document = parts.xml("word/document.xml");
    let tables = all(&document, "tbl");
    for (table, heights) in tables.iter().zip([["", "", "", ""].as_slice(), &["", ROOM, ROOM]]) {
        let rows = within(*table, "tr");
        assert_eq!(rows.len(), heights.len());
        for (place, (row, height)) in rows.into_iter().zip(heights).enumerate() {
            assert_eq!(within(row, "tblHeader").len(), usize::from(place == 0));
            assert_eq!(within(row, "cantSplit").len(), 1);
            assert_eq!(
                within(row, "trHeight").first().map_or("", |node| value(*node, "val")),
                *height
            );
            assert_eq!(within(row, "tc").len(), within(*table, "gridCol").len());
        }
    }
    // The last row of the first one stays with its notes.
    let kept: Vec<usize> = within(tables[0], "tr")
        .into_iter()
        .map(|row| within(row, "keepNext").len())
        .collect();
    assert_eq!(kept, [0, 0, 0, 3]);
    assert!(within(tables[1], "keepNext").is_empty());
}

#[test]
fn a_picture_has_its_alternative_and_one_that_is_missing_is_told() {
    for (language, missing) in [
        (
            Language::Vi,
            "Chưa vẽ được hình này. Nội dung của hình: Biểu đồ đường: điểm PCI \"tổng hợp\" của Hậu Giang & trung vị cả nước. \
             2012–2016",
        ),
        (
            Language::En,
            "This figure could not be drawn. What it shows: Line chart: \"total\" PCI scores of Hậu Giang & the national \
             median. 2012–2016",
        ),
    ] {
        let parts = Parts::of(language, ORIGIN);
        let document = parts.xml("word/document.xml");
        let report = report(language);
        let alternative = &report.figures().next().unwrap().text.alt;
        for name in ["docPr", "cNvPr"] {
            let told: Vec<&str> = all(&document, name)
                .into_iter()
                .map(|node| value(node, "descr"))
                .collect();
            assert_eq!(told, [alternative], "{name}");
        }
        let [picture, _] = pictures();
        assert_eq!(parts.0["word/media/figure-1.png"], picture.unwrap().png);
        assert!(!parts.0.contains_key("word/media/figure-2.png"));
        let sentences = paragraphs(document.root_element());
        assert!(
            sentences.contains(&("Normal".to_owned(), missing.to_owned())),
            "{sentences:?}"
        );
    }
}

#[test]
fn a_picture_has_the_number_of_its_figure_where_one_before_it_is_missing() {
    let [picture, missing] = pictures();
    let parts = Parts::open(write_docx(&report(Language::Vi), &[missing, picture], ORIGIN).unwrap());
    let media: Vec<&String> = parts.0.keys().filter(|name| name.contains("media")).collect();
    assert_eq!(media, ["word/media/figure-2.png"]);
}

#[test]
fn links_are_whole_addresses_and_words_without_an_origin() {
    let linked = Parts::of(Language::Vi, ORIGIN);
    let addresses: Vec<String> = linked
        .relationships()
        .into_values()
        .filter_map(|(_, target, is_outside)| is_outside.then_some(target))
        .collect();
    // Three cells lead to one address.
    assert_eq!(
        addresses.iter().map(String::as_str).collect::<BTreeSet<&str>>(),
        BTreeSet::from([
            "https://vithe.example/vi/index/pci?y=2021",
            "https://vithe.example/vi/index/pci?y=2021&pin=hau-giang",
        ])
    );
    assert_eq!(addresses.len(), 2);
    assert_eq!(all(&linked.xml("word/document.xml"), "hyperlink").len(), 4);

    let plain = Parts::of(Language::Vi, "");
    assert!(
        plain
            .relationships()
            .into_values()
            .all(|(_, _, is_outside)| !is_outside)
    );
    let [with, without] = [&linked, &plain].map(|parts| paragraphs(parts.xml("word/document.xml").root_element()));
    assert_eq!(with, without);
}

#[test]
fn the_page_is_that_of_the_decree_with_its_number_from_the_second_one_on() {
    let parts = Parts::of(Language::Vi, ORIGIN);
    let document = parts.xml("word/document.xml");
    let margins = all(&document, "pgMar")[0];
    // In millimetres, as the decree has them.
    for (side, least, most) in [
        ("top", 20.0, 25.0),
        ("bottom", 20.0, 25.0),
        ("left", 30.0, 35.0),
        ("right", 15.0, 20.0),
    ] {
        let length: f64 = value(margins, side).parse().unwrap();
        let length = (length / 1_440.0 * 25.4 * 10.0).round() / 10.0;
        assert!((least..=most).contains(&length), "{side}: {length}");
    }
    assert_eq!(all(&document, "titlePg").len(), 1);
    let header = all(&document, "headerReference");
    assert_eq!(header.len(), 1);
    assert_eq!(value(header[0], "type"), "default");
    assert_eq!(parts.relationships()[value(header[0], "id")].1, "header.xml");
    assert_eq!(
        value(all(&parts.xml("word/header.xml"), "fldSimple")[0], "instr"),
        " PAGE "
    );
}

#[test]
fn the_properties_say_what_the_report_is_and_of_which_day() {
    let parts = Parts::of(Language::En, ORIGIN);
    let properties = parts.xml("docProps/core.xml");
    let told: Vec<(&str, String)> = properties
        .root_element()
        .children()
        .map(|node| (node.tag_name().name(), told(node)))
        .collect();
    let expected = [
        ("title", "Hậu Giang in the indices of 2021"),
        ("subject", "Hậu Giang ranked 38th of 63 provinces in the PCI of 2021."),
        ("creator", "Vị Thế"),
        ("lastModifiedBy", "Vị Thế"),
        ("language", "en-GB"),
        ("created", "2026-11-28T00:00:00Z"),
        ("modified", "2026-11-28T00:00:00Z"),
    ];
    assert_eq!(told, expected.map(|(name, value)| (name, value.to_owned())));
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let [first, second] = [(); 2].map(|()| write_docx(&report(Language::Vi), &pictures(), ORIGIN).unwrap());
    assert_eq!(first, second);
}
