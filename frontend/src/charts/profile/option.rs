//! The components of one province: this year, the year before, the medians of country and region, the best.

use charming::element::{LineStyle, LineStyleType, Symbol};
use vithe_shared::{Language, query::FigureWidth};

use crate::{
    charts::{
        drawing::{Drawing, Mark, Reach},
        layout::{Fitted, Layout, class_height, fit},
        measure::text_width,
        plot::{
            Plot,
            legend::{Legend, Swatch},
            scale::Linear,
            symbol::SymbolLook,
            text::{Anchor, LABEL, SMALL, TextLook},
        },
        score_rows::{RowNames, SIDE, score_grid},
        theme::ChartTheme,
    },
    format::{Tone, format_score},
    view_model::{
        profile_view::{ComponentRowView, ComponentsView},
        wording::median_name,
    },
};

/// Below the rows.
const FOOT: f64 = 12.0;

struct ProfileLayout<'v> {
    rows: Vec<&'v ComponentRowView>,
    legend: Legend<'v>,
    names: RowNames,
    changes: Vec<String>,
    /// Where the rows begin.
    top: f64,
    row_height: f64,
    /// Where in a row its dots lie, as a part of its height.
    middle_at: f64,
    /// Where the axis ends.
    right: f64,
    value_width: f64,
}

impl Layout for ProfileLayout<'_> {
    fn height(&self) -> f64 {
        self.top + self.rows.len() as f64 * self.row_height + FOOT
    }
}

fn layout<'v>(view: &'v ComponentsView, theme: &ChartTheme) -> Option<ProfileLayout<'v>> {
    let rows: Vec<&ComponentRowView> = view.first_level().filter(|row| row.score.is_some()).collect();
    if rows.is_empty() {
        return None;
    }
    let legend = Legend::new(legend_items(view, &rows, theme), SIDE, 4.0, theme.pixels() - 2.0 * SIDE);
    let changes: Vec<String> = rows.iter().map(|row| change_text(row)).collect();
    let value_width = rows
        .iter()
        .map(|row| text_width(&row.score_text, LABEL, true))
        .fold(0.0, f64::max);
    let change_width = changes
        .iter()
        .map(|change| text_width(change, SMALL, false))
        .fold(0.0, f64::max);
    let (row_height, middle_at) = if theme.is_narrow() { (48.0, 0.68) } else { (42.0, 0.5) };
    Some(ProfileLayout {
        names: RowNames::of(rows.iter().map(|row| row.name.as_str()), theme),
        rows,
        top: 4.0 + legend.height + 34.0,
        legend,
        changes,
        row_height,
        middle_at,
        right: theme.pixels() - SIDE - value_width - change_width - 22.0,
        value_width,
    })
}

/// Height of the figure in a width class.
pub(super) fn height(view: &ComponentsView, class: FigureWidth) -> u16 {
    class_height(class, |theme| layout(view, theme))
}

/// Dots per component on the scale they share. Components whose year before does not compare have no hollow dot.
pub(super) fn draw(view: &ComponentsView, theme: &ChartTheme) -> Drawing {
    let Some(Fitted { parts, spare, height }) = fit(theme, |theme| layout(view, theme)) else {
        return Plot::empty(theme, &view.text.finding);
    };
    let ProfileLayout {
        rows,
        names,
        changes,
        top,
        middle_at,
        right,
        value_width,
        ..
    } = &parts;
    let (top, middle_at, right, value_width) = (*top, *middle_at, *right, *value_width);
    let language = view.language;
    let hue = theme.hue(&view.hues);
    let mut plot = Plot::new(theme);
    plot.reached(Reach::Row);
    let count = rows.len() as f64;
    let row_height = parts.row_height + spare / count;
    let x = Linear {
        from: view.scale.min,
        to: view.scale.max,
        start: names.left,
        end: right,
    };
    let y = Linear {
        from: 0.0,
        to: count,
        start: top,
        end: top + count * row_height,
    };
    let grid = score_grid(&mut plot, theme, view.scale, [x, y], language);

    let mut dumbbells: Vec<Option<[f64; 2]>> = Vec::new();
    let mut layers: [Vec<([f64; 2], Mark)>; 5] = [const { Vec::new() }; 5];
    for (position, row) in rows.iter().enumerate() {
        let lane = position as f64 + middle_at;
        let mark = |words: String| Mark::saying(words);
        let other =
            |label: &str, value: f64| mark(format!("{}: {label} {}", row.name, format_score(value, 2, language)));
        if let Some(best) = row.best {
            layers[0].push((
                [best, lane],
                mark(format!(
                    "{}: {} {}",
                    row.name,
                    language.pick("cao nhất", "best"),
                    row.best_text
                )),
            ));
        }
        if let Some(median) = row.national_median {
            layers[1].push(([median, lane], other(median_name(view.is_back_cast, language), median)));
        }
        if let Some(median) = row.region_median {
            layers[2].push((
                [median, lane],
                other(language.pick("trung vị vùng", "regional median"), median),
            ));
        }
        if let (Some(before), Some(year)) = (row.before, view.before_year) {
            layers[3].push(([before, lane], other(&year.to_string(), before)));
        }
        if let Some(score) = row.score {
            dumbbells.extend([row.before.map(|before| [before, lane]), Some([score, lane]), None]);
            layers[4].push(([score, lane], Mark::of(&view.province, row.sentence.clone())));
        }
    }
    plot.add_lines(
        grid,
        &dumbbells,
        LineStyle::new()
            .color(hue)
            .width(2.5)
            .type_(LineStyleType::Solid)
            .opacity(0.55),
        2,
    );
    let [best, national, region, before, now] = layers;
    plot.add_symbols(
        grid,
        &SymbolLook::dot(9.0, theme.muted).hollow().symbol(Symbol::Diamond),
        &best,
        3,
    );
    plot.called(best_in_country(language));
    plot.add_symbols(grid, &SymbolLook::tick(22.0, theme.ink), &national, 3);
    plot.called(median_name(view.is_back_cast, language));
    plot.add_symbols(grid, &SymbolLook::tick(13.0, theme.faint), &region, 3);
    plot.called(&regional_median(view));
    plot.add_symbols(grid, &SymbolLook::dot(9.0, hue).hollow(), &before, 4);
    plot.add_symbols(grid, &SymbolLook::dot(13.0, hue), &now, 5);

    for (position, (row, name)) in rows.iter().zip(&names.lines).enumerate() {
        let row_top = top + position as f64 * row_height;
        let middle = y.place(position as f64 + middle_at);
        plot.line([SIDE, row_top], [theme.pixels() - SIDE, row_top], theme.line, false);
        let at = if theme.is_narrow() {
            [SIDE, row_top + 13.0]
        } else {
            [SIDE, middle]
        };
        plot.text(at, name, TextLook::new(LABEL, theme.ink));
        plot.text(
            [right + 14.0 + value_width, middle],
            &row.score_text,
            TextLook::new(LABEL, theme.ink).bold(true).anchored(Anchor::Right),
        );
        let colour = match row
            .change
            .as_ref()
            .and_then(|change| change.score.as_ref())
            .map(|score| score.tone)
        {
            Some(Tone::Up) => theme.up,
            Some(Tone::Down) => theme.down,
            _ => theme.muted,
        };
        let look = TextLook::new(SMALL, colour).anchored(Anchor::Right);
        plot.text([theme.pixels() - SIDE, middle], &changes[position], look);
    }
    plot.legend(&parts.legend);
    plot.finish(height)
}

/// `▼ −1,56`; nothing where the change is refused or unknown.
fn change_text(row: &ComponentRowView) -> String {
    row.change
        .as_ref()
        .and_then(|change| change.score.as_ref())
        .map_or_else(String::new, |score| format!("{} {}", score.tone.arrow(), score.short))
}

fn legend_items<'v>(
    view: &'v ComponentsView,
    rows: &[&ComponentRowView],
    theme: &ChartTheme,
) -> Vec<(Swatch<'v>, String)> {
    let language = view.language;
    let hue = theme.hue(&view.hues);
    let mut items = vec![(Swatch::Dot(hue), view.year.to_string())];
    if let Some(year) = view.before_year {
        items.push((Swatch::Hollow(hue), year.to_string()));
    }
    if rows.iter().any(|row| row.national_median.is_some()) {
        items.push((
            Swatch::Tick(theme.ink),
            median_name(view.is_back_cast, language).to_owned(),
        ));
    }
    if rows.iter().any(|row| row.region_median.is_some()) {
        items.push((Swatch::Tick(theme.faint), regional_median(view)));
    }
    if rows.iter().any(|row| row.best.is_some()) {
        items.push((Swatch::Diamond(theme.muted), best_in_country(language).to_owned()));
    }
    items
}

const fn best_in_country(language: Language) -> &'static str {
    language.pick("cao nhất cả nước", "best in the country")
}

fn regional_median(view: &ComponentsView) -> String {
    match view.language {
        Language::Vi => format!("trung vị {}", view.region_name),
        Language::En => format!("{} median", view.region_name),
    }
}
