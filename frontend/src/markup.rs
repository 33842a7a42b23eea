//! HTML written as text.
//!
//! Tables, cards and lists have no behaviour of their own: links work through one listener of the browser. Everything that
//! is not given as a tag or the name of an attribute is escaped here.

/// HTML under construction.
#[derive(Default)]
pub struct Markup(String);

impl Markup {
    /// Opens an element. An attribute with an empty value is left out.
    pub fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.text(value);
            self.0.push('"');
        }
        self.0.push('>');
    }

    /// Closes an element.
    pub fn close(&mut self, tag: &str) {
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
    }

    /// Text, escaped.
    pub fn text(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                other => self.0.push(other),
            }
        }
    }

    /// An element with nothing but text.
    pub fn element(&mut self, tag: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(tag, attributes);
        self.text(text);
        self.close(tag);
    }

    /// A link with nothing but text.
    pub fn link(&mut self, address: &str, text: &str) {
        self.element("a", &[("href", address)], text);
    }

    /// A muted remark after other text, with its space; nothing for an empty one.
    pub fn remark(&mut self, text: &str) {
        if !text.is_empty() {
            self.text(" ");
            self.element("span", &[("class", "muted small")], text);
        }
    }

    /// A head of a column.
    pub fn column(&mut self, class: &str, text: &str) {
        self.element("th", &[("scope", "col"), ("class", class)], text);
    }

    /// A cell with a number.
    pub fn number(&mut self, text: &str) {
        self.element("td", &[("class", "num")], text);
    }

    /// A list of links in a line.
    pub fn links<'a>(&mut self, class: &str, links: impl Iterator<Item = (String, &'a str)>) {
        self.open("ul", &[("class", class)]);
        for (address, text) in links {
            self.open("li", &[]);
            self.link(&address, text);
            self.close("li");
        }
        self.close("ul");
    }

    /// Everything written so far.
    pub fn into_html(self) -> String {
        self.0
    }

    /// Everything within an element of this class.
    #[cfg(not(feature = "hydrate"))]
    pub fn view(self, class: &'static str) -> leptos::prelude::AnyView {
        use leptos::prelude::*;
        view! { <div class=class inner_html=self.0></div> }.into_any()
    }

    /// A table within a frame that scrolls by itself and can be reached by the keyboard.
    pub fn open_frame(&mut self, class: &str, label: &str) {
        let class = if class.is_empty() {
            "table-frame".to_owned()
        } else {
            format!("table-frame {class}")
        };
        self.open(
            "div",
            &[
                ("class", &class),
                ("tabindex", "0"),
                ("role", "region"),
                ("aria-label", label),
            ],
        );
        self.open("table", &[("class", "data")]);
    }

    /// The end of what [`Self::open_frame`] began.
    pub fn close_frame(&mut self) {
        self.close("table");
        self.close("div");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_values_are_escaped() {
        let mut markup = Markup::default();
        markup.element("a", &[("href", "/?a=1&b=\"2\""), ("class", "")], "<b> & c");
        assert_eq!(markup.0, "<a href=\"/?a=1&amp;b=&quot;2&quot;\">&lt;b&gt; &amp; c</a>");
    }
}
