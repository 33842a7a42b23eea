//! What the head of the document says about a page.

use leptos::prelude::*;
use leptos_meta::{Link, Meta, Title};
use vithe_shared::Language;

use crate::{pages::address::PageAddress, site::origin, text::common};

/// Title, description, share data and the addresses of the page in both languages.
pub(crate) struct PageHead<'a> {
    /// Where the page is.
    pub(crate) address: &'a PageAddress,
    /// Its title, without the name of the site.
    pub(crate) title: String,
    /// One sentence about it, told from its figures.
    pub(crate) description: String,
    /// The address of its share image, `/figures/….png?…`.
    pub(crate) image: Option<String>,
}

impl PageHead<'_> {
    /// The tags; they appear in the head wherever this view stands.
    pub(crate) fn view(self) -> AnyView {
        let origin = origin();
        let language = self.address.language;
        let title = format!("{} – {}", self.title, common::SITE_NAME);
        let here = format!("{origin}{}", self.address.canonical());
        let alternate = |language: Language| format!("{origin}{}", self.address.in_language(language));
        let locale = language.pick("vi_VN", "en_GB").to_owned();
        let image = self.image.map(|image| {
            let image = format!("{origin}{image}");
            view! {
                <Meta property="og:image" content=image/>
                <Meta name="twitter:card" content="summary_large_image"/>
            }
        });
        view! {
            <Title text=title.clone()/>
            <Meta name="description" content=self.description.clone()/>
            <Link rel="canonical" href=here.clone()/>
            <Link rel="alternate" hreflang="vi" href=alternate(Language::Vi)/>
            <Link rel="alternate" hreflang="en" href=alternate(Language::En)/>
            <Link rel="alternate" hreflang="x-default" href=alternate(Language::Vi)/>
            <Meta property="og:type" content="website"/>
            <Meta property="og:site_name" content=common::SITE_NAME/>
            <Meta property="og:title" content=title/>
            <Meta property="og:description" content=self.description/>
            <Meta property="og:url" content=here/>
            <Meta property="og:locale" content=locale/>
            {image}
        }
        .into_any()
    }
}
