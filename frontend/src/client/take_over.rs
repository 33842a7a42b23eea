//! From the document that the server wrote to the app. Header and footer are the app's own from the start. The content of
//! the server stays until the app's own is made, out of sight; then the two are exchanged in one task, with the same focus,
//! selection, scroll and open details. Pictures move along, and stay until their live charts have drawn.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Node};

use super::hand::{Hand, find_all};

/// Puts the app's frame around the content of the server. `root` holds the frame, made but not shown; its own content
/// stays with it.
pub(super) fn exchange_frame(root: &Element, own_main: &Element) -> Option<()> {
    let body = document().body()?;
    let main: Element = body.query_selector("main").ok()??;
    let hand = Hand::of(&body);
    let of_server: Vec<Node> = children(&body).into_iter().filter(|node| *node != *main).collect();
    let mut is_before = true;
    for node in children(root) {
        if node == **own_main {
            is_before = false;
        } else if is_before {
            body.insert_before(&node, Some(&main)).ok()?;
        } else {
            body.append_child(&node).ok()?;
        }
    }
    for node in of_server {
        // It is a child of the body; one that is gone already is what is wanted.
        let _ = body.remove_child(&node);
    }
    if !Hand::is_in(&main) {
        hand.give_to(&body);
    }
    Some(())
}

/// Puts the app's content in the place of the server's.
pub(super) fn exchange_content(own_main: &Element) -> Option<()> {
    let main: Element = document().query_selector("body > main").ok()??;
    if main == *own_main {
        return Some(());
    }
    let hand = Hand::of(&main);
    let was_in_main = document().active_element().is_some_and(|active| active == main);
    for figure in find_all(own_main, "figure[id]") {
        let selector = format!("figure[id=\"{}\"] .figure-picture", figure.id());
        let picture = main.query_selector(&selector).ok().flatten();
        let place = figure.query_selector(".figure-canvas").ok().flatten();
        // A picture that has not come is not waited for: the chart comes, and nothing more is asked of the server.
        let picture = picture.filter(|picture| {
            let image = picture.query_selector("img").ok().flatten();
            image.is_some_and(|image| image.unchecked_ref::<web_sys::HtmlImageElement>().complete())
        });
        if let Some((picture, place)) = picture.zip(place) {
            // A frame takes any child.
            let _ = place.append_child(&picture);
        }
    }
    main.replace_with_with_node_1(own_main).ok()?;
    hand.give_to(own_main);
    if was_in_main && let Some(element) = own_main.dyn_ref() {
        super::hand::focus(element);
    }
    Some(())
}

fn children(of: &Element) -> Vec<Node> {
    let list = of.child_nodes();
    (0..list.length()).filter_map(|position| list.get(position)).collect()
}
