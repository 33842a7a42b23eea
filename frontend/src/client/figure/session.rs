//! A chart on the page. While a page changes its state the chart of a figure is kept and takes the new option.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
};

use leptos::{html, prelude::*};
use serde_json::json;
use vithe_shared::{Borders, Language, ProvinceSlug, query::ChartKind};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::Controls;
use crate::{
    charts::{
        ChartFigure, Mark, Name, Reach,
        reach::{Answering, MarkPlace, Standing},
    },
    client::{
        Surroundings, document_attribute,
        echarts::{self, Chart, ChartEvent, EchartsError, Engine},
    },
};

/// Why what stood there stays.
#[derive(Debug, thiserror::Error)]
pub(super) enum LiveError {
    /// The borders did not come.
    #[error("the borders did not come")]
    Borders,
    /// The engine failed.
    #[error(transparent)]
    Engine(#[from] EchartsError),
    /// The element is gone.
    #[error("there is no place for the chart")]
    NoPlace,
}

/// A chart on the page; dropping it takes it off.
pub(super) struct Session {
    kind: ChartKind,
    chart: Chart,
    host: HtmlElement,
    option: String,
    /// Width and height it was drawn for.
    size: (u16, u16),
    marks: Vec<Vec<Mark>>,
    reach: Reach,
    names: Vec<Name>,
    standing: Standing,
    /// Whether the marks are about more than one line or province, so that one of them can stand out before the others.
    has_several: bool,
    /// What stands out: the mark that answers, and its province.
    lit: RefCell<(Option<MarkPlace>, Option<ProvinceSlug>)>,
    /// The marks that say something, in the order in which the keyboard visits them.
    pub(super) order: Vec<MarkPlace>,
    pub(super) chosen: Option<usize>,
}

impl Drop for Session {
    fn drop(&mut self) {
        self.host.remove();
    }
}

thread_local! {
    /// Charts between two states of a page, by the names of their figures, with the number of their keeping.
    static KEPT: RefCell<HashMap<&'static str, (u32, Session)>> = RefCell::default();
    /// How often a chart was kept.
    static KEEPINGS: Cell<u32> = const { Cell::new(0) };
    /// Borders the engine knows already.
    static REGISTERED: RefCell<std::collections::HashSet<Borders>> = RefCell::default();
}

/// Whether the chart of a figure is kept from the state of the page before.
pub(super) fn is_kept(id: &str) -> bool {
    KEPT.with_borrow(|kept| kept.contains_key(id))
}

/// Keeps a chart for the figure of the same name in the next state of the page; one that nobody takes ends.
pub(super) fn keep(id: &'static str, session: Session) {
    let keeping = KEEPINGS.get().wrapping_add(1);
    KEEPINGS.set(keeping);
    KEPT.with_borrow_mut(|kept| kept.insert(id, (keeping, session)));
    // The next state is made in this task; how wide its figure is, it is told while the next frame is made. A timer alone may
    // come before that.
    request_animation_frame(move || {
        set_timeout(move || end_keeping(id, keeping), std::time::Duration::ZERO);
    });
}

/// Ends a chart that nobody took, unless it was kept anew since.
fn end_keeping(id: &'static str, keeping: u32) {
    let ended = KEPT.with_borrow_mut(|kept| {
        let is_it = kept.get(id).is_some_and(|(of, _)| *of == keeping);
        if is_it { kept.remove(id) } else { None }
    });
    drop(ended);
}

async fn register_borders(
    surroundings: Surroundings,
    engine: Engine,
    borders: Borders,
    language: Language,
) -> Result<(), LiveError> {
    if REGISTERED.with_borrow(|known| known.contains(&borders)) {
        return Ok(());
    }
    let name = match borders {
        Borders::Provinces63 => "vn63",
        Borders::Units34 => "vn34",
    };
    let geojson = surroundings
        .borders(borders, language)
        .await
        .map_err(|_| LiveError::Borders)?;
    echarts::register_map(engine, name, &geojson)?;
    REGISTERED.with_borrow_mut(|known| known.insert(borders));
    Ok(())
}

/// Draws on the chart that is there, on the one kept from the state before, or on a new one.
pub(super) async fn draw(
    id: &'static str,
    kind: ChartKind,
    drawing: ChartFigure,
    element: NodeRef<html::Div>,
    controls: Controls,
) -> Result<(), LiveError> {
    let mut moves = false;
    if controls.session.with_value(Option::is_none) {
        let kept = KEPT
            .with_borrow_mut(|kept| kept.remove(id))
            .map(|(_, kept)| kept)
            .filter(|kept| kept.kind == kind);
        if let Some(mut session) = kept {
            moves = true;
            session.listen(controls);
            controls.session.set_value(Some(session));
        }
    }
    let has_session = controls.session.with_value(Option::is_some);
    if !has_session {
        let engine = echarts::load(&document_attribute("data-echarts")).await?;
        if let Some(borders) = drawing.map {
            let language = controls.choosing.with_value(|choosing| choosing.language);
            register_borders(controls.surroundings(), engine, borders, language).await?;
        }
        let element = element.get_untracked().ok_or(LiveError::NoPlace)?;
        let mut session = Session::new(engine, kind, &element, &drawing)?;
        session.listen(controls);
        controls.session.set_value(Some(session));
    }
    let element = element.get_untracked().ok_or(LiveError::NoPlace)?;
    controls
        .session
        .try_update_value(|session| {
            session
                .as_mut()
                .map_or(Ok(()), |session| session.draw(&element, drawing, moves))
        })
        .unwrap_or(Ok(()))?;
    controls.tip.set(None);
    Ok(())
}

fn set_style(element: &HtmlElement, property: &str, value: &str) {
    // Only an unknown property would be refused.
    let _ = element.style().set_property(property, value);
}

impl Session {
    fn new(engine: Engine, kind: ChartKind, element: &HtmlElement, drawing: &ChartFigure) -> Result<Self, LiveError> {
        let host = document()
            .create_element("div")
            .ok()
            .and_then(|host| host.dyn_into::<HtmlElement>().ok())
            .ok_or(LiveError::NoPlace)?;
        host.set_class_name("figure-host");
        let size = (drawing.width, drawing.height);
        set_size(&host, size);
        element.append_child(&host).map_err(|_| LiveError::NoPlace)?;
        let chart = echarts::init(engine, &host)?;
        Ok(Self {
            kind,
            chart,
            host,
            option: String::new(),
            size,
            marks: Vec::new(),
            reach: Reach::default(),
            names: Vec::new(),
            standing: Standing::default(),
            has_several: false,
            lit: RefCell::default(),
            order: Vec::new(),
            chosen: None,
        })
    }

    /// Answers to shapes under the pointer in the present state of the page.
    fn listen(&mut self, controls: Controls) {
        self.chart.forget_listeners();
        self.chart.on(ChartEvent::MouseOver, move |target| {
            if let Some(mark) = target.mark {
                controls.over_shape(mark, target.at);
            }
        });
        self.chart.on(ChartEvent::MouseOut, move |_| {
            if !controls.is_touched() {
                controls.clear();
            }
        });
        self.chart.on_zoom(move |percentages| controls.zoomed(&percentages));
        self.chart.on(ChartEvent::Click, move |target| {
            if let Some(mark) = target.mark {
                controls.choose(mark);
            }
        });
    }

    /// Draws a figure; where it `moves`, from what it showed before.
    fn draw(&mut self, element: &HtmlElement, drawing: ChartFigure, moves: bool) -> Result<(), LiveError> {
        if self.host.parent_element().is_none_or(|parent| parent != **element) {
            element.append_child(&self.host).map_err(|_| LiveError::NoPlace)?;
        }
        let size = (drawing.width, drawing.height);
        let is_resized = self.size != size;
        if is_resized {
            self.size = size;
            set_size(&self.host, size);
            self.chart.resize()?;
        }
        let option = drawing.option.to_string();
        if self.option != option {
            self.chart.draw(&option, moves && !is_resized)?;
            self.option = option;
        }
        let chosen = self.chosen_label();
        self.order = drawing
            .marks
            .iter()
            .enumerate()
            .flat_map(|(series, marks)| (0..marks.len()).map(move |place| (series, place)))
            .filter(|(series, place)| {
                let mark = &drawing.marks[*series][*place];
                // What lies beyond the part that is seen has no place.
                !mark.label.is_empty() && (drawing.reach == Reach::Shape || mark.at.is_some())
            })
            .collect();
        let mut provinces = drawing.marks.iter().flatten().filter_map(|mark| mark.province.as_ref());
        let first = provinces.next();
        self.has_several = drawing.reach == Reach::Column || provinces.any(|province| Some(province) != first);
        self.standing = Standing::of(&drawing.marks, |grid, values| self.chart.pixels(grid, values));
        self.reach = drawing.reach;
        self.marks = drawing.marks;
        self.names = drawing.names;
        self.lit = RefCell::default();
        // The keyboard stays on its mark.
        self.chosen = chosen.and_then(|label| {
            let is_it = |place: &MarkPlace| self.mark(*place).is_some_and(|mark| mark.label == label);
            self.order.iter().position(is_it)
        });
        Ok(())
    }

    /// What the mark says that the keyboard is on.
    fn chosen_label(&self) -> Option<String> {
        let place = self.order.get(self.chosen?)?;
        Some(self.mark(*place)?.label.clone())
    }

    /// Width and height it was drawn for, in pixels.
    pub(super) const fn size(&self) -> (u16, u16) {
        self.size
    }

    pub(super) fn mark(&self, (series, place): MarkPlace) -> Option<&Mark> {
        self.marks.get(series)?.get(place)
    }

    /// The marks that answer a pointer at a pixel; `None` where shapes answer by themselves.
    pub(super) fn answering(&self, pointer: [f64; 2]) -> Option<Answering> {
        self.standing
            .answering(self.reach, pointer, |series| self.chart.is_shown(series))
    }

    /// The province whose name stands at a pixel.
    pub(super) fn named_at(&self, at: [f64; 2]) -> Option<&ProvinceSlug> {
        self.names.iter().find(|name| name.is_at(at)).map(|name| &name.province)
    }

    /// Where a mark stands; the middle of the figure for one that has an area.
    pub(super) fn place(&self, mark: MarkPlace) -> [f64; 2] {
        let (width, height) = self.size;
        self.standing
            .at(mark)
            .unwrap_or([f64::from(width) / 2.0, f64::from(height) / 2.0])
    }

    /// A mark with those that answer along with it.
    pub(super) fn neighbours(&self, mark: MarkPlace) -> Vec<MarkPlace> {
        let found = self.standing.at(mark).and_then(|at| self.answering(at));
        let others = found.map(|found| found.all).unwrap_or_default();
        std::iter::once(mark)
            .chain(others.into_iter().filter(|other| *other != mark))
            .take(if self.reach == Reach::Column { usize::MAX } else { 1 })
            .collect()
    }

    /// Lets a province stand out that is pointed at elsewhere on the page.
    pub(super) fn point_at(&self, province: Option<&ProvinceSlug>) {
        // What this chart was pointed at itself stands out already.
        if self.lit.borrow().1.as_ref() != province {
            self.highlight(None, province);
        }
    }

    /// Lets a mark stand out, with all marks of its province; everything else fades.
    pub(super) fn highlight(&self, mark: Option<MarkPlace>, province: Option<&ProvinceSlug>) {
        let lit = (mark, province.cloned());
        if *self.lit.borrow() == lit {
            return;
        }
        let mut targets = match province.filter(|_| self.has_several) {
            Some(province) => self.marks_of(province),
            None => Vec::new(),
        };
        if targets.is_empty() {
            // Where all is about one province nothing fades: its other marks are what this one is read against.
            let fades = self.has_several;
            targets.extend(
                mark.map(|(series, place)| json!({"seriesIndex": series, "dataIndex": place, "notBlur": !fades})),
            );
        }
        *self.lit.borrow_mut() = lit;
        // A highlight that fails only looks plainer.
        let _ = self.chart.highlight(&targets);
    }

    /// The series that belong to a province, and its marks within other series.
    fn marks_of(&self, province: &ProvinceSlug) -> Vec<serde_json::Value> {
        let is_own = |mark: &Mark| mark.province.as_ref() == Some(province);
        let mut targets = Vec::new();
        // What carries the symbols comes first.
        for (series, marks) in self.marks.iter().enumerate().rev() {
            if !marks.is_empty() && marks.iter().all(is_own) {
                targets.push(json!({"seriesIndex": series}));
            } else {
                let own: Vec<usize> = (0..marks.len()).filter(|place| is_own(&marks[*place])).collect();
                if !own.is_empty() {
                    targets.push(json!({"seriesIndex": series, "dataIndex": own}));
                }
            }
        }
        targets
    }
}

fn set_size(host: &HtmlElement, (width, height): (u16, u16)) {
    set_style(host, "width", &format!("{width}px"));
    set_style(host, "height", &format!("{height}px"));
}
