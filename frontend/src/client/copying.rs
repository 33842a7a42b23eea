//! Copying of tables: what goes to the clipboard is made of the cells, not of the text on the screen, so that it pastes clean
//! into a spreadsheet. Words for screen readers and signs stay out, numbers are written as numbers, and what a rank is out of
//! has a column of its own (`components::table::part`). Anything else is copied as the browser does it.

use leptos::{
    ev,
    prelude::{GetUntracked as _, document, window, window_event_listener},
    task::spawn_local,
};
use vithe_shared::Language;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlAnchorElement, HtmlElement, Node, Range};

use super::{Site, hand::find_all};
use crate::components::table::{
    copied::{CopiedCell, CopiedRow, CopiedRows},
    part::Part,
};

/// What a reader of the screen does not see as text.
const NOT_TEXT: &str = ".visually-hidden, [aria-hidden='true'], svg";

/// Watches what is copied, as long as the app lives.
pub(super) fn copy_clean(site: Site) {
    window_event_listener(ev::copy, move |event| {
        let language = site.address().get_untracked().language;
        let Some((copied, clipboard)) = copied_rows(language).zip(event.clipboard_data()) else {
            return;
        };
        let forms = [("text/plain", copied.to_lines()), ("text/html", copied.to_html())];
        if forms.iter().all(|(form, text)| clipboard.set_data(form, text).is_ok()) {
            event.prevent_default();
        }
    });
}

/// A link to a figure is copied by a click, and that is said. It leads there all the same.
pub(super) fn copy_links() {
    window_event_listener(ev::click, |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(link) = target.and_then(|target| target.closest("a[data-copy]").ok().flatten()) else {
            return;
        };
        let Some(address) = link.dyn_ref::<HtmlAnchorElement>().map(HtmlAnchorElement::href) else {
            return;
        };
        spawn_local(async move {
            let written = JsFuture::from(window().navigator().clipboard().write_text(&address)).await;
            if let (Ok(_), Some(said)) = (written, link.next_element_sibling()) {
                said.set_text_content(link.get_attribute("data-copied").as_deref());
            }
        });
    });
}

/// The rows of the table that is selected; `None` where it is more or less than cells of one table.
fn copied_rows(language: Language) -> Option<CopiedRows> {
    let selection = window().get_selection().ok()??;
    let ranges: Vec<Range> = (0..selection.range_count())
        .filter_map(|position| selection.get_range_at(position).ok())
        .filter(|range| !range.collapsed())
        .collect();
    let body = document().body()?;
    let is_touched = |node: &Node| ranges.iter().any(|range| reaches_into(range, node));
    let mut tables = find_all(&body, "main table").filter(|table| is_touched(table));
    let table = tables.next().filter(|_| tables.next().is_none())?;
    if !ranges.iter().all(|range| is_within(range, &table)) {
        return None;
    }
    let rows: Vec<CopiedRow> = find_all(&table, "tr")
        .map(|row| copied_row(&row, &is_touched))
        .filter(|row| !row.cells.is_empty())
        .collect();
    let cells = || rows.iter().flat_map(|row| &row.cells);
    // A word within a cell.
    let is_word = cells().count() <= 1 && cells().all(|cell| cell.parts.is_empty());
    (!is_word).then(|| CopiedRows::of(&rows, language))
}

/// Whether some of a range lies in a node, more than its edge.
fn reaches_into(range: &Range, node: &Node) -> bool {
    let within = || {
        let contents = document().create_range().ok()?;
        contents.select_node_contents(node).ok()?;
        let starts_before_its_end = range.compare_boundary_points(Range::END_TO_START, &contents).ok()? < 0;
        let ends_behind_its_start = range.compare_boundary_points(Range::START_TO_END, &contents).ok()? > 0;
        Some(starts_before_its_end && ends_behind_its_start)
    };
    within().unwrap_or_default()
}

/// Whether no text outside a table is in a range.
fn is_within(range: &Range, table: &HtmlElement) -> bool {
    let outside = || {
        let before = document().create_range().ok()?;
        before
            .set_start(&range.start_container().ok()?, range.start_offset().ok()?)
            .ok()?;
        before.set_end_before(table).ok()?;
        let after = document().create_range().ok()?;
        after.set_start_after(table).ok()?;
        let (end, offset) = (range.end_container().ok()?, range.end_offset().ok()?);
        // An end before the start, where the range ends in the table, would take the start along.
        if !table.contains(Some(&end)) {
            after.set_end(&end, offset).ok()?;
        }
        let starts_inside = table.contains(Some(&range.start_container().ok()?));
        let text = |part: &Range| String::from(part.to_string());
        Some((starts_inside || text(&before).trim().is_empty()) && text(&after).trim().is_empty())
    };
    outside().unwrap_or_default()
}

fn copied_row(row: &HtmlElement, is_touched: &impl Fn(&Node) -> bool) -> CopiedRow {
    let mut column = 0;
    let mut cells = Vec::new();
    for cell in find_all(row, "th, td") {
        let span = cell
            .get_attribute("colspan")
            .and_then(|span| span.parse().ok())
            .unwrap_or(1);
        if is_touched(&cell) {
            let mut copied = CopiedCell {
                column,
                span,
                is_head: cell.tag_name() == "TH",
                ..CopiedCell::default()
            };
            read(&cell, &mut copied);
            cells.push(copied);
        }
        column += span;
    }
    CopiedRow {
        is_head: row.closest("thead").ok().flatten().is_some(),
        cells,
    }
}

/// Reads what stands below a node into a cell.
fn read(node: &Node, cell: &mut CopiedCell) {
    let children = node.child_nodes();
    for child in (0..children.length()).filter_map(|position| children.get(position)) {
        let Some(element) = child.dyn_ref::<Element>() else {
            cell.text.push_str(&child.text_content().unwrap_or_default());
            continue;
        };
        let copied = element.get_attribute("data-copy");
        let part = element.get_attribute("data-part").and_then(|name| Part::named(&name));
        match (part, copied) {
            (Some(part), Some(text)) => cell.parts.push((part, text)),
            (_, Some(text)) => cell.text.push_str(&text),
            (_, None) if element.matches(NOT_TEXT).unwrap_or_default() => {}
            // What stands on lines of its own is no one word.
            (_, None) => {
                cell.text.push(' ');
                read(element, cell);
            }
        }
    }
}
